//! One share: made, edited, extended, given another address, stopped, unlocked.

use share_tests::Result;

use super::Journey;

const FIRST: &str = "from share.share where title = 'film 001'";

#[test]
fn a_share_is_made_of_a_file_that_was_searched_for() -> Result {
    let mut journey = Journey::begin(3)?;
    journey.client.batch_execute(
        "select share.file_create((select id from share.account_list() limit 1), '/launch/' || n || '/teaser.mp4', 'video', status => 'completed')
        from generate_series(1, 5) n",
    )?;
    journey.shown.go("shares")?;
    journey.see("film 001")?;
    journey.keys(&["n"])?;
    journey.see("new share")?;
    journey.type_in("4/teaser")?;
    journey.see("/launch/4/teaser.mp4")?;
    journey.keys(&["Enter"])?;
    journey.keys(&["Tab"])?;
    journey.type_in("made by hand")?;
    journey.keys(&["Tab"])?;
    journey.type_in("7d")?;
    journey.keys(&["Enter"])?;
    journey.agree("Create a")?;
    journey.see("share · made by hand")?;
    let made = journey.text(
        "select f.path || ' ' || (s.expires_at between now() + interval '6 days 23 hours' and now() + interval '7 days')
        from share.share s join share.file f using (account_id, file_id) where s.title = 'made by hand'",
    )?;
    assert_eq!("/launch/4/teaser.mp4 true", made);
    Ok(())
}

#[test]
fn an_edit_changes_and_clears_fields_and_leaves_the_others_alone() -> Result {
    let mut journey = Journey::begin(3)?;
    journey.client.batch_execute(
        "update share.share set description = 'for the press', watermark = 'draft', expires_at = now() + interval '9 days' where title = 'film 001'",
    )?;
    journey.open_first()?;
    journey.keys(&["e"])?;
    journey.see("edit share")?;
    // The first field is the title, the next the end.
    journey.keys(&["C-u"])?;
    journey.type_in("renamed")?;
    journey.keys(&["Tab", "C-u"])?;
    journey.type_in("never")?;
    journey.keys(&["Enter"])?;
    journey.agree("Change ")?;
    journey.see("share · renamed")?;
    let row = journey.text(
        "select concat_ws(' ', title, coalesce(nullif(expires_at, 'infinity')::text, 'no end'), description, watermark) from share.share where title = 'renamed'",
    )?;
    assert_eq!("renamed no end for the press draft", row);
    Ok(())
}

#[test]
fn a_share_is_extended_rotated_disabled_and_enabled_by_undo() -> Result {
    let mut journey = Journey::begin(3)?;
    journey.client.batch_execute(
        "update share.share set expires_at = now() + interval '1 day' where title = 'film 001'",
    )?;
    journey.open_first()?;
    journey.keys(&["t"])?;
    journey.see(" extend ")?;
    journey.type_in("30d")?;
    journey.keys(&["Enter"])?;
    journey.agree("Extend")?;
    journey.see("has another end")?;
    assert_eq!(
        "true",
        journey.text(&format!(
            "select (expires_at > now() + interval '29 days')::text {FIRST}"
        ))?
    );

    journey.keys(&["r"])?;
    journey.see("grace")?;
    journey.keys(&["Enter"])?;
    journey.agree("Still out there")?;
    journey.see("has another address")?;
    assert_eq!(
        "1",
        journey.text(&format!("select rotation::text {FIRST}"))?
    );

    let disabled = format!("select (disabled_at is not null)::text {FIRST}");
    journey.keys(&["d"])?;
    journey.agree("Disable \"film 001\"")?;
    journey.see("disabled")?;
    assert_eq!("true", journey.text(&disabled)?);
    journey.keys(&["z"])?;
    journey.see("enabled again")?;
    assert_eq!("false", journey.text(&disabled)?);
    Ok(())
}

#[test]
fn a_share_that_is_locked_by_wrong_passwords_is_found_and_unlocked() -> Result {
    let mut journey = Journey::begin(3)?;
    let id = journey.text(&format!("select share_id::text {FIRST}"))?;
    journey.client.execute(
        "select from share.share_update($1::text::uuid, '{\"password\": \"open sesame\"}')",
        &[&id],
    )?;
    let mut tries = 0;
    while journey.text("select count(*)::text from share.share_lock_list()")? == "0" {
        journey.client.execute(
            "select from share.share_open($1, 'wrong', context => '{\"address\": \"203.0.113.9\"}')",
            &[&id],
        )?;
        tries += 1;
        assert!(tries < 50, "it is never locked");
    }
    journey.keys(&["C-r"])?;
    journey.see("locked by wrong passwords")?;
    journey.open_first()?;
    journey.see("locked")?;
    journey.keys(&["u"])?;
    journey.agree("Unlock \"film 001\"")?;
    journey.see("unlocked")?;
    assert_eq!(
        "0",
        journey.text("select count(*)::text from share.share_lock_list()")?
    );
    Ok(())
}
