//! All that a connection needs to know, read and checked before anything is sent.

use std::fmt::Write as _;
use std::time::Duration;

use postgres::Config;
use postgres::config::ChannelBinding;
use zeroize::Zeroizing;

use crate::choice::{
    self, SslMode, Wanted, choice, number, refuse_what_cannot_be_had, seconds, switch,
};
use crate::environment::{Environment, Files};
use crate::given::Given;
use crate::hosts::{Host, add_passwords, hosts};
use crate::parameter::Parameters;
use crate::problem::Problem;
use crate::tls::Tls;

/// Settings of a connection. None of its secrets is shown or kept after it is dropped.
#[derive(Clone)]
pub struct Settings {
    pub(crate) user: String,
    pub(crate) database: String,
    pub(crate) password: Option<Zeroizing<String>>,
    pub(crate) hosts: Vec<Host>,
    /// In a random order, by `load_balance_hosts`.
    pub(crate) shuffled: bool,
    pub(crate) mode: SslMode,
    pub(crate) tls: Option<Tls>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) wanted: Wanted,
    /// The user's own `options`.
    pub(crate) options: String,
    /// The program's own settings of the session.
    pub(crate) session: Vec<(String, String)>,
    /// What is the same for each host and try.
    base: Config,
    warnings: Vec<String>,
}

impl Settings {
    /// Reads what was given, the environment and the files, and refuses what is wrong or cannot be had.
    pub fn resolve(
        given: &Given,
        environment: &Environment,
        files: &dyn Files,
    ) -> Result<Self, Problem> {
        let parameters = given.resolve(environment, files)?;
        refuse_what_cannot_be_had(&parameters)?;
        let user = parameters.filled("user").ok_or(Problem::Conflict(
            "no user is named, or an empty one, and there is no other to take",
        ))?;
        let user = user.to_owned();
        let database = parameters.filled("dbname").unwrap_or(&user).to_owned();
        let mut hosts = hosts(&parameters, environment, files)?;
        let password = parameters.filled("password");
        let warning = if password.is_some() {
            None
        } else {
            let login = (user.as_str(), database.as_str());
            add_passwords(&mut hosts, &parameters, environment, files, login)
        };
        let mode = choice::ssl_mode(&parameters)?;
        let remote = hosts.iter().any(|host| !host.is_socket());
        let tls = if mode == SslMode::Disable || !remote {
            None
        } else {
            Some(Tls::read(&parameters, mode, environment, files)?)
        };
        let balanced = [("disable", false), ("random", true)];
        Ok(Self {
            password: password.map(|password| Zeroizing::new(password.to_owned())),
            shuffled: choice(
                &parameters,
                "load_balance_hosts",
                &balanced,
                "disable or random",
            )?
            .unwrap_or(false),
            mode,
            tls,
            // Less than two seconds is no time for a network, says libpq.
            timeout: seconds(&parameters, "connect_timeout")?
                .map(|timeout| timeout.max(Duration::from_secs(2))),
            wanted: choice::session(&parameters)?,
            options: parameters.filled("options").unwrap_or_default().to_owned(),
            session: Vec::new(),
            base: base(&parameters, &user, &database)?,
            warnings: warning.into_iter().collect(),
            hosts,
            user,
            database,
        })
    }

    /// Has the session begin with a setting, such as `statement_timeout` or `default_transaction_read_only`.
    ///
    /// A pooler may refuse that: [`crate::Connected::session_set`] tells.
    #[must_use]
    pub fn with_setting(mut self, name: &str, value: &str) -> Self {
        self.session.push((name.to_owned(), value.to_owned()));
        self
    }

    /// What the user ought to know although it stops nothing, such as a password file that is open to others.
    #[must_use]
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// The user who signs in.
    #[must_use]
    pub fn user(&self) -> &str {
        &self.user
    }

    /// The database.
    #[must_use]
    pub fn database(&self) -> &str {
        &self.database
    }

    /// The hosts, in the order in which they stand.
    #[must_use]
    pub fn hosts(&self) -> &[Host] {
        &self.hosts
    }

    /// The sslmode.
    #[must_use]
    pub fn ssl_mode(&self) -> SslMode {
        self.mode
    }

    /// What to tell the server apart from passwords, options and where it is.
    pub(crate) fn base(&self) -> Config {
        self.base.clone()
    }

    /// The user's own options, then those of the program if they are wanted.
    pub(crate) fn startup_options(&self, own: bool) -> String {
        let mut text = self.options.clone();
        for (name, value) in self.session.iter().filter(|_| own) {
            let escaped = value.replace('\\', "\\\\").replace(' ', "\\ ");
            if !text.is_empty() {
                text.push(' ');
            }
            let _ = write!(text, "-c {name}={escaped}");
        }
        text
    }

