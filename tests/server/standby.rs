//! Reading, signing and verifying on a hot standby, where nothing can be written, and in read-only transactions.

use std::sync::OnceLock;

use postgres::Client;
use share_tests::{Cluster, Database, Result};
use uuid::Uuid;

use crate::factory::{self, library};
use crate::session::{LEVELS, code, refusal};

/// What works without writing; `$1` is a share.
const READS: &[&str] = &[
    "select id::text from share.share_get($1)",
    "select id::text from share.share_get($1, 2, 4)",
    "select id::text from share.share_list()",
    "select share.share_list_json() #>> '{data,0,id}'",
    "select share_id::text from share.share_sign_stream($1) where url is not null",
    "select share_id::text from share.share_sign_download($1) where url is not null",
    "select share_id::text from share.share_sign_preview($1) where url is not null",
    "select share_id::text from share.share_sign_streams(array[$1]) where url is not null",
    "select share_id::text from share.share_sign_downloads(array[$1]) where url is not null",
    "select share_id::text from share.share_sign_previews(array[$1]) where url is not null",
    "select v.share_id::text from share.share_sign_stream($1) s cross join lateral share.share_verify(s.url) v where v.valid",
    "select share.token_read(share.token_issue(share.token_key(), 'visit', $1, null), 'visit', now())::text",
    "select e.share_id::text from share.event_list(share_id => $1) e",
    "select e.share_id::text from share.event_search(share_id => $1) e",
    "select id::text from share.share_search(\"text\" => 'launch')",
    "select c.id::text from share.share_count() n cross join lateral share.share_search(\"limit\" => n.number::integer) c",
    "select o.id::text from share.share_search(sort => 'created') o where (select count(*) from share.usage_overview()) = 48 and not exists (select from share.share_top('opens'))",
    "select s.id::text from share.share_get($1) s cross join lateral share.file_get(s.file_id) f cross join lateral share.file_by_path(f.drive_id, f.path) p
        cross join lateral share.drive_get(f.drive_id) d where p.id = f.id and d.id = f.drive_id",
    "select s.id::text from share.share_get($1) s cross join lateral share.attribute_value_list(s.file_id) v where v.value = '4'",
    "select s.id::text from share.share_get($1) s cross join lateral share.file_get(s.file_id) f cross join lateral share.attribute_list(f.drive_id) a
        cross join lateral share.file_find(f.drive_id, jsonb_build_array(jsonb_build_object('attribute', a.name, 'is', 4))) t where t.id = f.id",
    "select $1::text from share.file_search('film') f cross join share.server_overview() o where f.id is not null and o.shares_active = 1",
    "select s.share_id::text from share.share_get($1) g cross join lateral share.file_sign_source(g.file_id, collection_id => $1) s where s.url is not null",
    "select $1::text from share.share_get($1) g cross join lateral share.file_sign_download(g.file_id) d cross join lateral share.clip_sign(g.file_id, 1, 2) c
        cross join lateral share.file_get(g.file_id) f
        where d.url is not null and c.url is not null and share.preview_storyboard(g.file_id) = e'WEBVTT\n' and not exists (select from share.preview_list(g.file_id))
            and not exists (select from share.face_list(g.file_id)) and not exists (select from share.drive_usage(f.drive_id))",
    "select $1::text from share.share_get($1) g cross join lateral share.comment_list(g.file_id, near => 3) c
        cross join lateral share.comment_export(g.file_id, 'edl') e where c.content = 'Hold here' and e.body like '%Hold here%'
            and not exists (select from share.comment_edit_list(g.file_id, c.id)) and not exists (select from share.attachment_list(g.file_id, c.id))
            and not exists (select from share.mentionable_user_list(g.file_id))",
    "select $1::text from share.share_get($1) g cross join lateral share.transcript_get(g.file_id) t cross join lateral share.transcript_search('evening', account_id => g.account_id) h
        cross join lateral share.transcript_export(g.file_id, 'vtt') e where t.utterances = 1 and h.file_id = g.file_id and e.body like 'WEBVTT%evening%'
            and exists (select from share.utterance_list(g.file_id)) and not exists (select from share.transcript_segment_list(g.file_id))
            and not exists (select from share.transcript_chat_list(g.file_id))",
    "select $1::text from share.share_get($1) g cross join lateral share.file_get(g.file_id) f cross join lateral share.file_find(f.drive_id, '[{\"attribute\": \"score\", \"at_least\": 4}]') n where n.id = f.id",
];
/// An attribute with the value 4, a comment and a transcript.
const DESCRIBE: &str = "select a.id from share.drives d cross join lateral share.attribute_create(d.id, 'score', 'int') a;
    select share.attribute_value_set(f.id, 'score', '4'), share.comment_add(f.id, 'Hold here', at_seconds => 3),
        share.utterance_put(f.id, '[{\"start_ms\": 0, \"end_ms\": 900, \"text\": \"Good evening.\"}]', 'en') from share.files f";
