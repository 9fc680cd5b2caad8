create function share.file_sign_source(
    file_id uuid,
    name text default null,
    collection_id uuid default null,
    export_token text default null,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns share.signed_url
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    held record;
begin
    perform share.ready();
    if export_token is not null then
        access := share.export_enter(export_token, file_id, 'source', 'viewer', 'download', visit_token, context, drive_id, account_id);
    else
        access := share.file_enter(file_id, 'viewer', 'download', visit_token, context, drive_id, account_id);
    end if;
    if collection_id is not null and collection_id is distinct from access.share_id then
        select s.permissions,
            share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, statement_timestamp()) as state
        into held
        from share.share s
        where s.account_id = access.account_id and s.share_id = collection_id and not s.is_deleted and access.share_id is null;
        if not found or not exists (select from share.visit_targets(access.account_id, collection_id, file_id)) then
            perform share.refuse('PT404', 'share not found', 'id: ' || collection_id, 'collection_id is a share that shows the file');
        elsif held.state <> 'active' then
            perform share.visit_raise(held.state::text);
        elsif 'download' <> all (held.permissions) then
            perform share.refuse('42501', 'the share does not permit this', 'needed: download', 'an editor of the account can give the share this permission');
        end if;
        access.share_id := collection_id;
        access.shown := (
            select range_agg(numrange(t.start_time, t.end_time)) from share.visit_targets(access.account_id, collection_id, file_sign_source.file_id) t
        );
    end if;
    return share.file_download_sign(access, context, 'source', name, true, null);
end
$$;
comment on function share.file_sign_source is 'Signs the URL of a file''s source, saved as name. collection_id is a share by which the URL is to be authorised in place of the caller''s own right: it names that share and ends with it. export_token (share.export_token_issue(), source) serves in place of a login or a visit. Errors: 22023, 42501 (also a cap on downloads), PT401, PT404, PT410, PT429.';
