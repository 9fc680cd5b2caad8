-- From 0.1.0 to 0.2.0: functions and types for who looks after all shares, events that are announced, and the file library, whose
-- tables share.migrate() builds.
-- The lines \i and \replace stand for files below sql/, see .ci/upgrade_scripts.
set local search_path = pg_catalog, pg_temp;

-- New types.
\i types/share_filter.sql
\i types/share_summary.sql
\i types/share_number.sql
\i types/change_step.sql
\i types/found_event.sql
\i types/usage_bucket.sql
\i types/top_share.sql
\i types/key_reach.sql
\i types/server_summary.sql
\i types/found_file.sql
\i types/file_access.sql
\i types/time_mark.sql
\i types/transcript_details.sql
\i types/utterance_details.sql
\i types/transcript_segment_details.sql
\i types/transcript_hit.sql
\i types/transcript_suggestions.sql
\i types/transcript_chat_details.sql
\i types/export_details.sql
\i types/export_token_details.sql
\i types/attribute_type.sql
\i types/option_color.sql
\i types/attribute_option_details.sql
\i types/attribute_details.sql
\i types/attribute_value_details.sql

-- Types that grow.
alter type share.job_details add attribute payload jsonb;
comment on column share.doctor_finding.area is 'What was looked at: tables, server, settings, roles, deliveries, keys, events, jobs, publications.';
comment on type share.job_details is 'One job as those who look after it see it.';
comment on column share.job_details.payload is 'What the worker gets, as share.job_kinds() says, but for codes, links and questions in it, which are hidden: they let in whoever has them, or are somebody''s own.';
\i types/preview_details.sql
\i types/person_details.sql
\i types/face_details.sql
\i types/file_usage.sql
\i types/stacked_file.sql
\i types/clip_details.sql
\i types/access_signing.sql
\i types/comment_details.sql
\i types/comment_edit_details.sql
\i types/attachment_details.sql
\i types/attachment_upload.sql
\i types/mentionable_user.sql

