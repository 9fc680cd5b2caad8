create function share.preview_list(
    file_id uuid,
    kind text default null,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns setof share.preview_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
begin
    perform share.ready();
    access := share.file_enter(file_id, 'viewer', 'view', visit_token, context, drive_id, account_id);
    return query select d.* from share.preview_sign(access, context, kind) d;
end
$$;
comment on function share.preview_list is 'Returns the images of a file, of one kind or all, by kind and second, each with a signed URL. A share of a segment shows those that lie in it, and no sheet that also holds others. Errors: 22023, 42501, PT401, PT404, PT410, PT429.';
