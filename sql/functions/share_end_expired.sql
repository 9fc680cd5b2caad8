create function share.share_end_expired(account_id uuid, id uuid)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    ended record;
begin
    update share.share s
    set ended_at = least(s.exhausted_at, s.expires_at, statement_timestamp()), updated_at = statement_timestamp()
    where s.account_id = share_end_expired.account_id and s.share_id = share_end_expired.id
        and s.ended_at is null and (s.expires_at <= statement_timestamp() or s.exhausted_at is not null)
    returning s.expires_at, s.exhausted_at into ended;
    if found then
        perform share.event_add(account_id, id, 'share.expired', jsonb_build_object('expires_at', ended.expires_at, 'exhausted_at', ended.exhausted_at));
    end if;
end
$$;
comment on function share.share_end_expired is 'Internal. Takes the slot from a share that has expired or is exhausted, unless someone else did or prolonged it.';
