//! The program behind `make db`, `make db-stop`, `make psql` and `make clean`.
//!
//! Standard output is the URI and nothing else.

use std::process::ExitCode;

use share_tests::{Development, Place, Result};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["start"] => start(false),
        ["start", "--fresh"] => start(true),
        ["stop"] => stop(),
        ["remove"] => remove(),
        _ => {
            eprintln!("usage: db start [--fresh] | stop | remove");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(came) => {
            eprintln!("{came}");
            ExitCode::FAILURE
        }
    }
}

fn start(fresh: bool) -> Result {
    println!("{}", Development::find()?.start(fresh)?);
    Ok(())
}

fn stop() -> Result {
    let mut stopped = false;
    for cluster in Development::all()? {
        stopped |= cluster.stop()?;
    }
    eprintln!(
        "{}",
        if stopped {
            "stopped; the data is kept"
        } else {
            "no development cluster runs"
        }
    );
    Ok(())
}

/// Also takes away what stands outside of `target`, because nobody else knows where.
fn remove() -> Result {
    for cluster in Development::all()? {
        cluster.remove()?;
    }
    Place::get()?.remove_elsewhere()
}
