//! From the command line and the configuration to a session: where to connect, as whom, and what the system is called.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::{Arc, Mutex, PoisonError};

use share_connect::{Cancel, Connected, Disk, Environment, Given, Prompt, Settings};
use zeroize::Zeroizing;

use super::arguments::Reach;
use super::failure::Failure;
use crate::config::Config;
use crate::db::problem::{Kind, Problem};
use crate::log;
use crate::model::System;
use crate::text::clean;

/// Variables that name a system: they go before the default of the configuration.
const NAMING: [&str; 4] = ["PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE"];

/// Where to connect, ready to be used as often as needed.
pub(super) struct Target {
    settings: Settings,
    /// The system, for titles.
    pub(super) system: System,
    asks: bool,
    is_demo: bool,
    typed: Arc<Mutex<Option<Zeroizing<String>>>>,
}

impl Target {
    /// Reads everything that says where to connect, and refuses what is wrong before anything is sent.
    pub(super) fn resolve(
        reach: &Reach,
        target: Option<&str>,
        config: &Config,
    ) -> Result<Self, Failure> {
        // Options before and after a subcommand are not held against each other when they are read.
        let named = [
            target.is_some() || reach.dbname.is_some(),
            reach.connection.is_some(),
            reach.demo,
        ];
        if named.iter().filter(|named| **named).count() > 1 {
            return Err(Failure::Usage(
                "the system is named twice: name it as an argument, by -d, --connection or --demo"
                    .to_owned(),
            ));
        }
        let is_bare = target.is_none()
            && reach.dbname.is_none()
            && reach.host.is_none()
            && !NAMING.iter().any(|name| std::env::var_os(name).is_some());
        let demo = reach.demo.then(super::demo::target).transpose()?;
        let named = match &reach.connection {
            Some(name) => Some(config.connection(name).ok_or_else(|| {
                let known: Vec<&str> = config.connections.keys().map(String::as_str).collect();
                Failure::Usage(format!(
                    "the configuration has no connection {name}; it has: {}",
                    if known.is_empty() {
                        "none".to_owned()
                    } else {
                        known.join(", ")
                    }
                ))
            })?),
            None if is_bare && demo.is_none() => config.default_connection(),
            None => None,
        };
        let mut given = Given {
            target: target
                .map(str::to_owned)
                .or_else(|| named.map(|(_, found)| found.target.clone()))
                .or_else(|| demo.clone()),
            host: reach.host.clone(),
            port: reach.port.clone(),
            user: reach.username.clone(),
            dbname: reach.dbname.clone(),
            ..Given::default()
        };
        if reach.password {
            given.password = Some(ask("Password: ")?);
        }
        let settings = Environment::of_process()
            .and_then(|environment| Settings::resolve(&given, &environment, &Disk))
            .map_err(|came| Failure::Usage(format!("{}\n{}", came.told(), came.advice())))?;
        for warning in settings.warnings() {
            super::tell(&format!("warning: {}", clean(warning)));
        }
        let is_read_only = reach.read_only || named.is_some_and(|(_, found)| found.is_read_only);
        let label = reach
            .label
            .clone()
            .or_else(|| {
                named.map(|(name, found)| found.label.clone().unwrap_or_else(|| name.to_owned()))
            })
            .or_else(|| demo.as_ref().map(|_| "demo".to_owned()));
        let colour = named.and_then(|(_, found)| found.colour.clone());
        let system = System {
            target: share_connect::describe(&settings),
            colour: colour.or_else(|| colour_of(label.as_deref()).map(str::to_owned)),
            label,
            is_read_only,
        };
        let mut settings = settings;
        if is_read_only {
            settings = settings.with_setting("default_transaction_read_only", "on");
        }
        if let Some(time) = &reach.timeout {
            settings = settings.with_setting("statement_timeout", time);
        }
        Ok(Self {
            settings,
            system,
            asks: !reach.no_password && io::stdin().is_terminal(),
            is_demo: reach.demo,
            typed: Arc::default(),
        })
    }

    /// Connects, asking for a password at the terminal if the server wants one.
    pub(super) fn connect(&self) -> Result<Connected, Problem> {
        let typed = Arc::clone(&self.typed);
        let mut asking = |prompt: &Prompt| {
            if prompt.refused == 0
                && let Some(known) = typed.lock().unwrap_or_else(PoisonError::into_inner).clone()
            {
                return Some(known);
            }
            if !self.asks {
                return None;
            }
            let again = if prompt.refused > 0 {
                "That was refused. "
            } else {
                ""
            };
            let words = format!(
                "{again}Password of {} at {}: ",
                clean(&prompt.user),
                clean(&prompt.host)
            );
            let password = ask(&words).ok().filter(|password| !password.is_empty())?;
            *typed.lock().unwrap_or_else(PoisonError::into_inner) = Some(password.clone());
            Some(password)
        };
        self.connect_by(&mut asking)
    }

    /// Connects without asking, with the password that was typed before: for while the screens have the terminal.
    pub(super) fn connect_again(&self) -> Result<Connected, Problem> {
        let typed = Arc::clone(&self.typed);
        self.connect_by(&mut |prompt: &Prompt| {
            let known = typed.lock().unwrap_or_else(PoisonError::into_inner).clone();
            known.filter(|_| prompt.refused == 0)
        })
    }

    fn connect_by(
        &self,
        ask: &mut dyn FnMut(&Prompt) -> Option<Zeroizing<String>>,
    ) -> Result<Connected, Problem> {
        let connected = share_connect::connect(&self.settings, ask).map_err(|came| {
            let mut problem = told(&came);
            if self.is_demo {
                problem.hint = Some("the demo has ended; `make demo` starts another".to_owned());
            }
            problem
        });
        match &connected {
            Ok(_) => log::write("connected", &self.system.target),
            Err(problem) => log::write("not connected", &problem.to_string()),
        }
        connected
    }
}

/// The problem of the connection as one that screens and exit codes know.
fn told(came: &share_connect::Problem) -> Problem {
    use share_connect::Problem as P;
    let kind = match came {
        P::PasswordWanted { .. }
        | P::PasswordRefused { .. }
        | P::Authentication { .. }
        | P::NotAllowed { .. } => Kind::Denied,
        _ => Kind::Unreachable,
    };
    Problem::new(kind, came.told(), Some(came.advice()))
}

/// The colour of a system that has none of its own: production is to be seen.
fn colour_of(label: Option<&str>) -> Option<&'static str> {
    let label = label?.to_lowercase();
    match label.as_str() {
        "production" | "prod" | "live" => Some("red"),
        "demo" => Some("green"),
        _ => None,
    }
}

fn ask(words: &str) -> io::Result<Zeroizing<String>> {
    io::stdout().flush()?;
    rpassword::prompt_password(words).map(Zeroizing::new)
}

/// Cancels whatever session is the newest.
#[derive(Clone, Default)]
pub(super) struct Newest(Arc<Mutex<Option<Cancel>>>);

impl Newest {
    /// This is the newest now.
    pub(super) fn is(&self, cancel: Cancel) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(cancel);
    }

    /// Cancels what it does.
    pub(super) fn cancel(&self) {
        let cancel = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        if let Some(Err(came)) = cancel.map(|cancel| cancel.cancel()) {
            log::write("not cancelled", &came.to_string());
        }
    }
}
