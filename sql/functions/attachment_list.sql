create function share.attachment_list(
    file_id uuid,
    comment_id uuid,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns setof share.attachment_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
begin
    perform share.ready();
    perform share.require_argument('comment_id', comment_id is null);
    access := share.file_enter(file_id, 'viewer', 'comments_view', visit_token, context, drive_id, account_id);
    perform share.comment_find(access, comment_id, visit_token, context);
    return query
    select d.*
    from share.attachment_describe(access, context, array(
        select a.attachment_id
        from share.comment_attachment a
        where a.account_id = access.account_id and a.comment_id = attachment_list.comment_id and (access.is_member or a.state = 'uploaded')
        order by a.attachment_id
    )) d;
end
$$;
comment on function share.attachment_list is 'Lists what hangs on a comment, each with a signed URL that offers it for download under its name, as long as a download of a private share. Members also see what is still pending. Errors: 22023, 42501, PT401, PT404, and as a visit gives them PT410, PT429.';
