//! How the comments of a file are found among many: by an index in its order, and a page costs the same for a thousand and for a hundred thousand.

use postgres::Client;
use serde_json::Value;
use share_tests::{Cluster, Database, Result};
use uuid::Uuid;

use crate::factory::{self, library};

/// Comments on `$file`, `$many` of them: half begin threads at seconds, every fifth of those a range; of the replies half are in one thread.
const FILLED: &str = "
set session_replication_role = replica;
insert into share.comment (account_id, comment_id, file_id, thread_id, content, at_seconds, duration_seconds, author_kind, author, is_public)
select f.account_id, i.id, f.file_id, i.id, 'comment', n * 7919 % 72000, case when n % 5 = 0 then 1 + n % 30 end, 'user', 'ada', n % 3 > 0
from share.file f cross join lateral (select n, share.new_id() as id from generate_series(1, $many / 2) n offset 0) i
where f.file_id = '$file';
insert into share.comment (account_id, comment_id, file_id, thread_id, parent_id, content, author_kind, author)
select c.account_id, share.new_id(), c.file_id, t.id, t.id, 'reply', 'user', 'ada'
from (
    select r.*, first_value(r.comment_id) over (order by r.comment_id) as first, row_number() over (order by r.comment_id) as n
    from share.comment r where r.file_id = '$file'
) c
cross join lateral (select case when c.n % 2 = 0 then c.first else c.comment_id end as id) t;
reset session_replication_role";

struct Scene {
    client: Client,
    /// Files with a thousand and with a hundred thousand comments.
    files: [Uuid; 2],
    _database: Database<'static>,
}

impl Scene {
    fn new() -> Result<Self> {
        let database = Cluster::shared()?.database()?;
        let mut client = database.connect()?;
        let library = library(&mut client)?;
        let mut files = [library.film; 2];
        for (file, (name, many)) in files.iter_mut().zip([("few", "1000"), ("many", "100000")]) {
            *file = factory::film(&mut client, library.account, name)?;
            client.batch_execute(
                &FILLED
                    .replace("$file", &file.to_string())
                    .replace("$many", many),
            )?;
        }
        client.batch_execute("vacuum analyze share.comment")?;
        Ok(Self {
            client,
            files,
            _database: database,
        })
    }

    /// The plan of the query that `share.comment_list()` runs, for members or through a share.
    fn plan(&mut self, view: &str, sort: &str, is_member: bool) -> Result<Value> {
        let file = self.files[1];
        let mut transaction = self.client.transaction()?;
        transaction.batch_execute("set local enable_seqscan = off; set local jit = off")?;
        let row = transaction.query_one(
            &format!(
                "select share.comment_query(a, '{view}', null, null, '{sort}', 'asc', null), a::text, f.account_id::text, share.comment_place(f.file_id, 36000)::text,
                    (select min(c.comment_id::text) from share.comment c where c.file_id = f.file_id)
                from share.file f
                cross join lateral jsonb_populate_record(null::share.file_access, jsonb_build_object('shown', '{{[0,)}}', 'is_member', {is_member})) a
                where f.file_id = '{file}'"
            ),
            &[],
        )?;
        let [query, access, account, place, thread]: [String; 5] =
            std::array::from_fn(|n| row.get(n));
        transaction.batch_execute(&format!(
            "prepare listed (uuid, uuid, uuid, uuid, numeric, integer, numeric, share.file_access) as {query}"
        ))?;
        let plan = transaction.query_one(
            &format!("explain (format json) execute listed ('{account}', '{file}', '{thread}', null, 36000, 20, {place}, '{access}')"),
            &[],
        )?;
        let plan = plan.get::<_, Value>(0);
        transaction.batch_execute("deallocate listed")?;
        Ok(plan)
    }

    /// How many pages of the server's memory a list looks into.
    fn pages(&mut self, file: Uuid, arguments: &str) -> Result<u64> {
        let statement = format!("select count(*) from share.comment_list('{file}'{arguments})");
        // The first time a session also reads what it knows of functions and tables.
        self.client.query(&statement, &[])?;
        let plan = self.client.query_one(
            &format!("explain (analyze, buffers, timing off, format json) {statement}"),
            &[],
        )?;
        let plan = plan.get::<_, Value>(0);
        let count = |name: &str| plan[0]["Plan"][name].as_u64().unwrap_or_default();
        Ok(count("Shared Hit Blocks") + count("Shared Read Blocks"))
    }
}

/// The kinds of nodes of a plan that read a table, and the indexes by which they do.
fn scans(plan: &Value) -> Vec<(String, String)> {
    let mut scans = Vec::new();
    let mut left = vec![&plan[0]["Plan"]];
    while let Some(node) = left.pop() {
        if let (Some(kind), Some(_)) = (node["Node Type"].as_str(), node["Relation Name"].as_str())
        {
            let index = node["Index Name"].as_str().unwrap_or_default();
            scans.push((kind.to_owned(), index.to_owned()));
        }
        left.extend(node["Plans"].as_array().into_iter().flatten());
    }
    scans.sort();
    scans
}

#[test]
fn pages_of_comments_are_read_from_an_index() -> Result {
    let mut scene = Scene::new()?;
    let near: &[&str] = &["comment_place_idx", "comment_time_idx", "comment_time_idx"];
    for (view, sort, is_member, indexes) in [
        ("page", "created_at", true, &["comment_listed_idx"][..]),
        ("page", "created_at", false, &["comment_public_idx"]),
        ("page", "at_seconds", true, &["comment_time_idx"]),
        ("page", "at_seconds", false, &["comment_time_idx"]),
        ("near", "created_at", true, near),
        ("near", "created_at", false, near),
        ("thread", "created_at", true, &["comment_thread_key"]),
        ("thread", "created_at", false, &["comment_thread_key"]),
    ] {
        let plan = scene.plan(view, sort, is_member)?;
        let expected: Vec<_> = indexes
            .iter()
            .map(|index| ("Index Scan".to_owned(), (*index).to_owned()))
            .collect();
        assert_eq!(
            expected,
            scans(&plan),
            "{view} {sort} {is_member}: {plan:#}"
        );
    }
    Ok(())
}

#[test]
fn a_page_of_comments_costs_the_same_among_few_and_many() -> Result {
    let mut scene = Scene::new()?;
    for arguments in [
        "",
        ", near => 36000",
        ", thread => THREAD",
        ", sort => 'at_seconds'",
        ", replies => 3",
    ] {
        let mut pages = [0; 2];
        for (file, pages) in scene.files.into_iter().zip(&mut pages) {
            // What is looked up first is no part of the page.
            let thread: String = scene
                .client
                .query_one(
                    "select min(c.comment_id::text) from share.comment c where c.file_id = $1",
                    &[&file],
                )?
                .get(0);
            let arguments = arguments.replace("THREAD", &format!("'{thread}'"));
            *pages = scene.pages(file, &arguments)?;
        }
        let [few, many] = pages;
        assert!(many * 10 <= few * 13, "{arguments}: {few} and {many} pages");
    }
    Ok(())
}
