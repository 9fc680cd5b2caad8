create function share.comment_find(
    access share.file_access,
    comment_id uuid,
    visit_token text,
    context jsonb,
    out thread_id uuid,
    out parent_id uuid,
    out is_public boolean,
    out is_own boolean
)
returns record
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
begin
    select c.thread_id, c.parent_id, c.is_public, c.author_kind = access.actor_kind and c.author = access.actor
    into thread_id, parent_id, is_public, is_own
    from share.comment c
    join share.comment root on root.account_id = c.account_id and root.comment_id = c.thread_id
    where c.account_id = access.account_id and c.file_id = access.file_id and c.comment_id = comment_find.comment_id and c.deleted_at is null
        and (access.is_member or c.is_public and root.is_public and share.comment_is_shown(access, root.at_seconds, root.duration_seconds, root.share_id));
    if not found then
        perform share.refuse('PT404', 'comment not found', 'id: ' || coalesce(comment_id::text, ''));
    end if;
    -- Who may write may not therefore read what others have written.
    if not access.is_member and not is_own then
        perform share.file_enter(access.file_id, 'viewer', 'comments_view', visit_token, context);
    end if;
end
$$;
comment on function share.comment_find is 'Internal. A living comment of a file that the caller may see; through a share another''s needs comments_view. Errors: 42501, PT404, and as share.file_enter.';