const CREATE: &str = "select from share.share_create($1, visibility => 'public')";

struct Pair {
    primary: Cluster,
    standby: Cluster,
}

impl Pair {
    /// The primary and standby of all tests here.
    fn shared() -> Result<&'static Self> {
        static PAIR: OnceLock<Result<Pair>> = OnceLock::new();
        PAIR.get_or_init(|| {
            let primary = Cluster::start(&[])?;
            let standby = primary.standby()?;
            Ok(Self { primary, standby })
        })
        .as_ref()
        .map_err(Clone::clone)
    }
}

/// A share in a database of the primary, and a session in the same database of the standby.
struct Scene {
    operator: Client,
    reader: Client,
    film: Uuid,
    share: Uuid,
    kid: String,
    // Last, so that it is dropped when nobody is connected any more.
    _database: Database<'static>,
    pair: &'static Pair,
}

impl Scene {
    fn new() -> Result<Self> {
        let pair = Pair::shared()?;
        let database = pair.primary.database()?;
        let mut operator = database.connect()?;
        let library = library(&mut operator)?;
        let share = factory::share(&mut operator, library.film)?;
        operator.batch_execute(DESCRIBE)?;
        pair.standby.wait_for_replay(&pair.primary)?;
        Ok(Self {
            operator,
            reader: pair.standby.connect(database.name())?,
            film: library.film,
            share,
            kid: library.kid,
            _database: database,
            pair,
        })
    }

    /// Does something to the key on the primary and waits until the standby has it; returns the kid.
    fn changed(&mut self, function: &str) -> Result<String> {
        let statement = format!("select kid from share.{function}($1)");
        let row = self.operator.query_one(&statement, &[&self.kid])?;
        self.pair.standby.wait_for_replay(&self.pair.primary)?;
        Ok(row.get(0))
    }

    fn sign(&mut self) -> Result<Option<String>> {
        let row = self.reader.query_one(
            "select url from share.share_sign_stream($1)",
            &[&self.share],
        )?;
        Ok(row.get(0))
    }

    /// Validity, reason and kid of a URL, on the standby.
    fn verify(&mut self, url: Option<&String>) -> Result<(bool, Option<String>, Option<String>)> {
        let row = self.reader.query_one(
            "select valid, reason, kid from share.share_verify($1)",
            &[&url],
        )?;
        Ok((row.get(0), row.get(1), row.get(2)))
    }
}

fn reads_find_the_share(client: &mut Client, share: Uuid) -> Result {
    for read in READS {
        let found = client.query(&read.replace("$1", &format!("'{share}'::uuid")), &[])?;
        assert_eq!(1, found.len(), "{read}");
        assert_eq!(share.to_string(), found[0].get::<_, String>(0), "{read}");
    }
    Ok(())
}

#[test]
fn a_standby_reads_signs_and_verifies() -> Result {
    let mut scene = Scene::new()?;
    reads_find_the_share(&mut scene.reader, scene.share)
}

