//! Surroundings that were prepared against us: default privileges, squatted names, forged users and settings.

use postgres::{Client, NoTls};
use share_tests::{Cluster, Database, Result};
use uuid::Uuid;

use crate::factory::{self, library};
use crate::session::{code, login, refusal};

/// Everything that anyone may do with anything of schema share: object, grantee, privilege.
fn privileges(client: &mut Client) -> Result<Vec<String>> {
    let rows = client.query(
        "with granted as (
            select 'function ' || p.oid::regprocedure as object, coalesce(p.proacl, acldefault('f', p.proowner)) as acl
            from pg_proc p where p.pronamespace = 'share'::regnamespace
            union all
            select 'type ' || t.oid::regtype, coalesce(t.typacl, acldefault('T', t.typowner))
            from pg_type t left join pg_class c on c.oid = t.typrelid
            where t.typnamespace = 'share'::regnamespace and t.typelem = 0 and (c.oid is null or c.relkind = 'c')
            union all
            select 'relation ' || c.oid::regclass, coalesce(c.relacl, acldefault('r', c.relowner))
            from pg_class c where c.relnamespace = 'share'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
            union all
            select 'column ' || a.attrelid::regclass || '.' || a.attname, a.attacl
            from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace = 'share'::regnamespace
            union all
            select 'schema share', n.nspacl from pg_namespace n where n.nspname = 'share'
        )
        select g.object || ': ' || case e.grantee when 0 then 'public' else pg_get_userbyid(e.grantee) end
            || ' ' || e.privilege_type || case when e.is_grantable then ' with grant option' else '' end
        from granted g cross join lateral aclexplode(g.acl) e
        order by 1",
        &[],
    )?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}

/// Gives an outsider and everyone all rights on whatever these roles will make.
fn grant_in_advance(client: &mut Client, schema: &str) -> Result {
    for owner in ["postgres", "share_owner"] {
        for objects in ["tables", "sequences", "functions", "types"] {
            client.batch_execute(&format!(
                "alter default privileges for role {owner} {schema} grant all on {objects} to hostile_outsider, public"
            ))?;
        }
    }
    Ok(())
}

fn added(expected: &[String], found: &[String]) -> Vec<String> {
    found
        .iter()
        .filter(|privilege| !expected.contains(privilege))
        .cloned()
        .collect()
}

#[test]
fn default_privileges_set_beforehand_gain_nothing() -> Result {
    let expected = privileges(&mut Cluster::shared()?.database()?.connect()?)?;
    let database = Cluster::shared()?.empty_database()?;
    let mut client = database.connect()?;
    login(&mut client, "hostile_outsider", &[])?;
    grant_in_advance(&mut client, "")?;
    client.batch_execute(
        "alter default privileges for role postgres grant all on schemas to hostile_outsider, public",
    )?;
    client.batch_execute("create extension pg_share")?;
    grant_in_advance(&mut client, "in schema share")?;
    client.batch_execute("select share.migrate()")?;
    let found = privileges(&mut client)?;
    assert_eq!(Vec::<String>::new(), added(&expected, &found));
    assert_eq!(expected, found);
    Ok(())
}

#[test]
fn months_of_events_made_later_are_closed_to_default_privileges_too() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let expected = privileges(&mut client)?;
    client.batch_execute("create role hostile_later nologin")?;
    client.batch_execute(
        "alter default privileges for role share_owner in schema share grant all on tables to hostile_later, public;
        do $$ declare month regclass; begin
            select max(i.inhrelid::regclass::text) into month from pg_inherits i
            where i.inhparent = 'share.event'::regclass and i.inhrelid <> 'share.event_default'::regclass;
            execute format('drop table %s', month);
        end $$;
        select share.migrate()",
    )?;
    let found = privileges(&mut client)?;
    assert_eq!(Vec::<String>::new(), added(&expected, &found));
    Ok(())
}

#[test]
fn a_schema_that_someone_else_made_is_refused() -> Result {
    let database = Cluster::shared()?.empty_database()?;
    let mut client = database.connect()?;
    client.batch_execute("create schema share")?;
    assert_eq!(
        "42P06",
        code(client.batch_execute("create extension pg_share"))?
    );
    Ok(())
}

#[test]
fn the_owner_of_the_tables_has_no_members_and_cannot_log_in() -> Result {
    let database = Cluster::shared()?.database()?;
    let row = database.connect()?.query_one(
        "select count(m.member), bool_or(r.rolcanlogin or r.rolsuper or r.rolcreaterole or r.rolbypassrls)
        from pg_roles r left join pg_auth_members m on m.roleid = r.oid where r.rolname = 'share_owner'",
        &[],
    )?;
    assert_eq!((0, false), (row.get::<_, i64>(0), row.get(1)));
    Ok(())
}

