create function share.file_by_path(
    drive_id uuid,
    path text,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns share.file_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    found_id uuid;
    named text := format('drive_id: %s, path: %s', drive_id, left(path, 1024));
begin
    perform share.ready();
    perform share.require_argument('drive_id', drive_id is null);
    perform share.require_argument('path', path is null);
    select f.file_id into found_id
    from share.drive d
    join share.file f on f.account_id = d.account_id and f.drive_id = d.drive_id and f.path = file_by_path.path and not f.is_deleted
    where d.drive_id = file_by_path.drive_id and (file_by_path.account_id is null or d.account_id = file_by_path.account_id)
        and (visit_token is not null or share.reads_account(d.account_id));
    if found_id is null and visit_token is null and (share.caller()).kind <> 'visitor' then
        perform share.refuse('PT404', 'file not found', named);
    end if;
    -- Also when there is none, so that it is no way to learn which paths there are.
    return share.file_shown(share.file_enter(coalesce(found_id, '00000000-0000-0000-0000-000000000000'), 'viewer', 'view', visit_token, context, drive_id, account_id, named));
end
$$;
comment on function share.file_by_path is 'Returns the file on a path of a drive, as share.file_get() does. Errors: 22023, PT401, PT404; through a share also 42501, PT410.';
