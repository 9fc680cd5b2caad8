//! The bytes of keys are where they belong and nowhere else: not in logs, statistics, errors, events or plans.

use std::fs;

use postgres::Client;
use postgres::error::DbError;
use share_tests::{Cluster, Result, Server};
use uuid::Uuid;

use crate::factory::{self, library};
use crate::session::{login, refusal};

/// Logs all that the server itself can log, and keeps statistics of statements.
pub(crate) const TALKATIVE: [(&str, &str); 7] = [
    ("shared_preload_libraries", "pg_stat_statements"),
    ("pg_stat_statements.track", "all"),
    ("log_statement", "all"),
    ("log_min_duration_statement", "0"),
    ("log_error_verbosity", "verbose"),
    ("log_parameter_max_length_on_error", "-1"),
    ("track_activity_query_size", "65536"),
];

/// Logs the plans of all statements, those inside functions too. Where a setting is given twice, the last one counts.
pub(crate) const PLANS: [(&str, &str); 5] = [
    (
        "shared_preload_libraries",
        "pg_stat_statements,auto_explain",
    ),
    ("auto_explain.log_min_duration", "0"),
    ("auto_explain.log_verbose", "on"),
    ("auto_explain.log_analyze", "on"),
    ("auto_explain.log_nested_statements", "on"),
];

/// A cluster that tells much, and a database of it.
pub(crate) struct Scene {
    pub(crate) cluster: Cluster,
    pub(crate) client: Client,
}

pub(crate) const DATABASE: &str = "talkative";

impl Scene {
    pub(crate) fn new(settings: &[(&str, &str)]) -> Result<Self> {
        let cluster = Cluster::start(settings)?;
        cluster.create_database(DATABASE)?;
        cluster.install_extension(DATABASE)?;
        let mut client = cluster.connect(DATABASE)?;
        client.batch_execute("create extension pg_stat_statements")?;
        Ok(Self { cluster, client })
    }

    /// All keys in all forms, as `where: text` of each place that has one.
    fn leaks(&mut self, said: &[String]) -> Result<Vec<String>> {
        let forms = forms(&self.cluster)?;
        let log = fs::read(self.cluster.folder().join("log"))?;
        self.leaks_of(&forms, log, said)
    }

    /// These forms, as `where: text` of each place that has one.
    pub(crate) fn leaks_of(
        &mut self,
        forms: &[Vec<u8>],
        log: Vec<u8>,
        said: &[String],
    ) -> Result<Vec<String>> {
        let mut places = vec![
            ("log".to_owned(), log),
            ("said".to_owned(), said.join("\n").into_bytes()),
        ];
        for (place, statement) in [
            (
                "pg_stat_statements",
                "select coalesce(string_agg(query, chr(10)), '') from pg_stat_statements",
            ),
            (
                "pg_stat_activity",
                "select coalesce(string_agg(query, chr(10)), '') from pg_stat_activity",
            ),
            (
                "share.event",
                "select coalesce(string_agg(e::text, chr(10)), '') from share.event e",
            ),
            (
                "share.job",
                "select coalesce(string_agg(j::text, chr(10)), '') from share.job j",
            ),
        ] {
            let found: String = self.client.query_one(statement, &[])?.get(0);
            places.push((place.to_owned(), found.into_bytes()));
        }
        let mut leaks = Vec::new();
        for (place, content) in &places {
            for line in content.split(|byte| *byte == b'\n') {
                if forms.iter().any(|form| contains(line, form)) {
                    leaks.push(format!("{place}: {}", String::from_utf8_lossy(line)));
                }
            }
        }
        Ok(leaks)
    }
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}

/// Beginnings, middles and wholes of each key: raw, hexadecimal, base64, base64url and as it is revealed.
///
/// Asked for in a session that logs nothing.
pub(crate) fn forms(server: &Server) -> Result<Vec<Vec<u8>>> {
    let mut quiet = server.connect(DATABASE)?;
    quiet.batch_execute(
        "set log_statement = 'none'; set log_min_duration_statement = -1; set auto_explain.log_min_duration = -1; set pg_stat_statements.track = 'none'",
    )?;
    let rows = quiet.query(
        "select k.secret, encode(k.secret, 'hex'), translate(encode(k.secret, 'base64'), E'\\n', ''), share.secret_text(k.kid)
        from share.signing_key k",
        &[],
    )?;
    let mut forms = Vec::new();
    for row in rows {
        let secret: Vec<u8> = row.get(0);
        forms.extend(secret.chunks_exact(8).map(<[u8]>::to_vec));
        for column in 1..4 {
            let text: String = row.get(column);
            let text = text.trim_end_matches('=').as_bytes();
            forms.extend(text.chunks_exact(16).map(<[u8]>::to_vec));
        }
    }
    assert!(!forms.is_empty());
    Ok(forms)
}