#[test]
fn an_owner_role_with_a_member_keeps_the_extension_out() -> Result {
    let cluster = Cluster::start(&[])?;
    let mut client = cluster.connect("postgres")?;
    client.batch_execute(
        "create role share_owner nologin; create role spy login; grant share_owner to spy",
    )?;
    assert_eq!(
        "42710",
        code(client.batch_execute("create extension pg_share"))?
    );
    Ok(())
}

/// A database with a private share, and one member of its account: ada, the owner.
fn shared_film() -> Result<(Database<'static>, Client, Uuid)> {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let library = library(&mut client)?;
    factory::member(&mut client, library.account, "ada", "owner")?;
    let share = factory::share(&mut client, library.film)?;
    Ok((database, client, share))
}

const GET: &str = "select from share.share_get($1)";

#[test]
fn lifetimes_planted_before_the_library_is_loaded_have_no_effect() -> Result {
    let (database, mut client, share) = shared_film()?;
    login(&mut client, "hostile_planter", &["share_app"])?;
    let lives = "select ceil(extract(epoch from statement_timestamp()) + 43200) = extract(epoch from s.stream_expires_at) from share.share_get($1) s";
    let mut by_set = database.connect_as("hostile_planter")?;
    by_set.batch_execute("set pg_share.private_stream_ttl = '9999d'")?;
    assert!(by_set.query_one(lives, &[&share])?.get::<_, bool>(0));
    let refused = by_set.batch_execute("set pg_share.private_stream_ttl = '9999d'");
    assert_eq!("42501", code(refused)?);
    let uri = database.uri().replace("postgres@", "hostile_planter@");
    let mut by_option = Client::connect(
        &format!("{uri}&options=-c%20pg_share.private_stream_ttl%3D9999d"),
        NoTls,
    )?;
    assert!(by_option.query_one(lives, &[&share])?.get::<_, bool>(0));
    let mut by_role = database.connect_as("hostile_planter")?;
    let refused = by_role
        .batch_execute("alter role hostile_planter set pg_share.private_stream_ttl = '9999d'");
    assert_eq!("42501", code(refused)?);
    Ok(())
}

#[test]
fn a_plain_user_gains_nothing_by_planted_settings() -> Result {
    let (database, mut client, share) = shared_film()?;
    login(&mut client, "hostile_user", &["share_user"])?;
    let mut session = database.connect_as("hostile_user")?;
    session.batch_execute(
        "set pg_share.session = 'ada'; set pg_share.require_user = off; set pg_share.private_stream_ttl = '9999d'",
    )?;
    for _ in 0..2 {
        assert_eq!("PT401", code(session.execute(GET, &[&share]))?);
        let kind = session.query_one("select kind from share.caller()", &[])?;
        assert_eq!("visitor", kind.get::<_, String>(0));
        // Now with the library loaded.
        session.batch_execute("set pg_share.session = 'ada'")?;
    }
    assert_eq!(
        "42501",
        code(session.batch_execute("select share.act_as('ada')"))?
    );
    Ok(())
}

#[test]
fn a_forged_user_makes_no_user_of_an_operator() -> Result {
    let (database, mut client, share) = shared_film()?;
    login(&mut client, "hostile_operator", &["share_admin"])?;
    let mut session = database.connect_as("hostile_operator")?;
    session.batch_execute("set pg_share.session = 'nobody'")?;
    session.execute(GET, &[&share])?;
    let caller = session.query_one(
        "select kind, user_id, all_accounts from share.caller()",
        &[],
    )?;
    assert_eq!(
        ("service", None::<&str>, true),
        (caller.get(0), caller.get(1), caller.get(2))
    );
    Ok(())
}

#[test]
fn a_user_set_by_act_as_is_gone_with_the_transaction() -> Result {
    let (database, mut client, share) = shared_film()?;
    login(&mut client, "hostile_backend", &["share_app"])?;
    let mut session = database.connect_as("hostile_backend")?;
    for end in ["commit", "rollback"] {
        session.batch_execute("begin; select share.act_as('nobody')")?;
        assert_eq!("PT404", code(session.execute(GET, &[&share]))?, "{end}");
        session.batch_execute("rollback; begin; select share.act_as('ada')")?;
        let caller = session.query_one("select kind, user_id from share.caller()", &[])?;
        assert_eq!(("user", "ada"), (caller.get(0), caller.get(1)), "{end}");
        session.batch_execute(end)?;
        let caller = session.query_one("select kind, user_id from share.caller()", &[])?;
        assert_eq!(
            ("service", None::<&str>),
            (caller.get(0), caller.get(1)),
            "{end}"
        );
    }
    Ok(())
}

