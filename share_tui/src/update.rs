//! What happens when something happens: a new model, and what is to be done outside of it. Pure.

use crossterm::event::{KeyEvent, MouseEvent, MouseEventKind};

use crate::action::Action;
use crate::desk::{Desk, Effect, Notice, Step, Tone};
use crate::message::{Connection, Message};
use crate::model::{Clock, Model, Pending, Popup};
use crate::popup;
use crate::screen::{Event, Screen};

/// How many keys wait at most: more than anybody types ahead.
const HELD: usize = 16;

/// Opens the first screen.
#[must_use]
pub fn start(model: &mut Model, screen: Box<dyn Screen>) -> Vec<Effect> {
    let mut desk = Desk::new(model.clock.now, model.next_number);
    desk.open(screen);
    settle(model, desk)
}

/// Takes a message in.
#[must_use]
pub fn update(model: &mut Model, message: Message, clock: Clock) -> Vec<Effect> {
    model.clock = clock;
    model.look.now = clock.now;
    match message {
        Message::Key(key) => press(model, key),
        Message::Paste(text) => {
            if model.popup.is_none() && top_takes_text(model) {
                return tell(model, Event::Pasted(text));
            }
            Vec::new()
        }
        Message::Mouse(mouse) => turn(model, mouse),
        Message::Resize | Message::Resumed => Vec::new(),
        Message::Reply(reply) => {
            model.pending.remove(&reply.number);
            let mut effects = tell(model, Event::Reply(reply));
            effects.append(&mut go_on(model));
            effects
        }
        Message::Connection(connection) => connected(model, connection),
        Message::Fetched(result) => tell(model, Event::Fetched(result)),
        Message::Announced { channel, .. } => tell(model, Event::Announced { channel }),
        Message::Woken => {
            if model.wake_at.is_some_and(|at| at <= clock.elapsed) {
                model.wake_at = None;
                return tell(model, Event::Woken);
            }
            Vec::new()
        }
        Message::Suspend => vec![Effect::Suspend],
        Message::Terminate => vec![Effect::Quit],
    }
}

/// The wheel goes up and down as the keys do.
fn turn(model: &mut Model, mouse: MouseEvent) -> Vec<Effect> {
    let action = match mouse.kind {
        MouseEventKind::ScrollUp => Action::Up,
        MouseEventKind::ScrollDown => Action::Down,
        _ => return Vec::new(),
    };
    let may = model.popup.is_none()
        && !top_takes_text(model)
        && model.screens.last().is_some_and(|top| top.offers(action));
    if may {
        return tell(model, Event::Action(action));
    }
    Vec::new()
}

fn top_takes_text(model: &Model) -> bool {
    model
        .screens
        .last()
        .is_some_and(|screen| screen.takes_text())
}

fn connected(model: &mut Model, connection: Connection) -> Vec<Effect> {
    let was_lost = matches!(model.connection, Connection::Lost { .. });
    model.lost_at = matches!(connection, Connection::Lost { .. }).then_some(model.clock.elapsed);
    let is_back = matches!(connection, Connection::Connected { .. }) && was_lost;
    model.connection = connection;
    if is_back {
        return tell(model, Event::Reconnected);
    }
    Vec::new()
}

fn is_reading(model: &Model) -> bool {
    model.popup.is_none()
        && !top_takes_text(model)
        && model.screens.last().is_some_and(|top| top.is_reading())
}

/// Presses the keys that have waited. What opens meanwhile was not seen by who pressed those behind it: they are dropped.
fn go_on(model: &mut Model) -> Vec<Effect> {
    let mut effects = Vec::new();
    let depth = model.screens.len();
    while !is_reading(model)
        && let Some(key) = model.held.pop_front()
    {
        effects.append(&mut press(model, key));
        if model.popup.is_some() || top_takes_text(model) || model.screens.len() != depth {
            model.held.clear();
        }
    }
    effects
}

/// What goes on although rows are being read.
fn waits_for_nothing(action: Action) -> bool {
    matches!(
        action,
        Action::Quit
            | Action::Suspend
            | Action::Cancel
            | Action::Help
            | Action::Palette
            | Action::Refresh
            | Action::Back
            | Action::Filter
            | Action::NextPart
            | Action::PreviousPart
    )
}

