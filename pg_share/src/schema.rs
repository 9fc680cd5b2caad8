//! The extension's SQL, in its order: the contents page of `sql/`. The tables are not members; see `migration`.

use pgrx::{extension_sql_file, pg_schema};

/// Only declares to pgrx that the schema exists: `sql/schema.sql` has made it by then.
#[pg_schema]
mod share {}

extension_sql_file!("../../sql/schema.sql", name = "schema", bootstrap);

/// Types, each after those it is made of.
macro_rules! types {
    ($after:literal;) => {};
    ($after:literal; $path:literal as $name:literal, $($rest:tt)*) => {
        extension_sql_file!($path, name = $name, requires = [$after]);
        types!($name; $($rest)*);
    };
}

/// Functions, in any order: their bodies are looked at when they are called.
macro_rules! functions {
    ($($path:literal as $name:literal,)*) => {
        $(extension_sql_file!($path, name = $name, requires = ["types"]);)*
    };
}

types! { "schema";
    "../../sql/types/asset_type.sql" as "type_asset_type",
    "../../sql/types/link_preview.sql" as "type_link_preview",
    "../../sql/types/media_type.sql" as "type_media_type",
    "../../sql/types/member_role.sql" as "type_member_role",
    "../../sql/types/processing_status.sql" as "type_processing_status",
    "../../sql/types/share_state.sql" as "type_share_state",
    "../../sql/types/visibility.sql" as "type_visibility",
    "../../sql/types/account_details.sql" as "type_account_details",
    "../../sql/types/member_details.sql" as "type_member_details",
    "../../sql/types/drive_details.sql" as "type_drive_details",
    "../../sql/types/file_details.sql" as "type_file_details",
    "../../sql/types/segment_details.sql" as "type_segment_details",
    "../../sql/types/origin_details.sql" as "type_origin_details",
    "../../sql/types/share_details.sql" as "type_share_details",
    "../../sql/types/delivery_details.sql" as "type_delivery_details",
    "../../sql/types/delivery_scheme.sql" as "type_delivery_scheme",
    "../../sql/types/delivery_step.sql" as "type_delivery_step",
    "../../sql/types/signing_key_details.sql" as "type_signing_key_details",
    "../../sql/types/signing_key_result.sql" as "type_signing_key_result",
    "../../sql/types/event_details.sql" as "type_event_details",
    "../../sql/types/share_verification.sql" as "type_share_verification",
    "../../sql/types/signed_url.sql" as "type_signed_url",
    "../../sql/types/playlist_details.sql" as "type_playlist_details",
    "../../sql/types/signed_playlist.sql" as "type_signed_playlist",
    "../../sql/types/deleted_object.sql" as "type_deleted_object",
    "../../sql/types/caller_identity.sql" as "types",
}

