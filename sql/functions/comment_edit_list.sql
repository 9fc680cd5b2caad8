create function share.comment_edit_list(
    file_id uuid,
    comment_id uuid,
    drive_id uuid default null,
    account_id uuid default null
)
returns setof share.comment_edit_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
begin
    perform share.ready();
    perform share.require_argument('comment_id', comment_id is null);
    access := share.file_enter(file_id, 'viewer', 'comments_view', null, '{}', drive_id, account_id);
    perform share.comment_find(access, comment_id, null, '{}');
    return query
    select e.edit_id, e.comment_id, e.content, e.at_seconds, e.duration_seconds, e.is_public, e.editor_kind, e.editor, e.editor_name, e.edited_at
    from share.comment_edit e
    where e.account_id = access.account_id and e.comment_id = comment_edit_list.comment_id
    order by e.edit_id;
end
$$;
comment on function share.comment_edit_list is 'Lists what a comment was before each of its changes, oldest first. For members alone: it may have been internal. Errors: 22023, 42501, PT401, PT404.';
