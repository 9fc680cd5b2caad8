//! Rotation and revocation as other sessions see them: what is committed counts from their next statement on.

use postgres::Client;
use share_tests::{Cluster, Database, Result};
use uuid::Uuid;

use crate::factory::{self, library};
use crate::session::{LEVELS, code};

/// A database with a private share whose URLs a key signs, and a session that rotates.
struct Scene {
    operator: Client,
    share: Uuid,
    kid: String,
    database: Database<'static>,
}

impl Scene {
    fn new() -> Result<Self> {
        let database = Cluster::shared()?.database()?;
        let mut operator = database.connect()?;
        let library = library(&mut operator)?;
        Ok(Self {
            share: factory::share(&mut operator, library.film)?,
            kid: library.kid,
            operator,
            database,
        })
    }

    /// Puts a new key in the place of the current one and returns its kid.
    fn rotate(&mut self) -> Result<String> {
        let rotated = self
            .operator
            .query_one("select kid from share.signing_key_rotate($1)", &[&self.kid])?;
        self.kid = rotated.get(0);
        Ok(self.kid.clone())
    }

    fn revoke(&mut self) -> Result {
        self.operator
            .execute("select from share.signing_key_revoke($1)", &[&self.kid])?;
        Ok(())
    }

    /// A session with an open transaction that has signed once.
    fn in_transaction(&self, level: &str) -> Result<(Client, Option<String>)> {
        let mut client = self.database.connect()?;
        client.batch_execute(&format!("begin isolation level {level}"))?;
        let url = sign(&mut client, self.share)?;
        Ok((client, url))
    }
}

fn sign(client: &mut Client, share: Uuid) -> Result<Option<String>> {
    let row = client.query_one("select url from share.share_sign_stream($1)", &[&share])?;
    Ok(row.get(0))
}

/// Validity, reason and kid of a URL.
fn verify(
    client: &mut Client,
    url: Option<&String>,
) -> Result<(bool, Option<String>, Option<String>)> {
    let row = client.query_one(
        "select valid, reason, kid from share.share_verify($1)",
        &[&url],
    )?;
    Ok((row.get(0), row.get(1), row.get(2)))
}

fn valid_by(kid: &str) -> (bool, Option<String>, Option<String>) {
    (true, None, Some(kid.to_owned()))
}

fn refused(reason: &str, kid: &str) -> (bool, Option<String>, Option<String>) {
    (false, Some(reason.to_owned()), Some(kid.to_owned()))
}

#[test]
fn after_a_rotation_the_next_statement_signs_with_the_new_key() -> Result {
    for level in LEVELS {
        let mut scene = Scene::new()?;
        let old = scene.kid.clone();
        let (mut session, before) = scene.in_transaction(level)?;
        let new = scene.rotate()?;
        let after = sign(&mut session, scene.share)?;
        assert_eq!(
            valid_by(&old),
            verify(&mut scene.operator, before.as_ref())?,
            "{level}"
        );
        assert_eq!(
            valid_by(&new),
            verify(&mut scene.operator, after.as_ref())?,
            "{level}"
        );
    }
    Ok(())
}

#[test]
fn what_a_transaction_signs_with_a_key_newer_than_its_snapshot_verifies_in_it() -> Result {
    for level in LEVELS {
        let mut scene = Scene::new()?;
        let (mut session, _) = scene.in_transaction(level)?;
        let new = scene.rotate()?;
        let after = sign(&mut session, scene.share)?;
        assert_eq!(
            valid_by(&new),
            verify(&mut session, after.as_ref())?,
            "{level}"
        );
    }
    Ok(())
}

#[test]
fn after_a_revocation_the_next_statement_signs_nothing_and_verifies_nothing() -> Result {
    for level in LEVELS {
        let mut scene = Scene::new()?;
        let (mut session, before) = scene.in_transaction(level)?;
        scene.revoke()?;
        assert_eq!(None, sign(&mut session, scene.share)?, "{level}");
        assert_eq!(
            refused("key_revoked", &scene.kid),
            verify(&mut session, before.as_ref())?,
            "{level}"
        );
    }
    Ok(())
}

#[test]
fn a_whole_share_has_no_url_of_a_revoked_key() -> Result {
    let mut scene = Scene::new()?;
    scene.revoke()?;
    let row = scene.operator.query_one(
        "select num_nulls(stream_url, stream_expires_at, media_download_url, media_download_expires_at, preview_url) from share.share_get($1)",
        &[&scene.share],
    )?;
    assert_eq!(5, row.get::<_, i32>(0));
    Ok(())
}

#[test]
fn a_rotation_is_seen_by_others_when_it_is_committed() -> Result {
    let mut scene = Scene::new()?;
    let old = scene.kid.clone();
    let mut session = scene.database.connect()?;
    scene.operator.batch_execute("begin")?;
    let new = scene.rotate()?;
    let (own, meanwhile) = (
        sign(&mut scene.operator, scene.share)?,
        sign(&mut session, scene.share)?,
    );
    assert_eq!(valid_by(&new), verify(&mut scene.operator, own.as_ref())?);
    assert_eq!(valid_by(&old), verify(&mut session, meanwhile.as_ref())?);
    scene.operator.batch_execute("commit")?;
    let after = sign(&mut session, scene.share)?;
    assert_eq!(valid_by(&new), verify(&mut session, after.as_ref())?);
    Ok(())
}

