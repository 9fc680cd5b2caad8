//! Arguments, connection, terminal.

#![forbid(unsafe_code)]

use std::process::ExitCode;

use share_tui::app::{self, Services, Watch};
use share_tui::db::problem::Problem;
use share_tui::db::session::Session;
use share_tui::db::worker::{Opened, Opener, Worker};
use share_tui::keymap::Keymap;
use share_tui::model::{Model, System};
use share_tui::screen::shares::Shares;
use share_tui::update::start;

fn main() -> ExitCode {
    let target = std::env::args().nth(1).unwrap_or_default();
    let open: Opener = Box::new(move || {
        let mut client = postgres::Client::connect(&target, postgres::NoTls)
            .map_err(|error| Problem::from(&error))?;
        let row = client
            .query_typed("select pg_is_in_recovery()", &[])
            .map_err(|error| Problem::from(&error))?;
        let is_standby = row.first().is_some_and(|row| row.get(0));
        Ok(Opened {
            session: Session::new(client, false),
            is_standby,
        })
    });
    let watch = Watch::default();
    let (out, inbox) = app::channel();
    let worker = Worker::start(open, out.clone());
    let mut model = Model::new(
        System::default(),
        Keymap::default(),
        std::env::var_os("NO_COLOR").is_none(),
        watch.clock(),
    );
    let first = start(&mut model, Box::new(Shares::default()));
    let services = Services {
        worker,
        out,
        cancel: |token| {
            let _ = token.cancel_query(postgres::NoTls);
        },
        listen: Box::new(|_| {}),
    };
    let ran = app::run(&mut model, first, &watch, &inbox, services);
    match ran {
        Ok(()) => ExitCode::SUCCESS,
        Err(came) => {
            eprintln!("share_tui: {came}");
            ExitCode::FAILURE
        }
    }
}
