create function share.comment_find_thread(access share.file_access, id uuid, out thread_id uuid)
returns uuid
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    select c.comment_id into thread_id
    from share.comment c
    where c.account_id = access.account_id and c.comment_id = comment_find_thread.id and c.is_listed
        and (access.is_member or c.is_listed_public and share.comment_is_shown(access, c.at_seconds, c.duration_seconds, c.share_id));
end
$$;
comment on function share.comment_find_thread is 'Internal. The first comment of a thread if lists show it to the caller, otherwise null.';
