//! Opens the screens: the first connection while the terminal is still the shell's, so that a password can be asked for and
//! what is missing can be said; later ones by the worker.

use std::sync::Arc;
use std::thread;

use postgres::fallible_iterator::FallibleIterator as _;

use super::connection::{Newest, Target};
use super::failure::Failure;
use super::installed::Installed;
use crate::app::{self, Services, Watch};
use crate::config::Config;
use crate::db::problem::Problem;
use crate::db::session::Session;
use crate::db::worker::{Opened, Opener, Worker};
use crate::log;
use crate::message::Message;
use crate::model::Model;
use crate::screen::overview::Overview;
use crate::update::start;

/// How long to wait before listening again.
const PAUSE: std::time::Duration = std::time::Duration::from_secs(2);

/// Runs until the operator has had enough.
pub(super) fn open(
    target: Target,
    config: &Config,
    is_coloured: bool,
    no_mouse: bool,
) -> Result<(), Failure> {
    let newest = Newest::default();
    let mut first = Some(opened(&target, &newest, true)?);
    let system = target.system.clone();
    let target = Arc::new(target);
    let (again, cancelled) = (Arc::clone(&target), newest.clone());
    let opener: Opener = Box::new(move || match first.take() {
        Some(opened) => Ok(opened),
        None => opened(&again, &newest, false),
    });
    let watch = Watch::default();
    let (out, inbox) = app::channel();
    let worker = Worker::start(opener, out.clone());
    let mut model = Model::new(system, config.keymap.clone(), is_coloured, watch.clock());
    let effects = start(&mut model, Box::new(Overview::default()));
    let announced = out.clone();
    let services = Services {
        worker,
        out,
        has_mouse: config.has_mouse && !no_mouse,
        cancel: Arc::new(move |_| cancelled.cancel()),
        listen: Box::new(move |channel| listen(&target, channel, announced.clone())),
    };
    Ok(app::run(&mut model, effects, &watch, &inbox, services)?)
}

/// A session; the first one may ask for a password.
fn opened(target: &Target, newest: &Newest, may_ask: bool) -> Result<Opened, Problem> {
    let connected = if may_ask {
        target.connect()?
    } else {
        target.connect_again()?
    };
    newest.is(connected.cancel);
    let mut client = connected.client;
    let found = Installed::look(&mut client)?;
    if let Some(problem) = found.problem(true) {
        return Err(problem);
    }
    Ok(Opened {
        session: Session::new(client, target.system.is_read_only),
        is_standby: found.is_standby,
    })
}

/// Hears a channel on a session of its own, and comes back when the server does.
fn listen(target: &Arc<Target>, channel: &'static str, out: std::sync::mpsc::Sender<Message>) {
    let target = Arc::clone(target);
    thread::spawn(move || {
        loop {
            match heard(&target, channel, &out) {
                // Nobody listens any more.
                Ok(()) => return,
                Err(problem) => log::write("listen", &problem.to_string()),
            }
            thread::sleep(PAUSE);
        }
    });
}

fn heard(
    target: &Target,
    channel: &'static str,
    out: &std::sync::mpsc::Sender<Message>,
) -> Result<(), Problem> {
    let mut client = target.connect_again()?.client;
    let came = |came: postgres::Error| Problem::from(&came);
    client
        .batch_execute(&format!("listen {channel}"))
        .map_err(came)?;
    let mut notifications = client.notifications();
    let mut told = notifications.blocking_iter();
    while let Some(heard) = told.next().map_err(came)? {
        let message = Message::Announced {
            channel: heard.channel().to_owned(),
            payload: heard.payload().to_owned(),
        };
        if out.send(message).is_err() {
            return Ok(());
        }
    }
    Err(Problem::new(
        crate::db::problem::Kind::Unreachable,
        "the server has gone",
        None,
    ))
}