-- New functions.
create function share.event_announce() returns void
language c volatile strict parallel unsafe
as 'MODULE_PATHNAME', 'event_announce_wrapper';
comment on function share.event_announce is 'Internal. Has the transaction wake who listens to pg_share_event when it commits, unless this session did so within the last second or pg_share.event_notify is off.';
create function share.comment_write(format text, comments text, file_name text, duration text, frame_rate text, file_frame_rate text, start_timecode text, file_start_timecode text) returns table (extension text, mime_type text, body text)
language c immutable parallel safe
as 'MODULE_PATHNAME', 'comment_write_wrapper';
comment on function share.comment_write is 'Internal. Comments, a JSON array of objects, in a format for editors or people, with ending and media type; 25 frames a second where neither the call nor the file says it. Errors: 22023.';
create function share.subtitle_write(format text, starts integer[], ends integer[], speakers text[], texts text[]) returns table (extension text, mime_type text, body text)
language c immutable strict parallel safe
as 'MODULE_PATHNAME', 'subtitle_write_wrapper';
comment on function share.subtitle_write is 'Internal. What was said as vtt, srt, txt or json, with ending and media type. Errors: 22023.';
create function share.time_marks("text" text) returns table (mark text, place integer, seconds integer)
language c immutable strict parallel safe
as 'MODULE_PATHNAME', 'time_marks_wrapper';
comment on function share.time_marks is 'Internal. The times that a text names as [MM:SS] or [HH:MM:SS], with the place of each in characters from 1.';
create function share.address_read("text" text) returns text
language c immutable strict parallel safe
as 'MODULE_PATHNAME', 'address_read_wrapper';
comment on function share.address_read is 'Internal. The normal form of an address, or of a network''s without its prefix; IPv4 in the form of IPv6 (RFC 4291 section 2.5.5.2) is IPv4. Null for what is none; what is read is an inet.';
create function share.headers_read(headers text) returns jsonb
language c immutable strict parallel safe
as 'MODULE_PATHNAME', 'headers_read_wrapper';
comment on function share.headers_read is 'Internal. The headers that a gateway tells of, those that are text and have no NUL; null where it is no JSON object.';
create function share.is_parallel() returns boolean
language c stable strict parallel safe
as 'MODULE_PATHNAME', 'is_parallel_wrapper';
comment on function share.is_parallel is 'Internal. Whether several processes carry out the statement, in which no setting can be made.';
create function share.percent_decode("text" text) returns text
language c immutable strict parallel safe
as 'MODULE_PATHNAME', 'percent_decode_wrapper';
comment on function share.percent_decode is 'Internal. Text without its percent-encoding (RFC 3986 section 2.1), of which a broken one stays; null when that is no UTF-8 or has a NUL.';
\i functions/at_most_check.sql
\i functions/attribute_account.sql
\i functions/attribute_choices_write.sql
\i functions/attribute_condition.sql
\i functions/attribute_create.sql
\i functions/attribute_default_check.sql
\i functions/attribute_describe.sql
\i functions/attribute_fits.sql
\i functions/attribute_get.sql
\i functions/attribute_list.sql
\i functions/attribute_option_add.sql
\i functions/attribute_option_update.sql
\i functions/attribute_options_add.sql
\i functions/attribute_options_describe.sql
\i functions/attribute_update.sql
\i functions/attribute_value_list.sql
\i functions/attribute_value_set.sql
\i functions/attribute_value_set_many.sql
\i functions/attribute_values_write.sql
\i functions/cue_limit.sql
\i functions/cues_read.sql
\i functions/actor_handle.sql
\i functions/actor_name.sql
\i functions/anchor_is_valid.sql
\i functions/annotation_is_valid.sql
\i functions/attachment_begin.sql
\i functions/attachment_bind.sql
\i functions/attachment_complete.sql
\i functions/attachment_describe.sql
\i functions/attachment_list.sql
\i functions/attachment_room.sql
\i functions/comment_add.sql
\i functions/comment_address.sql
\i functions/comment_delete.sql
\i functions/comment_describe.sql
\i functions/comment_edit_list.sql
\i functions/comment_export.sql
\i functions/comment_find.sql
\i functions/comment_find_thread.sql
\i functions/comment_guest_take.sql
\i functions/comment_is_shown.sql
\i functions/comment_list.sql
\i functions/comment_mention_put.sql
\i functions/comment_moderate.sql
\i functions/comment_one.sql
\i functions/comment_paste.sql
\i functions/comment_place.sql
\i functions/comment_query.sql
\i functions/comment_react.sql
\i functions/comment_reply.sql
\i functions/comment_resolve.sql
\i functions/comment_times_check.sql
\i functions/comment_update.sql
\i functions/comment_url.sql
\i functions/cursor_check.sql
\i functions/doctor_publications.sql
\i functions/drive_account.sql
\i functions/drive_get.sql
\i functions/event_search.sql
\i functions/export_enter.sql
\i functions/export_token_issue.sql
create function share.sign_file(
    delivery text,
    path text,
    public boolean,
    at timestamptz,
    expires_at timestamptz,
    share_id uuid,
    epoch integer,
    file_name text,
    content_type text,
    address text,
    inline boolean
) returns text
language c stable parallel safe
as 'MODULE_PATHNAME', 'sign_file_wrapper';
comment on function share.sign_file is 'Internal. Signs the URL of one object to be saved, or with inline to be shown, under a name where the scheme carries one; otherwise as share.sign_url(). Whoever may call it may sign anything. Errors: 22023.';
\i functions/access_sign.sql
\i functions/access_uncapped.sql
\i functions/clip_check.sql
\i functions/clip_request.sql
\i functions/clip_sign.sql
\i functions/cue_time.sql
\i functions/drive_usage.sql
\i functions/entries_check.sql
\i functions/face_list.sql
\i functions/face_put.sql
\i functions/file_by_path.sql
\i functions/file_download_sign.sql
\i functions/file_enter.sql
\i functions/file_find.sql
\i functions/file_find_query.sql
\i functions/file_search.sql
\i functions/file_shown.sql
\i functions/language_configuration.sql
\i functions/file_sign_download.sql
\i functions/file_sign_source.sql
\i functions/person_list.sql
\i functions/person_update.sql
\i functions/preview_delete.sql
\i functions/preview_list.sql
\i functions/path_is_attachment.sql
\i functions/share_shown.sql
\i functions/preview_place_check.sql
\i functions/preview_put.sql
\i functions/preview_sign.sql
\i functions/preview_storyboard.sql
\i functions/mentionable_user_list.sql
\i functions/mentionable_users.sql
\i functions/server_overview.sql
\i functions/share_change_some.sql
\i functions/share_count.sql
\i functions/share_filter_of.sql
\i functions/share_filter_query.sql
\i functions/share_search.sql
\i functions/share_state_sample.sql
\i functions/share_summarize.sql
\i functions/share_top.sql
\i functions/signing_key_reach.sql
\i functions/since_check.sql
\i functions/transcript_answer_put.sql
\i functions/transcript_chat.sql
\i functions/transcript_chat_describe.sql
\i functions/transcript_chat_list.sql
\i functions/transcript_describe.sql
\i functions/transcript_ensure.sql
\i functions/transcript_export.sql
\i functions/transcript_get.sql
\i functions/transcript_living.sql
\i functions/transcript_rerun.sql
\i functions/transcript_search.sql
\i functions/transcript_segment_list.sql
\i functions/transcript_segment_put.sql
\i functions/transcript_suggest.sql
\i functions/transcript_suggestion_put.sql
\i functions/stack_add.sql
\i functions/stack_create.sql
\i functions/stack_hold.sql
\i functions/stack_list.sql
\i functions/stack_move.sql
\i functions/stack_remove.sql
\i functions/stack_renumber.sql
\i functions/stack_take.sql
\i functions/stack_top.sql
\i functions/thumbnail_reset.sql
\i functions/thumbnail_set.sql
\i functions/usage_overview.sql
\i functions/utterance_list.sql
\i functions/utterance_put.sql
\i functions/utterance_query.sql
\i functions/utterance_words.sql
\i functions/visit_raise.sql
\i functions/visit_shown.sql
\i functions/visit_targets.sql

