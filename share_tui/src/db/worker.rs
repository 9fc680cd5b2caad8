//! The thread that owns the session: makes calls one after the other, and comes back when the server does.

use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use postgres::CancelToken;

use super::problem::{Kind, Problem};
use super::session::Session;
use crate::call::{Access, Call};
use crate::message::{Connection, Message, Number, Reply};

/// The first wait for a lost server; each further one is twice as long.
const FIRST_WAIT: Duration = Duration::from_millis(500);
/// The longest wait: a restart or a failover may take minutes.
const LONGEST_WAIT: Duration = Duration::from_secs(15);

/// A session and what is known of its server.
pub struct Opened {
    /// The session.
    pub session: Session,
    /// Whether the server is a standby.
    pub is_standby: bool,
}

/// Opens a session, as often as one is needed.
pub type Opener = Box<dyn FnMut() -> Result<Opened, Problem> + Send>;

enum Order {
    Call(Number, Call),
    /// Try again now.
    Reconnect,
}

/// The worker's handle.
pub struct Worker {
    orders: Sender<Order>,
    cancel: Arc<Mutex<Option<CancelToken>>>,
}

impl Worker {
    /// Starts the thread; what it has to say comes as messages.
    #[must_use]
    pub fn start(open: Opener, out: Sender<Message>) -> Self {
        let (orders, inbox) = mpsc::channel();
        let cancel = Arc::new(Mutex::new(None));
        let desk = Desk {
            open,
            inbox,
            out,
            cancel: Arc::clone(&cancel),
            waiting: VecDeque::new(),
            session: None,
        };
        thread::spawn(move || desk.work());
        Self { orders, cancel }
    }

    /// Makes a call when those before it are done.
    pub fn call(&self, number: Number, call: Call) {
        // The thread ends only with the program.
        let _ = self.orders.send(Order::Call(number, call));
    }

    /// Tries to reach a lost server now.
    pub fn reconnect(&self) {
        let _ = self.orders.send(Order::Reconnect);
    }

    /// Cancels the running call; it answers with a problem then. Takes a connection of its own, so a thread of its own.
    pub fn cancel(&self, connect: impl FnOnce(CancelToken) + Send + 'static) {
        let token = self
            .cancel
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        if let Some(token) = token {
            thread::spawn(move || connect(token));
        }
    }
}

struct Desk {
    open: Opener,
    inbox: Receiver<Order>,
    out: Sender<Message>,
    cancel: Arc<Mutex<Option<CancelToken>>>,
    waiting: VecDeque<(Number, Call)>,
    session: Option<Session>,
}

impl Desk {
    fn work(mut self) {
        if !self.connect() {
            return;
        }
        loop {
            let (number, call) = match self.waiting.pop_front() {
                Some(next) => next,
                None => match self.inbox.recv() {
                    Ok(Order::Call(number, call)) => (number, call),
                    Ok(Order::Reconnect) => continue,
                    Err(_) => return,
                },
            };
            if !self.answer(number, call) {
                return;
            }
        }
    }

    /// Makes a call; false when nobody listens any more.
    fn answer(&mut self, number: Number, call: Call) -> bool {
        let Some(session) = &mut self.session else {
            self.waiting.push_front((number, call));
            return self.connect();
        };
        let result = session.call(&call);
        let lost = matches!(&result, Err(problem) if problem.kind == Kind::Unreachable);
        if lost {
            self.session = None;
            if call.access() == Access::Reads {
                self.waiting.push_front((number, call));
            } else if !self.tell(number, &call, Err(Problem::unknown_outcome())) {
                return false;
            }
            return self.connect();
        }
        self.tell(number, &call, result)
    }

    fn tell(&self, number: Number, call: &Call, result: Result<Vec<String>, Problem>) -> bool {
        let reply = Reply {
            number,
            function: call.function(),
            result,
        };
        self.out.send(Message::Reply(reply)).is_ok()
    }

    /// Connects, however long it takes; false when nobody listens any more.
    fn connect(&mut self) -> bool {
        let mut wait = FIRST_WAIT;
        loop {
            match (self.open)() {
                Ok(opened) => {
                    *self.cancel.lock().unwrap_or_else(PoisonError::into_inner) =
                        Some(opened.session.cancel_token());
                    self.session = Some(opened.session);
                    let is_standby = opened.is_standby;
                    return self
                        .out
                        .send(Message::Connection(Connection::Connected { is_standby }))
                        .is_ok();
                }
                Err(problem) => {
                    let lost = Connection::Lost {
                        why: problem.to_string(),
                        retry_in: wait,
                    };
                    if self.out.send(Message::Connection(lost)).is_err() {
                        return false;
                    }
                }
            }
            if !self.wait(wait) {
                return false;
            }
            wait = (wait * 2).min(LONGEST_WAIT);
        }
    }

    /// Waits for the next try and keeps what is asked for meanwhile; false when nobody listens any more.
    fn wait(&mut self, time: Duration) -> bool {
        let until = std::time::Instant::now() + time;
        loop {
            let left = until.saturating_duration_since(std::time::Instant::now());
            match self.inbox.recv_timeout(left) {
                Ok(Order::Call(number, call)) => self.waiting.push_back((number, call)),
                Ok(Order::Reconnect) | Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }
}
