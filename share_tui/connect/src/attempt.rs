//! Tries one address: with and without TLS as the sslmode has it, with the passwords there are, past poolers that take no options.

use std::net::IpAddr;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Instant;

use postgres::config::{SslMode as Negotiated, SslNegotiation};
use postgres::{Client, Config, NoTls};
use zeroize::Zeroizing;

use crate::channel::{Dial, Encryption, Stage};
use crate::choice::SslMode;
use crate::connected::{Cancel, Connected};
use crate::hosts::Host;
use crate::origin::{PasswordOrigin, Prompt};
use crate::problem::Problem;
use crate::refusal::{Refusal, Tried, read};
use crate::session::{self, Found};
use crate::settings::Settings;

/// How often a password that was typed may be wrong.
const MOST_REFUSED: u32 = 3;

/// Asks the user for a password; none ends the try.
pub(crate) type Ask<'all> = dyn FnMut(&Prompt) -> Option<Zeroizing<String>> + 'all;

/// A password that the user has typed, which serves for all hosts, as in psql.
#[derive(Default)]
pub(crate) struct Typed {
    password: Option<Zeroizing<String>>,
    refused: u32,
}

/// One address of a host.
pub(crate) struct Attempt<'all> {
    pub(crate) settings: &'all Settings,
    pub(crate) host: &'all Host,
    /// None for a socket.
    pub(crate) address: Option<IpAddr>,
}

/// What a try without success has shown.
struct Failed {
    refusal: Refusal,
    stage: Stage,
    turned_away: bool,
    answered: bool,
}

