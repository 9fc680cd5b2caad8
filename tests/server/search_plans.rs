//! How the searches of operators find their rows among many: by an index in its order, and a page costs the same wherever it is.

use postgres::Client;
use serde_json::Value;
use share_tests::{Cluster, Database, Result};
use uuid::Uuid;

use crate::factory;

/// Shares and events of four accounts, the first with nearly all, one minute apart.
const MANY: &str = "
set session_replication_role = replica;
insert into share.file (account_id, file_id, drive_id, path, media_type, status)
select d.account_id, share.new_id(), d.drive_id, '/films/' || n || '.mp4', 'video', 'completed'
from share.drive d cross join generate_series(1, 100) n;
insert into share.share (account_id, share_id, file_id, title, visibility, owner_id, exclusive, created_at, starts_at, expires_at, disabled_at, has_password)
select f.account_id, share.new_id(), f.file_id, 'No. ' || n, case when n % 3 = 0 then 'private' else 'public' end::share.visibility, 'owner ' || n % 1000, false,
    '2026-01-01'::timestamptz + n * interval '1 minute', null, case when n % 4 = 0 then '2036-01-01'::timestamptz - n * interval '1 minute' end,
    case when n % 7 = 0 then '2026-06-01'::timestamptz end, n = 99999
from generate_series(1, 100000) n
join (select f.*, row_number() over (order by f.account_id, f.file_id) as place from share.file f) f
    on f.place = case when n % 100 = 0 then 101 + n / 100 % 300 else 1 + n % 100 end;
insert into share.recipient (account_id, recipient_id, share_id, email)
select s.account_id, share.new_id(), s.share_id, 'reader' || substr(s.title, 5)::integer % 500 || '@example.com' from share.share s where substr(s.title, 5)::integer % 10 = 0;
insert into share.event (account_id, event_id, share_id, kind, actor_kind, at)
select s.account_id, share.new_id(), s.share_id, 'share.opened', 'visitor', s.created_at from share.share s;
reset session_replication_role;
vacuum analyze share.share;
analyze share.recipient;
analyze share.file;
analyze share.event";

struct Scene {
    client: Client,
    /// The account with nearly all, and one with a few.
    accounts: [Uuid; 2],
    _database: Database<'static>,
}

impl Scene {
    fn new() -> Result<Self> {
        let database = Cluster::shared()?.database()?;
        let mut client = database.connect()?;
        for name in ["One", "Two", "Three", "Four"] {
            factory::account(&mut client, name)?;
        }
        for statement in MANY.split(";\n") {
            client.batch_execute(statement)?;
        }
        let rows = client.query(
            "select s.account_id from share.share s group by 1 order by count(*) desc",
            &[],
        )?;
        Ok(Self {
            client,
            accounts: [rows[0].get(0), rows[1].get(0)],
            _database: database,
        })
    }

    /// The plan of the query that looks at shares, as `share.share_search()` runs it.
    fn plan(&mut self, filter: &str, sort: &str, cursor: bool) -> Result<Value> {
        let mut transaction = self.client.transaction()?;
        transaction.batch_execute("set local enable_seqscan = off; set local jit = off")?;
        let cursor_id = if cursor { "share.new_id()" } else { "null" };
        let row = transaction.query_one(
            &format!(
                "select share.share_filter_query(f, '{sort}', true, {cursor_id}, 20000), f::text
                from jsonb_populate_record(null::share.share_filter, '{filter}') f"
            ),
            &[],
        )?;
        let (query, filter): (String, String) = (row.get(0), row.get(1));
        transaction.batch_execute(&format!(
            "prepare looked (share.share_filter, timestamptz, uuid, integer) as select c.account_id, c.share_id from ({query}) c where c.is_match limit 20"
        ))?;
        let plan = transaction.query_one(
            &format!("explain (format json) execute looked ('{filter}', '2026-02-01', share.new_id(), 20000)"),
            &[],
        )?;
        let plan = plan.get::<_, Value>(0);
        transaction.batch_execute("deallocate looked")?;
        Ok(plan)
    }

