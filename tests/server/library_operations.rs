//! The operations of an assets API, with their parameters, and the functions that they are here.

/// One operation, and what stands for it.
pub(crate) struct Operation {
    /// What README.md calls it.
    pub(crate) name: &'static str,
    pub(crate) functions: &'static [&'static str],
    /// Its parameters, each with the argument that takes it.
    pub(crate) parameters: &'static [(&'static str, &'static str)],
    /// Whether it is for members alone, since it is about more than a share shows, or changes what others see.
    pub(crate) for_members: bool,
}

const FILE: (&str, &str) = ("asset_id", "file_id");
const DRIVE: (&str, &str) = ("drive_id", "drive_id");
const COMMENT: (&str, &str) = ("comment_id", "comment_id");

/// In the order of README.md.
pub(crate) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "read the attribute values of a file",
        functions: &["attribute_value_list"],
        parameters: &[FILE, DRIVE],
        for_members: false,
    },
    Operation {
        name: "set or remove one of them",
        functions: &["attribute_value_set"],
        parameters: &[
            FILE,
            ("metadata_attribute_id", "attribute"),
            DRIVE,
            ("metadata_attribute_value", "value"),
        ],
        for_members: false,
    },
    Operation {
        name: "set many values of many files",
        functions: &["attribute_value_set_many"],
        parameters: &[
            ("asset_ids", "file_ids"),
            ("metadata_attributes", "attributes"),
            (
                "asset_ids_with_metadata_attributes",
                "files_with_attributes",
            ),
            DRIVE,
        ],
        for_members: false,
    },
    Operation {
        name: "list comments",
        functions: &["comment_list"],
        parameters: &[FILE, DRIVE],
        for_members: false,
    },
    Operation {
        name: "comment on a file",
        functions: &["comment_add"],
        parameters: &[
            FILE,
            ("comment", "content"),
            ("url", "url"),
            DRIVE,
            ("mentions", "mentions"),
            ("timestamp", "at_seconds"),
            ("duration", "duration_seconds"),
            ("is_public", "is_public"),
            ("anchor", "anchor"),
            ("annotation", "annotation"),
            ("attachment_tokens", "attachment_tokens"),
        ],
        for_members: false,
    },
    Operation {
        name: "change a comment",
        functions: &["comment_update"],
        parameters: &[
            FILE,
            COMMENT,
            DRIVE,
            ("content", "content"),
            ("mentions", "mentions"),
            ("is_public", "is_public"),
            ("url", "url"),
            ("timestamp", "at_seconds"),
            ("duration", "duration_seconds"),
        ],
        for_members: false,
    },
    Operation {
        name: "delete a comment",
        functions: &["comment_delete"],
        parameters: &[FILE, COMMENT, DRIVE],
        for_members: false,
    },
    Operation {
        name: "resolve a comment",
        functions: &["comment_resolve"],
        parameters: &[
            FILE,
            COMMENT,
            DRIVE,
            ("resolved", "resolved"),
            ("url", "url"),
        ],
        for_members: false,
    },
    Operation {
        name: "reply to a comment",
        functions: &["comment_reply"],
        parameters: &[
            FILE,
            COMMENT,
            DRIVE,
            ("content", "content"),
            ("mentions", "mentions"),
            ("url", "url"),
        ],
        for_members: false,
    },
    Operation {
        name: "react to a comment",
        functions: &["comment_react"],
        parameters: &[
            FILE,
            COMMENT,
            DRIVE,
            ("reaction_to_add", "reaction_to_add"),
            ("reaction_to_remove", "reaction_to_remove"),
        ],
        for_members: false,
    },
    Operation {
        name: "begin an attachment",
        functions: &["attachment_begin"],
        parameters: &[
            FILE,
            DRIVE,
            ("name", "name"),
            ("mime_type", "mime_type"),
            ("size", "size"),
            COMMENT,
        ],
        for_members: false,
    },
    Operation {
        name: "complete an attachment",
        functions: &["attachment_complete"],
        parameters: &[FILE, ("attachment_id", "attachment_id"), DRIVE],
        for_members: false,
    },
    Operation {
        name: "paste the comments of another file",
        functions: &["comment_paste"],
        parameters: &[FILE, ("source_asset_id", "source_file_id"), DRIVE],
        for_members: false,
    },
    Operation {
        name: "export comments",
        functions: &["comment_export"],
        parameters: &[
            FILE,
            ("type", "type"),
            DRIVE,
            ("authorization", "export_token"),
        ],
        for_members: false,
    },
    Operation {
        name: "list what was said",
        functions: &["utterance_list"],
        parameters: &[FILE, DRIVE],
        for_members: false,
    },
    Operation {
        name: "list the segments of the transcript",
        functions: &["transcript_segment_list"],
        parameters: &[FILE, DRIVE],
        for_members: false,
    },
    Operation {
        name: "export the transcript",
        functions: &["transcript_export"],
        parameters: &[
            FILE,
            DRIVE,
            ("type", "type"),
            ("authorization", "export_token"),
        ],
        for_members: false,
    },
    Operation {
        name: "suggest questions about a file",
        functions: &["transcript_suggest"],
        parameters: &[FILE, DRIVE],
        for_members: false,
    },
    Operation {
        name: "ask about a file",
        functions: &["transcript_chat"],
        parameters: &[FILE, DRIVE],
        for_members: false,
    },
    Operation {
        name: "list previews with signed URLs",
        functions: &["preview_list"],
        parameters: &[FILE, DRIVE],
        for_members: false,
    },
    Operation {
        name: "tell the usage of a drive",
        functions: &["drive_usage"],
        parameters: &[DRIVE],
        for_members: true,
    },
    Operation {
        name: "list faces",
        functions: &["face_list"],
        parameters: &[FILE, DRIVE],
        for_members: false,
    },
    Operation {
        name: "list whom a comment may mention",
        functions: &["mentionable_user_list"],
        parameters: &[FILE, DRIVE],
        for_members: false,
    },
    Operation {
        name: "cut a clip",
        functions: &["clip_sign", "clip_request"],
        parameters: &[
            FILE,
            DRIVE,
            ("start_time", "start_time"),
            ("end_time", "end_time"),
        ],
        for_members: false,
    },
    Operation {
        name: "sign a download",
        functions: &["file_sign_download"],
        parameters: &[
            FILE,
            DRIVE,
            ("origin_type", "origin_type"),
            ("name", "name"),
            ("download", "download"),
        ],
        for_members: false,
    },
    Operation {
        name: "sign the source",
        functions: &["file_sign_source"],
        parameters: &[
            FILE,
            DRIVE,
            ("name", "name"),
            ("authorization", "export_token"),
            ("shade-collection-id", "collection_id"),
        ],
        for_members: false,
    },
    Operation {
        name: "find a file by its path",
        functions: &["file_by_path"],
        parameters: &[("path", "path"), DRIVE],
        for_members: false,
    },
    Operation {
        name: "list the files of a stack",
        functions: &["stack_list"],
        parameters: &[
            ("stack_id", "stack_id"),
            ("directory_path", "directory_path"),
            DRIVE,
        ],
        for_members: false,
    },
    Operation {
        name: "make a stack",
        functions: &["stack_create"],
        parameters: &[("asset_ids", "file_ids"), DRIVE],
        for_members: true,
    },
    Operation {
        name: "add a file to a stack",
        functions: &["stack_add"],
        parameters: &[FILE, ("target_asset_id", "target_file_id"), DRIVE],
        for_members: true,
    },
    Operation {
        name: "take a file out of its stack",
        functions: &["stack_remove"],
        parameters: &[FILE, DRIVE],
        for_members: true,
    },
    Operation {
        name: "move a file in its stack",
        functions: &["stack_move"],
        parameters: &[FILE, ("new_stack_number", "new_stack_number"), DRIVE],
        for_members: true,
    },
    Operation {
        name: "transcribe a file again",
        functions: &["transcript_rerun"],
        parameters: &[FILE, DRIVE],
        for_members: true,
    },
    Operation {
        name: "read a file",
        functions: &["file_get"],
        parameters: &[("asset_id", "id"), DRIVE],
        for_members: false,
    },
    Operation {
        name: "choose the thumbnail of a file",
        functions: &["thumbnail_set"],
        parameters: &[FILE, DRIVE, ("attachment_token", "attachment_token")],
        for_members: true,
    },
    Operation {
        name: "take a chosen thumbnail back",
        functions: &["thumbnail_reset"],
        parameters: &[FILE, DRIVE],
        for_members: true,
    },
];
