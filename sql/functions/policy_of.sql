create function share.policy_of(account_id uuid, drive_id uuid)
returns jsonb
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return (
        select a.policy || d.policy
        from share.account a
        join share.drive d on d.account_id = a.account_id and d.drive_id = policy_of.drive_id
        where a.account_id = policy_of.account_id
    );
end
$$;
comment on function share.policy_of is 'Internal. The policy for a drive: its own keys go before the account''s.';