#[test]
fn a_standby_has_a_doctor_and_figures() -> Result {
    let mut scene = Scene::new()?;
    let standbys = scene.reader.query(
        "select from share.doctor() where area = 'server' and finding like '%, a standby%'",
        &[],
    )?;
    assert_eq!(1, standbys.len());
    let row = scene.reader.query_one(
        "select value::int from share.metrics where name = 'share_shares' and labels ->> 'state' = 'active'",
        &[],
    )?;
    assert_eq!(1, row.get::<_, i32>(0));
    let row = scene.reader.query_one(
        "select is_standby, is_read_only, replication_lag between '0' and '1 minute', shares_active from share.server_overview()",
        &[],
    )?;
    assert_eq!(
        (true, true, true, 1_i64),
        (row.get(0), row.get(1), row.get(2), row.get(3))
    );
    Ok(())
}

#[test]
fn a_read_only_transaction_reads_signs_and_verifies() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let film = library(&mut client)?.film;
    let share = factory::share(&mut client, film)?;
    client.batch_execute(DESCRIBE)?;
    for level in LEVELS {
        client.batch_execute(&format!("begin isolation level {level} read only"))?;
        reads_find_the_share(&mut client, share)?;
        client.batch_execute("commit")?;
    }
    Ok(())
}

#[test]
fn sharing_on_a_standby_or_in_a_read_only_transaction_is_refused_as_a_write() -> Result {
    let mut scene = Scene::new()?;
    let film = scene.film;
    assert_eq!("25006", code(scene.reader.execute(CREATE, &[&film]))?);
    scene.operator.batch_execute("begin read only")?;
    assert_eq!("25006", code(scene.operator.execute(CREATE, &[&film]))?);
    Ok(())
}

#[test]
fn claiming_a_job_on_a_standby_is_refused_as_a_write_and_its_state_can_be_read() -> Result {
    let mut scene = Scene::new()?;
    scene
        .operator
        .execute("select share.job_add(null, 'purge', '{\"epoch\": 1}')", &[])?;
    scene.pair.standby.wait_for_replay(&scene.pair.primary)?;
    assert_eq!(
        "25006",
        code(scene.reader.query("select share.job_claim()", &[]))?
    );
    let listed = scene
        .reader
        .query("select from share.job_list(state => 'queued')", &[])?;
    assert_eq!(1, listed.len());
    Ok(())
}

#[test]
fn a_standby_signs_with_the_new_key_once_it_has_replayed_the_rotation() -> Result {
    let mut scene = Scene::new()?;
    let old = scene.kid.clone();
    let before = scene.sign()?;
    let new = scene.changed("signing_key_rotate")?;
    let after = scene.sign()?;
    assert_eq!((true, None, Some(new)), scene.verify(after.as_ref())?);
    assert_eq!((true, None, Some(old)), scene.verify(before.as_ref())?);
    Ok(())
}

#[test]
fn a_standby_uses_no_key_whose_revocation_it_has_replayed() -> Result {
    let mut scene = Scene::new()?;
    let before = scene.sign()?;
    let kid = scene.changed("signing_key_revoke")?;
    assert_eq!(None, scene.sign()?);
    assert_eq!(
        (false, Some("key_revoked".to_owned()), Some(kid)),
        scene.verify(before.as_ref())?
    );
    Ok(())
}

#[test]
fn an_older_snapshot_on_a_standby_signs_with_the_successor() -> Result {
    let mut scene = Scene::new()?;
    scene
        .reader
        .batch_execute("begin isolation level repeatable read")?;
    let old = scene.sign()?;
    let new = scene.changed("signing_key_rotate")?;
    // The delivery that this snapshot sees still names the old key.
    let url = scene.sign()?;
    scene.reader.batch_execute("commit")?;
    assert_ne!(old, url);
    assert_eq!((true, None, Some(new)), scene.verify(url.as_ref())?);
    Ok(())
}

