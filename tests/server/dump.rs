//! Dumps come back whole: rows, the user's own objects, owners and privileges, and URLs that were signed before.

use postgres::Client;
use share_tests::{Cluster, Database, Result};

use crate::dump_library::{GATED, PASSWORD, READER, Summary, fill, summary};
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
    visit: String,
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
        let visit = client
            .query_one(
                "select share.token_issue(share.token_key(), 'visit', v.visit_id, v.expires_at) from share.visit v where v.played_at is not null",
                &[],
            )?
            .get(0);
        let summary = summary(&mut client)?;
        Ok(Self {
            cluster,
            name,
            summary,
            url,
            visit,
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
        self.opens_in(client)
    }

    /// Passwords, visits, caps and keys go on where they were: tokens that were given before count, and so does what was used.
    fn opens_in(&self, client: &mut Client) -> Result {
        let context = serde_json::json!({"address": "192.0.2.7", "terms_version": "2"});
        let renewed = client.query_one(
            "select reason from share.share_renew($1, $2)",
            &[&self.visit, &context],
        )?;
        assert_eq!(None, renewed.get::<_, Option<&str>>(0));
        let mut reasons = Vec::new();
        for password in ["not this one", PASSWORD, PASSWORD] {
            let opened = client.query_one(
                "select coalesce(reason, 'granted') from share.share_open($1, $2, context => $3)",
                &[&GATED, &password, &context],
            )?;
            reasons.push(opened.get::<_, String>(0));
        }
        assert_eq!(vec!["wrong_password", "granted", "exhausted"], reasons);
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
