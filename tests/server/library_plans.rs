//! What hangs on a file is found by an index: previews, faces, stacks, and the use of a drive among many events.

use postgres::Client;
use share_tests::{Cluster, Result};

use crate::factory::{self, library};

/// A film with much and another with little, and many events of each.
const MANY: &str = "
set session_replication_role = replica;
insert into share.preview (account_id, preview_id, file_id, kind, at_seconds, path)
select f.account_id, share.new_id(), f.file_id, 'frame', n / 1000.0, f.file_id || '/' || n || '.jpg' from share.file f, generate_series(1, 5000) n;
insert into share.face (account_id, face_id, file_id, at_seconds, box_x, box_y, box_width, box_height)
select f.account_id, share.new_id(), f.file_id, n / 1000.0, 0, 0, 1, 1 from share.file f, generate_series(1, 5000) n;
insert into share.event (account_id, event_id, share_id, kind, actor_kind, at, detail)
select s.account_id, share.new_id(), s.share_id, 'share.played', 'visitor', statement_timestamp() - n * interval '1 minute', jsonb_build_object('file_id', s.file_id)
from share.share s, generate_series(1, 10000) n;
reset session_replication_role;
analyze share.preview;
analyze share.face;
analyze share.event";

/// The tables that were read from end to end in the present transaction, but for that of the one row.
fn whole_reads(client: &mut Client) -> Result<Vec<String>> {
    let rows = client.query(
        "select t.relname::text from pg_stat_xact_user_tables t where t.schemaname = 'share' and t.relname <> 'schema_info' and t.seq_scan > 0 order by 1",
        &[],
    )?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}

#[test]
fn what_hangs_on_a_file_is_read_by_an_index() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let library = library(&mut client)?;
    let other = factory::film(&mut client, library.account, "other")?;
    for film in [library.film, other] {
        factory::share(&mut client, film)?;
    }
    let stack: uuid::Uuid = client
        .query_one(
            "select share.stack_create(array[$1, $2]::uuid[])",
            &[&library.film, &other],
        )?
        .get(0);
    for statement in MANY.split(";\n") {
        client.batch_execute(statement)?;
    }
    for (call, rows) in [
        ("share.preview_list('$film')", 5000),
        ("share.preview_list('$film', 'frame')", 5000),
        ("share.face_list('$film')", 20),
        (
            "share.face_list('$film', cursor => (select g.face_id from share.face g where g.file_id = '$film' and g.at_seconds = 4.99))",
            10,
        ),
        ("share.stack_list('$stack', '/')", 2),
        ("share.stack_list(file_id => '$film')", 2),
        (
            "share.drive_usage((select f.drive_id from share.file_get('$film') f), current_date - 2, current_date)",
            4,
        ),
    ] {
        let call = call
            .replace("$film", &library.film.to_string())
            .replace("$stack", &stack.to_string());
        // What was read before is not counted here.
        client.batch_execute("select pg_stat_force_next_flush()")?;
        client.batch_execute("begin; set local enable_seqscan = off")?;
        let found = client.query(&format!("select from {call}"), &[])?.len();
        let whole = whole_reads(&mut client)?;
        client.batch_execute("rollback")?;
        assert_eq!(rows, found, "{call}");
        assert_eq!(Vec::<String>::new(), whole, "{call}");
    }
    Ok(())
}
