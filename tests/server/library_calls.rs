//! How each function of the file library is called by the holder of a link.

/// A call of each function that visitors may make, in the order of the alphabet: `FILE` is the film of the share, `VISIT` and `CONTEXT` are
/// the visitor's. Other ids need not lead anywhere: a gate stands before what is looked for.
pub(crate) const LIBRARY_CALLS: &[(&str, &str)] = &[
    (
        "attribute_value_list",
        "share.attribute_value_list(FILE, visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "attribute_value_set",
        "share.attribute_value_set(FILE, 'none', visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "attribute_value_set_many",
        "share.attribute_value_set_many(array[FILE]::uuid[], '[{\"id\": \"none\"}]', visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "file_by_path",
        "share.file_by_path(DRIVE, '/gated.mp4', visit_token => VISIT, context => CONTEXT)",
    ),
    (
        "file_get",
        "share.file_get(FILE, visit_token => VISIT, context => CONTEXT)",
    ),
];
