//! From a URL that somebody has found on the net to the end of the link behind it.

use share_tests::{Cluster, Result};

use super::Journey;
use crate::scene::{self, Shown};

#[test]
fn the_first_picture_tells_which_server_this_is_and_how_it_stands() -> Result {
    let mut journey = Journey::begin(30)?;
    let database = journey.database.name().to_owned();
    journey.shown = Shown::new(110, 34)?;
    let command = scene::command(&journey.database.uri())?;
    let labelled = format!("{command} --label production");
    journey.shown.tmux.command(&labelled)?;
    journey.see(" production  overview")?;
    let picture = journey.see_no("reading…")?;
    let version = journey.text("select extension_version from share.server_overview()")?;
    for words in [
        database.as_str(),
        "primary",
        "operator",
        "active",
        &format!("pg_share {version}"),
    ] {
        assert!(picture.contains(words), "{words}: {picture}");
    }
    Ok(())
}

#[test]
fn a_leaked_url_leads_to_its_share_and_its_users_and_the_share_is_revoked() -> Result {
    let cluster = Cluster::start(&[])?;
    let mut journey = Journey::begin_in(&cluster, 30)?;
    // One of many, used by somebody far away, and its signed URL is posted somewhere.
    let id = journey.text("select share_id::text from share.share where title = 'film 017'")?;
    journey.client.execute(
        "select from share.share_open($1, context => '{\"address\": \"203.0.113.77\", \"user_agent\": \"Firefox\"}')",
        &[&id],
    )?;
    let leaked = journey.text(&format!(
        "select stream_url from share.share_get('{id}'::uuid)"
    ))?;
    assert!(leaked.starts_with("https://cdn.example.com/"), "{leaked}");

    journey.shown.go("shares")?;
    journey.see("film 001")?;
    journey.filter(&leaked)?;
    journey.see("film 017")?;
    journey.keys(&["Enter"])?;
    journey.see("share · film 017")?;
    // Who used it: the part of the events.
    journey.keys(&["Tab", "Tab", "Tab", "Tab", "Tab", "Tab"])?;
    journey.see("[events]")?;
    journey.see("share.opened")?;
    journey.see("203.0.113.")?;

    // The server dies under it, and what is typed meanwhile counts when it is back.
    cluster.stop("immediate")?;
    journey.keys(&["C-r"])?;
    journey.see("no server")?;
    journey.keys(&["x"])?;
    journey.see("reason")?;
    journey.type_in("leaked on the net")?;
    journey.keys(&["Enter"])?;
    cluster.start()?;
    journey.client = journey.database.connect()?;
    let picture = journey.see("please confirm")?;
    assert!(picture.contains("cannot be undone"), "{picture}");
    journey.agree("film 017")?;
    journey.see("ok revoked")?;
    let row = journey.client.query_one(
        "select revoked_at is not null, revoked_reason from share.share where title = 'film 017'",
        &[],
    )?;
    assert!(row.get::<_, bool>(0));
    assert_eq!("leaked on the net", row.get::<_, String>(1));

    // The caches are asked to forget it.
    journey.shown.go("jobs")?;
    journey.see("purge")?;
    journey.keys(&["v"])?;
    let picture = journey.see(&id)?;
    assert!(picture.contains("queued"), "{picture}");
    Ok(())
}
