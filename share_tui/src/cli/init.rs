//! `share_tui init`: the extension and its tables, made or brought up to date after asking.

use postgres::Client;

use super::ask::consent;
use super::connection::Target;
use super::failure::Failure;
use super::installed::Installed;
use super::interrupt::Interrupt;
use crate::db::problem::{Kind, Problem};
use crate::log;
use crate::text::clean;

/// One thing to do: the words for people and the statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Create,
    Update,
    Migrate,
}

impl Step {
    fn statement(self) -> &'static str {
        match self {
            Self::Create => "create extension pg_share",
            Self::Update => "alter extension pg_share update",
            Self::Migrate => "select share.migrate()",
        }
    }
}

/// What is to be done, given what is there and which version the server has ready.
fn steps(found: &Installed, ready: Option<&str>) -> Vec<Step> {
    match &found.version {
        None => vec![Step::Create, Step::Migrate],
        Some(version) if ready.is_some_and(|ready| ready != version) => {
            vec![Step::Update, Step::Migrate]
        }
        // Harmless where there is nothing to do, and needed after an update by hand.
        Some(_) => vec![Step::Migrate],
    }
}

/// Makes what is missing.
pub(super) fn perform(target: &Target, says_yes: bool) -> Result<(), Failure> {
    if target.system.is_read_only {
        return Err(Problem::new(
            Kind::ReadOnly,
            "this session only reads",
            Some("leave out --read-only to make changes"),
        )
        .into());
    }
    let connected = target.connect()?;
    let interrupt = Interrupt::hear()?;
    interrupt.cancels(Some(connected.cancel));
    let mut client = connected.client;
    let found = Installed::look(&mut client)?;
    if found.is_standby {
        return Err(Problem::new(
            Kind::ReadOnly,
            "this server is a standby",
            Some("connect to the primary"),
        )
        .into());
    }
    let ready = available(&mut client)?;
    if found.version.is_none() && ready.is_none() {
        return Err(Problem::new(
            Kind::NotInstalled,
            "the server has no files of pg_share",
            Some("install pg_share on the machine of the server first: make install"),
        )
        .into());
    }
    let steps = steps(&found, ready.as_deref());
    super::tell(&clean(&format!("On {}:", target.system.target)));
    for step in &steps {
        super::tell(&format!("  {};", step.statement()));
    }
    consent("Do that?", says_yes, &interrupt)?;
    let mut made = 0;
    for step in steps {
        let done = run(&mut client, step);
        log::write(
            step.statement(),
            if done.is_ok() { "done" } else { "refused" },
        );
        made += done?;
    }
    let now = Installed::look(&mut client)?;
    let version = now.version.unwrap_or_default();
    let words = match made {
        0 => "its tables were up to date".to_owned(),
        1 => "one step was taken to make its tables".to_owned(),
        steps => format!("{steps} steps were taken to make its tables"),
    };
    super::tell(&clean(&format!(
        "pg_share {version} is in database {}; {words}",
        now.database
    )));
    Ok(())
}

/// The version that the server has ready.
fn available(client: &mut Client) -> Result<Option<String>, Problem> {
    let rows = client
        .query_typed(
            "select e.default_version from pg_catalog.pg_available_extensions e where e.name = 'pg_share'",
            &[],
        )
        .map_err(|came| Problem::from(&came))?;
    Ok(rows.first().and_then(|row| row.get(0)))
}

/// Takes a step; how many steps of the tables it was.
fn run(client: &mut Client, step: Step) -> Result<i32, Problem> {
    let rows = client.query_typed(step.statement(), &[]).map_err(|came| {
        let mut problem = Problem::from(&came);
        if problem.kind == Kind::Denied && problem.hint.is_none() {
            problem.hint = Some("a superuser may, or who owns the extension".to_owned());
        }
        problem
    })?;
    Ok(match step {
        Step::Migrate => rows.first().map_or(0, |row| row.get(0)),
        Step::Create | Step::Update => 0,
    })
}

#[cfg(test)]
mod tests {
    use super::{Installed, Step, steps};

    #[test]
    fn only_what_is_missing_is_done() {
        let found = |version: Option<&str>| Installed {
            version: version.map(str::to_owned),
            is_allowed: true,
            is_migrated: version.is_some(),
            role: "postgres".to_owned(),
            database: "media".to_owned(),
            is_standby: false,
        };
        assert_eq!(
            vec![Step::Create, Step::Migrate],
            steps(&found(None), Some("0.2.0"))
        );
        assert_eq!(
            vec![Step::Update, Step::Migrate],
            steps(&found(Some("0.1.0")), Some("0.2.0"))
        );
        assert_eq!(
            vec![Step::Migrate],
            steps(&found(Some("0.2.0")), Some("0.2.0"))
        );
    }
}
