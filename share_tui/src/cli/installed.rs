//! What a connection meets: no extension, no tables, an older one, no rights. Each is said with what to do about it.

use postgres::Client;

use crate::db::problem::{Kind, Problem};

/// The oldest version of the extension that has every function that is called here.
const OLDEST: [u32; 3] = [0, 2, 0];

/// One question, so that it costs one round trip; it reads nothing that needs a right.
const QUESTION: &str = "\
select (select e.extversion from pg_catalog.pg_extension e where e.extname = 'pg_share'),
    (select pg_catalog.has_schema_privilege(n.oid, 'usage') from pg_catalog.pg_namespace n where n.nspname = 'share'),
    exists (
        select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'share' and c.relname = 'schema_info'
    ),
    current_user::text, pg_catalog.current_database()::text, pg_catalog.pg_is_in_recovery()";

/// What is in a database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Installed {
    /// Version of the extension.
    pub(super) version: Option<String>,
    /// Whether the role may use the schema.
    pub(super) is_allowed: bool,
    /// Whether there are tables.
    pub(super) is_migrated: bool,
    /// The role.
    pub(super) role: String,
    /// The database.
    pub(super) database: String,
    /// Whether the server is a standby.
    pub(super) is_standby: bool,
}

impl Installed {
    /// Looks.
    pub(super) fn look(client: &mut Client) -> Result<Self, Problem> {
        let rows = client
            .query_typed(QUESTION, &[])
            .map_err(|came| Problem::from(&came))?;
        let row = rows
            .first()
            .ok_or_else(|| Problem::new(Kind::Other, "the catalog does not answer", None))?;
        Ok(Self {
            version: row.get(0),
            is_allowed: row.get::<_, Option<bool>>(1).unwrap_or(false),
            is_migrated: row.get(2),
            role: row.get(3),
            database: row.get(4),
            is_standby: row.get(5),
        })
    }

    /// Whether it is older than what is needed.
    pub(super) fn is_too_old(&self) -> bool {
        self.version
            .as_deref()
            .is_some_and(|version| numbers(version) < OLDEST)
    }

    /// What is missing to work with it, and what to do.
    pub(super) fn problem(&self, needs_tables: bool) -> Option<Problem> {
        let Some(version) = &self.version else {
            return Some(Problem::new(
                Kind::NotInstalled,
                format!("pg_share is not in database {}", self.database),
                Some("share_tui init creates it; or name another database with -d"),
            ));
        };
        let [major, minor, patch] = OLDEST;
        if self.is_too_old() {
            return Some(Problem::new(
                Kind::TooOld,
                format!(
                    "pg_share {version} is in database {}, and this program needs {major}.{minor}.{patch}",
                    self.database
                ),
                Some(
                    "install the newer pg_share on the server, then run share_tui init, or: alter extension pg_share update",
                ),
            ));
        }
        if !self.is_allowed {
            let mut problem = Problem::new(
                Kind::Denied,
                format!(
                    "role {} may not use pg_share in database {}",
                    self.role, self.database
                ),
                Some(
                    "let its owner grant one of its roles: share_admin to operators, share_app to services, share_user to members",
                ),
            );
            problem.code = Some("42501".to_owned());
            return Some(problem);
        }
        if needs_tables && !self.is_migrated {
            return Some(Problem::new(
                Kind::NotMigrated,
                format!("pg_share in database {} has no tables yet", self.database),
                Some("share_tui init makes them, or: select share.migrate()"),
            ));
        }
        None
    }
}

/// The numbers of a version; what is no number counts as 0.
fn numbers(version: &str) -> [u32; 3] {
    let mut parts = version
        .split(['.', '-', '+'])
        .map(|part| part.parse().unwrap_or(0));
    std::array::from_fn(|_| parts.next().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::Installed;
    use crate::db::problem::Kind;

    fn installed(version: Option<&str>, is_allowed: bool, is_migrated: bool) -> Installed {
        Installed {
            version: version.map(str::to_owned),
            is_allowed,
            is_migrated,
            role: "olga".to_owned(),
            database: "media".to_owned(),
            is_standby: false,
        }
    }

    #[test]
    fn each_lack_is_said_with_what_to_do() {
        for (found, kind, advice) in [
            (
                installed(None, false, false),
                Kind::NotInstalled,
                "share_tui init",
            ),
            (
                installed(Some("0.1.9"), true, true),
                Kind::TooOld,
                "alter extension",
            ),
            (
                installed(Some("0.2.0"), false, true),
                Kind::Denied,
                "share_admin",
            ),
            (
                installed(Some("0.10.0"), true, false),
                Kind::NotMigrated,
                "share.migrate()",
            ),
        ] {
            let problem = found.problem(true).unwrap();
            assert_eq!(kind, problem.kind);
            assert!(problem.hint.unwrap().contains(advice));
        }
        for version in ["0.2.0", "0.2.1", "0.10.0", "1.0.0-rc.1"] {
            assert_eq!(None, installed(Some(version), true, true).problem(true));
        }
    }
}
