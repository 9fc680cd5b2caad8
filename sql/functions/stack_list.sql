create function share.stack_list(
    stack_id uuid default null,
    directory_path text default null,
    file_id uuid default null,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns setof share.stacked_file
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    held record;
    folder text;
    wanted uuid := stack_id;
begin
    perform share.ready();
    if file_id is not null then
        if num_nonnulls(stack_id, directory_path) > 0 then
            perform share.refuse('22023', 'a stack is named in two ways', '', 'give file_id alone, or stack_id and directory_path');
        end if;
        access := share.file_enter(file_id, 'viewer', 'stack_view', visit_token, context, drive_id, account_id);
        select k.stack_id into wanted
        from share.stack_file k
        where k.account_id = access.account_id and k.file_id = access.file_id;
    else
        perform share.require_argument('stack_id', stack_id is null);
        perform share.require_argument('directory_path', directory_path is null);
        -- A member comes by the newest version, a visit by one that its share shows.
        if visit_token is null then
            select k.account_id, k.file_id into held
            from share.stack_file k
            where k.stack_id = stack_list.stack_id and (stack_list.account_id is null or k.account_id = stack_list.account_id)
            order by k.stack_number desc
            limit 1;
            perform share.authorize(held.account_id, 'viewer', 'stack', stack_id::text);
        else
            select k.account_id, k.file_id into held
            from share.visit v
            join share.stack_file k on k.account_id = v.account_id and k.stack_id = stack_list.stack_id
            where v.visit_id = share.token_read(visit_token, 'visit', statement_timestamp())
                and exists (select from share.visit_targets(v.account_id, v.share_id, k.file_id))
            order by k.stack_number desc
            limit 1;
        end if;
        -- Where there is none the gate answers all the same.
        access := share.file_enter(coalesce(held.file_id, stack_id), 'viewer', 'stack_view', visit_token, context, drive_id, account_id);
        select regexp_replace(f.path, '/[^/]*$', '') into folder
        from share.stack_file k
        join share.file f on f.account_id = k.account_id and f.file_id = k.file_id
        where k.account_id = access.account_id and k.stack_id = stack_list.stack_id
        order by k.stack_number desc
        limit 1;
        if folder is distinct from rtrim(directory_path, '/') then
            perform share.refuse('PT404', 'stack not found', format('id: %s, directory_path: %s', stack_id, left(directory_path, 200)),
                'directory_path is the folder in which the newest version lies');
        end if;
    end if;
    return query
    select k.stack_id, k.stack_number, k.stack_number = max(k.stack_number) over (), f.file_id, f.account_id, f.drive_id,
        case when access.is_member or 'metadata_view' = any (access.permissions) then f.path end, f.filename,
        f.media_type, f.mime_type, f.bytes, f.duration_seconds, f.status, f.created_at, f.updated_at
    from share.stack_file k
    join share.file f on f.account_id = k.account_id and f.file_id = k.file_id
    where k.account_id = access.account_id and k.stack_id = wanted
    order by k.stack_number;
end
$$;
comment on function share.stack_list is 'Lists the versions in a stack, the oldest first. A stack is named by its id and directory_path, the folder in which the newest lies, with or without a slash at the end; or by file_id, one of its files: then there is no row where that is in none. Through a share of one of them with the permission stack_view; it opens none of the others, and path is null unless it permits metadata_view. Errors: 22023, 42501, PT401, PT404 (also for another folder), PT410, PT429.';