#[test]
fn an_older_snapshot_on_a_standby_uses_no_revoked_key() -> Result {
    let mut scene = Scene::new()?;
    scene
        .reader
        .batch_execute("begin isolation level repeatable read")?;
    let before = scene.sign()?;
    let kid = scene.changed("signing_key_revoke")?;
    assert_eq!(None, scene.sign()?);
    assert_eq!(
        (false, Some("key_revoked".to_owned()), Some(kid)),
        scene.verify(before.as_ref())?
    );
    Ok(())
}

/// What the holder of a link may ask on a standby; `$1` is a public share, `$2` a visit token, `$3` a recipient's token.
const ASKED: [&str; 8] = [
    "select share_id::text from share.share_explain($1::text, $2)",
    "select share_id::text from share.share_explain($1::text, recipient_token => $3)",
    "select $1::text from share.share_items_public($1::text, $2) where preview_url is not null",
    "select $1::text from share.share_link_preview($1::text) where title is not null and image_url is not null",
    "select $1::text where share.share_embed_html($1::text) like '<iframe%'",
    "select f.share_id::text from share.share_find('https://app.example.com/share/' || $1::text) f",
    "select distinct $1::text from share.share_reach($1::text::uuid)",
    "select s.id::text from share.shares s where s.id = $1::text::uuid",
];

#[test]
fn a_standby_explains_links_and_refuses_to_open_them_as_a_write() -> Result {
    let mut scene = Scene::new()?;
    let mut first = |statement: &str, of: &str| -> Result<String> {
        let row = scene
            .operator
            .query_one(&format!("select {statement}"), &[&of])?;
        Ok(row.get(0))
    };
    let share = first(
        "id::text from share.share_create($1::text::uuid, title => 'Film', recipients => '[{\"email\": \"bob@example.com\"}]')",
        &scene.film.to_string(),
    )?;
    first(
        "id::text from share.share_update($1::text::uuid, '{\"recipients_only\": false}')",
        &share,
    )?;
    let recipient = first(
        "substring(share.recipient_link(r.id) from '[^=]*$') from share.recipient_list($1::text::uuid) r",
        &share,
    )?;
    let visit = first("visit_token from share.share_open($1)", &share)?;
    let made = scene.operator.query_one(
        "select k.api_key from share.share_get($1) s cross join lateral share.api_key_create(s.account_id, 'reads', 'viewer') k",
        &[&scene.share],
    )?;
    let api_key: String = made.get(0);
    scene.pair.standby.wait_for_replay(&scene.pair.primary)?;
    let reader = &mut scene.reader;
    reader.batch_execute("set pg_share.link_base_url = 'https://app.example.com'")?;
    let filled = |statement: &str| {
        statement
            .replace("$1", &format!("'{share}'"))
            .replace("$2", &format!("'{visit}'"))
            .replace("$3", &format!("'{recipient}'"))
    };
    for asked in ASKED {
        let found = reader.query(&filled(asked), &[])?;
        assert_eq!(1, found.len(), "{asked}");
        assert_eq!(share, found[0].get::<_, String>(0), "{asked}");
    }
    for written in [
        "select share.share_open($1::text)",
        "select share.share_open($1::text, password => 'any one')",
        "select share.share_unlock($1::text, 'any one')",
        "select share.share_renew($2)",
        "select share.share_play($2)",
        "select share.share_download($2)",
    ] {
        let refused = refusal(reader.query(&filled(written), &[]))?;
        assert_eq!("25006", refused.code().code(), "{written}");
        assert!(
            refused.message().starts_with("what visitors do is counted"),
            "{written}: {}",
            refused.message()
        );
        assert!(refused.hint().is_some_and(|hint| hint.contains("primary")));
    }
    reader.batch_execute("begin")?;
    let who = reader.query_one(
        "select kind, role::text from share.authenticate($1)",
        &[&api_key],
    )?;
    assert_eq!(("api_key", "viewer"), (who.get(0), who.get(1)));
    let listed = reader.query("select from share.share_list() s", &[])?;
    assert_eq!(2, listed.len());
    reader.batch_execute("commit")?;
    assert_eq!(
        "PT401",
        code(reader.query("select share.authenticate($1)", &[&format!("{api_key}x")]))?
    );
    Ok(())
}
