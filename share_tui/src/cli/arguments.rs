//! The command line: psql's first argument and options, ours, and the subcommands. `-h` is the host, as in psql.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, ValueEnum, ValueHint};

use super::command::Command;

/// The operator's terminal for `pg_share`: see, search, understand and end the share links of an installation.
///
/// Without a subcommand it opens the screens. It connects as psql does: by a URI, a conninfo string or the name of a
/// database, by options, PG* variables, ~/.pgpass and the service file.
#[derive(Debug, Parser)]
#[command(
    name = "share_tui",
    version,
    disable_help_flag = true,
    disable_help_subcommand = true,
    max_term_width = 100,
    after_long_help = EXIT_CODES
)]
pub struct Arguments {
    /// URI, conninfo string or database, as psql takes it; a database named like a subcommand goes to -d
    #[arg(value_name = "CONNECTION")]
    pub(super) target: Option<String>,
    /// Where to connect.
    #[command(flatten)]
    pub(super) reach: Reach,
    /// How to run.
    #[command(flatten)]
    pub(super) manner: Manner,
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// Said at the end of the help, and held against `docs/share_tui/exit_codes.md` by a test.
pub const EXIT_CODES: &str = "\
Exit codes:
  0    done
  1    failed
  2    usage: the command line, the configuration or a value is not accepted
  3    there is no such thing
  4    conflict: it is so already, has ended, or somebody was faster
  5    denied
  6    the server cannot be reached, or was lost
  7    pg_share is not installed, not migrated or too old
  8    read-only: the session or the server only reads
  130  interrupted";

/// Where to connect.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
#[command(next_help_heading = "Connection")]
pub(super) struct Reach {
    /// Host of the server or folder of its socket
    #[arg(short = 'h', long, global = true, value_name = "HOST", value_hint = ValueHint::Hostname)]
    pub(super) host: Option<String>,
    /// Port of the server
    #[arg(short = 'p', long, global = true)]
    pub(super) port: Option<String>,
    /// User of the database
    #[arg(short = 'U', long, global = true, value_name = "USER", value_hint = ValueHint::Username)]
    pub(super) username: Option<String>,
    /// Database, or all that CONNECTION may be
    #[arg(short = 'd', long, global = true)]
    pub(super) dbname: Option<String>,
    /// Ask for the password before connecting
    #[arg(short = 'W', long, global = true, conflicts_with = "no_password")]
    pub(super) password: bool,
    /// Never ask for a password
    #[arg(short = 'w', long, global = true)]
    pub(super) no_password: bool,
    /// A connection of the configuration
    #[arg(long, global = true, value_name = "NAME", conflicts_with = "dbname")]
    pub(super) connection: Option<String>,
    /// The demo cluster that `make demo` keeps running
    #[arg(long, global = true, conflicts_with_all = ["dbname", "connection", "host", "port", "username"])]
    pub(super) demo: bool,
    /// Change nothing; the server enforces it
    #[arg(long, global = true)]
    pub(super) read_only: bool,
    /// What this system is called, shown on every screen
    #[arg(long, global = true)]
    pub(super) label: Option<String>,
    /// Longest time for one call, such as 30s or 5min
    #[arg(long, global = true, value_parser = super::time::timeout)]
    pub(super) timeout: Option<String>,
}

/// How to run.
#[derive(Debug, Args)]
#[command(next_help_heading = "Running")]
pub(super) struct Manner {
    /// Configuration in place of the one below `XDG_CONFIG_HOME`
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(super) config: Option<PathBuf>,
    /// Colours; auto looks at the terminal, `NO_COLOR` and `CLICOLOR_FORCE`
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: When,
    /// Leave the mouse to the terminal
    #[arg(long, global = true)]
    pub(super) no_mouse: bool,
    /// Rows as the database gives them, one JSON value per line
    #[arg(long, global = true)]
    pub(super) json: bool,
    /// Do it without asking
    #[arg(long, global = true)]
    pub(super) yes: bool,
    /// Print help
    #[arg(long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    /// At a terminal, unless the environment says otherwise.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl When {
    /// Whether to use colours, given a variable's value by its name. What the command line says goes before the environment.
    pub(super) fn decide(
        self,
        is_terminal: bool,
        variable: impl Fn(&str) -> Option<String>,
    ) -> bool {
        let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto if is_set("NO_COLOR") => false,
            Self::Auto => {
                is_terminal
                    || variable("CLICOLOR_FORCE").is_some_and(|it| it != "0" && !it.is_empty())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory as _, Parser as _};

    use super::{Arguments, When};

    fn read(line: &str) -> Result<Arguments, clap::Error> {
        Arguments::try_parse_from(line.split_whitespace())
    }

    #[test]
    fn every_command_is_sound() {
        Arguments::command().debug_assert();
    }

    /// The options of all commands below one, with the words that lead there.
    fn options(command: &clap::Command, words: &str, found: &mut Vec<(String, String)>) {
        for below in command.get_subcommands() {
            let words = format!("{words} {}", below.get_name());
            let own = below.get_arguments().filter_map(clap::Arg::get_long);
            found.extend(own.map(|long| (words.clone(), long.to_owned())));
            options(below, &words, found);
        }
    }

    #[test]
    fn no_command_has_an_option_that_means_another_thing_for_all_of_them() {
        let command = Arguments::command();
        let of_all: Vec<&str> = command
            .get_arguments()
            .filter(|argument| argument.is_global_set())
            .filter_map(clap::Arg::get_long)
            .collect();
        assert!(of_all.contains(&"label"), "{of_all:?}");
        let mut found = Vec::new();
        options(&command, "share_tui", &mut found);
        found.retain(|(_, long)| of_all.contains(&long.as_str()));
        assert_eq!(Vec::<(String, String)>::new(), found);
    }

    #[test]
    fn the_host_is_h_and_stands_before_or_after_a_subcommand() {
        for line in ["share_tui -h db share list", "share_tui share list -h db"] {
            assert_eq!(Some("db"), read(line).unwrap().reach.host.as_deref());
        }
        let with = read("share_tui postgres://a/b share list --json").unwrap();
        assert_eq!(Some("postgres://a/b"), with.target.as_deref());
        assert!(with.manner.json && with.command.is_some());
    }

    #[test]
    fn what_contradicts_itself_is_refused() {
        for line in [
            "share_tui -W -w",
            "share_tui -d db --connection production",
            "share_tui --demo -h db",
            "share_tui share",
            "share_tui share list --state broken",
        ] {
            assert_eq!(2, read(line).map(|_| ()).unwrap_err().exit_code(), "{line}");
        }
    }

    #[test]
    fn colours_follow_the_option_then_the_environment_then_the_terminal() {
        let none = |_: &str| None;
        let no = |name: &str| (name == "NO_COLOR").then(|| "1".to_owned());
        let force = |name: &str| (name == "CLICOLOR_FORCE").then(|| "1".to_owned());
        assert!(When::Auto.decide(true, none) && !When::Auto.decide(false, none));
        assert!(!When::Auto.decide(true, no) && When::Always.decide(false, no));
        assert!(When::Auto.decide(false, force) && !When::Never.decide(true, force));
    }
}
