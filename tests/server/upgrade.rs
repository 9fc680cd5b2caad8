//! From each release by `alter extension pg_share update`: what is there afterwards equals what is freshly installed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use postgres::Client;
use share_tests::{Cluster, Place, Result};

use crate::dump_library::{READER, summary};
use crate::release::{LIBRARY, folder, released, script, script_name};
use crate::session::refusal;

/// Everything that belongs to the extension: what it is, whose, for whom, and what is said of it.
const MEMBERS: &str = "
select 'function ' || p.oid::regprocedure, concat_ws(chr(10), pg_get_functiondef(p.oid), pg_get_userbyid(p.proowner), (
    select string_agg(a.grantee::regrole || ':' || a.privilege_type, ',' order by a.grantee::regrole::text)
    from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
), obj_description(p.oid, 'pg_proc'))
from pg_proc p where p.pronamespace = 'share'::regnamespace
union all
select 'type ' || t.oid::regtype, concat_ws(chr(10), (
    select string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || col_description(a.attrelid, a.attnum), ',' order by a.attnum)
    from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
), (select string_agg(e.enumlabel, ',' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid), pg_get_userbyid(t.typowner), (
    select string_agg(a.grantee::regrole || ':' || a.privilege_type, ',' order by a.grantee::regrole::text)
    from aclexplode(coalesce(t.typacl, acldefault('T', t.typowner))) a
), obj_description(t.oid, 'pg_type'))
from pg_type t left join pg_class c on c.oid = t.typrelid
where t.typnamespace = 'share'::regnamespace and (t.typtype = 'e' or c.relkind = 'c')
union all
select 'schema ' || n.nspname, concat_ws(chr(10), pg_get_userbyid(n.nspowner), (
    select string_agg(a.grantee::regrole || ':' || a.privilege_type, ',' order by a.grantee::regrole::text, a.privilege_type) from aclexplode(n.nspacl) a
), obj_description(n.oid, 'pg_namespace'))
from pg_namespace n where n.nspname = 'share'
union all
select 'member ' || pg_describe_object(d.classid, d.objid, d.objsubid), 'of the extension'
from pg_depend d join pg_extension e on e.oid = d.refobjid and d.refclassid = 'pg_extension'::regclass and e.extname = 'pg_share'
where d.deptype = 'e'
union all
select 'version', e.extversion from pg_extension e where e.extname = 'pg_share'";

