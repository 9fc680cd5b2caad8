//! Parts of screens that know nothing of shares.

pub mod bar;
pub mod choice;
pub mod details;
pub mod entry_line;
pub mod facts;
pub mod field;
pub mod figure;
pub mod form;
pub mod labelled;
pub mod list;
pub mod page;
pub mod parts;
pub mod prompt;
pub mod rows;
pub mod sheet;
pub mod short_list;
pub mod table;
pub mod wrap;
