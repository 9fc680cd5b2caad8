//! Reads a row of a table of schema share as it stands now: no plan, no privileges, no transaction id, works on standbys.
//!
//! The only module that calls with `unsafe`: the server's catalogue scan. It must not write and must not run SQL.
#![expect(unsafe_code, reason = "the server's scan functions take raw pointers")]

use std::ffi::CStr;

use pgrx::datum::{FromDatum, IntoDatum};
use pgrx::pg_sys;

/// Tells statements apart: what was read under one stamp holds until the stamp changes.
///
/// The statement's start and the local transaction change with each message of the client; the command changes when
/// this transaction has written; the generation changes when any transaction or subtransaction that has written ends.
/// So statements of one message, or inside one block, also see what others have done between them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    statement: pg_sys::TimestampTz,
    transaction: pg_sys::LocalTransactionId,
    command: pg_sys::CommandId,
    generation: u64,
}

unsafe extern "C" {
    // Declared again because those of pgrx prepare for an ERROR, at more cost than they have themselves: both only read a
    // variable (xact.c), the second as long as the command is not to be used up.
    safe fn GetCurrentStatementStartTimestamp() -> pg_sys::TimestampTz;
    safe fn GetCurrentCommandId(used: bool) -> pg_sys::CommandId;
}

impl Stamp {
    pub(crate) fn now() -> Self {
        // SAFETY: called from SQL functions only, so that this backend has a PGPROC, a transaction and shared memory; the
        // counter is 64 bits, aligned, and only ever grows.
        unsafe {
            Self {
                statement: GetCurrentStatementStartTimestamp(),
                #[cfg(any(feature = "pg15", feature = "pg16"))]
                transaction: (*pg_sys::MyProc).lxid,
                #[cfg(not(any(feature = "pg15", feature = "pg16")))]
                transaction: (*pg_sys::MyProc).vxid.lxid,
                command: GetCurrentCommandId(false),
                // A plain aligned read, as GetSnapshotDataReuse does it under a lock that only orders it.
                #[cfg(any(feature = "pg15", feature = "pg16"))]
                generation: (&raw const (*pg_sys::ShmemVariableCache).xactCompletionCount)
                    .read_volatile(),
                #[cfg(not(any(feature = "pg15", feature = "pg16")))]
                generation: (&raw const (*pg_sys::TransamVariables).xactCompletionCount)
                    .read_volatile(),
            }
        }
    }
}

/// What a reader of the table holds.
const LOCK: pg_sys::LOCKMODE = pg_sys::AccessShareLock.cast_signed();

#[expect(clippy::cast_possible_truncation, reason = "the constant is 3")]
const EQUAL: pg_sys::StrategyNumber = pg_sys::BTEqualStrategyNumber as pg_sys::StrategyNumber;

/// Names the unique text column, and its index, by which a row is looked up.
pub(crate) struct Key<'a> {
    pub(crate) index: &'static CStr,
    pub(crate) column: &'static CStr,
    pub(crate) value: &'a str,
}

/// Holds a row while it is being read.
pub(crate) struct Row {
    relation: pg_sys::Relation,
    tuple: pg_sys::HeapTuple,
}

impl Row {
    /// Copies a column's value; none for null and for a column that is not there.
    pub(crate) fn get<T: FromDatum>(&self, column: &CStr) -> Option<T> {
        // SAFETY: relation and tuple are open and pinned for as long as the row exists (see `first`), and the attribute
        // number comes from the same relation; `FromDatum` of an owned type copies.
        unsafe {
            let attribute = pg_sys::get_attnum((*self.relation).rd_id, column.as_ptr());
            let attribute = usize::try_from(attribute)
                .ok()
                .and_then(std::num::NonZeroUsize::new)?;
            let datum =
                pgrx::htup::heap_getattr_raw(self.tuple, attribute, (*self.relation).rd_att)?;
            T::from_datum(datum, false)
        }
    }
}

/// Reads the first row of a table, or the one with this key; none when there is no such table or row.
pub(crate) fn first<R>(
    table: &CStr,
    key: Option<&Key<'_>>,
    read: impl FnOnce(&Row) -> R,
) -> Option<R> {
    // SAFETY: the relation is opened with the lock of a reader and closed after the scan; an ERROR in between unwinds and
    // the server's resource owner closes both. Without a snapshot the scan takes a fresh one (systable_beginscan), and
    // the tuple stays pinned until systable_endscan. The scan key is initialised before it is used and outlives the scan.
    unsafe {
        let schema = pg_sys::get_namespace_oid(c"share".as_ptr(), true);
        let table_oid = pg_sys::get_relname_relid(table.as_ptr(), schema);
        if schema == pg_sys::InvalidOid || table_oid == pg_sys::InvalidOid {
            return None;
        }
        let mut scan_keys = Vec::with_capacity(1);
        let mut index_oid = pg_sys::InvalidOid;
        if let Some(key) = key {
            index_oid = pg_sys::get_relname_relid(key.index.as_ptr(), schema);
            let mut scan_key = pg_sys::ScanKeyData::default();
            // Compares in the collation C, which the column has.
            pg_sys::ScanKeyInit(
                &raw mut scan_key,
                pg_sys::get_attnum(table_oid, key.column.as_ptr()),
                EQUAL,
                pg_sys::Oid::from(pg_sys::F_TEXTEQ),
                key.value.into_datum()?,
            );
            scan_keys.push(scan_key);
        }
        let relation = pg_sys::table_open(table_oid, LOCK);
        let scan = pg_sys::systable_beginscan(
            relation,
            index_oid,
            index_oid != pg_sys::InvalidOid,
            std::ptr::null_mut(),
            i32::from(key.is_some()),
            scan_keys.as_mut_ptr(),
        );
        let tuple = pg_sys::systable_getnext(scan);
        let result = (!tuple.is_null()).then(|| read(&Row { relation, tuple }));
        pg_sys::systable_endscan(scan);
        pg_sys::table_close(relation, LOCK);
        result
    }
}
