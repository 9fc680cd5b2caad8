//! The server goes away under the program and comes back: it says so, tries again, and loses nothing that was typed.

use std::fs;

use share_tests::{Cluster, Error, Result};

use crate::scene::{self, HELP, Shown};
use crate::wire::Wire;

/// Said while there is no server.
const BANNER: &str = "no server";

struct Stage {
    cluster: Cluster,
    uri: String,
}

impl Stage {
    fn new(shares: u32) -> Result<Self> {
        let cluster = Cluster::start(&[])?;
        cluster.create_database("operated")?;
        cluster.install_extension("operated")?;
        scene::fill(&mut cluster.connect("operated")?, shares)?;
        let uri = cluster.uri("operated");
        Ok(Self { cluster, uri })
    }

    /// Sends a signal to every process of the server.
    fn signal(&self, name: &str) -> Result {
        let file = self.cluster.data().join("postmaster.pid");
        let text = fs::read_to_string(&file).map_err(|came| Error::new(came.to_string()))?;
        let first = text.lines().next().unwrap_or_default().to_owned();
        let children = fs::read_to_string(format!("/proc/{first}/task/{first}/children"))
            .map_err(|came| Error::new(came.to_string()))?;
        let status = std::process::Command::new("kill")
            .args(["-s", name, &first])
            .args(children.split_whitespace())
            .status()
            .map_err(|came| Error::new(came.to_string()))?;
        assert!(status.success(), "kill -s {name} {first} {children}");
        Ok(())
    }
}

#[test]
fn a_server_that_is_killed_and_started_again_is_waited_for_and_no_key_is_lost() -> Result {
    let stage = Stage::new(5)?;
    let shown = Shown::shares(&stage.uri, 100, 30)?;
    stage.cluster.stop("immediate")?;
    shown.tmux.keys(&["C-r"])?;
    let picture = shown.tmux.wait_for(BANNER)?;
    assert!(
        picture.contains("film 001"),
        "what was read stays: {picture}"
    );
    // Keys work on what is there, and what they ask for is asked later.
    shown.tmux.keys(&["?"])?;
    shown.tmux.wait_for(HELP)?;
    shown.tmux.escape()?;
    shown.tmux.wait_without(HELP)?;
    shown.tmux.keys(&["j", "j", "Enter"])?;
    let picture = shown.tmux.wait_without("film 001")?;
    assert!(!picture.contains("film 003"), "{picture}");
    // Long enough for further tries, each later than the one before.
    shown.tmux.wait_for("again in 3 s")?;
    stage.cluster.start()?;
    shown.tmux.wait_without(BANNER)?;
    shown.tmux.wait_for("film 003")?;
    shown.tmux.escape()?;
    shown.tmux.wait_for("film 001")?;
    shown.tmux.keys(&["q"])?;
    shown.assert_given_back()
}

#[test]
fn a_server_that_stands_still_leaves_the_keys_alive() -> Result {
    let stage = Stage::new(5)?;
    let shown = Shown::shares(&stage.uri, 100, 30)?;
    // All that the screen asks for at first has been answered.
    shown.tmux.wait_for("shares · 5 · row 1")?;
    stage.signal("STOP")?;
    shown.tmux.keys(&["C-r"])?;
    // The time that the call takes is shown and goes on.
    shown.tmux.wait_for("share_search 1.")?;
    shown.tmux.keys(&["j", "j", "?"])?;
    shown.tmux.wait_for(HELP)?;
    shown.tmux.escape()?;
    shown.tmux.keys(&["C-x"])?;
    shown.tmux.wait_without(HELP)?;
    shown.tmux.resize(90, 25)?;
    shown.tmux.keys(&["Enter"])?;
    shown.tmux.wait_without("film 001")?;
    shown.tmux.wait_for("share_search 30.")?;
    stage.signal("CONT")?;
    shown.tmux.wait_for("film 003")?;
    shown.tmux.wait_without("share_search 30.")?;
    shown.tmux.keys(&["q"])?;
    shown.assert_given_back()
}

