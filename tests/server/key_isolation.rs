//! Rotation and revocation while a statement of several parts is under way in another session.

use std::thread;

use postgres::{Client, SimpleQueryMessage};
use share_tests::{Cluster, Database, Result};
use uuid::Uuid;

use crate::factory::{self, library};
use crate::session::{LEVELS, joined, pid, wait_until_blocked};

/// The advisory lock at which a session stops in the middle.
const GATE: i32 = 4711;

struct Scene {
    operator: Client,
    watcher: Client,
    session: Client,
    share: Uuid,
    kid: String,
    database: Database<'static>,
}

impl Scene {
    fn new() -> Result<Self> {
        let database = Cluster::shared()?.database()?;
        let mut operator = database.connect()?;
        let library = library(&mut operator)?;
        let mut session = database.connect()?;
        session.batch_execute("create temporary table signed (number serial, url text)")?;
        Ok(Self {
            share: factory::share(&mut operator, library.film)?,
            kid: library.kid,
            operator,
            watcher: database.connect()?,
            session,
            database,
        })
    }

    /// Runs statements in a session until they stop at the gate, `meanwhile` in another one, then lets them go on.
    fn interrupted(
        &mut self,
        statements: &str,
        meanwhile: &str,
    ) -> Result<Vec<SimpleQueryMessage>> {
        let lock = format!("select pg_advisory_lock({GATE})");
        let number = pid(&mut self.session)?;
        self.operator.batch_execute(&lock)?;
        let (session, operator, watcher) =
            (&mut self.session, &mut self.operator, &mut self.watcher);
        thread::scope(|scope| {
            let running = scope.spawn(|| session.simple_query(statements));
            let blocked = wait_until_blocked(watcher, number);
            let changed = operator.batch_execute(meanwhile);
            operator.batch_execute(&format!("select pg_advisory_unlock({GATE})"))?;
            blocked?;
            changed?;
            Ok(joined(running)??)
        })
    }

    fn kid_of(&mut self, url: Option<&str>) -> Result<Option<String>> {
        let row = self
            .operator
            .query_one("select kid from share.share_verify($1)", &[&url])?;
        Ok(row.get(0))
    }

    fn current_kid(&mut self) -> Result<String> {
        let row = self.operator.query_one(
            "select kid from share.signing_key_list(state => 'current') where algorithm = 'HS256'",
            &[],
        )?;
        Ok(row.get(0))
    }

    fn rotation(&self) -> String {
        format!("select from share.signing_key_rotate('{}')", self.kid)
    }

    fn revocation(&self) -> String {
        format!("select from share.signing_key_revoke('{}')", self.kid)
    }

    fn sign(&self) -> String {
        format!("select url from share.share_sign_stream('{}')", self.share)
    }
}

fn urls(messages: &[SimpleQueryMessage]) -> Vec<Option<String>> {
    messages
        .iter()
        .filter_map(|message| match message {
            SimpleQueryMessage::Row(row) if row.columns()[0].name() == "url" => {
                Some(row.get(0).map(str::to_owned))
            }
            _ => None,
        })
        .collect()
}

/// One query message: signs, stops at the gate, signs again.
fn several_statements(level: &str, sign: &str) -> String {
    format!(
        "begin isolation level {level}; {sign}; select pg_advisory_xact_lock({GATE}); {sign}; commit"
    )
}

/// One `do` block that keeps its two URLs in a table of the session.
fn block(level: &str, sign: &str) -> String {
    format!(
        "begin isolation level {level};
        do $$ begin
            insert into signed (url) {sign};
            perform pg_advisory_xact_lock({GATE});
            insert into signed (url) {sign};
        end $$;
        commit;
        select url from signed order by number"
    )
}

/// The same with nothing written between the two.
fn quiet_block(level: &str, sign: &str) -> String {
    format!(
        "begin isolation level {level};
        do $$ declare early text; late text; begin
            early := ({sign});
            perform pg_advisory_xact_lock({GATE});
            late := ({sign});
            perform set_config('test.early', early, false), set_config('test.late', late, false);
        end $$;
        commit;
        select nullif(w.word, '') as url from (values (1, current_setting('test.early')), (2, current_setting('test.late'))) w(number, word) order by w.number"
    )
}

/// Rotates in the middle and looks at what signed before and after; then the same with a revocation.
fn the_second_statement_uses_the_new_state(level: &str, build: fn(&str, &str) -> String) -> Result {
    let mut scene = Scene::new()?;
    let old = scene.kid.clone();
    let statements = build(level, &scene.sign());
    let signed = urls(&scene.interrupted(&statements, &scene.rotation())?);
    let new = scene.current_kid()?;
    assert_eq!(2, signed.len());
    assert_eq!(Some(old), scene.kid_of(signed[0].as_deref())?, "{level}");
    assert_eq!(Some(new), scene.kid_of(signed[1].as_deref())?, "{level}");

    let mut scene = Scene::new()?;
    let statements = build(level, &scene.sign());
    let signed = urls(&scene.interrupted(&statements, &scene.revocation())?);
    assert_eq!(2, signed.len());
    assert!(signed[0].is_some(), "{level}");
    assert_eq!(None, signed[1], "{level}");
    Ok(())
}