-- Functions that have grown more arguments: they are made anew.
drop function share.file_get;
\i functions/file_get.sql
drop function share.share_create;
\i functions/share_create.sql
drop function share.share_ensure;
\i functions/share_ensure.sql

-- Changed bodies; who owns them and who may call them stays. The first two ask for the tables of this version.
create or replace function share.ready() returns void
language c stable strict parallel safe
as 'MODULE_PATHNAME', 'ready_2_wrapper';
create or replace function share.migration_latest() returns integer
language c immutable strict parallel safe
as 'MODULE_PATHNAME', 'migration_latest_2_wrapper';
\replace functions/caller.sql
\replace functions/doctor.sql
\replace functions/event_add.sql
\replace functions/events_add.sql
\replace functions/file_delete.sql
\replace functions/file_put.sql
\replace functions/job_describe.sql
\replace functions/job_get.sql
\replace functions/job_list.sql
\replace functions/job_kinds.sql
\replace functions/gates_apply.sql
\replace functions/metrics_read.sql
\replace functions/origin_place_check.sql
\replace functions/publication_tables.sql
\replace functions/restrictions_check.sql
\replace functions/share_full_json.sql
\replace functions/share_insert.sql
\replace functions/share_items_public.sql
\replace functions/share_link_preview.sql
\replace functions/share_update.sql
\replace functions/url_decode.sql
\replace functions/visit_context.sql
\replace functions/visit_items.sql
\replace functions/share_describe.sql
\replace functions/share_one.sql
\replace functions/share_sign_query.sql

-- Owners and grants of what is new.
\i grants.sql