#[test]
fn a_network_that_is_cut_without_a_word_leaves_the_keys_alive() -> Result {
    let stage = Stage::new(5)?;
    let wire = Wire::to(&stage.cluster.folder().join(".s.PGSQL.5432"))?;
    let uri = format!(
        "postgresql://postgres@127.0.0.1:{}/operated?sslmode=disable",
        wire.port()
    );
    let shown = Shown::shares(&uri, 100, 30)?;
    shown.tmux.wait_for("shares · 5 · row 1")?;
    wire.cut();
    shown.tmux.keys(&["C-r"])?;
    shown.tmux.wait_for("share_search 2.")?;
    shown.tmux.keys(&["j", "j", "?"])?;
    shown.tmux.wait_for(HELP)?;
    shown.tmux.keys(&["Escape"])?;
    shown.tmux.wait_without(HELP)?;
    shown.tmux.keys(&["Enter"])?;
    shown.tmux.wait_without("film 001")?;
    wire.mend();
    // What was asked for before, and what was asked for meanwhile, is asked for once more.
    shown.tmux.wait_for("film 003")?;
    shown.tmux.keys(&["BSpace"])?;
    shown.tmux.wait_for("film 001")?;
    shown.tmux.keys(&["q"])?;
    shown.assert_given_back()
}

#[test]
fn a_session_that_is_ended_by_the_server_comes_back_by_itself() -> Result {
    let stage = Stage::new(5)?;
    let shown = Shown::shares(&stage.uri, 100, 30)?;
    let mut operator = stage.cluster.connect("operated")?;
    operator.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = 'operated'",
        &[],
    )?;
    operator.execute(
        "update share.share set title = 'renamed' where title = 'film 002'",
        &[],
    )?;
    shown.tmux.keys(&["C-r"])?;
    shown.tmux.wait_for("renamed")?;
    shown.tmux.wait_without(BANNER)?;
    Ok(())
}

#[test]
fn a_changed_password_is_said_and_tried_until_it_is_right() -> Result {
    let stage = Stage::new(5)?;
    let access = stage.cluster.data().join("pg_hba.conf");
    let rules = fs::read_to_string(&access).map_err(|came| Error::new(came.to_string()))?;
    fs::write(&access, format!("local all guarded scram-sha-256\n{rules}"))
        .map_err(|came| Error::new(came.to_string()))?;
    let mut operator = stage.cluster.connect("operated")?;
    operator.batch_execute(
        "create role guarded login password 'opensesame'; grant share_admin to guarded; select pg_reload_conf()",
    )?;
    let uri = stage.uri.replace("postgres@", "guarded:opensesame@");
    // Wide enough for the folder of the server and the reason behind it.
    let shown = Shown::shares(&uri, 240, 30)?;
    operator.batch_execute(
        "alter role guarded password 'second'; select pg_terminate_backend(pid) from pg_stat_activity where usename = 'guarded'",
    )?;
    shown.tmux.keys(&["C-r"])?;
    let picture = shown.tmux.wait_for("refused the password")?;
    assert!(picture.contains("film 001"), "{picture}");
    assert!(!picture.contains("opensesame"), "{picture}");
    shown.tmux.keys(&["j", "?"])?;
    shown.tmux.wait_for(HELP)?;
    shown.tmux.escape()?;
    operator.batch_execute(
        "alter role guarded password 'opensesame'; update share.share set title = 'renamed' where title = 'film 002'",
    )?;
    shown.tmux.wait_for("renamed")?;
    shown.tmux.wait_without("refused the password")?;
    Ok(())
}

#[test]
fn another_host_takes_over_when_the_primary_dies() -> Result {
    let stage = Stage::new(5)?;
    let standby = stage.cluster.standby()?;
    standby.wait_for_replay(&stage.cluster)?;
    let (one, other) = (stage.cluster.folder(), standby.folder());
    let uri = format!(
        "user=postgres dbname=operated host={},{} target_session_attrs=read-write",
        one.display(),
        other.display()
    );
    let shown = Shown::shares(&uri, 100, 30)?;
    stage.cluster.stop("immediate")?;
    shown.tmux.keys(&["C-r"])?;
    shown.tmux.wait_for(BANNER)?;
    shown.tmux.keys(&["j", "j"])?;
    standby
        .connect("operated")?
        .execute("select pg_promote()", &[])?;
    shown.tmux.wait_without(BANNER)?;
    standby.connect("operated")?.execute(
        "update share.share set title = 'taken over' where title = 'film 003'",
        &[],
    )?;
    shown.tmux.keys(&["C-r"])?;
    shown.tmux.wait_for("taken over")?;
    shown.tmux.keys(&["Enter"])?;
    shown.tmux.wait_without("film 001")?;
    shown.tmux.wait_for("taken over")?;
    Ok(())
}
