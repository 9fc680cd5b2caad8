//! Functions, operators and tables planted in the caller's search path are not run by ours.

use postgres::Client;
use share_tests::{Cluster, Result};

use crate::factory::{self, library};
use crate::session::{login, refusal};

/// Each raises when it is called; the first argument is the schema that holds them.
const PLANTED: &str = r"
create function trap() returns void language plpgsql as $$ begin raise exception 'planted'; end $$;
create function length(text) returns integer language plpgsql as $$ begin raise exception 'planted'; end $$;
create function now() returns timestamptz language plpgsql as $$ begin raise exception 'planted'; end $$;
create function statement_timestamp() returns timestamptz language plpgsql as $$ begin raise exception 'planted'; end $$;
create function current_setting(text, boolean) returns text language plpgsql as $$ begin raise exception 'planted'; end $$;
create function pg_has_role(name, text, text) returns boolean language plpgsql as $$ begin raise exception 'planted'; end $$;
create function format(text, text) returns text language plpgsql as $$ begin raise exception 'planted'; end $$;
create function jsonb_build_object(variadic text[]) returns jsonb language plpgsql as $$ begin raise exception 'planted'; end $$;
create function jsonb_strip_nulls(jsonb) returns jsonb language plpgsql as $$ begin raise exception 'planted'; end $$;
create function left(text, integer) returns text language plpgsql as $$ begin raise exception 'planted'; end $$;
create function octet_length(text) returns integer language plpgsql as $$ begin raise exception 'planted'; end $$;
create function equal(uuid, uuid) returns boolean language plpgsql as $$ begin raise exception 'planted'; end $$;
create operator = (leftarg = uuid, rightarg = uuid, function = equal);
create function equal(text, text) returns boolean language plpgsql as $$ begin raise exception 'planted'; end $$;
create operator = (leftarg = text, rightarg = text, function = equal);
create function joined(text, text) returns text language plpgsql as $$ begin raise exception 'planted'; end $$;
create operator || (leftarg = text, rightarg = text, function = joined);
create function below(timestamptz, timestamptz) returns boolean language plpgsql as $$ begin raise exception 'planted'; end $$;
create operator <= (leftarg = timestamptz, rightarg = timestamptz, function = below);
create operator < (leftarg = timestamptz, rightarg = timestamptz, function = below);
create function has(jsonb, text) returns boolean language plpgsql as $$ begin raise exception 'planted'; end $$;
create operator ? (leftarg = jsonb, rightarg = text, function = has);
create type pg_temp.visibility as enum ('planted');
create temporary table share (share_id uuid, account_id uuid, planted integer);
create temporary table file (file_id uuid, account_id uuid, planted integer);
create temporary table signing_key (kid text, secret bytea);
create temporary table schema_info (singleton boolean, version integer);
insert into schema_info values (true, 999);
create temporary table member (account_id uuid, user_id text, role text);
";

/// What the caller does; the arguments are written out, so that nothing planted stands in the calls themselves.
fn calls(account: &str, film: &str) -> Vec<String> {
    [
        "select from share.account_get('ACCOUNT')",
        "select from share.account_update('ACCOUNT', '{\"name\": \"Other\"}')",
        "select from share.account_create('Third')",
        "select from share.member_add('ACCOUNT', 'bob', name => 'Bob', email => 'bob@example.com')",
        "select from share.member_list('ACCOUNT')",
        "select from share.drive_create('ACCOUNT', 'other')",
        "select from share.file_put('ACCOUNT', 'x-1', '/put.mp4', 'video')",
        "select from share.file_put('ACCOUNT', 'x-1', '/moved.mp4', 'video', metadata => '{\"a\": 1}')",
        "select from share.file_list('ACCOUNT', sort => 'filename')",
        "select from share.origin_put('FILM', 'proxy', 'proxies/film.mp4')",
        "select from share.origin_list('FILM')",
        "select from share.segment_create('FILM', 1, 2)",
        "select from share.segment_list('FILM')",
        "select from share.share_ensure('FILM', visibility => 'private')",
        "select from share.share_ensure('FILM', visibility => 'private')",
        "select from share.share_list('ACCOUNT', state => 'active')",
        "select from share.share_list_json('ACCOUNT')",
        "select from share.share_list('ACCOUNT') s cross join lateral share.share_update(s.id, '{\"title\": \"x\"}')",
        "select from share.share_list('ACCOUNT') s cross join lateral share.share_get(s.id, 2, 3) g cross join lateral share.to_json(g)",
        "select from share.share_list('ACCOUNT') s cross join lateral share.share_verify(s.stream_url)",
        "select from share.share_list('ACCOUNT') s cross join lateral share.share_sign_streams(array[s.id])",
        "select from share.event_list('ACCOUNT')",
        "select from share.share_list('ACCOUNT') s cross join lateral share.share_delete(s.id)",
        "select from share.file_delete('FILM')",
    ]
    .iter()
    .map(|call| call.replace("ACCOUNT", account).replace("FILM", film))
    .collect()
}

fn plant(client: &mut Client, schema: &str) -> Result {
    client.batch_execute(&format!("set search_path = {schema}"))?;
    client.batch_execute(PLANTED)?;
    Ok(client.batch_execute(&format!(
        "set search_path = {schema}, pg_temp, pg_catalog, share"
    ))?)
}

#[test]
fn what_is_planted_in_the_callers_search_path_is_not_run() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let library = library(&mut client)?;
    factory::share(&mut client, library.film)?;
    login(&mut client, "planted_backend", &["share_app"])?;
    client.batch_execute("create schema planted authorization planted_backend")?;
    let mut session = database.connect_as("planted_backend")?;
    plant(&mut session, "planted")?;
    for bait in [
        "select length('x')",
        "select 'a'::text = 'b'::text",
        "select now() < now()",
    ] {
        // Proves that the traps stand in the way of the caller.
        assert_eq!(
            "planted",
            refusal(session.batch_execute(bait))?.message(),
            "{bait}"
        );
    }
    for call in calls(&library.account.to_string(), &library.film.to_string()) {
        let outcome = session.batch_execute(&call);
        assert!(outcome.is_ok(), "{call}: {:?}", refusal(outcome)?);
    }
    Ok(())
}

#[test]
fn the_tables_planted_by_an_operator_are_not_read() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let library = library(&mut client)?;
    login(&mut client, "planted_operator", &["share_admin"])?;
    client.batch_execute("create schema planted authorization planted_operator")?;
    let mut session = database.connect_as("planted_operator")?;
    plant(&mut session, "planted")?;
    for call in [
        "select from share.signing_key_create(reveal => true)".to_owned(),
        format!("select from share.signing_key_rotate('{}')", library.kid),
        format!(
            "select from share.signing_key_export('{}', 'jwk')",
            library.kid
        ),
        "select from share.signing_key_list()".to_owned(),
        format!("select from share.delivery_list('{}')", library.account),
        format!(
            "select from share.delivery_update('{}', 'edge', '{{\"options\": {{}}}}')",
            library.account
        ),
        "select share.migrate()".to_owned(),
    ] {
        let outcome = session.batch_execute(&call);
        assert!(outcome.is_ok(), "{call}: {:?}", refusal(outcome)?);
    }
    Ok(())
}
