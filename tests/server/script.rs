//! The first script that a stranger runs.

use share_tests::{Cluster, Database, Result};

use crate::session::login;

const PREPARATION: &str = "create extension pg_share;\nselect share.migrate();\n";
const SCRIPT: &str = r#"select id as account from share.account_create(name => 'Acme') \gset
select user_id from share.member_add(account_id => :'account', user_id => 'ada', name => 'Ada', email => 'ada@example.com', role => 'owner');
select id as file from share.file_create(account_id => :'account', path => '/launch/film.mp4', media_type => 'video', mime_type => 'video/mp4',
       bytes => 1048576, duration_seconds => 8.0, status => 'completed') \gset
select share.origin_put(file_id => :'file', kind => 'stream', path => 'film/master.m3u8');
select share.origin_put(file_id => :'file', kind => 'source', path => 'originals/film.mp4');
select share.origin_put(file_id => :'file', kind => 'thumbnail', path => 'posters/film.jpg');
select kid from share.signing_key_create() \gset
select name from share.delivery_create(account_id => :'account', name => 'edge', scheme => 'uri_signing', base_url => 'https://cdn.example.com', kid => :'kid');
select id as segment from share.segment_create(file_id => :'file', start_time => 2.0, end_time => 5.0) \gset
select id as share, stream_url, media_download_url from share.share_create(file_id => :'file', visibility => 'private', title => 'Launch film') \gset
select share.to_json(s) from share.share_get(:'share') s;
select share.share_list_json(account_id => :'account', "limit" => 10);
select * from share.share_verify(:'stream_url');
"#;

/// Runs the script and looks at the last row: valid, no reason, an id, the action.
fn ends_in_a_valid_stream(database: &Database<'_>, arguments: &[&str], script: &str) -> Result {
    let written = database.psql(&[&["-At"], arguments].concat(), script)?;
    let last: Vec<&str> = written.lines().last().unwrap_or("").split('|').collect();
    assert_eq!(8, last.len(), "{written}");
    assert_eq!(
        ("t", "", "stream"),
        (last[0], last[1], last[3]),
        "{written}"
    );
    assert!(
        written.contains(&format!("\"id\": \"{}\"", last[2])),
        "{written}"
    );
    Ok(())
}

#[test]
fn the_script_works_as_superuser_in_an_empty_database() -> Result {
    let database = Cluster::shared()?.empty_database()?;
    ends_in_a_valid_stream(&database, &[], &format!("{PREPARATION}{SCRIPT}"))
}

#[test]
fn the_script_works_as_a_plain_login_that_is_only_an_operator() -> Result {
    let database = Cluster::shared()?.empty_database()?;
    database.psql(&[], PREPARATION)?;
    login(
        &mut database.connect()?,
        "script_operator",
        &["share_admin"],
    )?;
    ends_in_a_valid_stream(&database, &["-U", "script_operator"], SCRIPT)
}
