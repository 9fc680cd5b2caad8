//! Dumps come back whole: rows, the user's own objects, owners and privileges, and URLs that were signed before.

use postgres::Client;
use share_tests::{Cluster, Database, Result};

use crate::dump_library::{READER, Summary, fill, summary};
use crate::session::code;

/// What tells two databases apart, so that a failing test shows that alone.
fn difference(left: &Summary, right: &Summary) -> Vec<String> {
    let mut names: Vec<&String> = left.keys().chain(right.keys()).collect();
    names.sort();
    names.dedup();
    names
        .into_iter()
        .filter(|name| left.get(*name) != right.get(*name))
        .map(|name| format!("{name}: {:?} and {:?}", left.get(name), right.get(name)))
        .collect()
}

/// A cluster with a filled database, and what the database sums up to.
struct Original {
    cluster: Cluster,
    name: String,
    summary: Summary,
    url: String,
}

impl Original {
    fn new() -> Result<Self> {
        let cluster = Cluster::start(&[])?;
        cluster.connect("postgres")?.batch_execute(READER)?;
        let name = "original".to_owned();
        cluster.create_database(&name)?;
        cluster.install_extension(&name)?;
        let mut client = cluster.connect(&name)?;
        let url = fill(&mut client)?;
        let summary = summary(&mut client)?;
        Ok(Self {
            cluster,
            name,
            summary,
            url,
        })
    }

    fn equals(&self, restored: &Database<'_>) -> Result {
        let mut client = restored.connect()?;
        assert_eq!(
            Vec::<String>::new(),
            difference(&self.summary, &summary(&mut client)?)
        );
        self.works_in(&mut client)
    }

    /// A new session reads, verifies what was signed before, and makes a share.
    fn works_in(&self, client: &mut Client) -> Result {
        let row = client.query_one(
            "select v.valid, v.reason, s.id = v.share_id, n.valid, s.title
            from share.share_verify($1) v
            cross join lateral share.share_get(v.share_id) s
            cross join lateral share.share_verify(s.stream_url) n",
            &[&self.url],
        )?;
        assert_eq!((true, None::<&str>), (row.get(0), row.get(1)));
        assert_eq!(
            (true, true, "Launch film"),
            (row.get(2), row.get(3), row.get(4))
        );
        client.execute(
            "select s.id
            from share.share_verify($1) v
            cross join lateral share.share_get(v.share_id) g
            cross join lateral share.share_create(g.file_id, visibility => 'public') s",
            &[&self.url],
        )?;
        Ok(())
    }
}

#[test]
fn ten_parallel_restores_into_another_cluster_give_ten_equal_databases() -> Result {
    let original = Original::new()?;
    let archive = original.cluster.file("archive");
    let file = format!("--file={}", archive.display());
    original
        .cluster
        .pg_dump(&original.name, &["--format=directory", &file])?;
    let other = Cluster::start(&[])?;
    other.connect("postgres")?.batch_execute(READER)?;
    for _ in 0..10 {
        let restored = other.empty_database()?;
        other.pg_restore(restored.name(), &["-e", "-j4"], &archive)?;
        original.equals(&restored)?;
    }
    Ok(())
}

#[test]
fn a_plain_dump_comes_back_by_psql() -> Result {
    let original = Original::new()?;
    let script = original.cluster.pg_dump(&original.name, &[])?;
    let restored = original.cluster.empty_database()?;
    restored.psql(&["-q"], &script)?;
    original.equals(&restored)
}

#[test]
fn the_extension_is_not_dropped_while_its_tables_stand() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    assert_eq!(
        "2BP01",
        code(client.batch_execute("drop extension pg_share"))?
    );
    let row = client.query_one("select to_regclass('share.share') is not null", &[])?;
    assert!(row.get::<_, bool>(0));
    Ok(())
}