#[test]
fn a_rotation_that_is_rolled_back_is_forgotten() -> Result {
    for (begin, undo) in [
        ("begin", "rollback"),
        ("begin; savepoint before", "rollback to savepoint before"),
    ] {
        let mut scene = Scene::new()?;
        let old = scene.kid.clone();
        scene.operator.batch_execute(begin)?;
        let new = scene.rotate()?;
        let inside = sign(&mut scene.operator, scene.share)?;
        assert_eq!(
            valid_by(&new),
            verify(&mut scene.operator, inside.as_ref())?,
            "{undo}"
        );
        scene.operator.batch_execute(undo)?;
        let after = sign(&mut scene.operator, scene.share)?;
        assert_eq!(
            valid_by(&old),
            verify(&mut scene.operator, after.as_ref())?,
            "{undo}"
        );
        assert_eq!(
            refused("unknown_key", &new),
            verify(&mut scene.operator, inside.as_ref())?
        );
    }
    Ok(())
}

#[test]
fn a_standby_key_signs_from_the_second_rotation_on() -> Result {
    let mut scene = Scene::new()?;
    let old = scene.kid.clone();
    let prepared = scene.operator.query_one(
        "select kid, state, previous_valid_until is null from share.signing_key_rotate($1, standby => true)",
        &[&old],
    )?;
    let standby: String = prepared.get(0);
    assert_eq!(("standby", true), (prepared.get(1), prepared.get(2)));
    let before = sign(&mut scene.operator, scene.share)?;
    assert_eq!(
        valid_by(&old),
        verify(&mut scene.operator, before.as_ref())?
    );
    assert_eq!(standby, scene.rotate()?);
    let after = sign(&mut scene.operator, scene.share)?;
    assert_eq!(
        valid_by(&standby),
        verify(&mut scene.operator, after.as_ref())?
    );
    assert_eq!(
        valid_by(&old),
        verify(&mut scene.operator, before.as_ref())?
    );
    Ok(())
}

#[test]
fn only_a_current_key_is_rotated() -> Result {
    let mut scene = Scene::new()?;
    let old = scene.kid.clone();
    scene.rotate()?;
    let again = scene
        .operator
        .execute("select from share.signing_key_rotate($1)", &[&old]);
    assert_eq!("55000", code(again)?);
    Ok(())
}

#[test]
fn previous_keys_verify_until_the_time_that_their_rotation_told() -> Result {
    let mut scene = Scene::new()?;
    let mut rotations = Vec::new();
    for _ in 0..3 {
        // Signed for a time to come, so that the key and not the token is the first to end.
        let signed = scene.operator.query_one(
            "select url from share.share_sign_stream($1, at => statement_timestamp() + interval '90 days')",
            &[&scene.share],
        )?;
        let old = scene.kid.clone();
        let rotated = scene.operator.query_one(
            "select kid, previous_valid_until::text from share.signing_key_rotate($1)",
            &[&old],
        )?;
        scene.kid = rotated.get(0);
        rotations.push((old, signed.get::<_, String>(0), rotated.get::<_, String>(1)));
    }
    for (kid, url, until) in rotations {
        let row = scene.operator.query_one(
            "select early.valid, early.kid, late.valid, late.reason
            from share.share_verify($1, at => $2::text::timestamptz - interval '1 microsecond') early
            cross join share.share_verify($1, at => $2::text::timestamptz) late",
            &[&url, &until],
        )?;
        assert_eq!((true, kid.as_str()), (row.get(0), row.get(1)));
        assert_eq!((false, "unknown_key"), (row.get(2), row.get(3)));
    }
    Ok(())
}

#[test]
fn no_url_outlives_the_key_that_signed_it() -> Result {
    let mut scene = Scene::new()?;
    let row = scene.operator.query_one(
        "with signed as materialized (
            select s.stream_expires_at, s.media_download_expires_at
            from share.share f
            cross join lateral share.share_create(f.file_id, visibility => 'public') s
            where f.share_id = $1
        )
        select greatest(signed.stream_expires_at, signed.media_download_expires_at) <= r.previous_valid_until
        from signed cross join lateral share.signing_key_rotate($2) r",
        &[&scene.share, &scene.kid],
    )?;
    assert!(row.get::<_, bool>(0));
    Ok(())
}

#[test]
fn parallel_workers_sign_as_the_leader_does() -> Result {
    let mut scene = Scene::new()?;
    // The functions for callers ask who is calling, which the leader alone knows; what signs for them asks nobody.
    let statement = "select share.sign_url(d.signer, 'film/master.m3u8', 'stream', false, '2026-01-01 00:00:00+00',
            '2026-01-01 01:00:00+00', $1::uuid, 1, null, null, null, null, null)
        from share.delivery d";
    let alone = scene.operator.query_one(statement, &[&scene.share])?;
    let major = scene
        .operator
        .query_one(
            "select current_setting('server_version_num')::integer / 10000",
            &[],
        )?
        .get::<_, i32>(0);
    let setting = if major < 16 {
        "force_parallel_mode"
    } else {
        "debug_parallel_query"
    };
    scene
        .operator
        .batch_execute(&format!("set {setting} = on"))?;
    let plan = scene.operator.query(
        &format!(
            "explain {}",
            statement.replace("$1", &format!("'{}'", scene.share))
        ),
        &[],
    )?;
    assert!(plan[0].get::<_, &str>(0).contains("Gather"));
    let parallel = scene.operator.query_one(statement, &[&scene.share])?;
    assert_eq!(alone.get::<_, String>(0), parallel.get::<_, String>(0));
    Ok(())
}
