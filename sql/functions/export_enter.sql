create function share.export_enter(
    export_token text,
    file_id uuid,
    what text,
    needed share.member_role,
    permission text,
    visit_token text,
    context jsonb,
    drive_id uuid default null,
    account_id uuid default null
)
returns share.file_access
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    named uuid := share.token_read(export_token, 'export', statement_timestamp());
    held record;
    may boolean;
    result share.file_access;
begin
    if export_token is null then
        return share.file_enter(file_id, needed, permission, visit_token, context, drive_id, account_id);
    end if;
    perform share.require_argument('file_id', file_id is null);
    if visit_token is not null then
        perform share.refuse('22023', 'an export token stands for a visit', '', 'give one of the two');
    end if;
    select g.* into held
    from share.export_grant g
    where g.export_id = named and g.file_id = export_enter.file_id and g.what = export_enter.what and g.expires_at > statement_timestamp()
        and (export_enter.account_id is null or g.account_id = export_enter.account_id);
    if not found then
        perform share.refuse('PT401', 'the export token does not count', 'file: ' || file_id, 'share.export_token_issue() makes another');
    end if;
    if held.visit_id is not null then
        return share.file_enter(file_id, needed, permission, share.token_issue(share.token_key(), 'visit', held.visit_id, held.expires_at), context,
            drive_id, held.account_id);
    end if;
    -- Who may no longer what he was allowed is not helped by a token.
    may := case held.actor_kind
        when 'user' then exists (
            select from share.member m where m.account_id = held.account_id and m.user_id = held.actor and m.role >= needed
        )
        when 'api_key' then exists (
            select from share.api_key k
            where k.account_id = held.account_id and k.prefix = held.actor and k.role >= needed and k.revoked_at is null
                and (k.expires_at is null or k.expires_at > statement_timestamp())
        )
        else true end;
    if not may then
        perform share.refuse('PT401', 'the export token does not count', 'file: ' || file_id, 'share.export_token_issue() makes another');
    end if;
    select f.drive_id into result.drive_id
    from share.file f
    where f.account_id = held.account_id and f.file_id = export_enter.file_id and not f.is_deleted;
    if not found or drive_id <> result.drive_id then
        perform share.refuse('PT404', 'file not found', format('id: %s, drive_id: %s', file_id, coalesce(drive_id::text, 'any')));
    end if;
    result.account_id := held.account_id;
    result.file_id := file_id;
    result.shown := '{[0,)}';
    result.is_member := true;
    result.actor_kind := held.actor_kind;
    result.actor := held.actor;
    return result;
end
$$;
comment on function share.export_enter is 'Internal. The way to an export: by a token of share.export_token_issue() for this file and kind of export, whoever brings it, or else as share.file_enter(). Errors: as share.file_enter; PT401 for a token that does not count.';
