//! Many shares at once: one question, progress, and what was done when it is stopped.

use share_tests::Result;

use super::Journey;

#[test]
fn a_hundred_thousand_shares_that_a_filter_meets_are_ended_with_one_confirmation() -> Result {
    let mut journey = Journey::begin(100_000)?;
    journey.client.batch_execute(
        "update share.share set owner_id = 'bob' where title in ('film 001', 'film 002')",
    )?;
    journey.shown.go("shares")?;
    journey.see("film 001")?;
    journey.filter("owner:olga state:active")?;
    journey.see("film 003")?;
    journey.see_no("film 002")?;
    journey.keys(&["*"])?;
    journey.see("all marked")?;
    journey.keys(&["X"])?;
    let picture = journey.see("and press enter")?;
    assert!(picture.contains("99,998 shares"), "{picture}");
    // Enter alone is no.
    journey.keys(&["Enter"])?;
    journey.see_no("and press enter")?;
    journey.keys(&["X"])?;
    journey.see("and press enter")?;
    journey.type_in("expire")?;
    journey.keys(&["Enter"])?;
    journey.see("looked after")?;
    journey.see("99,998 shares ended")?;
    let left = journey.text(
        "select string_agg(title, ' ' order by title) from share.share where expires_at is null or expires_at > now()",
    )?;
    assert_eq!("film 001 film 002", left);
    Ok(())
}

#[test]
fn a_change_of_many_that_is_stopped_says_what_was_done_and_goes_on_when_done_again() -> Result {
    let mut journey = Journey::begin(60_000)?;
    journey.shown.go("shares")?;
    journey.see("film 001")?;
    journey.filter("state:active")?;
    journey.keys(&["*"])?;
    journey.see("all marked")?;
    journey.keys(&["d"])?;
    journey.see("and press enter")?;
    journey.type_in("disable")?;
    journey.keys(&["Enter"])?;
    journey.see("looked after")?;
    journey.shown.tmux.escape()?;
    let picture = journey.see("stopped: ")?;
    let words = picture
        .split_once("stopped: ")
        .and_then(|(_, after)| after.split_once(" shares"))
        .map(|(number, _)| number.replace(',', ""))
        .unwrap_or_default();
    let disabled = "select count(*)::text from share.share where disabled_at is not null";
    let done = journey.text(disabled)?;
    assert_eq!(done, words, "{picture}");
    assert_ne!("60000", done);

    journey.keys(&["*"])?;
    journey.see("all marked")?;
    journey.keys(&["d"])?;
    journey.see("and press enter")?;
    journey.type_in("disable")?;
    journey.keys(&["Enter"])?;
    journey.see("shares disabled")?;
    assert_eq!("60000", journey.text(disabled)?);
    Ok(())
}
