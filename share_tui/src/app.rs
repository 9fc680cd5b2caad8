//! The loop: receive, update, perform, draw. Blocks while nothing happens.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Instant;

use crossterm::event::{self, Event, KeyEventKind};
use jiff::Timestamp;
use postgres::CancelToken;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use crate::db::worker::Worker;
use crate::desk::{Effect, Tone};
use crate::message::Message;
use crate::model::{Clock, Model};
use crate::picture::{Painter, fetch};
use crate::terminal::Terminal;
use crate::update::update;
use crate::view::view;

/// What the program needs from outside.
pub struct Services {
    /// Who owns the connection.
    pub worker: Worker,
    /// Cancels with a token.
    pub cancel: Arc<dyn Fn(CancelToken) + Send + Sync>,
    /// Whether the mouse is taken from the terminal.
    pub has_mouse: bool,
    /// Where messages go.
    pub out: Sender<Message>,
    /// Starts to hear a channel.
    pub listen: Box<dyn FnMut(&'static str)>,
}

/// Tells the time.
pub struct Watch(Instant);

impl Default for Watch {
    fn default() -> Self {
        Self(Instant::now())
    }
}

impl Watch {
    /// The time now.
    #[must_use]
    pub fn clock(&self) -> Clock {
        Clock {
            now: Timestamp::now(),
            elapsed: self.0.elapsed(),
        }
    }
}

/// Runs until the operator has had enough.
///
/// # Errors
/// A terminal that is gone.
pub fn run(
    model: &mut Model,
    first: Vec<Effect>,
    watch: &Watch,
    inbox: &Receiver<Message>,
    mut services: Services,
) -> io::Result<()> {
    let mut terminal = Terminal::take()?;
    if services.has_mouse {
        terminal.take_mouse()?;
    }
    model.set_painter(Painter::of_terminal());
    hear(services.out.clone())?;
    let mut effects = first;
    loop {
        for effect in std::mem::take(&mut effects) {
            if !perform(effect, model, &mut terminal, &mut services)? {
                return Ok(());
            }
        }
        terminal.draw(|frame| view(model, frame))?;
        let first = match model.wait() {
            None => inbox.recv().unwrap_or(Message::Terminate),
            Some(time) => match inbox.recv_timeout(time) {
                Ok(message) => message,
                Err(RecvTimeoutError::Timeout) => Message::Woken,
                Err(RecvTimeoutError::Disconnected) => Message::Terminate,
            },
        };
        // What has come meanwhile is taken in before the next picture.
        let mut next = Some(first);
        while let Some(message) = next {
            if matches!(message, Message::Resumed) {
                terminal.take_again()?;
            }
            effects.extend(update(model, message, watch.clock()));
            next = inbox.try_recv().ok();
        }
    }
}

/// Does something outside of the model; false ends the program.
fn perform(
    effect: Effect,
    model: &mut Model,
    terminal: &mut Terminal,
    services: &mut Services,
) -> io::Result<bool> {
    match effect {
        Effect::Ask(number, call) => services.worker.call(number, call),
        Effect::CancelCall => {
            let cancel = Arc::clone(&services.cancel);
            services.worker.cancel(move |token| cancel(token));
        }
        Effect::Reconnect => services.worker.reconnect(),
        Effect::Listen(channel) => (services.listen)(channel),
        Effect::Fetch(url) => {
            let out = services.out.clone();
            thread::spawn(move || out.send(Message::Fetched(fetch(&url))));
        }
        Effect::Copy(text) => {
            Terminal::copy(&text)?;
            model.say(Tone::Done, "sent to the terminal's clipboard");
        }
        Effect::Write { file, text } => match std::fs::write(&file, text) {
            Ok(()) => model.say(Tone::Done, format!("written to {}", file.display())),
            Err(came) => model.say(Tone::Problem, format!("{}: {came}", file.display())),
        },
        Effect::Suspend => terminal.suspend()?,
        Effect::Quit => return Ok(false),
    }
    Ok(true)
}

/// Starts the threads that bring keys and signals.
fn hear(out: Sender<Message>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    let signalled = out.clone();
    thread::spawn(move || {
        for signal in signals.forever() {
            let message = match signal {
                SIGTSTP => Message::Suspend,
                SIGCONT => Message::Resumed,
                _ => Message::Terminate,
            };
            if signalled.send(message).is_err() {
                return;
            }
        }
    });
    thread::spawn(move || {
        loop {
            let message = match event::read() {
                Ok(Event::Key(key)) if key.kind != KeyEventKind::Release => Message::Key(key),
                Ok(Event::Paste(text)) => Message::Paste(text),
                Ok(Event::Mouse(mouse)) => Message::Mouse(mouse),
                Ok(Event::Resize(..)) => Message::Resize,
                Ok(_) => continue,
                Err(_) => Message::Terminate,
            };
            let is_over = matches!(message, Message::Terminate);
            if out.send(message).is_err() || is_over {
                return;
            }
        }
    });
    Ok(())
}

/// Makes the one channel.
#[must_use]
pub fn channel() -> (Sender<Message>, Receiver<Message>) {
    mpsc::channel()
}
