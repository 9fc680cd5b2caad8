//! Several programs through a pooler that gives each transaction another connection.

use std::thread;
use std::time::{Duration, Instant};

use share_tests::{Cluster, PgBouncer, Result};

use crate::scene::{self, MANY, Shown};

const CLIENTS: usize = 3;
/// Fewer than the clients, so that they meet.
const CONNECTIONS: usize = 2;
/// Poolers fail now and then: once is not enough.
const TIME: Duration = Duration::from_mins(1);
/// What fails where something was prepared (class 26 and 42P05).
const PREPARED: [&str; 3] = ["prepared statement", "26000", "42P05"];

#[test]
fn three_programs_behind_a_pooler_see_no_error_in_a_minute() -> Result {
    let cluster = Cluster::start(&[("log_statement", "all")])?;
    cluster.create_database("pooled")?;
    cluster.install_extension("pooled")?;
    let mut client = cluster.connect("pooled")?;
    scene::fill(&mut client, MANY)?;
    client.batch_execute("create role operator login; grant share_admin to operator")?;
    let pooler = PgBouncer::start(&cluster, "operator", CONNECTIONS)?;
    let uri = format!("postgresql://operator@{}/pooled", pooler.address());
    let shown: Vec<Shown> = (0..CLIENTS)
        .map(|_| Shown::shares(&uri, 100, 30))
        .collect::<Result<_>>()?;
    let end = Instant::now() + TIME;
    while Instant::now() < end {
        for shown in &shown {
            // The next page, a share, the list once more, the page before.
            shown.tmux.keys(&["G", "j"])?;
            shown.tmux.keys(&["Enter"])?;
            shown.tmux.keys(&["BSpace"])?;
            shown.tmux.keys(&["C-r", "k"])?;
        }
        thread::sleep(Duration::from_millis(200));
    }
    for shown in &shown {
        shown.tmux.keys(&["g"])?;
        shown.tmux.wait_for("film 001")?;
        let stream = String::from_utf8_lossy(&shown.tmux.stream()?).into_owned();
        for words in PREPARED {
            assert!(
                !stream.contains(words),
                "{words}: {}",
                shown.tmux.picture()?
            );
        }
    }
    let log = cluster.log()?;
    for words in PREPARED {
        assert!(!log.contains(words), "{words}:\n{log}");
    }
    for function in ["share.share_search(", "share.share_full_json("] {
        let calls = log.matches(function).count();
        assert!(calls > 60, "{calls} calls of {function}");
    }
    Ok(())
}