#[test]
fn a_backend_that_must_name_a_user_sees_nothing_without_one() -> Result {
    let (database, mut client, share) = shared_film()?;
    login(&mut client, "hostile_careless", &["share_app"])?;
    client.batch_execute(&format!(
        "alter database {} set pg_share.require_user = on",
        database.name()
    ))?;
    let mut session = database.connect_as("hostile_careless")?;
    session.batch_execute("set pg_share.require_user = off")?;
    let refused = refusal(session.execute(GET, &[&share]))?;
    assert_eq!("42501", refused.code().code());
    assert!(refused.hint().is_some_and(|hint| hint.contains("act_as")));
    assert_eq!(
        "42501",
        code(session.batch_execute("set pg_share.require_user = off"))?
    );
    session.batch_execute("begin; select share.act_as('ada')")?;
    session.execute(GET, &[&share])?;
    session.batch_execute("commit")?;
    assert_eq!("42501", code(session.execute(GET, &[&share]))?);
    Ok(())
}

/// What someone with a plain login may try to be, or to come from: each a setting and a value.
const FORGED: [(&str, &str); 7] = [
    ("request.jwt.claims", r#"{"sub": "ada"}"#),
    (
        "request.headers",
        r#"{"x-real-ip": "192.0.2.7", "x-forwarded-for": "192.0.2.7", "cf-ipcountry": "DE", "referer": "https://www.example.com/"}"#,
    ),
    ("response.status", "200"),
    ("pg_share.session", "ada"),
    ("pg_share.address_header", "x-real-ip"),
    ("pg_share.password_tries", "1000000"),
    ("pg_share.visit_ttl", "9999d"),
];

#[test]
fn claims_headers_and_settings_that_a_plain_login_forges_open_no_gate() -> Result {
    let (database, mut client, share) = shared_film()?;
    let walled: Uuid = client
        .query_one(
            "select s.id from share.share_get($1) g, lateral share.share_create(g.file_id, restrictions => '{\"addresses\": [\"192.0.2.0/24\"]}', title => 'Walled') s",
            &[&share],
        )?
        .get(0);
    let context = serde_json::json!({"address": "192.0.2.7", "country": "DE"});
    for (name, roles) in [
        ("hostile_forger", &["share_visitor"][..]),
        ("hostile_forging_user", &["share_user", "share_visitor"]),
    ] {
        login(&mut client, name, roles)?;
        let mut session = database.connect_as(name)?;
        for loaded in [false, true] {
            for (setting, value) in FORGED {
                // Those of the library are refused once it is loaded.
                let set = session.execute("select set_config($1, $2, false)", &[&setting, &value]);
                assert!(
                    set.is_ok() || loaded && code(set)? == "42501",
                    "{name}: {setting}"
                );
            }
            let kind = session.query_one("select kind from share.caller()", &[])?;
            assert_eq!("visitor", kind.get::<_, String>(0), "{name}");
            for (link, reason) in [(share, "sign_in_required"), (walled, "address_refused")] {
                for function in ["share_explain", "share_open"] {
                    let statement =
                        format!("select reason from share.{function}($1, context => $2)");
                    let row = session.query_one(&statement, &[&link.to_string(), &context])?;
                    assert_eq!(reason, row.get::<_, String>(0), "{name}: {function}");
                }
            }
            let ends = session.query_one(
                "select current_setting('pg_share.password_tries'), current_setting('pg_share.visit_ttl')",
                &[],
            )?;
            assert_eq!(("10", "12h"), (ends.get(0), ends.get(1)), "{name}");
        }
    }
    Ok(())
}

#[test]
fn a_gateway_is_known_by_its_login_and_not_by_the_role_that_it_took() -> Result {
    let (database, mut client, share) = shared_film()?;
    login(
        &mut client,
        "hostile_gateway",
        &["share_app", "share_visitor"],
    )?;
    let mut session = database.connect_as("hostile_gateway")?;
    session.batch_execute("set role share_visitor")?;
    let said = "select kind, user_id from share.caller()";
    let caller = session.query_one(said, &[])?;
    assert_eq!(("visitor", None::<&str>), (caller.get(0), caller.get(1)));
    session.batch_execute(r#"begin; set local request.jwt.claims = '{"sub": "ada"}'"#)?;
    let caller = session.query_one(said, &[])?;
    assert_eq!(("user", "ada"), (caller.get(0), caller.get(1)));
    let granted = session.query_one(
        "select granted from share.share_explain($1)",
        &[&share.to_string()],
    )?;
    assert!(granted.get::<_, bool>(0));
    session.batch_execute("rollback")?;
    // An empty text is what it leaves behind; what is no object is nobody, and never the service.
    for claims in [
        "",
        "{}",
        "null",
        "[]",
        "{\"sub\": 7}",
        "not json",
        "{\"sub\": \"\"}",
    ] {
        session.batch_execute("reset role; begin")?;
        session.execute(
            "select set_config('request.jwt.claims', $1, true)",
            &[&claims],
        )?;
        let caller = session.query_one(said, &[])?;
        let expected = if claims.is_empty() {
            "service"
        } else {
            "visitor"
        };
        assert_eq!(expected, caller.get::<_, String>(0), "{claims}");
        session.batch_execute("rollback")?;
    }
    Ok(())
}
