//! Completions and manual pages, made from the one description of the command line.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use clap::CommandFactory as _;
use clap_complete::Shell;
use clap_mangen::Man;

use super::arguments::Arguments;
use super::failure::Failure;

/// Prints the completions of a shell.
pub(super) fn completions(shell: Shell) -> Result<(), Failure> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "share_tui", &mut text);
    Ok(io::stdout().write_all(&text)?)
}

/// Prints the page of the program.
pub(super) fn print() -> Result<(), Failure> {
    let mut text = Vec::new();
    Man::new(Arguments::command()).render(&mut text)?;
    Ok(io::stdout().write_all(&text)?)
}

/// Writes a page for the program and one for each subcommand.
pub(super) fn write(folder: &Path) -> Result<(), Failure> {
    let came = |came: io::Error| Failure::Usage(format!("{}: {came}", folder.display()));
    fs::create_dir_all(folder).map_err(came)?;
    let mut program = Arguments::command();
    program.build();
    let mut pages = vec![("share_tui".to_owned(), program)];
    let mut number = 0;
    while let Some((name, command)) = pages.pop() {
        for below in command.get_subcommands() {
            pages.push((format!("{name}-{}", below.get_name()), below.clone()));
        }
        let mut text = Vec::new();
        Man::new(command).render(&mut text)?;
        fs::write(folder.join(format!("{name}.1")), text).map_err(came)?;
        number += 1;
    }
    super::tell(&format!(
        "{number} pages were written to {}",
        folder.display()
    ));
    Ok(())
}