#[test]
fn a_query_of_several_statements_sees_new_keys_at_read_committed() -> Result {
    the_second_statement_uses_the_new_state(LEVELS[0], several_statements)
}

#[test]
fn a_query_of_several_statements_sees_new_keys_at_repeatable_read() -> Result {
    the_second_statement_uses_the_new_state(LEVELS[1], several_statements)
}

#[test]
fn a_query_of_several_statements_sees_new_keys_at_serializable() -> Result {
    the_second_statement_uses_the_new_state(LEVELS[2], several_statements)
}

#[test]
fn a_block_of_several_statements_sees_new_keys_at_read_committed() -> Result {
    the_second_statement_uses_the_new_state(LEVELS[0], block)?;
    the_second_statement_uses_the_new_state(LEVELS[0], quiet_block)
}

#[test]
fn a_block_of_several_statements_sees_new_keys_at_repeatable_read() -> Result {
    the_second_statement_uses_the_new_state(LEVELS[1], block)?;
    the_second_statement_uses_the_new_state(LEVELS[1], quiet_block)
}

#[test]
fn a_block_of_several_statements_sees_new_keys_at_serializable() -> Result {
    the_second_statement_uses_the_new_state(LEVELS[2], block)?;
    the_second_statement_uses_the_new_state(LEVELS[2], quiet_block)
}

/// Changes the key in a block, signs there, takes both back by an exception, and signs again.
fn a_change_that_is_undone_is_forgotten(level: &str, change: fn(&Scene) -> String) -> Result {
    let mut scene = Scene::new()?;
    let (old, sign) = (scene.kid.clone(), scene.sign());
    let change = change(&scene).replacen("select", "perform", 1);
    let statements = format!(
        "begin isolation level {level};
        do $$ declare word text; begin
            begin
                {change};
                word := ({sign});
                raise exception 'undone';
            exception when raise_exception then null;
            end;
            word := ({sign});
            perform set_config('test.word', word, false);
        end $$;
        commit;
        select current_setting('test.word') as url"
    );
    let signed = urls(&scene.session.simple_query(&statements)?);
    let row = scene.operator.query_one(
        "select valid, kid from share.share_verify($1)",
        &[&signed[0]],
    )?;
    assert_eq!((true, Some(old)), (row.get(0), row.get(1)), "{level}");
    Ok(())
}

#[test]
fn a_block_that_takes_a_rotation_back_goes_on_with_the_old_key() -> Result {
    for level in LEVELS {
        a_change_that_is_undone_is_forgotten(level, Scene::rotation)?;
    }
    Ok(())
}

#[test]
fn a_block_that_takes_a_revocation_back_goes_on_with_the_key() -> Result {
    for level in LEVELS {
        a_change_that_is_undone_is_forgotten(level, Scene::revocation)?;
    }
    Ok(())
}

#[test]
fn a_long_statement_elsewhere_keeps_nobody_from_the_new_key() -> Result {
    let mut scene = Scene::new()?;
    let (old, share) = (scene.kid.clone(), scene.share);
    // Its middle row waits at the gate.
    let long = format!(
        "select u.url
        from generate_series(1, 3) n
        cross join lateral (select case when n = 2 then pg_advisory_xact_lock({GATE}) end) gate
        cross join lateral share.share_sign_streams(array['{share}'::uuid], at => statement_timestamp() + n * interval '1 second') u"
    );
    let mut other = scene.database.connect()?;
    let (rotation, sign) = (scene.rotation(), scene.sign());
    let lock = format!("select pg_advisory_lock({GATE})");
    let number = pid(&mut scene.session)?;
    scene.operator.batch_execute(&lock)?;
    let Scene {
        operator,
        watcher,
        session,
        ..
    } = &mut scene;
    let (of_long, of_other) = thread::scope(|scope| {
        let running = scope.spawn(|| session.simple_query(&long));
        let blocked = wait_until_blocked(watcher, number);
        let of_other = operator
            .batch_execute(&rotation)
            .and_then(|()| other.simple_query(&sign));
        operator.batch_execute(&format!("select pg_advisory_unlock({GATE})"))?;
        blocked?;
        Ok::<_, share_tests::Error>((urls(&joined(running)??), urls(&of_other?)))
    })?;
    let new = scene.current_kid()?;
    assert_eq!(Some(new.clone()), scene.kid_of(of_other[0].as_deref())?);
    assert_eq!(3, of_long.len());
    for url in of_long {
        let kid = scene.kid_of(url.as_deref())?;
        assert!(
            kid.as_ref() == Some(&old) || kid.as_ref() == Some(&new),
            "{kid:?}"
        );
    }
    let after = urls(&scene.session.simple_query(&sign)?);
    assert_eq!(Some(new), scene.kid_of(after[0].as_deref())?);
    Ok(())
}
