//! Signing keys, and a session that only reads.

use share_tests::Result;

use super::Journey;
use crate::scene::{self, Shown};

/// The key of the one delivery.
const USED: &str =
    "select d.kid from share.account_list() a cross join lateral share.delivery_list(a.id) d";

#[test]
fn a_key_is_rotated_after_what_it_touches_is_seen() -> Result {
    let mut journey = Journey::begin(40)?;
    let kid = journey.text(USED)?;
    journey.shown.go("keys")?;
    journey.see(&kid)?;
    let selected = format!(">{kid}");
    for _ in 0..journey
        .text("select count(*)::text from share.signing_key_list()")?
        .len()
        + 9
    {
        if journey.shown.tmux.picture()?.contains(&selected) {
            break;
        }
        journey.keys(&["j"])?;
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    journey.see(&selected)?;
    journey.keys(&["Enter"])?;
    let picture = journey.see("edge (Acme)")?;
    assert!(picture.contains("40"), "{picture}");
    journey.keys(&["r"])?;
    journey.see("otate")?;
    journey.agree("otate")?;
    journey.see("signs now in the place of")?;
    let used = journey.text(USED)?;
    assert_ne!(kid, used);
    Ok(())
}

#[test]
fn a_session_that_only_reads_changes_nothing() -> Result {
    let mut journey = Journey::begin(5)?;
    journey.shown = Shown::new(110, 34)?;
    let command = scene::command(&journey.database.uri())?;
    journey
        .shown
        .tmux
        .command(&format!("{command} --read-only"))?;
    journey.see("? help")?;
    journey.shown.go("shares")?;
    journey.see("film 001")?;
    journey.see("read-only")?;
    journey.keys(&["d"])?;
    journey.agree("Disable")?;
    journey.see("this session only reads")?;
    let disabled = "select count(disabled_at)::text from share.share";
    assert_eq!("0", journey.text(disabled)?);

    // Also where only the server knows of it.
    let uri = format!(
        "{}&options=-c%20default_transaction_read_only%3Don",
        journey.database.uri()
    );
    journey.shown = Shown::shares(&uri, 110, 34)?;
    journey.keys(&["d"])?;
    journey.agree("Disable")?;
    journey.see("25006")?;
    assert_eq!("0", journey.text(disabled)?);
    Ok(())
}