fn members(client: &mut Client) -> Result<BTreeMap<String, String>> {
    let rows = client.query(MEMBERS, &[])?;
    Ok(rows.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// Puts the script of a release beside those of the present version, as an update of the package leaves it.
fn ship(version: &str) -> Result {
    let folder = Path::new(&Place::get()?.installation().config("--sharedir")?).join("extension");
    let name = script_name(version);
    // At once, for another test may read it.
    let beside = folder.join(format!(".{name}.{}", std::process::id()));
    fs::write(&beside, script(version)?)?;
    Ok(fs::rename(beside, folder.join(name))?)
}

/// Installs the extension as it was in a release, with the library as it is now.
pub(crate) fn install(client: &mut Client, version: &str) -> Result {
    ship(version)?;
    client.batch_execute(&format!("create extension pg_share version '{version}'"))?;
    Ok(())
}

/// The tables as they are, without their rows.
fn tables(client: &mut Client) -> Result<BTreeMap<String, String>> {
    let mut tables = summary(client)?;
    // Functions are held against each other as members; here the user has granted one.
    tables.retain(|name, _| !name.starts_with("rows of ") && !name.starts_with("function "));
    Ok(tables)
}

fn assert_equal(
    fresh: &BTreeMap<String, String>,
    updated: &BTreeMap<String, String>,
    version: &str,
) {
    for (name, what) in fresh {
        assert_eq!(Some(what), updated.get(name), "{name} from {version}");
    }
    let more: Vec<_> = updated
        .keys()
        .filter(|name| !fresh.contains_key(*name))
        .collect();
    assert!(more.is_empty(), "{more:?} from {version}");
}

#[test]
fn an_updated_extension_equals_a_freshly_installed_one() -> Result {
    for version in released()? {
        let cluster = Cluster::start(&[])?;
        cluster.create_database("fresh")?;
        cluster.install_extension("fresh")?;
        cluster.create_database("updated")?;
        let mut updated = cluster.connect("updated")?;
        install(&mut updated, &version)?;
        updated.batch_execute("select share.migrate()")?;
        let steps = latest(&mut updated)?;
        if version != env!("CARGO_PKG_VERSION") {
            updated.batch_execute("alter extension pg_share update")?;
        }
        assert_eq!(latest(&mut updated)? - steps, migrated(&mut updated)?);
        let mut fresh = cluster.connect("fresh")?;
        let members = [members(&mut fresh)?, members(&mut updated)?];
        assert!(members[0].len() > 500, "{}", members[0].len());
        assert_equal(&members[0], &members[1], &version);
        let tables = [tables(&mut fresh)?, tables(&mut updated)?];
        assert!(tables[0].len() > 1000, "{}", tables[0].len());
        assert_equal(&tables[0], &tables[1], &version);
    }
    Ok(())
}

#[test]
fn hostile_default_privileges_grant_nothing_of_what_an_update_brings() -> Result {
    let cluster = Cluster::start(&[])?;
    cluster.create_database("fresh")?;
    cluster.install_extension("fresh")?;
    cluster.create_database("updated")?;
    let mut updated = cluster.connect("updated")?;
    for version in released()? {
        install(&mut updated, &version)?;
        updated.batch_execute(
            "create role stranger;
            alter default privileges grant execute on functions to stranger, share_visitor;
            alter default privileges grant usage on types to stranger;
            alter extension pg_share update",
        )?;
        let granted = updated.query(
            "select p.oid::regprocedure::text from pg_proc p, aclexplode(p.proacl) a
            where p.pronamespace = 'share'::regnamespace and a.grantee = 'stranger'::regrole
            union all
            select t.oid::regtype::text from pg_type t, aclexplode(t.typacl) a
            where t.typnamespace = 'share'::regnamespace and a.grantee = 'stranger'::regrole",
            &[],
        )?;
        assert!(granted.is_empty(), "{}: {version}", granted.len());
        assert_eq!(
            members(&mut cluster.connect("fresh")?)?,
            members(&mut updated)?
        );
        updated.batch_execute(
            "drop extension pg_share cascade;
            drop owned by stranger;
            alter default privileges revoke execute on functions from share_visitor;
            drop role stranger",
        )?;
    }
    Ok(())
}

#[test]
fn a_filled_database_of_each_release_is_updated_with_all_that_it_holds() -> Result {
    for version in released()? {
        let cluster = Cluster::start(&[])?;
        cluster.connect("postgres")?.batch_execute(READER)?;
        cluster.create_database("filled")?;
        let mut client = cluster.connect("filled")?;
        // The archive makes the extension only if it is not there.
        install(&mut client, &version)?;
        cluster.pg_restore("filled", &["-e"], &folder(&version).join(LIBRARY))?;
        // The library of today works with the functions of then.
        assert_eq!(0, migrated(&mut client)?);
        client.batch_execute(
            "select share.share_disable(s.id), share.share_enable(s.id) from share.shares s where s.state = 'active'",
        )?;
        let shares: i64 = client
            .query_one(
                "select count(*) from share.share_list(\"limit\" => 100)",
                &[],
            )?
            .get(0);
        assert!(shares > 3, "{shares}");
        let before = summary(&mut client)?;
        let steps = latest(&mut client)?;
        client.batch_execute("alter extension pg_share update")?;
        let steps = latest(&mut client)? - steps;
        if steps > 0 {
            // Nothing is done with tables of before, and what to do is said.
            let said = refusal(client.execute("select from share.share_list()", &[]))?;
            assert_eq!("55000", said.code().code());
            assert_eq!(Some("select share.migrate()"), said.hint());
        }
        assert_eq!(steps, migrated(&mut client)?);
        assert_eq!(0, migrated(&mut client)?);
        // No row of what was there has changed, whatever was put beside it.
        let after = summary(&mut client)?;
        for (name, what) in before.iter().filter(|(name, _)| {
            name.starts_with("rows of ") && *name != "rows of share.schema_info"
        }) {
            assert_eq!(Some(what), after.get(name), "{name} from {version}");
        }
        // And the tables around them are those of a fresh one, with the user's own.
        cluster.create_database("fresh")?;
        cluster.install_extension("fresh")?;
        let after = tables(&mut client)?;
        let fresh = tables(&mut cluster.connect("fresh")?)?;
        // Of functions more may be granted: what the user has granted stands.
        for (name, what) in fresh
            .iter()
            .filter(|(name, _)| !name.starts_with("function "))
        {
            assert_eq!(Some(what), after.get(name), "{name} from {version}");
        }
        for (name, what) in before
            .iter()
            .filter(|(name, _)| name.contains("app_") && !name.starts_with("rows of "))
        {
            assert_eq!(Some(what), after.get(name), "{name} from {version}");
        }
        let mut session = cluster.connect("filled")?;
        let row = session.query_one(
            "select (select count(*) from share.share_search(\"limit\" => 100)), (select number from share.share_count()),
                (select count(*) from share.event_search(\"limit\" => 100)) > 0, (select extension_version from share.server_overview())",
            &[],
        )?;
        assert_eq!(
            (shares, shares, true, env!("CARGO_PKG_VERSION").to_owned()),
            (row.get(0), row.get(1), row.get(2), row.get(3))
        );
        // What was there before is written to as ever.
        session.batch_execute(
            "select share.share_update(s.id, '{\"title\": \"after\"}') from share.share_search(state => 'active') s",
        )?;
    }
    Ok(())
}

/// The version of the tables that the functions work with.
fn latest(client: &mut Client) -> Result<i32> {
    Ok(client
        .query_one("select share.migration_latest()", &[])?
        .get(0))
}

fn migrated(client: &mut Client) -> Result<i32> {
    Ok(client.query_one("select share.migrate()", &[])?.get(0))
}
