//! Keeps who is calling, as `share.authenticate()` and `share.act_as()` have found it, until the transaction ends.
//!
//! In memory, because a setting can be written by whoever runs SQL and survives in a pooled connection: the setting
//! `pg_share.session` holds a nonce alone, transaction-locally, so that a rollback to a savepoint takes the identity
//! back with it. Must not decide what anyone may do; that is `share.caller_of_session()`.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::rc::Rc;

use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use pgrx::{PgXactCallbackEvent, register_xact_callback};

use crate::report::refused;
use crate::settings;

/// Who is calling. An API key goes before a user: acting as one does not undo it.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
struct Identity {
    /// Account and id.
    api_key: Option<(pgrx::Uuid, pgrx::Uuid)>,
    user_id: Option<String>,
    account_id: Option<pgrx::Uuid>,
}

/// The identities of this transaction, both ways, so that setting one a million times keeps one.
#[derive(Default)]
struct Kept {
    by_nonce: HashMap<String, Rc<Identity>>,
    nonces: HashMap<Rc<Identity>, String>,
}

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::default();
}

/// The identity that the setting names now.
fn current() -> Option<Rc<Identity>> {
    let nonce = settings::session()?;
    KEPT.with_borrow(|kept| kept.by_nonce.get(&nonce).cloned())
}

fn forget() {
    KEPT.with_borrow_mut(|kept| *kept = Kept::default());
}

/// Keeps an identity until the transaction ends and gives its nonce.
fn keep(identity: Identity) -> Result<String, ErrorReport> {
    let known = KEPT.with_borrow(|kept| kept.nonces.get(&identity).cloned());
    if let Some(nonce) = known {
        return Ok(nonce);
    }
    let nonce = nonce()?;
    if KEPT.with_borrow(|kept| kept.by_nonce.is_empty()) {
        for end in [
            PgXactCallbackEvent::Commit,
            PgXactCallbackEvent::Abort,
            PgXactCallbackEvent::Prepare,
        ] {
            register_xact_callback(end, forget);
        }
    }
    let identity = Rc::new(identity);
    KEPT.with_borrow_mut(|kept| {
        kept.by_nonce.insert(nonce.clone(), Rc::clone(&identity));
        kept.nonces.insert(identity, nonce.clone());
    });
    Ok(nonce)
}

/// Makes 128 random bits as hexadecimal digits.
fn nonce() -> Result<String, ErrorReport> {
    let mut random = [0; 16];
    getrandom::fill(&mut random).map_err(|_| {
        refused(
            PgSqlErrorCode::ERRCODE_SYSTEM_ERROR,
            "the system gave no random bytes",
        )
    })?;
    let mut text = String::with_capacity(32);
    for byte in random {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    Ok(text)
}

/// Keeps that an API key of an account is calling.
#[pg_extern(schema = "share", volatile, parallel_unsafe)]
fn identity_keep_api_key(
    account_id: pgrx::Uuid,
    api_key_id: pgrx::Uuid,
) -> Result<String, ErrorReport> {
    let before = current().as_deref().cloned().unwrap_or_default();
    keep(Identity {
        api_key: Some((account_id, api_key_id)),
        ..before
    })
}

/// Keeps for which user and account the application is calling.
#[pg_extern(schema = "share", volatile, parallel_unsafe)]
fn identity_keep_user(
    user_id: Option<&str>,
    account_id: Option<pgrx::Uuid>,
) -> Result<String, ErrorReport> {
    keep(Identity {
        api_key: current().and_then(|before| before.api_key),
        user_id: user_id.map(str::to_owned),
        account_id,
    })
}

/// Gives what was kept: account and id of an API key, user and account of `share.act_as()`; null for nothing.
#[pg_extern(schema = "share", stable, parallel_restricted)]
fn identity_kept() -> Option<Vec<Option<String>>> {
    let identity = current()?;
    let text = |id: pgrx::Uuid| uuid::Uuid::from_bytes(*id.as_bytes()).to_string();
    Some(vec![
        identity.api_key.map(|(account, _)| text(account)),
        identity.api_key.map(|(_, key)| text(key)),
        identity.user_id.clone(),
        identity.account_id.map(text),
    ])
}
