//! What the application gets: the wire form, and the refusals of the main path.

use postgres::Client;
use serde_json::Value;
use share_tests::{Cluster, Error, Result};
use uuid::Uuid;

use crate::factory::{self, library};
use crate::session::refusal;

fn wire(client: &mut Client, share: Uuid) -> Result<Value> {
    let row = client.query_one(
        "select share.to_json(s) from share.share_get($1) s",
        &[&share],
    )?;
    Ok(row.get(0))
}

fn keys(wire: &Value) -> Result<Vec<&str>> {
    let members = wire
        .as_object()
        .ok_or_else(|| Error::new("the wire form is no object"))?;
    let mut keys: Vec<&str> = members.keys().map(String::as_str).collect();
    keys.sort_unstable();
    Ok(keys)
}

#[test]
fn a_second_share_of_the_same_file_is_refused_with_the_first_ones_id() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let film = library(&mut client)?.film;
    let first = factory::share(&mut client, film)?;
    let refused = refusal(client.execute(
        "select from share.share_create($1, visibility => 'private')",
        &[&film],
    ))?;
    assert_eq!("23505", refused.code().code());
    assert_eq!(Some("share_active_key"), refused.constraint());
    assert!(refused.hint().is_some_and(|hint| !hint.is_empty()));
    assert!(
        refused
            .detail()
            .is_some_and(|detail| detail.contains(&first.to_string()))
    );
    Ok(())
}

#[test]
fn a_share_that_does_not_exist_is_not_found() -> Result {
    let database = Cluster::shared()?.database()?;
    let missing = Uuid::from_u128(0x0199_aaaa_bbbb_7ccc_8ddd_eeee_ffff_0000);
    let refused = refusal(
        database
            .connect()?
            .execute("select from share.share_get($1)", &[&missing]),
    )?;
    assert_eq!("PT404", refused.code().code());
    Ok(())
}

#[test]
fn a_title_that_is_cleared_leaves_the_wire_form() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let film = library(&mut client)?.film;
    let share = factory::share(&mut client, film)?;
    assert!(keys(&wire(&mut client, share)?)?.contains(&"title"));
    client.execute(
        "select from share.share_update($1, '{\"title\": null}')",
        &[&share],
    )?;
    assert!(!keys(&wire(&mut client, share)?)?.contains(&"title"));
    Ok(())
}

#[test]
fn visibility_is_no_part_of_a_patch() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let film = library(&mut client)?.film;
    let share = factory::share(&mut client, film)?;
    let refused = refusal(client.execute(
        "select from share.share_update($1, '{\"visibility\": \"public\"}')",
        &[&share],
    ))?;
    assert_eq!("22023", refused.code().code());
    Ok(())
}

#[test]
fn the_wire_form_has_the_keys_of_the_contract_and_no_others() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let film = library(&mut client)?.film;
    let share = factory::share(&mut client, film)?;
    let mut expected = vec![
        "asset_type",
        "created_at",
        "file_id",
        "id",
        "link_preview",
        "media_download_expires_at",
        "media_download_url",
        "metadata",
        "object",
        "preview_url",
        "share_url",
        "status",
        "stream_url",
        "title",
        "visibility",
    ];
    client.batch_execute("set pg_share.link_base_url = 'https://app.example.com'")?;
    assert_eq!(expected, keys(&wire(&mut client, share)?)?);
    client.batch_execute("reset pg_share.link_base_url")?;
    expected.retain(|key| *key != "share_url");
    assert_eq!(expected, keys(&wire(&mut client, share)?)?);
    Ok(())
}

#[test]
fn times_of_the_wire_form_are_integers_of_milliseconds() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let film = library(&mut client)?.film;
    let share = factory::share(&mut client, film)?;
    let row = client.query_one(
        "select share.to_json(s), floor(extract(epoch from s.created_at) * 1000)::bigint,
            floor(extract(epoch from s.media_download_expires_at) * 1000)::bigint
        from share.share_get($1) s",
        &[&share],
    )?;
    let wire: Value = row.get(0);
    assert_eq!(Some(row.get::<_, i64>(1)), wire["created_at"].as_i64());
    assert_eq!(
        Some(row.get::<_, i64>(2)),
        wire["media_download_expires_at"].as_i64()
    );
    Ok(())
}

#[test]
fn the_download_of_a_private_share_ends_in_five_minutes_and_the_stream_in_twelve_hours() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let film = library(&mut client)?.film;
    let share = factory::share(&mut client, film)?;
    // Ends are whole seconds, rounded up.
    let row = client.query_one(
        "select ceil(extract(epoch from statement_timestamp()) + 300) = extract(epoch from s.media_download_expires_at),
            ceil(extract(epoch from statement_timestamp()) + 43200) = extract(epoch from s.stream_expires_at)
        from share.share_get($1) s",
        &[&share],
    )?;
    assert_eq!((true, true), (row.get(0), row.get(1)));
    let row = client.query_one(
        "select s.media_download_expires_at = d.expires_at, d.valid, s.stream_expires_at = v.expires_at, v.valid
        from share.share_get($1) s
        cross join lateral share.share_verify(s.media_download_url) d
        cross join lateral share.share_verify(s.stream_url) v",
        &[&share],
    )?;
    assert_eq!(
        (true, true, true, true),
        (row.get(0), row.get(1), row.get(2), row.get(3))
    );
    Ok(())
}

#[test]
fn a_share_has_no_stream_until_its_media_is_completed() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let library = library(&mut client)?;
    let pending = factory::file(&mut client, library.account, "pending", "pending")?;
    for (kind, path) in [
        ("source", "originals/pending.mp4"),
        ("stream", "pending/master.m3u8"),
    ] {
        client.execute(
            "select from share.origin_put($1, $2, $3)",
            &[&pending, &kind, &path],
        )?;
    }
    let share = factory::share(&mut client, pending)?;
    let early = wire(&mut client, share)?;
    assert_eq!(None, early.get("stream_url"));
    assert!(early.get("media_download_url").is_some());
    client.batch_execute(&format!(
        "select share.file_update('{pending}', '{{\"status\": \"processing\"}}'); select share.file_update('{pending}', '{{\"status\": \"completed\"}}')"
    ))?;
    assert!(wire(&mut client, share)?.get("stream_url").is_some());
    Ok(())
}
