//! Passwords, their hashes, tokens of visits and recipients, and API keys are where they belong and nowhere else.

use std::fs;

use postgres::Client;
use postgres::types::ToSql;
use share_tests::{Error, Result, Server};

use crate::factory::{self, library};
use crate::secrets::{DATABASE, PLANS, Scene, TALKATIVE, forms, told};
use crate::session::refusal;

/// What callers write is theirs: a server that logs statements and their parameters has them. These are the statements behind.
const NESTED_ONLY: [(&str, &str); 3] = [
    ("log_statement", "none"),
    ("log_min_duration_statement", "-1"),
    ("log_parameter_max_length_on_error", "0"),
];

/// Begins the statements of the caller, so that what the server logs of them is told apart.
const CALLER: &str = "/* caller */";

const PASSWORDS: [&str; 4] = [
    "sesame-opens-at-first",
    "barley-opens-later-on",
    "wheat-never-opened-it",
    "\u{1}millet-is-not-taken",
];

/// What came back on purpose: tokens and the key.
struct Given {
    visit: String,
    recipient: String,
    api_key: String,
}

fn first(
    client: &mut Client,
    statement: &str,
    arguments: &[&(dyn ToSql + Sync)],
) -> Result<String> {
    let row = client.query_one(&format!("{CALLER} select {statement}"), arguments)?;
    Ok(row.get::<_, Option<String>>(0).unwrap_or_default())
}

/// Every use of what visitors and applications hold; what comes back on purpose is kept apart.
fn use_all(client: &mut Client) -> Result<Given> {
    let library = library(client)?;
    client.execute(
        "select from share.webhook_create($1, 'https://example.com/', '{*}')",
        &[&library.account],
    )?;
    let share = first(
        client,
        "id::text from share.share_create($1, password => $2, recipients => '[{\"email\": \"bob@example.com\"}]', max_plays => 5)",
        &[&library.film, &PASSWORDS[0]],
    )?;
    let link = first(
        client,
        "share.recipient_link(r.id) from share.recipient_list($1::text::uuid) r",
        &[&share],
    )?;
    // Without a base URL it is the token alone.
    let recipient = link.rsplit("r=").next().unwrap_or_default().to_owned();
    let open = "visit_token from share.share_open($1, $2, $3, $4)";
    let nothing = None::<String>;
    let mut visit = String::new();
    for _ in 0..7 {
        first(client, open, &[&share, &PASSWORDS[2], &nothing, &recipient])?;
        visit = first(client, open, &[&share, &PASSWORDS[0], &nothing, &recipient])?;
    }
    first(
        client,
        open,
        &[&"nowhere", &PASSWORDS[0], &nothing, &nothing],
    )?;
    first(
        client,
        "share.share_update($1::text::uuid, jsonb_build_object('password', $2::text, 'recipients_only', false))::text",
        &[&share, &PASSWORDS[1]],
    )?;
    let unlock = "visit_token from share.share_unlock($1, $2, $3, $4)";
    visit = first(client, unlock, &[&share, &PASSWORDS[1], &visit, &recipient])?;
    for statement in [
        "reason from share.share_open(null, null, $1, $2)",
        "reason from share.share_explain(null, $1, $2)",
        "count(*)::text from share.share_items_public(null, $1, $2)",
    ] {
        first(client, statement, &[&visit, &recipient])?;
    }
    for statement in [
        "reason from share.share_renew($1)",
        "reason from share.share_play($1)",
        "reason from share.share_download($1)",
        "count(*)::text from share.share_find('https://app.example.com/share/x?r=' || $1)",
    ] {
        first(client, statement, &[&visit])?;
        first(client, statement, &[&recipient])?;
    }
    let api_key = first(
        client,
        "api_key from share.api_key_create($1, 'reads')",
        &[&library.account],
    )?;
    client.batch_execute("begin")?;
    first(client, "kind from share.authenticate($1)", &[&api_key])?;
    first(
        client,
        "share.share_update($1::text::uuid, '{\"title\": \"x\"}')::text",
        &[&share],
    )?;
    client.batch_execute("commit")?;
    first(
        client,
        "count(r)::text from share.job_claim('{webhook}', 'me', max_jobs => 50) j, lateral share.job_webhook_request(j.id, 'me') r",
        &[],
    )?;
    first(
        client,
        "share.share_full_json($1::text::uuid)::text",
        &[&share],
    )?;
    factory::expire(
        client,
        share.parse().map_err(|_| Error::new(share.clone()))?,
    )?;
    Ok(Given {
        visit,
        recipient,
        api_key,
    })
}

