create function share.share_living(account_id uuid, id uuid)
returns share.share_state
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    state share.share_state;
begin
    select share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, statement_timestamp())
    into state
    from share.share s
    where s.account_id = share_living.account_id and s.share_id = share_living.id and not s.is_deleted
    for no key update;
    if not found then
        perform share.authorize(null, 'editor', 'share', id::text);
    elsif state in ('revoked', 'expired') then
        perform share.refuse('PT410', 'the share has ended', format('id: %s, state: %s', id, state), 'create a new share');
    end if;
    return state;
end
$$;
comment on function share.share_living is 'Internal. Locks a share that has not ended and gives its state. Errors: PT404, PT410 (revoked or expired).';
