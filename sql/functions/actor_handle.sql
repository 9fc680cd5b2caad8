create function share.actor_handle(access share.file_access, kind text, actor text)
returns text
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if access.is_member or actor is null then
        return actor;
    end if;
    -- The id of the account, which is nobody's to know who comes through a share, keeps a user's id from being guessed.
    return encode(substr(sha256(convert_to(access.account_id::text || ' ' || kind || ' ' || actor, 'UTF8')), 1, 16), 'hex')::uuid::text;
end
$$;
comment on function share.actor_handle is 'Internal. By which id someone is told to a caller: to members as it is, since user ids may be mail addresses through a share by one that says nothing.';
