//! Fills a database with some of everything, the user's own objects included, and sums it up for comparison.

use std::collections::BTreeMap;

use postgres::Client;
use share_tests::Result;
use uuid::Uuid;

use crate::factory::{self, library};

/// A role that the user grants a function to. Dumps hold no roles: a second cluster needs it too.
pub(crate) const READER: &str = "create role dump_reader nologin";

/// The user's own table, index, trigger and grant on what belongs to the extension.
const OWN: &str = "
create table app_item (
    item_id integer primary key,
    account_id uuid not null,
    share_id uuid not null,
    foreign key (account_id, share_id) references share.share (account_id, share_id)
);
insert into app_item select row_number() over (order by s.share_id), s.account_id, s.share_id from share.share s;
create index app_share_title_idx on share.share (title);
create table app_log (share_id uuid not null);
create function app_note() returns trigger language plpgsql security definer as $$
begin
    insert into public.app_log values (new.share_id);
    return new;
end
$$;
create trigger app_note after insert on share.share for each row execute function app_note();
grant execute on function share.share_get to dump_reader;
";

/// A job that a worker has.
const RUNNING: &str = "(select j.job_id from share.job j where j.state = 'running' limit 1)";

/// Fills a database that has the extension and its tables; returns the stream URL of one of its shares.
pub(crate) fn fill(client: &mut Client) -> Result<String> {
    let library = library(client)?;
    let (account, film) = (library.account, library.film);
    factory::member(client, account, "ada", "owner")?;
    client.execute(
        "select from share.webhook_create($1, 'https://example.com/hook', '{share.*,file.*}')",
        &[&account],
    )?;
    client.execute("select from share.drive_create($1, 'archive')", &[&account])?;
    client.execute(
        "select from share.file_put($1, 'x-1', '/put.mp3', 'audio', metadata => '{\"a\": null}')",
        &[&account],
    )?;
    client.batch_execute(OWN)?;
    attributes(client, film)?;
    let segment = factory::segment(client, film)?;
    factory::share(client, film)?;
    client.execute(
        "select from share.share_create($1, $2, title => 'Déjà vu \\ \"quoted\"', metadata => '{\"deep\": {\"x\": [1.10, null]}}')",
        &[&film, &segment],
    )?;
    for (name, end) in [("expired", "expired"), ("deleted", "deleted")] {
        let other = factory::film(client, account, name)?;
        let share = factory::share(client, other)?;
        if end == "expired" {
            factory::expire(client, share)?;
            factory::share(client, other)?;
        } else {
            client.execute("select from share.share_delete($1)", &[&share])?;
            client.execute("select from share.file_delete($1)", &[&other])?;
        }
    }
    // Done, running, given up; others wait.
    client.batch_execute(&format!(
        "select share.job_claim(worker => 'w', max_jobs => 3);
        select share.job_done({RUNNING}, 'w', '{{\"status\": 204}}');
        select share.job_fail({RUNNING}, 'w', 'answered with 404', retry => false)"
    ))?;
    let url: String = client
        .query_one(
            "select s.stream_url from share.share_list(file_id => $1, visibility => 'private') s",
            &[&film],
        )?
        .get(0);
    // Of this month, of one that waits in the default partition, and one without an address any more.
    client.execute(
        "select share.event_add($1, s.share_id, 'share.opened', '{}', $1, $1, 'why not', '203.0.113.7', false) from share.share s where s.account_id = $1",
        &[&account],
    )?;
    client.execute("select share.event_redact($1, $1)", &[&account])?;
    client.execute(
        "insert into share.event (account_id, at, event_id, kind, actor_kind, address) values ($1, '2020-01-01', gen_random_uuid(), 'share.opened', 'visitor', '203.0.113.0/24')",
        &[&account],
    )?;
    rotate_and_revoke(client, &library.kid)?;
    visitors(client, account, film)?;
    client.execute(
        "select from share.delivery_create($1, 'nginx', 'nginx_secure_link', 'https://media.example.com', (select kid from share.signing_key_create(algorithm => 'MD5')))",
        &[&account],
    )?;
    Ok(url)
}

