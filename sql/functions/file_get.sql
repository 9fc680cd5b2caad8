create function share.file_get(
    id uuid,
    account_id uuid default null,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}'
)
returns share.file_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    return share.file_shown(share.file_enter(id, 'viewer', 'view', visit_token, context, drive_id, account_id));
end
$$;
comment on function share.file_get is 'Returns a file. A drive_id that is given must be the file''s. A visit sees it where its share shows it and permits view; path, external_id and metadata are null unless the share permits metadata_view, and the deliveries are not told. Errors: 22023, PT401, PT404; through a share also 42501, PT410.';