impl Attempt<'_> {
    /// Connects, asking for a password if the server wants one and there is none.
    pub(crate) fn connect(
        &self,
        typed: &mut Typed,
        ask: &mut Ask<'_>,
    ) -> Result<Connected, Problem> {
        let mut own = !self.settings.session.is_empty();
        loop {
            let (password, origin) = self.password(typed);
            let failed = match self.with_encryption(password, own) {
                Ok(connected) => return Ok(connected),
                Err(failed) => failed,
            };
            match failed.refusal {
                Refusal::PasswordWanted => self.ask(typed, ask)?,
                Refusal::PasswordWrong if origin == Some(PasswordOrigin::Asked) => {
                    typed.refused += 1;
                    if typed.refused == MOST_REFUSED {
                        return Err(self.password_refused(PasswordOrigin::Asked));
                    }
                    self.ask(typed, ask)?;
                }
                Refusal::PasswordWrong => {
                    return Err(origin.map_or_else(
                        || self.password_wanted(),
                        |origin| self.password_refused(origin),
                    ));
                }
                // What the user asks for is not left away, since it may be what keeps from writing.
                Refusal::Options(said) if !own || !self.settings.options.is_empty() => {
                    return Err(Problem::OptionsRefused {
                        place: self.host.place(),
                        said,
                    });
                }
                Refusal::Options(_) => own = false,
                Refusal::Handshake(problem) | Refusal::Final(problem) => return Err(problem),
            }
        }
    }

    /// The password to send, if there is one, and where it came from.
    fn password<'it>(&'it self, typed: &'it Typed) -> (Option<&'it str>, Option<PasswordOrigin>) {
        if let Some(password) = &typed.password {
            return (Some(password), Some(PasswordOrigin::Asked));
        }
        if let Some(password) = &self.settings.password {
            return (Some(password), Some(PasswordOrigin::Given));
        }
        match &self.host.password {
            Some((password, origin)) => (Some(password), Some(origin.clone())),
            None => (None, None),
        }
    }

    fn ask(&self, typed: &mut Typed, ask: &mut Ask<'_>) -> Result<(), Problem> {
        let prompt = Prompt {
            user: self.settings.user.clone(),
            host: self.host.name.clone(),
            port: self.host.port,
            database: self.settings.database.clone(),
            refused: typed.refused,
        };
        typed.password = Some(ask(&prompt).ok_or_else(|| self.password_wanted())?);
        Ok(())
    }

    fn password_wanted(&self) -> Problem {
        Problem::PasswordWanted {
            user: self.settings.user.clone(),
            place: self.host.place(),
        }
    }

    fn password_refused(&self, origin: PasswordOrigin) -> Problem {
        Problem::PasswordRefused {
            user: self.settings.user.clone(),
            place: self.host.place(),
            origin,
        }
    }

    /// Tries what the sslmode says first, and second what it allows if the server wants it otherwise.
    fn with_encryption(&self, password: Option<&str>, own: bool) -> Result<Connected, Failed> {
        let Some(tls) = self.settings.tls.clone().filter(|_| self.address.is_some()) else {
            return self.once(Encryption::Never, password, own);
        };
        match self.settings.mode {
            SslMode::Disable => self.once(Encryption::Never, password, own),
            SslMode::Allow => self
                .once(Encryption::Never, password, own)
                .or_else(|failed| {
                    if !failed.turned_away {
                        return Err(failed);
                    }
                    self.once(Encryption::WhereOffered(tls), password, own)
                        .map_err(|second| {
                            if second.stage == Stage::Clear {
                                failed
                            } else {
                                second
                            }
                        })
                }),
            SslMode::Prefer => self
                .once(Encryption::WhereOffered(tls), password, own)
                .or_else(|failed| {
                    // Never after a question for a password, which would then go in the clear.
                    let no_tls =
                        matches!(failed.refusal, Refusal::Handshake(_)) && !failed.answered;
                    let turned_away = failed.turned_away
                        && failed.stage == Stage::Encrypted
                        && matches!(failed.refusal, Refusal::Final(Problem::NotAllowed { .. }));
                    if !no_tls && !turned_away {
                        return Err(failed);
                    }
                    self.once(Encryption::Never, password, own)
                        .map_err(|second| if turned_away { failed } else { second })
                }),
            SslMode::Require | SslMode::VerifyCa | SslMode::VerifyFull => {
                self.once(Encryption::Always(tls), password, own)
            }
        }
    }

    fn once(
        &self,
        encryption: Encryption,
        password: Option<&str>,
        own: bool,
    ) -> Result<Connected, Failed> {
        let settings = self.settings;
        let mut config = settings.base();
        config.port(self.host.port);
        if let Some(password) = password {
            config.password(password);
        }
        let options = settings.startup_options(own);
        if !options.is_empty() {
            config.options(&options);
        }
        if let Some(timeout) = settings.timeout {
            config.connect_timeout(timeout);
        }
        let deadline = settings.timeout.map(|timeout| Instant::now() + timeout);
        let dial = Dial::new(
            encryption,
            self.address
                .map(|address| address.to_string())
                .unwrap_or_default(),
            deadline,
        );
        let connected = if let Some(address) = self.address {
            // Beside an address the name only serves for certificates, and the library takes a path for a socket.
            let name = if self.host.name.starts_with('/') {
                address.to_string()
            } else {
                self.host.name.clone()
            };
            // Our own negotiation takes the place of the library's, whatever it says.
            config
                .host(&name)
                .hostaddr(address)
                .ssl_mode(Negotiated::Require)
                .ssl_negotiation(SslNegotiation::Direct);
            config.connect(dial.clone()).map_err(Failing::Library)
        } else {
            config
                .host_path(&self.host.name)
                .ssl_mode(Negotiated::Disable);
            through_socket(config, deadline)
        };
        let found = connected.and_then(|mut client| {
            session::ask(&mut client, settings, own)
                .map(|found| (client, found))
                .map_err(Failing::Library)
        });
        match found {
            Ok((client, found)) => self.judged(client, &found, dial),
            Err(failing) => Err(self.failed(&failing, &dial)),
        }
    }

    /// A session that does what is wanted, or else the reason why it does not.
    fn judged(&self, client: Client, found: &Found, dial: Dial) -> Result<Connected, Failed> {
        dial.watch.settle();
        let wanted = self.settings.wanted;
        // What the program itself has set says nothing about the server.
        let read_only = found.read_only && !self.settings.reads_only();
        if !wanted.fits(found.standby, read_only) {
            return Err(Failed {
                refusal: Refusal::Final(Problem::Unsuitable {
                    place: self.host.place(),
                    wanted: wanted.word(),
                }),
                stage: dial.watch.stage(),
                turned_away: false,
                answered: true,
            });
        }
        let encrypted = dial.watch.stage() == Stage::Encrypted;
        let token = client.cancel_token();
        let tls = self.address.map(|_| {
            let encryption = match (dial.encryption, encrypted) {
                (Encryption::WhereOffered(tls) | Encryption::Always(tls), true) => {
                    Encryption::Always(tls)
                }
                _ => Encryption::Never,
            };
            (encryption, dial.address)
        });
        Ok(Connected {
            cancel: Cancel::new(token, tls, self.host.place(), self.settings.timeout),
            client,
            host: Host {
                password: None,
                ..self.host.clone()
            },
            encrypted,
            server_version: found.version,
            standby: found.standby,
            session_set: found.session_set,
        })
    }

    fn failed(&self, failing: &Failing, dial: &Dial) -> Failed {
        let stage = dial.watch.stage();
        let tried = Tried {
            user: &self.settings.user,
            database: &self.settings.database,
            place: &self.host.place(),
            mode: self.settings.mode.word(),
            seconds: self.settings.timeout.map_or(0, |timeout| timeout.as_secs()),
            stage,
        };
        let refusal = match failing {
            Failing::Library(error) => read(error, &tried),
            Failing::TimedOut => Refusal::Final(Problem::TimedOut {
                place: self.host.place(),
                seconds: tried.seconds,
            }),
        };
        Failed {
            refusal,
            stage,
            turned_away: dial.watch.turned_away(),
            answered: dial.watch.answered(),
        }
    }
}

enum Failing {
    Library(postgres::Error),
    TimedOut,
}

/// Connects through a socket, on a thread of its own where there is a limit of time: the library has none there.
///
/// The thread ends when the server answers or goes away.
fn through_socket(config: Config, deadline: Option<Instant>) -> Result<Client, Failing> {
    let Some(deadline) = deadline else {
        return config.connect(NoTls).map_err(Failing::Library);
    };
    let (sender, receiver) = sync_channel(1);
    thread::spawn(move || {
        // Nobody listens any more when the time is over.
        let _ = sender.send(config.connect(NoTls));
    });
    let left = deadline.saturating_duration_since(Instant::now());
    match receiver.recv_timeout(left) {
        Ok(connected) => connected.map_err(Failing::Library),
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Err(Failing::TimedOut),
    }
}
