//! The extension's SQL, in its order: schema, types, functions, grants. The tables are not members; see `migration`.

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

types! { "schema";
    "../../sql/types/asset_type.sql" as "type_asset_type",
    "../../sql/types/link_preview.sql" as "type_link_preview",
    "../../sql/types/media_type.sql" as "type_media_type",
    "../../sql/types/member_role.sql" as "type_member_role",
    "../../sql/types/processing_status.sql" as "type_processing_status",
    "../../sql/types/share_state.sql" as "type_share_state",
    "../../sql/types/visibility.sql" as "type_visibility",
    "../../sql/types/account_details.sql" as "type_account_details",
    "../../sql/types/api_key_details.sql" as "type_api_key_details",
    "../../sql/types/api_key_result.sql" as "type_api_key_result",
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
    "../../sql/types/event_maintenance.sql" as "type_event_maintenance",
    "../../sql/types/usage_details.sql" as "type_usage_details",
    "../../sql/types/recipient_usage.sql" as "type_recipient_usage",
    "../../sql/types/doctor_finding.sql" as "type_doctor_finding",
    "../../sql/types/metric.sql" as "type_metric",
    "../../sql/types/share_verification.sql" as "type_share_verification",
    "../../sql/types/signed_url.sql" as "type_signed_url",
    "../../sql/types/playlist_details.sql" as "type_playlist_details",
    "../../sql/types/signed_playlist.sql" as "type_signed_playlist",
    "../../sql/types/share_decision.sql" as "type_share_decision",
    "../../sql/types/opened_item.sql" as "type_opened_item",
    "../../sql/types/share_bundle.sql" as "type_share_bundle",
    "../../sql/types/visit_grant.sql" as "type_visit_grant",
    "../../sql/types/unlock_result.sql" as "type_unlock_result",
    "../../sql/types/visit_started.sql" as "type_visit_started",
    "../../sql/types/link_card.sql" as "type_link_card",
    "../../sql/types/slug_details.sql" as "type_slug_details",
    "../../sql/types/recipient_details.sql" as "type_recipient_details",
    "../../sql/types/item_details.sql" as "type_item_details",
    "../../sql/types/share_lock.sql" as "type_share_lock",
    "../../sql/types/found_share.sql" as "type_found_share",
    "../../sql/types/reached_url.sql" as "type_reached_url",
    "../../sql/types/deleted_object.sql" as "type_deleted_object",
    "../../sql/types/job_kind.sql" as "type_job_kind",
    "../../sql/types/job_details.sql" as "type_job_details",
    "../../sql/types/claimed_job.sql" as "type_claimed_job",
    "../../sql/types/webhook_details.sql" as "type_webhook_details",
    "../../sql/types/webhook_result.sql" as "type_webhook_result",
    "../../sql/types/webhook_request.sql" as "type_webhook_request",
    "../../sql/types/request_result.sql" as "type_request_result",
    "../../sql/types/access_request_details.sql" as "type_access_request_details",
    "../../sql/types/permission_preset.sql" as "type_permission_preset",
    "../../sql/types/lookup_entry.sql" as "type_lookup_entry",
    "../../sql/types/share_filter.sql" as "type_share_filter",
    "../../sql/types/share_summary.sql" as "type_share_summary",
    "../../sql/types/share_number.sql" as "type_share_number",
    "../../sql/types/change_step.sql" as "type_change_step",
    "../../sql/types/found_event.sql" as "type_found_event",
    "../../sql/types/usage_bucket.sql" as "type_usage_bucket",
    "../../sql/types/top_share.sql" as "type_top_share",
    "../../sql/types/key_reach.sql" as "type_key_reach",
    "../../sql/types/server_summary.sql" as "type_server_summary",
    "../../sql/types/found_file.sql" as "type_found_file",
    "../../sql/types/file_access.sql" as "type_file_access",
    "../../sql/types/time_mark.sql" as "type_time_mark",
    "../../sql/types/transcript_details.sql" as "type_transcript_details",
    "../../sql/types/utterance_details.sql" as "type_utterance_details",
    "../../sql/types/transcript_segment_details.sql" as "type_transcript_segment_details",
    "../../sql/types/transcript_hit.sql" as "type_transcript_hit",
    "../../sql/types/transcript_suggestions.sql" as "type_transcript_suggestions",
    "../../sql/types/transcript_chat_details.sql" as "type_transcript_chat_details",
    "../../sql/types/export_details.sql" as "type_export_details",
    "../../sql/types/export_token_details.sql" as "type_export_token_details",
    "../../sql/types/attribute_type.sql" as "type_attribute_type",
    "../../sql/types/option_color.sql" as "type_option_color",
    "../../sql/types/attribute_option_details.sql" as "type_attribute_option_details",
    "../../sql/types/attribute_details.sql" as "type_attribute_details",
    "../../sql/types/attribute_value_details.sql" as "type_attribute_value_details",
    "../../sql/types/preview_details.sql" as "type_preview_details",
    "../../sql/types/person_details.sql" as "type_person_details",
    "../../sql/types/face_details.sql" as "type_face_details",
    "../../sql/types/file_usage.sql" as "type_file_usage",
    "../../sql/types/stacked_file.sql" as "type_stacked_file",
    "../../sql/types/clip_details.sql" as "type_clip_details",
    "../../sql/types/access_signing.sql" as "type_access_signing",
    "../../sql/types/caller_identity.sql" as "types",
}

extension_sql_file!(
    "../../sql/computed.sql",
    name = "computed",
    requires = [
        address_bound,
        code_generate,
        comment_write,
        api_key_generate,
        claims_read,
        delivery_check,
        delivery_schemes,
        scheme_signs_by_id,
        identity_keep_api_key,
        identity_keep_user,
        identity_kept,
        embed_html,
        event_announce,
        key_export,
        key_rule,
        kid_generate,
        migration_latest_2,
        migration_statements,
        new_id,
        page_url,
        password_hash,
        password_verify,
        playlist_check,
        playlist_sign,
        ready_2,
        secret_generate,
        secret_hash,
        secret_matches,
        secret_parse,
        secret_text,
        sign_file,
        sign_message,
        sign_steps,
        sign_url,
        slug_normal,
        slug_skeleton,
        subtitle_write,
        time_marks,
        token_issue,
        token_read,
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