    /// How many pages of the server's memory a statement looks into.
    fn pages(&mut self, statement: &str) -> Result<u64> {
        // The first time a session also reads what it knows of functions and tables.
        self.client.query(statement, &[])?;
        let plan = self.client.query_one(
            &format!("explain (analyze, buffers, timing off, format json) {statement}"),
            &[],
        )?;
        let plan = plan.get::<_, Value>(0);
        let count = |name: &str| plan[0]["Plan"][name].as_u64().unwrap_or_default();
        Ok(count("Shared Hit Blocks") + count("Shared Read Blocks"))
    }
}

/// The kinds of nodes of a plan, and the indexes by which it finds shares.
fn parts(plan: &Value) -> (Vec<String>, Vec<String>) {
    let (mut nodes, mut indexes) = (Vec::new(), Vec::new());
    let mut left = vec![&plan[0]["Plan"]];
    while let Some(node) = left.pop() {
        nodes.extend(node["Node Type"].as_str().map(str::to_owned));
        if node["Relation Name"] != "file" {
            indexes.extend(node["Index Name"].as_str().map(str::to_owned));
        }
        left.extend(node["Plans"].as_array().into_iter().flatten());
    }
    (nodes, indexes)
}

#[test]
fn pages_of_shares_are_read_from_an_index_in_its_order() -> Result {
    let mut scene = Scene::new()?;
    let [large, _] = scene.accounts;
    let own = format!(r#""account_id": "{large}""#);
    // For an account that has nearly all shares, walking through those of all is as good.
    let made: &[&str] = &[
        "share_list_all_idx",
        "share_list_idx",
        "share_visibility_idx",
    ];
    let all: &[&str] = &made[..1];
    let ends: &[&str] = &["share_expires_idx"];
    for (filter, sort, expected) in [
        ("{}".to_owned(), "created", all),
        (r#"{"visibility": "private"}"#.to_owned(), "created", all),
        (
            r#"{"phrase": "no. 7", "state": "active"}"#.to_owned(),
            "created",
            all,
        ),
        (
            r#"{"created_after": "2026-01-10"}"#.to_owned(),
            "created",
            all,
        ),
        ("{}".to_owned(), "expires", ends),
        (
            r#"{"expires_after": "2035-12-01"}"#.to_owned(),
            "expires",
            ends,
        ),
        (format!("{{{own}}}"), "created", made),
        (
            format!(r#"{{{own}, "has_password": true}}"#),
            "created",
            made,
        ),
        (
            format!(r#"{{{own}, "visibility": "private"}}"#),
            "created",
            made,
        ),
        (format!("{{{own}}}"), "expires", ends),
    ] {
        for cursor in [false, true] {
            let plan = scene.plan(&filter, sort, cursor)?;
            let (nodes, indexes) = parts(&plan);
            assert_eq!(1, indexes.len(), "{filter}: {plan:#}");
            assert!(
                expected.contains(&indexes[0].as_str()),
                "{filter}: {plan:#}"
            );
            for kind in ["Sort", "Incremental Sort", "Seq Scan", "Bitmap Heap Scan"] {
                assert!(!nodes.iter().any(|node| node == kind), "{filter}: {plan:#}");
            }
        }
    }
    Ok(())
}

#[test]
fn what_leads_to_few_shares_is_found_by_its_own_index() -> Result {
    let mut scene = Scene::new()?;
    for (filter, index) in [
        (r#"{"owner_id": "owner 7"}"#, "share_owner_idx"),
        (
            r#"{"email": "reader10@example.com"}"#,
            "recipient_email_idx",
        ),
        (
            r#"{"first_id": "01a20000-0000-0000-0000-000000000000", "last_id": "01a20000-0000-ffff-ffff-ffffffffffff"}"#,
            "share_id_idx",
        ),
        (
            r#"{"ids": ["01a20000-0000-0000-0000-000000000000"]}"#,
            "share_id_idx",
        ),
    ] {
        let plan = scene.plan(filter, "created", false)?;
        let (nodes, indexes) = parts(&plan);
        assert!(
            indexes.iter().any(|used| used == index),
            "{filter}: {plan:#}"
        );
        assert!(
            !nodes.iter().any(|node| node == "Seq Scan"),
            "{filter}: {plan:#}"
        );
    }
    Ok(())
}

#[test]
fn a_page_of_an_operator_looks_into_few_pages_of_memory_wherever_it_is() -> Result {
    let mut scene = Scene::new()?;
    let [large, small] = scene.accounts;
    // The rows of a page, what each of them takes from its file and account, and the way there.
    let most = 2_000;
    for arguments in [
        String::new(),
        "cursor_at => '2026-01-20', cursor => share.new_id(), ".to_owned(),
        "sort => 'expires', descending => false, ".to_owned(),
        format!("account_id => '{large}', "),
        format!("account_id => '{large}', visibility => 'private', "),
        format!("account_id => '{small}', "),
        "owner_id => 'owner 7', ".to_owned(),
        "recipient => 'reader10@example.com', ".to_owned(),
        "visibility => 'private', state => 'active', ".to_owned(),
    ] {
        let pages = scene.pages(&format!(
            "select * from share.share_search({arguments}\"limit\" => 100)"
        ))?;
        assert!(pages < most, "{arguments}: {pages}");
    }
    for statement in [
        "select * from share.event_search(\"limit\" => 100)",
        "select * from share.event_search(\"limit\" => 100, cursor_at => '2026-01-20', cursor => share.new_id())",
        "select * from share.server_overview()",
    ] {
        let pages = scene.pages(statement)?;
        assert!(pages < most, "{statement}: {pages}");
    }
    Ok(())
}

#[test]
fn what_no_index_serves_is_given_up_and_gone_on_with() -> Result {
    let mut scene = Scene::new()?;
    let (mut at, mut id) = (None::<std::time::SystemTime>, None::<Uuid>);
    let mut stops = 0;
    loop {
        let rows = scene.client.query(
            "select id, title, cursor_at, cursor, seen from share.share_search(has_password => true, at_most => 30000, cursor_at => $1, cursor => $2)",
            &[&at, &id],
        )?;
        stops += usize::from(
            rows.last()
                .is_some_and(|row| row.get::<_, Option<i32>>("seen") == Some(30_000)),
        );
        let Some(last) = rows.last() else { break };
        if let Some(found) = rows
            .iter()
            .find(|row| row.get::<_, Option<Uuid>>("id").is_some())
        {
            assert_eq!(Some("No. 99999"), found.get("title"));
        }
        (at, id) = (last.get("cursor_at"), last.get("cursor"));
    }
    assert_eq!(3, stops);
    Ok(())
}

#[test]
fn a_hundred_thousand_shares_end_in_steps_of_their_own() -> Result {
    let mut scene = Scene::new()?;
    let [large, _] = scene.accounts;
    let (mut at, mut id) = (None::<std::time::SystemTime>, None::<Uuid>);
    let (mut changed, mut steps) = (0, 0);
    loop {
        let step = scene.client.query_one(
            "select changed, cursor_at, cursor, is_complete from share.share_change_some('disable', account_id => $1, visibility => 'public', \"limit\" => 10000, cursor_at => $2, cursor => $3)",
            &[&large, &at, &id],
        )?;
        changed += step.get::<_, i32>("changed");
        steps += 1;
        if step.get("is_complete") {
            break;
        }
        (at, id) = (step.get("cursor_at"), step.get("cursor"));
    }
    let row = scene.client.query_one(
        "select count(*) filter (where s.disabled_at >= '2026-06-02'), count(*) filter (where s.disabled_at is null) from share.share s where s.account_id = $1 and s.visibility = 'public'",
        &[&large],
    )?;
    assert_eq!((i64::from(changed), 0_i64), (row.get(0), row.get(1)));
    assert!(changed > 50_000 && steps >= 7, "{changed} in {steps}");
    Ok(())
}