pub(crate) fn told(error: &DbError) -> String {
    [
        Some(error.message()),
        error.detail(),
        error.hint(),
        error.where_(),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join("\n")
}

/// Every use of keys by functions; what comes back on purpose is thrown away here.
fn use_keys(client: &mut Client) -> Result<Vec<String>> {
    let library = library(client)?;
    let share = factory::share(client, library.film)?;
    let revealed = client.query_one(
        "select kid, secret from share.signing_key_create(reveal => true)",
        &[],
    )?;
    let kid: String = revealed.get(0);
    assert!(revealed.get::<_, Option<String>>(1).is_some());
    client.query(
        "select * from share.signing_key_create(algorithm => 'MD5', reveal => true)",
        &[],
    )?;
    client.query(
        "select * from share.signing_key_rotate($1, reveal => true)",
        &[&kid],
    )?;
    client.query(
        "select * from share.signing_key_rotate($1, standby => true)",
        &[&library.kid],
    )?;
    for format in ["jwk", "ats", "haproxy", "nginx"] {
        // Which formats fit an algorithm is another test's affair.
        let _ = client.query(
            "select share.signing_key_export($1, $2)",
            &[&library.kid, &format],
        );
    }
    let url: String = client
        .query_one("select url from share.share_sign_stream($1)", &[&share])?
        .get(0);
    client.query("select * from share.share_verify($1)", &[&url])?;
    client.query(
        "select * from share.share_verify($1)",
        &[&url.replace("master", "other")],
    )?;
    client.query("select * from share.signing_key_list()", &[])?;
    use_webhook(client, library.account)?;
    let mut plans = Vec::new();
    for statement in [
        format!("select * from share.signing_key_rotate('{}')", library.kid),
        "select * from share.signing_key_create(reveal => true)".to_owned(),
        format!("select * from share.share_get('{share}')"),
        format!("select * from share.share_verify('{url}')"),
    ] {
        let plan = client.query(&format!("explain (verbose, analyze) {statement}"), &[])?;
        plans.extend(plan.iter().map(|line| line.get::<_, String>(0)));
    }
    Ok(plans)
}

/// A webhook, its new secret and a request that both sign.
fn use_webhook(client: &mut Client, account: Uuid) -> Result {
    let hook = client.query_one(
        "select id, secret from share.webhook_create($1, 'https://example.com/hook', '{*}')",
        &[&account],
    )?;
    let id: Uuid = hook.get(0);
    client.query("select * from share.webhook_rotate($1)", &[&id])?;
    let signed = client.query(
        "select r.* from share.job_claim('{webhook}') c cross join lateral share.job_webhook_request(c.id, c.worker) r",
        &[],
    )?;
    assert_eq!(1, signed.len());
    Ok(())
}

#[test]
fn using_keys_leaves_none_of_their_bytes_in_logs_statistics_events_or_plans() -> Result {
    let mut scene = Scene::new(&TALKATIVE)?;
    let said = use_keys(&mut scene.client)?;
    assert_eq!(Vec::<String>::new(), scene.leaks(&said)?);
    Ok(())
}

#[test]
fn logged_plans_of_the_statements_inside_functions_hold_no_bytes_of_keys() -> Result {
    let mut scene = Scene::new(&[&TALKATIVE[..], &PLANS[..]].concat())?;
    use_keys(&mut scene.client)?;
    assert_eq!(Vec::<String>::new(), scene.leaks(&[])?);
    Ok(())
}

#[test]
fn refused_calls_of_key_functions_tell_nothing_of_keys() -> Result {
    let mut scene = Scene::new(&TALKATIVE)?;
    let kid = library(&mut scene.client)?.kid;
    let mut said = Vec::new();
    for statement in [
        format!("select * from share.signing_key_create(kid => '{kid}', reveal => true)"),
        "select * from share.signing_key_create(kid => 'not a kid', reveal => true)".to_owned(),
        "select * from share.signing_key_create(algorithm => 'RS256', reveal => true)".to_owned(),
        "select * from share.signing_key_create(account_id => '01999999-0000-7000-8000-000000000000', reveal => true)".to_owned(),
        format!("select * from share.signing_key_export('{kid}', 'pem')"),
        format!("select (share.signing_key_create(reveal => true)).secret::integer, share.signing_key_rotate('{kid}') / 0"),
    ] {
        said.push(told(&refusal(scene.client.batch_execute(&statement))?));
    }
    assert_eq!(Vec::<String>::new(), scene.leaks(&said)?);
    Ok(())
}

#[test]
fn an_imported_secret_that_is_refused_is_not_quoted() -> Result {
    let scene = Scene::new(&[("shared_preload_libraries", "pg_stat_statements")])?;
    let mut client = scene.client;
    let secret = "refused+secret/with=wrong$letters";
    let import = "select from share.signing_key_import($1, account_id => $2::text::uuid)";
    let bad_text = refusal(client.execute(import, &[&secret, &None::<&str>]))?;
    let short = refusal(client.execute(import, &[&"c2hvcnQ", &None::<&str>]))?;
    for refused in [bad_text, short] {
        assert_eq!("22023", refused.code().code());
        let told = told(&refused);
        assert!(
            !told.contains(secret) && !told.contains("c2hvcnQ"),
            "{told}"
        );
    }
    let log = scene.cluster.log()?;
    assert!(!log.contains(secret) && !log.contains("c2hvcnQ"), "{log}");
    Ok(())
}

#[test]
fn a_constraint_that_refuses_a_row_of_keys_does_not_print_the_secret() -> Result {
    let mut scene = Scene::new(&TALKATIVE)?;
    library(&mut scene.client)?;
    let mut said = Vec::new();
    for statement in [
        "update share.signing_key set valid_until = valid_from - interval '1 hour'",
        "update share.signing_key set state = 'unheard of'",
        "update share.signing_key set kid = null",
        "update share.signing_key set replaced_by = kid",
        "update share.signing_key set account_id = '01999999-0000-7000-8000-000000000000'",
        "insert into share.signing_key select * from share.signing_key",
        "insert into share.signing_key (account_id, kid, algorithm, secret, state) select account_id, 'other', 'none', secret, state from share.signing_key",
    ] {
        said.push(told(&refusal(scene.client.batch_execute(statement))?));
    }
    assert_eq!(Vec::<String>::new(), scene.leaks(&said)?);
    Ok(())
}

#[test]
fn no_role_reads_keys_or_calls_internal_functions() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    library(&mut client)?;
    client.batch_execute("analyze share.signing_key")?;
    let internal: i64 = client
        .query_one(
            "select count(*) from pg_proc p where p.pronamespace = 'share'::regnamespace and obj_description(p.oid, 'pg_proc') like 'Internal.%'",
            &[],
        )?
        .get(0);
    assert!(internal > 30, "{internal}");
    for (name, roles) in [
        ("secrets_admin", &["share_admin"][..]),
        ("secrets_app", &["share_app"]),
        ("secrets_user", &["share_user"]),
        ("secrets_visitor", &["share_visitor"]),
        (
            "secrets_all",
            &["share_admin", "share_app", "share_user", "share_visitor"],
        ),
        ("secrets_outsider", &[]),
    ] {
        login(&mut client, name, roles)?;
        let callable: Vec<String> = client
            .query(
                "select p.oid::regprocedure::text from pg_proc p
                where p.pronamespace = 'share'::regnamespace and obj_description(p.oid, 'pg_proc') like 'Internal.%'
                    and has_function_privilege($1::text, p.oid, 'execute')",
                &[&name],
            )?
            .iter()
            .map(|row| row.get(0))
            .collect();
        assert_eq!(Vec::<String>::new(), callable, "{name}");
        // Views, and the tables beneath them, which row security guards.
        let sees_views = !["secrets_visitor", "secrets_outsider"].contains(&name);
        let reachable: Vec<String> = client
            .query(
                "select c.oid::regclass::text from pg_class c
                where c.relnamespace = 'share'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
                    -- Figures without ids.
                    and c.relname <> 'metrics'
                    and (has_table_privilege($1::text, c.oid, 'insert, update, delete, truncate, references, trigger')
                        or has_any_column_privilege($1::text, c.oid, 'insert, update, references')
                        or has_any_column_privilege($1::text, c.oid, 'select')
                            and (not $2 or c.relname = any ('{signing_key,api_key,api_key_use,share_password,password_try,visit,job,email_code,email_code_count,playlist,schema_info}')
                                or c.relispartition or c.relkind <> 'v' and not c.relrowsecurity))",
                &[&name, &sees_views],
            )?
            .iter()
            .map(|row| row.get(0))
            .collect();
        assert_eq!(Vec::<String>::new(), reachable, "{name}");
        let mut session = database.connect_as(name)?;
        let refused = refusal(session.batch_execute("select secret from share.signing_key"))?;
        assert_eq!("42501", refused.code().code(), "{name}");
        let statistics =
            session.query("select from pg_stats where tablename = 'signing_key'", &[])?;
        assert!(statistics.is_empty(), "{name}");
    }
    Ok(())
}
