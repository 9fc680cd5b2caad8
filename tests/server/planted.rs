//! Functions, operators and tables planted in the caller's search path are not run by ours.

use postgres::Client;
use share_tests::{Cluster, Result};

use crate::factory::{self, library};
use crate::planted_calls::{CALLS, CONTEXT};
use crate::planted_library::LIBRARY;
use crate::planted_operators::OPERATORS;
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
create function lower(text) returns text language plpgsql as $$ begin raise exception 'planted'; end $$;

create function host(inet) returns text language plpgsql as $$ begin raise exception 'planted'; end $$;
create function family(inet) returns integer language plpgsql as $$ begin raise exception 'planted'; end $$;
create function inet_client_addr() returns inet language plpgsql as $$ begin raise exception 'planted'; end $$;
create function clock_timestamp() returns timestamptz language plpgsql as $$ begin raise exception 'planted'; end $$;
create function pg_notify(text, text) returns void language plpgsql as $$ begin raise exception 'planted'; end $$;
create function set_config(text, text, boolean) returns text language plpgsql as $$ begin raise exception 'planted'; end $$;
create function cardinality(anyarray) returns integer language plpgsql as $$ begin raise exception 'planted'; end $$;
create function array_remove(anycompatiblearray, anycompatible) returns anycompatiblearray language plpgsql as $$ begin raise exception 'planted'; end $$;
create function unnest(anyarray) returns setof anyelement language plpgsql as $$ begin raise exception 'planted'; end $$;
create function jsonb_array_elements_text(jsonb) returns setof text language plpgsql as $$ begin raise exception 'planted'; end $$;
create function jsonb_typeof(jsonb) returns text language plpgsql as $$ begin raise exception 'planted'; end $$;
create function split_part(text, text, integer) returns text language plpgsql as $$ begin raise exception 'planted'; end $$;
create function part(jsonb, text) returns jsonb language plpgsql as $$ begin raise exception 'planted'; end $$;
create operator -> (leftarg = jsonb, rightarg = text, function = part);
create function part_of(jsonb, text) returns text language plpgsql as $$ begin raise exception 'planted'; end $$;
create operator ->> (leftarg = jsonb, rightarg = text, function = part_of);
create operator ~ (leftarg = text, rightarg = text, function = equal);
create operator ~* (leftarg = text, rightarg = text, function = equal);
create operator <> (leftarg = text, rightarg = text, function = equal);
create operator <> (leftarg = uuid, rightarg = uuid, function = equal);
create function inside(inet, inet) returns boolean language plpgsql as $$ begin raise exception 'planted'; end $$;
create operator <<= (leftarg = inet, rightarg = inet, function = inside);
create function fewer(integer, integer) returns boolean language plpgsql as $$ begin raise exception 'planted'; end $$;
create operator < (leftarg = integer, rightarg = integer, function = fewer);
create operator >= (leftarg = integer, rightarg = integer, function = fewer);
create temporary table account (account_id uuid, planted integer);
create temporary table drive (account_id uuid, planted integer);
create temporary table segment (account_id uuid, planted integer);
create temporary table origin (account_id uuid, planted integer);
create temporary table attribute (account_id uuid, planted integer);
create temporary table attribute_option (account_id uuid, planted integer);
create temporary table attribute_value (account_id uuid, planted integer);
create temporary table delivery (account_id uuid, planted integer);
create temporary table playlist (account_id uuid, planted integer);
create temporary table visit (visit_id uuid, share_id uuid, unlocked boolean);
create temporary table recipient (recipient_id uuid, share_id uuid);
create temporary table cap (share_id uuid, used integer);
create temporary table password_try (share_id uuid, failures integer);
create temporary table share_password (share_id uuid, hash text);
create temporary table slug (slug text, share_id uuid);
create temporary table item (share_id uuid, file_id uuid);
create temporary table api_key (prefix text, hash bytea, role text);
create temporary table event (account_id uuid, planted integer);
create temporary table preview (account_id uuid, planted integer);
create temporary table person (account_id uuid, planted integer);
create temporary table face (account_id uuid, planted integer);
create temporary table stack (account_id uuid, planted integer);
create temporary table stack_file (account_id uuid, planted integer);
create temporary table clip (account_id uuid, planted integer);
create temporary table job (account_id uuid, planted integer);
create temporary table webhook (account_id uuid, planted integer);
";

/// Makes calls in their order, and after each does something more with it.
pub(crate) fn run(
    session: &mut Client,
    calls: &[(&'static str, &str)],
    known: &[(&'static str, &str)],
    mut after: impl FnMut(&mut Client, &str) -> Result,
) -> Result {
    let mut known: Vec<(&str, String)> = known
        .iter()
        .map(|(name, value)| (*name, (*value).to_owned()))
        .collect();
    for (name, call) in calls {
        let mut statement = (*call).to_owned();
        // The longest first: one name may begin another.
        known.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        for (name, value) in &known {
            statement = statement.replace(&format!("${name}"), value);
        }
        if name.is_empty() {
            let outcome = session.batch_execute(&statement);
            assert!(outcome.is_ok(), "{call}: {:?}", refusal(outcome)?);
        } else {
            let outcome = session.query_one(&statement, &[]);
            assert!(outcome.is_ok(), "{call}: {:?}", refusal(outcome)?);
            let value: Option<String> = outcome?.get(0);
            known.retain(|(other, _)| other != name);
            known.push((*name, value.unwrap_or_default()));
        }
        after(session, &statement)?;
    }
    Ok(())
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
    factory::member(&mut client, library.account, "ada", "owner")?;
    client.batch_execute(&format!(
        "alter database {} set pg_share.link_base_url = 'https://app.example.com'",
        database.name()
    ))?;
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
    for calls in [LIBRARY, CALLS] {
        run(
            &mut session,
            calls,
            &[
                ("account", &library.account.to_string()),
                ("film", &library.film.to_string()),
                ("context", CONTEXT),
            ],
            |_, _| Ok(()),
        )?;
    }
    Ok(())
}

#[test]
fn every_function_that_applications_and_operators_may_call_is_called_there() -> Result {
    let database = Cluster::shared()?.database()?;
    let rows = database.connect()?.query(
        "select p.proname::text from pg_proc p
        where p.pronamespace = 'share'::regnamespace
            and (has_function_privilege('share_app', p.oid, 'execute') or has_function_privilege('share_admin', p.oid, 'execute'))
        order by 1",
        &[],
    )?;
    let called: Vec<&str> = CALLS
        .iter()
        .chain(LIBRARY)
        .chain(OPERATORS)
        .map(|(_, call)| *call)
        .collect();
    let missing: Vec<String> = rows
        .iter()
        .map(|row| row.get::<_, String>(0))
        .filter(|name| {
            !called
                .iter()
                .any(|call| call.contains(&format!("share.{name}(")))
        })
        // It makes a publication of the database's own, which needs a superuser.
        .filter(|name| name != "publication_create")
        .collect();
    assert_eq!(Vec::<String>::new(), missing);
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
    run(
        &mut session,
        OPERATORS,
        &[
            ("account", &library.account.to_string()),
            ("film", &library.film.to_string()),
            ("kid", &library.kid),
        ],
        |_, _| Ok(()),
    )
}
