create function share.thumbnail_set(
    file_id uuid,
    attachment_token text default null,
    drive_id uuid default null,
    account_id uuid default null
)
returns share.origin_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- A plan made for the values would hold them, and a logged plan a token.
set plan_cache_mode = force_generic_plan
as $$
declare
    access share.file_access;
    image record;
    put uuid;
    result share.origin_details;
begin
    perform share.ready();
    perform share.require_argument('attachment_token', attachment_token is null);
    access := share.file_enter(file_id, 'editor', 'view', null, '{}', drive_id, account_id);
    select a.path, a.mime_type, a.bytes, a.state into image
    from share.comment_attachment a
    where a.account_id = access.account_id and a.file_id = access.file_id
        and a.attachment_id = share.token_read(thumbnail_set.attachment_token, 'attachment', statement_timestamp());
    if not found or image.state <> 'uploaded' then
        perform share.refuse('22023', 'an attachment token does not count', 'argument: attachment_token',
            'it is of share.attachment_begin() for this file, half an hour old at most, and its upload is complete');
    elsif image.mime_type !~ '^image/' then
        perform share.refuse('22023', 'a thumbnail is an image', 'mime_type: ' || image.mime_type);
    end if;
    insert into share.origin as o (account_id, origin_id, file_id, kind, path, mime_type, bytes)
    values (access.account_id, share.new_id(), access.file_id, 'custom_thumbnail', image.path, image.mime_type, image.bytes)
    on conflict on constraint origin_kind_key do update
    set path = excluded.path, mime_type = excluded.mime_type, bytes = excluded.bytes, updated_at = statement_timestamp()
    returning o.origin_id into put;
    perform share.event_add(access.account_id, null, 'thumbnail.set', jsonb_build_object('origin_id', put, 'file_id', access.file_id));
    select d.* into result from share.origin_describe(access.account_id, array[put]) d;
    return result;
end
$$;
comment on function share.thumbnail_set is 'Shows an image of one''s own as the thumbnail of a file: one that was uploaded by share.attachment_begin() and stands here by its token. It goes before the thumbnail that share.origin_put() has, which stays; a segment with a thumbnail of its own keeps that. For editors. Errors: 22023 (also without a token), 42501, PT401, PT404.';
