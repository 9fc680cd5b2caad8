//! A connection that stands, and the way to interrupt what it does.

use std::fmt;
use std::sync::mpsc::sync_channel;
use std::thread;
use std::time::{Duration, Instant};

use postgres::{CancelToken, Client, NoTls};

use crate::channel::{Dial, Encryption};
use crate::hosts::Host;
use crate::problem::Problem;
use crate::refusal;

/// How long a cancellation may take where no `connect_timeout` says it.
const CANCEL_TIME: Duration = Duration::from_secs(10);

/// A connection that stands.
pub struct Connected {
    /// The session.
    pub client: Client,
    /// Interrupts what the session does, from any thread.
    pub cancel: Cancel,
    /// The host that answered.
    pub host: Host,
    /// Whether TLS protects it.
    pub encrypted: bool,
    /// The server's version, as `server_version_num` has it: 150020 for 15.20.
    pub server_version: u32,
    /// Whether the server was a standby at that time.
    pub standby: bool,
    /// Whether the settings of [`crate::Settings::with_setting`] are in force.
    ///
    /// Not so behind poolers that take no `options`: then each transaction has to set them for itself.
    pub session_set: bool,
}

impl fmt::Debug for Connected {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Connected")
            .field("place", &self.host.place())
            .field("encrypted", &self.encrypted)
            .field("server_version", &self.server_version)
            .field("standby", &self.standby)
            .field("session_set", &self.session_set)
            .finish_non_exhaustive()
    }
}

/// Interrupts what a session does, over a connection of its own that is as protected as the session's.
#[derive(Clone)]
pub struct Cancel {
    token: CancelToken,
    tls: Option<(Encryption, String)>,
    place: String,
    time: Duration,
}

impl Cancel {
    pub(crate) fn new(
        token: CancelToken,
        tls: Option<(Encryption, String)>,
        place: String,
        time: Option<Duration>,
    ) -> Self {
        Self {
            token,
            tls,
            place,
            time: time.unwrap_or(CANCEL_TIME),
        }
    }

    /// Asks the server to interrupt the statement that runs, if one does; the statement then fails with `57014`.
    ///
    /// Takes no longer than `connect_timeout`, or else ten seconds.
    pub fn cancel(&self) -> Result<(), Problem> {
        let (sender, receiver) = sync_channel(1);
        let (token, tls) = (self.token.clone(), self.tls.clone());
        let deadline = Instant::now() + self.time;
        // The library has no limit of time for all of it; a thread that is too late ends with its socket.
        thread::spawn(move || {
            let asked = match tls {
                None => token.cancel_query(NoTls),
                Some((encryption, address)) => {
                    token.cancel_query(Dial::new(encryption, address, Some(deadline)))
                }
            };
            // Nobody listens any more when the time is over.
            let _ = sender.send(asked);
        });
        let place = self.place.clone();
        match receiver.recv_timeout(self.time) {
            Ok(asked) => asked.map_err(|came| Problem::Broken {
                place,
                said: refusal::text(&came),
            }),
            Err(_) => Err(Problem::TimedOut {
                place,
                seconds: self.time.as_secs(),
            }),
        }
    }
}

impl fmt::Debug for Cancel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Cancel")
            .field("place", &self.place)
            .finish_non_exhaustive()
    }
}
