//! How files are found by their attributes among many: by an index for each kind of value, in the order of the pages where one value is asked for.

use postgres::Client;
use serde_json::Value;
use share_tests::{Cluster, Database, Result};
use uuid::Uuid;

use crate::factory;

/// Twenty thousand files, each with a value of five kinds.
const MANY: &str = "
insert into share.file (account_id, file_id, drive_id, path, media_type, status)
select d.account_id, share.new_id(), d.drive_id, '/films/' || n || '.mp4', 'video', 'completed'
from share.drive d cross join generate_series(1, 20000) n where d.account_id = '$account';
select share.attribute_value_set_many(files_with_attributes => (
    select jsonb_agg(jsonb_build_object('file_id', f.file_id, 'attributes', jsonb_build_array(
        jsonb_build_object('id', 'str', 'value', 'Title ' || right(f.path, 6)),
        jsonb_build_object('id', 'multi_select', 'value', array['o' || length(f.path), 'o' || ascii(right(f.path, 5)) % 50]),
        jsonb_build_object('id', 'int', 'value', ascii(right(f.path, 5)) * 100 + ascii(right(f.path, 6))),
        jsonb_build_object('id', 'bool', 'value', right(f.path, 6) < '1'),
        jsonb_build_object('id', 'datetime', 'value', to_char('2026-01-01'::timestamp + length(f.path) * interval '1 hour', 'YYYY-MM-DD\"T\"HH24:MI'))
    )))
    from share.file f where f.account_id = '$account'));
analyze share.file;
analyze share.attribute_value";

struct Scene {
    client: Client,
    account: Uuid,
    drive: Uuid,
    _database: Database<'static>,
}

impl Scene {
    fn new() -> Result<Self> {
        let database = Cluster::shared()?.database()?;
        let mut client = database.connect()?;
        let account = factory::account(&mut client, "Many")?;
        let drive = client
            .query_one("select id from share.drive_list($1)", &[&account])?
            .get(0);
        client.execute(
            "select a.id from unnest('{str,multi_select,int,bool,datetime}'::share.attribute_type[]) t
            cross join lateral share.attribute_create($1, t::text, t, add_new_options => t = 'multi_select') a",
            &[&drive],
        )?;
        for statement in MANY.split(";\n") {
            client.batch_execute(&statement.replace("$account", &account.to_string()))?;
        }
        Ok(Self {
            client,
            account,
            drive,
            _database: database,
        })
    }

    /// The plan of what `share.file_find()` runs for a filter.
    fn plan(&mut self, filters: &str) -> Result<Value> {
        let mut transaction = self.client.transaction()?;
        transaction.batch_execute("set local enable_seqscan = off; set local jit = off")?;
        let query: String = transaction
            .query_one(
                "select share.file_find_query($1, $2, $3::text::jsonb)",
                &[&self.account, &self.drive, &filters],
            )?
            .get(0);
        transaction.batch_execute(&format!(
            "prepare looked (uuid, uuid, uuid, integer) as {query}"
        ))?;
        let plan = transaction.query_one(
            &format!(
                "explain (format json) execute looked ('{}', '{}', null, 20)",
                self.account, self.drive
            ),
            &[],
        )?;
        let plan = plan.get(0);
        transaction.batch_execute("deallocate looked")?;
        Ok(plan)
    }
}

/// The indexes of a plan, and whether anything is read without one.
fn indexes(plan: &Value) -> (Vec<String>, bool) {
    let (mut indexes, mut reads_all) = (Vec::new(), false);
    let mut left = vec![&plan[0]["Plan"]];
    while let Some(node) = left.pop() {
        indexes.extend(node["Index Name"].as_str().map(str::to_owned));
        reads_all |= node["Node Type"] == "Seq Scan";
        left.extend(node["Plans"].as_array().into_iter().flatten());
    }
    (indexes, reads_all)
}

#[test]
fn files_are_found_by_the_index_of_each_kind_of_value() -> Result {
    let mut scene = Scene::new()?;
    for (filters, index) in [
        (
            r#"[{"attribute": "str", "is": "title 77.mp4"}]"#,
            "attribute_value_text_idx",
        ),
        (
            r#"[{"attribute": "str", "begins": "Title 77.mp"}]"#,
            "attribute_value_text_idx",
        ),
        (
            r#"[{"attribute": "multi_select", "is": "o3"}]"#,
            "attribute_value_option_key",
        ),
        (
            r#"[{"attribute": "multi_select", "is": ["o3", "o4"]}]"#,
            "attribute_value_option_key",
        ),
        (
            r#"[{"attribute": "int", "is": 4950}]"#,
            "attribute_value_number_idx",
        ),
        (
            r#"[{"attribute": "int", "at_least": 5700, "at_most": 5710}]"#,
            "attribute_value_number_idx",
        ),
        (
            r#"[{"attribute": "bool", "is": true}]"#,
            "attribute_value_bool_idx",
        ),
        (
            r#"[{"attribute": "datetime", "at_most": "2026-01-01T13:00"}]"#,
            "attribute_value_time_idx",
        ),
        // The one that asks for a value leads, the other is asked of each.
        (
            r#"[{"attribute": "datetime", "at_least": "2026-01-01"}, {"attribute": "int", "is": 4950}]"#,
            "attribute_value_number_idx",
        ),
    ] {
        let plan = scene.plan(filters)?;
        let (used, reads_all) = indexes(&plan);
        assert!(used.iter().any(|name| name == index), "{filters}: {plan}");
        assert!(!reads_all, "{filters}: {plan}");
    }
    let found: i64 = scene
        .client
        .query_one(
            "select count(*) from share.file_find($1, '[{\"attribute\": \"int\", \"at_least\": 5700}]', 100)",
            &[&scene.drive],
        )?
        .get(0);
    assert_eq!(100, found);
    Ok(())
}