fn press(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    // A problem has been seen when a key is pressed.
    model.notice = None;
    if let Some(popup) = model.popup.take() {
        return popup::press(model, popup, key);
    }
    let action = model.keymap.action(model.contexts(), key);
    if top_takes_text(model) {
        // What ends or suspends the program does so everywhere; the rest is text or the screen's own.
        return match action {
            Some(Action::Suspend) => vec![Effect::Suspend],
            Some(Action::Quit) if !is_text(key) => vec![Effect::Quit],
            Some(Action::Cancel) => vec![Effect::CancelCall],
            Some(action @ (Action::NextField | Action::PreviousField | Action::Save)) => {
                tell(model, Event::Action(action))
            }
            _ => tell(model, Event::Typed(key)),
        };
    }
    if let Some(action) = action
        && is_reading(model)
    {
        if !waits_for_nothing(action) {
            if model.held.len() < HELD {
                model.held.push_back(key);
            }
            return Vec::new();
        }
        model.held.clear();
    }
    match action {
        None => Vec::new(),
        Some(Action::Quit) => vec![Effect::Quit],
        Some(Action::Suspend) => vec![Effect::Suspend],
        Some(Action::Cancel) => vec![Effect::CancelCall],
        Some(Action::Help) => {
            model.popup = Some(Popup::Help { scrolled: 0 });
            Vec::new()
        }
        Some(Action::Palette) => {
            model.popup = Some(Popup::Palette {
                typed: tui_input::Input::default(),
                chosen: 0,
            });
            Vec::new()
        }
        Some(Action::Refresh) if model.lost_at.is_some() => vec![Effect::Reconnect],
        Some(action) if !model.screens.last().is_some_and(|top| top.offers(action)) => Vec::new(),
        Some(action) => tell(model, Event::Action(action)),
    }
}

/// Whether a key would write something.
fn is_text(key: KeyEvent) -> bool {
    use crossterm::event::{KeyCode, KeyModifiers};
    matches!(key.code, KeyCode::Char(_))
        && !key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
}

/// Gives an event to the screen on top, and replies to all, since each knows its own.
pub(crate) fn tell(model: &mut Model, event: Event) -> Vec<Effect> {
    let mut desk = Desk::new(model.clock.now, model.next_number);
    if let Event::Reply(_) = event {
        for screen in &mut model.screens {
            screen.on(event.clone(), &mut desk);
        }
    } else if let Some(screen) = model.screens.last_mut() {
        screen.on(event, &mut desk);
    }
    settle(model, desk)
}

/// Takes over what was collected, and goes where the screen wants to.
pub(crate) fn settle(model: &mut Model, mut desk: Desk) -> Vec<Effect> {
    let mut effects = Vec::new();
    loop {
        let steps = std::mem::take(&mut desk.steps);
        if steps.is_empty() {
            break;
        }
        for step in steps {
            go(model, step, &mut desk);
        }
    }
    for effect in &desk.effects {
        if let Effect::Ask(number, call) = effect {
            let pending = Pending {
                function: call.function(),
                since: model.clock.elapsed,
            };
            model.pending.insert(*number, pending);
        }
    }
    effects.append(&mut desk.effects);
    model.next_number = desk.next_number;
    if let Some(notice) = desk.notice {
        // A problem is not covered by good news.
        let keeps = matches!(
            &model.notice,
            Some(Notice {
                tone: Tone::Problem,
                ..
            })
        ) && notice.tone != Tone::Problem;
        if !keeps {
            model.notice = Some(notice);
        }
    }
    if let Some(question) = desk.question {
        model.popup = Some(Popup::Question(question));
    }
    if let Some(wish) = desk.wake_in {
        let at = model.clock.elapsed + wish;
        model.wake_at = Some(model.wake_at.map_or(at, |known| known.min(at)));
    }
    effects
}

fn go(model: &mut Model, step: Step, desk: &mut Desk) {
    match step {
        Step::Push(mut screen) => {
            screen.on(Event::Opened, desk);
            model.screens.push(screen);
        }
        Step::Replace(mut screen) => {
            model.screens.pop();
            screen.on(Event::Opened, desk);
            model.screens.push(screen);
        }
        // The first screen is the bottom.
        Step::Back if model.screens.len() < 2 => {}
        Step::Back => {
            model.screens.pop();
            if let Some(below) = model.screens.last_mut() {
                below.on(Event::Returned, desk);
            }
        }
    }
}
