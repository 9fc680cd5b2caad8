//! Events are shown as they happen, each once.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use serde_json::Value;
use share_tests::{Error, Result};

use super::scene::Scene;
use super::schema;

/// Longer than the tail waits by itself.
const PATIENCE: Duration = Duration::from_secs(40);

#[test]
fn a_tail_shows_what_was_and_what_happens_once() -> Result {
    let mut scene = Scene::new()?;
    let mut child = scene
        .command()?
        .args([
            "event", "tail", "--kind", "share.*", "--lines", "1", "--json",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let out = child.stdout.take().ok_or_else(|| Error::new("no output"))?;
    let (sender, lines) = mpsc::channel();
    let reader = thread::spawn(move || {
        for line in BufReader::new(out)
            .lines()
            .map_while(std::result::Result::ok)
        {
            if sender.send(line).is_err() {
                return;
            }
        }
    });
    let definition = schema::read()?;
    let definition = schema::of_command(&definition, "event tail")?;
    let next = || -> Result<Value> {
        let line = lines
            .recv_timeout(PATIENCE)
            .map_err(|came| Error::new(format!("no event: {came}")))?;
        let row = serde_json::from_str(&line).map_err(|came| Error::new(came.to_string()))?;
        assert_eq!(None, schema::violation(&row, definition));
        Ok(row)
    };
    assert_eq!("share.created", next()?["kind"]);
    for (function, kind) in [
        ("disable", "share.disabled"),
        ("enable", "share.enabled"),
        ("revoke", "share.revoked"),
    ] {
        scene.client.execute(
            &format!("select share.share_{function}($1)"),
            &[&scene.share],
        )?;
        assert_eq!(kind, next()?["kind"]);
    }
    let sent = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()?;
    assert!(sent.success());
    assert_eq!(Some(130), child.wait()?.code());
    // Nothing came twice.
    assert!(lines.recv_timeout(Duration::from_secs(1)).is_err());
    reader
        .join()
        .map_err(|_| Error::new("the reader has panicked"))
}
