//! What others do, as it happens, and what waits for an operator.

use share_tests::Result;

use super::Journey;

#[test]
fn a_live_tail_shows_what_another_session_does() -> Result {
    let mut journey = Journey::begin(5)?;
    journey.shown.go("events")?;
    journey.see_no("reading…")?;
    journey.keys(&["f"])?;
    journey.see("live")?;
    for number in 1..=3 {
        let id = journey.text(&format!(
            "select share_id::text from share.share where title = 'film 00{number}'"
        ))?;
        journey.client.execute(
            "select from share.share_open($1, context => '{\"address\": \"203.0.113.7\"}')",
            &[&id],
        )?;
        let picture = journey.see(&format!("film 00{number}"))?;
        assert!(picture.contains("share.opened"), "{picture}");
    }
    Ok(())
}

#[test]
fn dead_jobs_are_tried_again_or_dropped() -> Result {
    let mut journey = Journey::begin(5)?;
    journey.client.batch_execute(
        "select share.share_disable(share_id) from share.share where title in ('film 001', 'film 002');
        update share.job set state = 'dead', attempts = max_attempts, finished_at = now(), last_error = 'the cache does not answer', worker = null, lease_until = null
        where kind = 'purge'",
    )?;
    let dead = "select count(*)::text from share.job where state = 'dead'";
    assert_eq!("2", journey.text(dead)?);
    journey.shown.go("jobs")?;
    journey.see("the cache does not answer")?;
    journey.keys(&["r"])?;
    journey.see("1 job will be tried again")?;
    assert_eq!("1", journey.text(dead)?);
    journey.see_no("reading…")?;
    journey.keys(&["Tab", "Tab", "Tab"])?;
    journey.see("[dead]")?;
    journey.see(">purge")?;
    journey.keys(&["D"])?;
    journey.agree("Drop")?;
    journey.see("the job is dropped")?;
    assert_eq!("0", journey.text(dead)?);
    Ok(())
}

#[test]
fn an_access_request_is_approved() -> Result {
    let mut journey = Journey::begin(5)?;
    journey.client.batch_execute(
        "select share.share_update(share_id, '{\"recipients_only\": true}') from share.share where title = 'film 002'",
    )?;
    let id = journey.text("select share_id::text from share.share where title = 'film 002'")?;
    journey.client.execute(
        "select from share.access_request_create($1, 'ada@films.example', 'Ada', 'May I see the cut?')",
        &[&id],
    )?;
    journey.shown.go("access-requests")?;
    // An operator says whose first.
    journey.see(">Acme")?;
    journey.keys(&["Enter"])?;
    journey.see("ada@films.example")?;
    journey.keys(&["a"])?;
    journey.see("until")?;
    journey.keys(&["Enter"])?;
    journey.see("ok ")?;
    let state = "select state::text from share.access_request";
    assert_eq!("approved", journey.text(state)?);
    assert_eq!(
        "ada@films.example",
        journey.text("select email from share.recipient")?
    );
    Ok(())
}
