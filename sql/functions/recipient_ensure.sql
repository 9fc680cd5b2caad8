create function share.recipient_ensure(account_id uuid, share_id uuid, recipient jsonb)
returns uuid
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    existing uuid;
begin
    select r.recipient_id into existing
    from share.recipient r
    where r.account_id = recipient_ensure.account_id and r.share_id = recipient_ensure.share_id and r.revoked_at is null
        and (r.user_id = recipient ->> 'user_id' or lower(r.email) = lower(recipient ->> 'email'))
    order by (r.user_id = recipient ->> 'user_id') desc nulls last
    limit 1;
    return coalesce(existing, share.recipient_insert(account_id, share_id, jsonb_strip_nulls(recipient)));
end
$$;
comment on function share.recipient_ensure is 'Internal. The recipient of this user or mail address, added if the share has none. For a share that the caller holds locked. Errors: as share.recipient_insert.';
