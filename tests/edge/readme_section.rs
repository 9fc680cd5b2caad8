//! The sections of README.md on edges: their blocks, and a database in which their SQL has run.

use share_tests::{Error, Result};
use uuid::Uuid;

use crate::edge::Edge;

const README: &str = include_str!("../../README.md");

/// What stands below one heading.
pub(crate) struct Section(&'static str);

/// A key as it is told to an edge.
pub(crate) struct Key {
    pub(crate) kid: String,
    pub(crate) text: String,
}

impl Section {
    pub(crate) fn named(heading: &str) -> Result<Self> {
        let below = README
            .split(&format!("\n### {heading}\n"))
            .nth(1)
            .ok_or_else(|| Error::new(format!("README.md has no section {heading}")))?;
        Ok(Self(below.split("\n##").next().unwrap_or_default()))
    }

    /// Its blocks of a language in their order, for servers without TLS.
    pub(crate) fn blocks(&self, language: &str) -> Vec<String> {
        let opening = format!("```{language}\n");
        let blocks = self.0.split(&opening).skip(1);
        blocks
            .filter_map(|rest| Some(rest.split_once("\n```")?.0.replace("https://", "http://")))
            .collect()
    }

    /// A database with a film, in which its SQL has run and one of its deliveries serves all that it can, and a share of the film.
    pub(crate) fn edge(&self, delivery: &str) -> Result<(Edge, Uuid)> {
        let mut edge = Edge::of("uri_signing", "HS256", "http://elsewhere.example")?;
        let film = edge.file("film.mp4", "film")?;
        let sql = self
            .blocks("sql")
            .join("\n")
            .replace(":'account'", &format!("'{}'", edge.account))
            .replace(":'file'", &format!("'{film}'"));
        edge.client.batch_execute(&sql)?;
        edge.kid = edge
            .client
            .query_one(
                "select kid from share.delivery_get($1, $2)",
                &[&edge.account, &delivery],
            )?
            .get(0);
        edge.client.execute(
            "select share.account_update($1, (
                select jsonb_object_agg(use || '_delivery', d.name)
                from share.delivery_get($1, $2) d, unnest(d.uses) use where use <> 'upload'
            ))",
            &[&edge.account, &delivery],
        )?;
        let share = edge.share(film, "private")?;
        Ok((edge, share))
    }
}

impl Key {
    /// The current key of a database.
    pub(crate) fn of(edge: &mut Edge) -> Result<Self> {
        Ok(Self {
            kid: edge.kid.clone(),
            text: edge.export("text")?,
        })
    }
}

/// Revokes the key of a delivery, which then gives no URLs, and puts another in its place.
pub(crate) fn revoke(edge: &mut Edge, delivery: &str, share: Uuid) -> Result {
    let account = edge.account;
    edge.client
        .execute("select share.signing_key_revoke($1)", &[&edge.kid])?;
    let without = edge.client.query_one(
        "select stream_url is null from share.share_get($1)",
        &[&share],
    )?;
    assert!(without.get::<_, bool>(0), "signed with a revoked key");
    edge.kid = edge
        .client
        .query_one(
            "select k.kid from share.signing_key_list() l
            cross join lateral share.signing_key_import('made-up-secret-of-the-next-key', l.algorithm, kid => 'next') k
            where l.kid = $1",
            &[&edge.kid],
        )?
        .get(0);
    edge.client.execute(
        "select share.delivery_update($1, $2, jsonb_build_object('kid', $3::text))",
        &[&account, &delivery, &edge.kid],
    )?;
    Ok(())
}