    /// Whether the program itself makes transactions read-only.
    pub(crate) fn reads_only(&self) -> bool {
        self.session
            .iter()
            .any(|(name, value)| name == "default_transaction_read_only" && value == "on")
    }
}

/// Who, where and what of a connection without any secret, for a title: `user@host:port/database`.
#[must_use]
pub fn describe(settings: &Settings) -> String {
    let places: Vec<String> = settings.hosts.iter().map(Host::place).collect();
    let text = format!(
        "{}@{}/{}",
        settings.user,
        places.join(","),
        settings.database
    );
    text.chars()
        .map(|letter| {
            if letter.is_control() {
                '\u{fffd}'
            } else {
                letter
            }
        })
        .collect()
}

fn base(parameters: &Parameters, user: &str, database: &str) -> Result<Config, Problem> {
    let mut config = Config::new();
    config.user(user).dbname(database);
    let name = parameters
        .filled("application_name")
        .or_else(|| parameters.filled("fallback_application_name"));
    config.application_name(name.unwrap_or("share_tui"));
    let bindings = [
        ("disable", ChannelBinding::Disable),
        ("prefer", ChannelBinding::Prefer),
        ("require", ChannelBinding::Require),
    ];
    let wanted = "disable, prefer or require";
    if let Some(binding) = choice(parameters, "channel_binding", &bindings, wanted)? {
        config.channel_binding(binding);
    }
    config.keepalives(switch(parameters, "keepalives", true)?);
    if let Some(idle) = seconds(parameters, "keepalives_idle")? {
        config.keepalives_idle(idle);
    }
    if let Some(interval) = seconds(parameters, "keepalives_interval")? {
        config.keepalives_interval(interval);
    }
    let retries = number(parameters, "keepalives_count")?;
    if let Some(retries) = retries.and_then(|retries| u32::try_from(retries).ok()) {
        config.keepalives_retries(retries);
    }
    let milliseconds = number(parameters, "tcp_user_timeout")?;
    if let Some(time) = milliseconds.and_then(|time| u64::try_from(time).ok()) {
        config.tcp_user_timeout(Duration::from_millis(time));
    }
    Ok(config)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::environment::Imagined;

    fn settings(target: &str) -> Result<Settings, Problem> {
        let given = Given {
            target: Some(target.to_owned()),
            ..Given::default()
        };
        let environment = Environment {
            user: Some("ada".to_owned()),
            socket_folders: vec!["/run".into()],
            ..Environment::default()
        };
        Settings::resolve(&given, &environment, &Imagined::default())
    }

    #[test]
    fn a_title_tells_who_and_where_and_no_secret() {
        for (target, wanted) in [
            ("", "ada@/run:5432/ada"),
            ("media", "ada@/run:5432/media"),
            ("postgres://olga:secret@a:1,[::1]:2/d", "olga@a:1,[::1]:2/d"),
            ("postgres://%1b[2J@a/d", "\u{fffd}[2J@a:5432/d"),
        ] {
            let settings = settings(target).unwrap();
            assert_eq!(wanted, describe(&settings), "{target}");
        }
    }

    #[test]
    fn options_of_the_program_follow_those_of_the_user() {
        let settings = settings("options='-c a=b'")
            .unwrap()
            .with_setting("statement_timeout", "30 s")
            .with_setting("default_transaction_read_only", "on");
        assert_eq!("-c a=b", settings.startup_options(false));
        assert_eq!(
            "-c a=b -c statement_timeout=30\\ s -c default_transaction_read_only=on",
            settings.startup_options(true)
        );
        assert!(settings.reads_only());
    }

    #[test]
    fn what_is_wrong_is_refused_before_anything_is_sent() {
        for target in [
            "sslmode=maybe",
            "channel_binding=maybe",
            "target_session_attrs=best",
            "load_balance_hosts=1",
            "connect_timeout=soon",
            "keepalives_idle=x",
            "requirepeer=postgres",
        ] {
            assert!(settings(target).is_err(), "{target}");
        }
    }

    #[test]
    fn a_network_gets_at_least_two_seconds() {
        let timeout = |target| settings(target).unwrap().timeout;
        assert_eq!(Some(Duration::from_secs(2)), timeout("connect_timeout=1"));
        assert_eq!(Some(Duration::from_secs(9)), timeout("connect_timeout=9"));
        assert_eq!(None, timeout("connect_timeout=0"));
    }
}