functions! {
    "../../sql/functions/account_create.sql" as "account_create",
    "../../sql/functions/account_describe.sql" as "account_describe",
    "../../sql/functions/account_get.sql" as "account_get",
    "../../sql/functions/account_list.sql" as "account_list",
    "../../sql/functions/account_of_call.sql" as "account_of_call",
    "../../sql/functions/account_update.sql" as "account_update",
    "../../sql/functions/act_as.sql" as "act_as",
    "../../sql/functions/authorize.sql" as "authorize",
    "../../sql/functions/authorize_operator.sql" as "authorize_operator",
    "../../sql/functions/caller.sql" as "caller",
    "../../sql/functions/delivery_conflict.sql" as "delivery_conflict",
    "../../sql/functions/delivery_create.sql" as "delivery_create",
    "../../sql/functions/delivery_delete.sql" as "delivery_delete",
    "../../sql/functions/delivery_describe.sql" as "delivery_describe",
    "../../sql/functions/delivery_digit_check.sql" as "delivery_digit_check",
    "../../sql/functions/delivery_get.sql" as "delivery_get",
    "../../sql/functions/delivery_key.sql" as "delivery_key",
    "../../sql/functions/delivery_list.sql" as "delivery_list",
    "../../sql/functions/delivery_patch_check.sql" as "delivery_patch_check",
    "../../sql/functions/delivery_place_check.sql" as "delivery_place_check",
    "../../sql/functions/delivery_test.sql" as "delivery_test",
    "../../sql/functions/delivery_update.sql" as "delivery_update",
    "../../sql/functions/drive_create.sql" as "drive_create",
    "../../sql/functions/drive_describe.sql" as "drive_describe",
    "../../sql/functions/drive_list.sql" as "drive_list",
    "../../sql/functions/event_add.sql" as "event_add",
    "../../sql/functions/event_address.sql" as "event_address",
    "../../sql/functions/event_append_only.sql" as "event_append_only",
    "../../sql/functions/event_list.sql" as "event_list",
    "../../sql/functions/event_partitions_create.sql" as "event_partitions_create",
    "../../sql/functions/file_account.sql" as "file_account",
    "../../sql/functions/file_change.sql" as "file_change",
    "../../sql/functions/file_create.sql" as "file_create",
    "../../sql/functions/file_delete.sql" as "file_delete",
    "../../sql/functions/file_describe.sql" as "file_describe",
    "../../sql/functions/file_get.sql" as "file_get",
    "../../sql/functions/file_insert.sql" as "file_insert",
    "../../sql/functions/file_list.sql" as "file_list",
    "../../sql/functions/file_put.sql" as "file_put",
    "../../sql/functions/file_status_guard.sql" as "file_status_guard",
    "../../sql/functions/file_update.sql" as "file_update",
    "../../sql/functions/key_longest_lifetime.sql" as "key_longest_lifetime",
    "../../sql/functions/member_add.sql" as "member_add",
    "../../sql/functions/member_authorize.sql" as "member_authorize",
    "../../sql/functions/member_describe.sql" as "member_describe",
    "../../sql/functions/member_list.sql" as "member_list",
    "../../sql/functions/member_remove.sql" as "member_remove",
    "../../sql/functions/member_update.sql" as "member_update",
    "../../sql/functions/metadata_check.sql" as "metadata_check",
    "../../sql/functions/migrate.sql" as "migrate",
    "../../sql/functions/origin_delete.sql" as "origin_delete",
    "../../sql/functions/origin_describe.sql" as "origin_describe",
    "../../sql/functions/origin_digit_check.sql" as "origin_digit_check",
    "../../sql/functions/origin_kind_check.sql" as "origin_kind_check",
    "../../sql/functions/origin_list.sql" as "origin_list",
    "../../sql/functions/origin_place_check.sql" as "origin_place_check",
    "../../sql/functions/origin_put.sql" as "origin_put",
    "../../sql/functions/origin_sign_upload.sql" as "origin_sign_upload",
    "../../sql/functions/page_limit.sql" as "page_limit",
    "../../sql/functions/patch_check.sql" as "patch_check",
    "../../sql/functions/patch_metadata.sql" as "patch_metadata",
    "../../sql/functions/patch_text.sql" as "patch_text",
    "../../sql/functions/path_is_ambiguous.sql" as "path_is_ambiguous",
    "../../sql/functions/playlist_delete.sql" as "playlist_delete",
    "../../sql/functions/playlist_describe.sql" as "playlist_describe",
    "../../sql/functions/playlist_list.sql" as "playlist_list",
    "../../sql/functions/playlist_put.sql" as "playlist_put",
    "../../sql/functions/privileges_clear.sql" as "privileges_clear",
    "../../sql/functions/refuse.sql" as "refuse",
    "../../sql/functions/require_argument.sql" as "require_argument",
    "../../sql/functions/segment_account.sql" as "segment_account",
    "../../sql/functions/segment_create.sql" as "segment_create",
    "../../sql/functions/segment_delete.sql" as "segment_delete",
    "../../sql/functions/segment_describe.sql" as "segment_describe",
    "../../sql/functions/segment_get.sql" as "segment_get",
    "../../sql/functions/segment_list.sql" as "segment_list",
    "../../sql/functions/share_account.sql" as "share_account",
    "../../sql/functions/share_clip_check.sql" as "share_clip_check",
    "../../sql/functions/share_create.sql" as "share_create",
    "../../sql/functions/share_delete.sql" as "share_delete",
    "../../sql/functions/share_describe.sql" as "share_describe",
    "../../sql/functions/share_end_all.sql" as "share_end_all",
    "../../sql/functions/share_end_expired.sql" as "share_end_expired",
    "../../sql/functions/share_end_time.sql" as "share_end_time",
    "../../sql/functions/share_ensure.sql" as "share_ensure",
    "../../sql/functions/share_get.sql" as "share_get",
    "../../sql/functions/share_insert.sql" as "share_insert",
    "../../sql/functions/share_list.sql" as "share_list",
    "../../sql/functions/share_list_account.sql" as "share_list_account",
    "../../sql/functions/share_list_conditions.sql" as "share_list_conditions",
    "../../sql/functions/share_list_json.sql" as "share_list_json",
    "../../sql/functions/share_one.sql" as "share_one",
    "../../sql/functions/share_page_url.sql" as "share_page_url",
    "../../sql/functions/share_playlist.sql" as "share_playlist",
    "../../sql/functions/share_sign.sql" as "share_sign",
    "../../sql/functions/share_sign_bulk.sql" as "share_sign_bulk",
    "../../sql/functions/share_sign_download.sql" as "share_sign_download",
    "../../sql/functions/share_sign_downloads.sql" as "share_sign_downloads",
    "../../sql/functions/share_sign_preview.sql" as "share_sign_preview",
    "../../sql/functions/share_sign_previews.sql" as "share_sign_previews",
    "../../sql/functions/share_sign_set.sql" as "share_sign_set",
    "../../sql/functions/share_sign_stream.sql" as "share_sign_stream",
    "../../sql/functions/share_sign_streams.sql" as "share_sign_streams",
    "../../sql/functions/share_slot_check.sql" as "share_slot_check",
    "../../sql/functions/share_state_at.sql" as "share_state_at",
    "../../sql/functions/share_update.sql" as "share_update",
    "../../sql/functions/share_verify.sql" as "share_verify",
    "../../sql/functions/share_visibility_guard.sql" as "share_visibility_guard",
    "../../sql/functions/share_window.sql" as "share_window",
    "../../sql/functions/sign_time.sql" as "sign_time",
    "../../sql/functions/signing_key_create.sql" as "signing_key_create",
    "../../sql/functions/signing_key_describe.sql" as "signing_key_describe",
    "../../sql/functions/signing_key_export.sql" as "signing_key_export",
    "../../sql/functions/signing_key_guard.sql" as "signing_key_guard",
    "../../sql/functions/signing_key_import.sql" as "signing_key_import",
    "../../sql/functions/signing_key_insert.sql" as "signing_key_insert",
    "../../sql/functions/signing_key_line.sql" as "signing_key_line",
    "../../sql/functions/signing_key_list.sql" as "signing_key_list",
    "../../sql/functions/signing_key_revoke.sql" as "signing_key_revoke",
    "../../sql/functions/signing_key_rotate.sql" as "signing_key_rotate",
    "../../sql/functions/text_check.sql" as "text_check",
    "../../sql/functions/to_json.sql" as "to_json",
    "../../sql/functions/url_of.sql" as "url_of",
    "../../sql/functions/verify_by_delivery.sql" as "verify_by_delivery",
}

extension_sql_file!(
    "../../sql/computed.sql",
    name = "computed",
    requires = [
        delivery_check,
        delivery_schemes,
        scheme_signs_by_id,
        key_export,
        key_rule,
        kid_generate,
        migration_latest,
        migration_statements,
        new_id,
        page_url,
        playlist_check,
        playlist_sign,
        ready,
        secret_generate,
        secret_parse,
        secret_text,
        sign_message,
        sign_steps,
        sign_url,
        url_expiry,
        url_longest_lifetime,
        verify_url,
    ]
);

// Its body is parsed at once, so what it calls must be there.
extension_sql_file!(
    "../../sql/functions/share_delivery_schemes.sql",
    name = "share_delivery_schemes",
    requires = ["types", delivery_schemes]
);

extension_sql_file!("../../sql/grants.sql", name = "grants", finalize);
