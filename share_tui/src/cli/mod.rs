//! The command line: reads it, and either opens the screens or does what a subcommand says.
//!
//! Data goes to standard output, everything else to standard error; the exit code tells programs what became of it.

mod access_request;
mod account;
mod arguments;
mod ask;
mod attribute;
mod cell;
mod change;
mod command;
mod comment;
mod connection;
mod delivery;
mod demo;
mod document;
mod drive;
mod event;
mod export;
mod failure;
mod file;
mod filter;
mod init;
mod installed;
mod interrupt;
mod job;
mod key;
mod manual;
mod member;
mod output;
mod pages;
mod perform;
mod preview;
mod progress;
mod recipient;
mod screens;
mod share;
mod share_fields;
mod share_many;
mod stack;
mod table;
mod tail;
mod task;
mod time;
mod transcript;
mod value;

use std::io::{self, IsTerminal as _, Write as _};

use clap::Parser as _;

pub use arguments::{Arguments, EXIT_CODES};

use self::command::{Command, ConfigCommand};
use self::connection::Target;
use self::failure::Failure;
use self::installed::Installed;
use self::interrupt::Interrupt;
use self::output::Output;
use self::perform::Desk;
use crate::config::Config;
use crate::db::session::Session;
use crate::{log, place};

/// The schema of what `--json` gives.
const SCHEMA: &str = include_str!("../../../docs/share_tui/rows.schema.json");

/// Runs the program and returns its exit code.
#[must_use]
pub fn run() -> u8 {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(said) => {
            // Help and version are no failure, whoever reads them.
            let _ = said.print();
            return u8::try_from(said.exit_code()).unwrap_or(2);
        }
    };
    if let Err(came) = log::begin() {
        tell(&format!("no log is written: {came}"));
    }
    match start(arguments) {
        Ok(()) => 0,
        Err(failure) => {
            let code = failure.code();
            let words = failure.to_string();
            if code != 0 && !words.is_empty() {
                for line in words.lines() {
                    tell(&format!("share_tui: {}", crate::text::clean(line)));
                }
                log::write("ended", &format!("{code} {words}"));
            }
            code
        }
    }
}

fn start(arguments: Arguments) -> Result<(), Failure> {
    let Arguments {
        target,
        reach,
        manner,
        command,
    } = arguments;
    let command = match command {
        Some(Command::Schema) => return Ok(io::stdout().write_all(SCHEMA.as_bytes())?),
        Some(Command::Completions { shell }) => return manual::completions(shell),
        Some(Command::Man { to: None }) => return manual::print(),
        Some(Command::Man { to: Some(folder) }) => return manual::write(&folder),
        other => other,
    };
    let file = manner.config.clone().or_else(place::config);
    if let Some(Command::Config(ConfigCommand::Path)) = command {
        let file =
            file.ok_or_else(|| Failure::Usage("there is no home to look for it".to_owned()))?;
        return Ok(writeln!(io::stdout(), "{}", file.display())?);
    }
    let config = match &file {
        Some(file) => Config::read(file, manner.config.is_some()).map_err(Failure::Usage)?,
        None => Config::default(),
    };
    let variable = |name: &str| std::env::var(name).ok();
    let is_coloured = config.is_coloured
        && manner.color.decide(io::stdout().is_terminal(), variable)
        || manner.color == arguments::When::Always;
    let mut needs_tables = true;
    let task = match command {
        None if manner.json || manner.yes => {
            return Err(Failure::Usage(
                "--json and --yes go with a subcommand".to_owned(),
            ));
        }
        None => {
            let target = Target::resolve(&reach, target.as_deref(), &config)?;
            return screens::open(target, &config, is_coloured, manner.no_mouse);
        }
        Some(Command::Config(_)) => {
            let file = file.map_or_else(String::new, |file| file.display().to_string());
            tell(&crate::text::clean(&format!(
                "{file}: nothing is wrong with it"
            )));
            return Ok(());
        }
        Some(Command::Init) => None,
        Some(command) => {
            // These say themselves that there are no tables.
            needs_tables = !matches!(command, Command::Overview | Command::Doctor);
            command.task()?
        }
    };
    let target = Target::resolve(&reach, target.as_deref(), &config)?;
    // Until then, and while a password is asked for, a signal does what it always does.
    let Some(task) = task else {
        return init::perform(&target, manner.yes);
    };
    let connected = target.connect()?;
    let interrupt = Interrupt::hear()?;
    if reach.timeout.is_some() && !connected.session_set {
        tell("warning: a pooler has refused the setting, so --timeout is not in force");
    }
    let mut client = connected.client;
    if let Some(problem) = Installed::look(&mut client)?.problem(needs_tables) {
        return Err(problem.into());
    }
    interrupt.cancels(Some(connected.cancel));
    let mut desk = Desk {
        session: Session::new(client, target.system.is_read_only),
        output: Output::new(manner.json, is_coloured),
        interrupt,
        target: &target,
        says_yes: manner.yes,
    };
    desk.perform(task)
}

/// Says something to people. Whether they hear it changes nothing.
fn tell(words: &str) {
    let _ = writeln!(io::stderr(), "{words}");
}
