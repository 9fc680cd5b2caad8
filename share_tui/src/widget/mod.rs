//! Parts of screens that know nothing of shares.

pub mod bar;
pub mod choice;
pub mod details;
pub mod figure;
pub mod list;
pub mod prompt;
pub mod short_list;
pub mod table;
pub mod wrap;