/// What is refused with a secret in it; each answer as it came.
fn refused(client: &mut Client, given: &Given) -> Result<Vec<String>> {
    let mut said = Vec::new();
    let share: String = client
        .query_one("select share_id::text from share.share limit 1", &[])?
        .get(0);
    let long = PASSWORDS[2].repeat(100);
    let update = "select share.share_update($1::text::uuid, jsonb_build_object('expires_at', null, 'password', $2::text))";
    for password in [PASSWORDS[3], &long] {
        said.push(told(&refusal(
            client.query(&format!("{CALLER} {update}"), &[&share, &password]),
        )?));
    }
    let wrong = given.api_key.replace("pgs_", "pgz_");
    for key in [&wrong, &format!("{}x", given.api_key)] {
        let came = client.query(&format!("{CALLER} select share.authenticate($1)"), &[key]);
        said.push(told(&refusal(came)?));
    }
    for statement in [
        "select share.share_explain(null, $1, $1, at => now(), context => '{\"address\": \"here\"}')",
        "select share.share_open(null, $1, $1, $1, '{\"address\": \"here\"}')",
        "select share.share_items_public($1, $1, $1, '{\"unknown\": 1}')",
        "select share.share_play($1, context => '{\"unknown\": 1}')",
    ] {
        let came = client.query(&format!("{CALLER} {statement}"), &[&given.visit]);
        said.push(told(&refusal(came)?));
    }
    Ok(said)
}

/// All of it in all forms, asked for in a session that logs nothing.
fn wanted(server: &Server, given: &Given) -> Result<Vec<Vec<u8>>> {
    let mut wanted = forms(server)?;
    let mut quiet = server.connect(DATABASE)?;
    quiet.batch_execute(
        "set auto_explain.log_min_duration = -1; set pg_stat_statements.track = 'none'",
    )?;
    let rows = quiet.query(
        "select p.hash from share.share_password p union all select encode(k.hash, 'hex') from share.api_key k",
        &[],
    )?;
    assert_eq!(2, rows.len());
    let hashes: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    for text in hashes
        .iter()
        .map(|hash| hash.trim_start_matches("$argon2id$v=19$m=19456,t=2,p=1$"))
        .chain([
            given.visit.as_str(),
            given.recipient.as_str(),
            // What stands before is the prefix, which may be seen.
            &given.api_key[17..],
        ])
    {
        assert!(text.len() >= 40, "{text}");
        wanted.extend(text.as_bytes().chunks_exact(16).map(<[u8]>::to_vec));
    }
    wanted
        .extend(PASSWORDS.map(|password| password.trim_start_matches('\u{1}').as_bytes().to_vec()));
    Ok(wanted)
}

/// The log without what stands there of the caller's own statements: an entry begins without a tab.
fn behind_the_caller(log: &str) -> Vec<u8> {
    let mut entries: Vec<String> = Vec::new();
    for line in log.lines() {
        match entries.last_mut() {
            Some(entry) if line.starts_with('\t') => *entry = format!("{entry}\n{line}"),
            _ => entries.push(line.to_owned()),
        }
    }
    entries.retain(|entry| !entry.contains(CALLER));
    entries.join("\n").into_bytes()
}

#[test]
fn what_visitors_and_applications_hold_is_in_no_log_statistic_event_job_or_publication() -> Result {
    let mut scene = Scene::new(&[&TALKATIVE[..], &PLANS[..], &NESTED_ONLY[..]].concat())?;
    let given = use_all(&mut scene.client)?;
    let said = refused(&mut scene.client, &given)?;
    assert_eq!(8, said.len());
    let log = fs::read(scene.cluster.folder().join("log"))?;
    let log = behind_the_caller(&String::from_utf8_lossy(&log));
    // Proves that the statements inside functions are there to be looked at.
    let text = String::from_utf8_lossy(&log);
    assert!(text.contains("insert into share.share_password"));
    assert!(text.contains("insert into share.visit"));
    let wanted = wanted(&scene.cluster, &given)?;
    assert_eq!(Vec::<String>::new(), scene.leaks_of(&wanted, log, &said)?);
    scene
        .client
        .batch_execute("set client_min_messages = error; select share.publication_create()")?;
    let tables = scene.client.query(
        "select format('%I.%I', schemaname, tablename) from pg_publication_tables where pubname = 'pg_share'",
        &[],
    )?;
    assert!(tables.len() > 10);
    let mut published = Vec::new();
    for table in &tables {
        let table: String = table.get(0);
        let row = scene.client.query_one(
            &format!("select coalesce(string_agg(t::text, chr(10)), '') from {table} t"),
            &[],
        )?;
        published.push(format!("{table}: {}", row.get::<_, String>(0)));
    }
    assert_eq!(
        Vec::<String>::new(),
        scene.leaks_of(&wanted, Vec::new(), &published)?
    );
    Ok(())
}
