//! Parts of screens that know nothing of shares.

pub mod list;
pub mod table;