/// An attribute of each type with a value, or two where several may be chosen.
fn attributes(client: &mut Client, film: Uuid) -> Result {
    for statement in [
        "select a.id from share.file_get($1) f cross join unnest(enum_range(null::share.attribute_type)) t
        cross join lateral share.attribute_create(f.drive_id, t::text, t, options => case when t in ('single_select', 'multi_select') then '[\"Red\", {\"name\": \"Blue\", \"color\": \"light_blue\"}]'::jsonb end) a",
        "select share.attribute_value_set_many(array[$1]::uuid[], '[{\"id\": \"str\", \"value\": \"Déjà vu\"}, {\"id\": \"single_select\", \"value\": \"Blue\"},
            {\"id\": \"multi_select\", \"value\": [\"Blue\", \"Red\"]}, {\"id\": \"float\", \"value\": -1.50}, {\"id\": \"int\", \"value\": 9007199254740993},
            {\"id\": \"bool\", \"value\": false}, {\"id\": \"datetime\", \"value\": \"2026-03-04T05:06:07.5+02\"}, {\"id\": \"rating\", \"value\": 5}]')",
    ] {
        client.execute(statement, &[&film])?;
    }
    Ok(())
}

/// Something of all that stands behind links: `GATED` is the slug of the share, `PASSWORD` its password.
pub(crate) const GATED: &str = "sommerfest";
pub(crate) const PASSWORD: &str = "open sesame";

/// Each with the share of the last statement that returned one as `$share`.
const VISITORS: &[&str] = &[
    "select share.share_create('$film', title => 'Gated', password => 'open sesame', slug => 'Winterfest', max_opens => 5, max_plays => 3, max_downloads => 2, owner_id => 'ada',
        recipients => '[{\"email\": \"bob@example.com\", \"permissions\": [\"view\"], \"message\": \"Look\"}, {\"user_id\": \"eve\"}]',
        items => (select jsonb_build_array(jsonb_build_object('drive_id', f.drive_id, 'folder', '/a'), jsonb_build_object('file_id', f.file_id)) from share.file f where f.file_id = '$film'),
        terms => 'Do not copy.', terms_version => '2', watermark => 'Acme', restrictions => '{\"addresses\": [\"192.0.2.0/24\"]}')",
    "select share.share_update('$share', '{\"recipients_only\": false, \"slug\": \"sommerfest\"}')",
    "select share.recipient_remove(r.id) from share.recipient_list('$share') r where r.user_id = 'eve'",
    "select o.granted from generate_series(1, 3) n cross join lateral share.share_open('sommerfest', 'open sesame', context => '$context'::jsonb || jsonb_build_object('user_agent', n::text)) o",
    "select p.granted from share.share_open('sommerfest', 'open sesame', context => '$context') o cross join lateral share.share_play(o.visit_token, context => '$context') p",
    "select share.share_unlock('sommerfest', 'wrong ' || n, context => jsonb_build_object('address', '192.0.2.' || n % 2, 'terms_version', '2')) from generate_series(1, 24) n",
    "select share.share_open('sommerfest')",
    "select share.webhook_create('$account', 'https://example.com/hook', '{share.*}')",
    "select share.share_extend('$share', duration_hours => 24)",
    "select share.job_claim('{webhook}', 'someone', max_jobs => 2)",
    "select share.job_fail(j.job_id, 'someone', 'no answer', retry => false) from share.job j where j.worker = 'someone' limit 1",
    "select share.api_key_create('$account', 'reads', 'viewer')",
    "select share.api_key_revoke(k.id) from share.api_key_create('$account', 'revoked') k",
    // What hangs on a file.
    "select share.preview_put('$film', '[{\"path\": \"previews/sheet.jpg\", \"at_seconds\": 1, \"width\": 9, \"height\": 9, \"region_x\": 0, \"region_y\": 0, \"region_width\": 9, \"region_height\": 9}]')",
    "select share.face_put('$film', '[{\"at_seconds\": 1.5, \"box_x\": 0.1, \"box_y\": 0, \"box_width\": 0.5, \"box_height\": 0.5, \"person\": \"x\"}]')",
    "select share.clip_request('$film', 1, 2)",
    "select share.stack_create(array[n.id, '$film']::uuid[]) from share.file_create('$account', '/version.mp4', 'video') n",
    "select share.share_update('$share', '{\"follow_stack\": true}')",
    // What is said of a file.
    "select share.comment_react('$film', c.id, 'yes'), share.comment_reply('$film', c.id, 'Where?'), share.comment_update('$film', c.id, 'Far too dark')
        from share.comment_add('$film', 'Too dark', 'https://app.example.com/REPLACE_COMMENT_ID_ON_SERVER', at_seconds => 1.5, duration_seconds => 0.25,
            anchor => '{\"x\": 0.5, \"y\": 0.5}', annotation => '[{\"tool\": \"pen\", \"color\": \"#ff0000\", \"width\": 0.01, \"points\": [[0, 0]]}]') c",
    "insert into share.comment_mention (account_id, comment_id, kind, mentioned) select c.account_id, c.comment_id, 'user', 'ada' from share.comment c",
    "insert into share.comment_attachment (account_id, attachment_id, file_id, comment_id, name, mime_type, bytes, path, author_kind, author)
        select c.account_id, c.comment_id, c.file_id, c.comment_id, 'a.png', 'image/png', 5, 'attachments/' || c.comment_id || '.png', 'user', 'ada' from share.comment c",
    "insert into share.comment_guest_count (account_id, share_id, counted, writes, counted_from) values ('$account', '$share', 'address 192.0.2.7', 3, statement_timestamp())",
    "select share.utterance_put('$film', '[{\"start_ms\": 0, \"end_ms\": 900, \"speaker\": \"Ada\", \"text\": \"Déjà vu\"}]', 'fr')",
    "select share.transcript_segment_put('$film', '[{\"start_ms\": 0, \"end_ms\": 900, \"text\": \"Titles\"}]')",
    "select share.transcript_suggestion_put('$film', array['Who?', 'What?', 'When?'])",
    "select share.transcript_answer_put(c.id, 'At [00:01].') from share.transcript_chat('$film', 'When?') c",
    "select share.export_token_issue('$film', 'comments')",
    // Months that are past, that are there, and that nobody has made yet.
    "insert into share.event (account_id, event_id, share_id, kind, actor_kind, at)
        select '$account', share.new_id(), '$share', 'share.opened', 'visitor', statement_timestamp() + n * interval '1 month' from generate_series(-3, 6) n",
];

fn visitors(client: &mut Client, account: Uuid, film: Uuid) -> Result {
    let mut share = String::new();
    for statement in VISITORS {
        client.batch_execute(
            &statement
                .replace("$film", &film.to_string())
                .replace("$account", &account.to_string())
                .replace("$share", &share)
                .replace(
                    "$context",
                    r#"{"address": "192.0.2.7", "terms_version": "2"}"#,
                ),
        )?;
        share = client
            .query_one(
                "select coalesce(max(share_id::text), '') from share.share where title = 'Gated'",
                &[],
            )?
            .get(0);
    }
    // What is not there cannot come back: each table has rows, and those of the counts are counted.
    let empty = client.query(
        "select t.name from unnest('{comment,comment_edit,comment_mention,comment_reaction,comment_attachment,comment_guest_count,transcript,utterance,transcript_segment,transcript_suggestion,transcript_chat,export_grant,attribute,attribute_option,attribute_value,share_password,password_try,cap,recipient,slug,item,visit,job,webhook,api_key,event,event_default,preview,person,face,clip,stack,stack_file}'::text[]) t(name)
        where (xpath('/row/n/text()', query_to_xml('select count(*) as n from share.' || t.name, true, true, '')))[1]::text = '0'",
        &[],
    )?;
    let empty: Vec<String> = empty.iter().map(|row| row.get(0)).collect();
    assert_eq!(Vec::<String>::new(), empty);
    let used = client.query_one(
        "select string_agg(kind || ' ' || used, ', ' order by kind), (select max(failures) from share.password_try), (select count(*) from share.password_try where locked_until is not null) from share.cap",
        &[],
    )?;
    assert_eq!(
        ("downloads 0, opens 4, plays 1", 20, 2),
        (used.get(0), used.get(1), used.get::<_, i64>(2))
    );
    Ok(())
}

fn rotate_and_revoke(client: &mut Client, kid: &str) -> Result {
    let rotated = client.query_one("select kid from share.signing_key_rotate($1)", &[&kid])?;
    let current: String = rotated.get(0);
    client.execute(
        "select from share.signing_key_rotate($1, standby => true)",
        &[&current],
    )?;
    let lost = factory::key(client)?;
    client.execute("select from share.signing_key_revoke($1)", &[&lost])?;
    Ok(())
}

/// What must be equal after a restore, by name: a checksum of each table's rows, and each object around them.
///
/// Of checks without parentheses: `between` comes back with others.
pub(crate) type Summary = BTreeMap<String, String>;

const OBJECTS: &str = "
select 'owner of ' || c.oid::regclass, pg_get_userbyid(c.relowner)::text
from pg_class c where c.relnamespace in ('share'::regnamespace, 'public'::regnamespace) and c.relkind in ('r', 'p', 'c', 'v')
union all
select 'privileges on ' || c.oid::regclass, coalesce(c.relacl::text, 'null')
from pg_class c where c.relnamespace = 'share'::regnamespace and c.relkind in ('r', 'p', 'v')
union all
select 'index ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace in ('share'::regnamespace, 'public'::regnamespace)
union all
select 'constraint ' || o.conname || ' on ' || o.conrelid::regclass, translate(pg_get_constraintdef(o.oid), '()', '')
from pg_constraint o where o.connamespace in ('share'::regnamespace, 'public'::regnamespace) and o.conrelid <> 0
union all
select 'trigger ' || t.tgname || ' on ' || t.tgrelid::regclass, pg_get_triggerdef(t.oid)
from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'share'::regnamespace and not t.tgisinternal
union all
select 'function ' || p.oid::regprocedure, pg_get_userbyid(p.proowner) || ' ' || (
    select string_agg(a.grantee::regrole || ':' || a.privilege_type, ',' order by a.grantee::regrole::text)
    from aclexplode(p.proacl) a where a.grantee <> 0
)
from pg_proc p where p.pronamespace = 'share'::regnamespace
union all
select 'column ' || a.attrelid::regclass || '.' || a.attname,
    format('%s %s %s %s', format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attstorage, pg_get_expr(d.adbin, d.adrelid))
from pg_attribute a
join pg_class c on c.oid = a.attrelid
left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
where c.relnamespace = 'share'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
union all
select 'comment on ' || d.objoid::regclass || ' ' || d.objsubid, d.description
from pg_description d
join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
where c.relnamespace = 'share'::regnamespace
union all
select 'comment on ' || o.conname || ' on ' || o.conrelid::regclass, coalesce(obj_description(o.oid, 'pg_constraint'), '')
from pg_constraint o join pg_class c on c.oid = o.conrelid
where o.connamespace = 'share'::regnamespace and not c.relispartition
union all
select 'row security of ' || c.oid::regclass, format('%s %s', c.relrowsecurity, c.relforcerowsecurity)
from pg_class c where c.relnamespace = 'share'::regnamespace and c.relkind in ('r', 'p')
union all
select 'policy ' || p.polname || ' on ' || p.polrelid::regclass,
    format('%s %s %s %s', p.polroles::regrole[], p.polcmd, pg_get_expr(p.polqual, p.polrelid), obj_description(p.oid, 'pg_policy'))
from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'share'::regnamespace
union all
select 'view ' || c.oid::regclass, pg_get_viewdef(c.oid)
from pg_class c where c.relnamespace = 'share'::regnamespace and c.relkind = 'v'";

/// Sums a database up.
pub(crate) fn summary(client: &mut Client) -> Result<Summary> {
    let mut summary: Summary = client
        .query(OBJECTS, &[])?
        .iter()
        .map(|row| (row.get(0), row.get(1)))
        .collect();
    let tables = client.query(
        "select c.oid::regclass::text from pg_class c
        where c.relnamespace in ('share'::regnamespace, 'public'::regnamespace) and c.relkind = 'r'",
        &[],
    )?;
    for table in tables {
        let name: String = table.get(0);
        // Without nulls: a column that is new and empty changes no row.
        let row = client.query_one(
            &format!(
                "select count(*) || ' rows ' || coalesce(md5(string_agg(t.filled, chr(10) order by t.filled)), '')
                from {name} r
                cross join lateral (
                    select jsonb_object_agg(c.key, c.value)::text as filled from jsonb_each(to_jsonb(r)) c where c.value <> 'null'
                ) t"
            ),
            &[],
        )?;
        summary.insert(format!("rows of {name}"), row.get(0));
    }
    Ok(summary)
}
