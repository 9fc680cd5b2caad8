//! The program behind `make demo`: shares a real film from a throw-away cluster, plays it from a stock nginx, proves it.
//!
//! It exits with 0 only if every step held, and leaves nothing behind.

mod answers;
mod library;
mod media;
mod pages;
mod playlist;
mod proof;
mod script;
mod shared;
mod stage;
mod steps;
mod terminal;

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use share_tests::{Place, Result};

use crate::proof::Proof;
use crate::shared::Shared;
use crate::stage::Stage;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(came) => {
            eprintln!("{came}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<bool> {
    let stage = Stage::set()?;
    let shared = stage.shared()?;
    let [public, private, segment, other] = &shared;
    let library = stage.library(public, segment)?;
    for (share, subtitles) in [
        (public, Some(&library.subtitles)),
        (private, None),
        (segment, Some(&library.segment_subtitles)),
        (other, None),
    ] {
        pages::write(stage.pages(), share, subtitles.map(String::as_str))?;
    }
    println!(
        "\nThe comments as an editor imports them, an edit decision list with a locator for each:"
    );
    println!("{}", library.comments_edl.replace('\r', "").trim_end());

    println!("\nThe links. Any HLS player takes a stream as it is.");
    for share in [public, private, segment] {
        println!("  {:8} page     {}", share.name, share.page);
        println!("           stream   {}", share.stream);
        println!("           download {}", share.download);
    }

    println!("\nThe proof: what nginx, which knows nothing of this database but the key, answers.");
    let mut proof = Proof::default();
    for (share, source) in [
        (public, media::FILM),
        (private, media::FILM),
        (segment, media::CLIP),
    ] {
        steps::prove(&mut proof, stage.media(), share, source, other);
    }
    steps::prove_bounds(&mut proof, segment, public, other);
    steps::prove_library(&mut proof, &library, public, private, segment);
    println!("\n{}", proof.summary());
    if !proof.held() {
        eprintln!("nginx has complained:\n{}", stage.complaints());
    }

    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        stay(&stage, public)?;
    } else {
        println!(
            "Both servers stop now. At a terminal `make demo` keeps them until you press Enter, so that the links can be opened.\n\
             `make psql` opens a database of your own with the extension and its empty tables."
        );
    }
    Ok(proof.held())
}

/// Keeps the servers until Enter or the end of input. A signal ends the program at once; the harness's watchdog stops the servers then.
fn stay(stage: &Stage, public: &Shared) -> Result {
    println!(
        "\nOpen this in a browser:          {}\n\
         The player alone, from second 3: {}\n\
         Look into the demo's database:   {} '{}'\n\
         A database of your own:          make psql\n",
        public.page,
        public.player,
        Place::get()?.installation().program("psql").display(),
        stage.uri(),
    );
    let _address = terminal::Address::leave(&stage.uri())?;
    let program = terminal::program();
    loop {
        if program.is_some() {
            println!(
                "Type t and Enter to look at it with share_tui (elsewhere: share_tui --demo)."
            );
        }
        println!("Press Enter to stop both servers and remove all of it.");
        let mut answer = String::new();
        io::stdin().read_line(&mut answer)?;
        match &program {
            Some(program) if answer.trim() == "t" => terminal::open(program),
            _ => return Ok(()),
        }
    }
}
