//! A visitor with a visit to a share whose gates an operator closes.

use postgres::Client;
use serde_json::Value;
use share_tests::{Cluster, Database, Error, Result};
use uuid::Uuid;

use crate::factory::{self, library};
use crate::gate::Gate;
use crate::session::login;

/// A share with a visit that is good until its gate is closed.
pub(crate) struct Visit {
    pub(crate) share: Uuid,
    token: String,
    recipient: Option<String>,
    password: Option<&'static str>,
}

pub(crate) struct Scene {
    pub(crate) operator: Client,
    pub(crate) visitor: Client,
    pub(crate) film: Uuid,
    api_key: String,
    created: &'static str,
    // Last, so that it is dropped when nobody is connected any more.
    pub(crate) database: Database<'static>,
}

impl Scene {
    /// A film in a database of its own, for shares that are made with these arguments beside a gate's.
    pub(crate) fn new(created: &'static str) -> Result<Self> {
        let database = Cluster::shared()?.database()?;
        let mut operator = database.connect()?;
        let library = library(&mut operator)?;
        factory::member(&mut operator, library.account, "mia", "viewer")?;
        let film = factory::film(&mut operator, library.account, "gated")?;
        operator.batch_execute(&format!(
            "alter database {} set pg_share.link_base_url = 'https://app.example.com'",
            database.name()
        ))?;
        operator.execute(
            "select from share.account_update($1, '{\"policy\": {\"many_shares\": true}}')",
            &[&library.account],
        )?;
        let api_key: String = operator
            .query_one(
                "select api_key from share.api_key_create($1, 'reads', 'viewer')",
                &[&library.account],
            )?
            .get(0);
        let name = format!("{}_gateway", database.name());
        login(&mut operator, &name, &["share_app", "share_visitor"])?;
        let mut visitor = database.connect_as(&name)?;
        visitor.batch_execute("set role share_visitor")?;
        Ok(Self {
            operator: database.connect()?,
            visitor,
            film,
            api_key,
            created,
            database,
        })
    }

    /// Shares the film and opens the share.
    pub(crate) fn open(&mut self, gate: &Gate) -> Result<Visit> {
        let created: Vec<&str> = [
            "title => 'Secret title', description => 'Secret description', watermark => 'secret watermark'",
            self.created,
            gate.created,
        ]
        .into_iter()
        .filter(|arguments| !arguments.is_empty())
        .collect();
        let share: Uuid = self
            .operator
            .query_one(
                &format!(
                    "select id from share.share_create($1, {})",
                    created.join(", ")
                ),
                &[&self.film],
            )?
            .get(0);
        let recipient: Option<String> = self
            .operator
            .query_opt(
                "select substring(share.recipient_link(r.id) from 'r=(.*)$') from share.recipient_list($1) r",
                &[&share],
            )?
            .map(|row| row.get(0));
        let mut opening = self.operator.transaction()?;
        opening.batch_execute(&gate.opener.replace("$key", &format!("'{}'", self.api_key)))?;
        let statement = if gate.uncounted {
            "select visit_token from share.share_unlock($1::text, 'any', recipient_token => $2)"
        } else {
            "select visit_token from share.share_open($1::text, recipient_token => $2)"
        };
        let token: Option<String> = opening
            .query_one(statement, &[&share.to_string(), &recipient])?
            .get(0);
        opening.commit()?;
        Ok(Visit {
            share,
            token: token.ok_or_else(|| Error::new(format!("{}: no visit", gate.name)))?,
            recipient,
            password: (gate.reason == "locked").then_some("open sesame"),
        })
    }

    pub(crate) fn close(&mut self, gate: &Gate, visit: &Visit) -> Result {
        Ok(self
            .operator
            .batch_execute(&gate.closed_by.replace("$share", &visit.share.to_string()))?)
    }

    /// What a function answers to the holder of a visit: its rows, and the HTTP status that it has set.
    pub(crate) fn call(
        &mut self,
        call: &str,
        gate: &Gate,
        visit: &Visit,
    ) -> Result<(Vec<Value>, String)> {
        let statement = visit.filled(call, gate);
        let mut transaction = self.visitor.transaction()?;
        transaction.execute(
            "select set_config('request.jwt.claims', $1, true), set_config('response.status', '', true)",
            &[&gate.claims],
        )?;
        let rows = transaction.query(&format!("select to_jsonb(r) from {statement} r"), &[])?;
        let status: String = transaction
            .query_one("select current_setting('response.status')", &[])?
            .get(0);
        transaction.commit()?;
        Ok((
            rows.iter()
                .filter_map(|row| row.get::<_, Option<Value>>(0))
                .collect(),
            status,
        ))
    }
}

impl Visit {
    /// A call with what the visitor gives.
    pub(crate) fn filled(&self, call: &str, gate: &Gate) -> String {
        let quoted =
            |text: Option<&str>| text.map_or("null".to_owned(), |text| format!("'{text}'"));
        call.replace("LINK", &quoted(Some(&self.share.to_string())))
            .replace("VISIT", &quoted(Some(&self.token)))
            .replace("RECIPIENT", &quoted(self.recipient.as_deref()))
            .replace("PASSWORD", &quoted(self.password))
            .replace("CONTEXT", &quoted(Some(gate.context)))
    }
}
