create function share.actor_handle(access share.file_access, kind text, actor text)
returns text
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    said bytea;
begin
    if access.is_member or actor is null then
        return actor;
    end if;
    said := convert_to(access.account_id::text || ' ' || kind || ' ' || actor, 'UTF8');
    -- What only the installation can compute, so that a user's id is not found by trying.
    return encode(substr(sha256(said || convert_to(coalesce(share.token_issue(share.token_key(), 'recipient', encode(substr(sha256(said), 1, 16), 'hex')::uuid, null), ''), 'UTF8')), 1, 16), 'hex')::uuid::text;
end
$$;
comment on function share.actor_handle is 'Internal. By which id someone is told to a caller: to members as it is, since user ids may be mail addresses through a share by one that says nothing.';
