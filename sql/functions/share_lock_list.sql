create function share.share_lock_list(
    id uuid default null,
    account_id uuid default null,
    "limit" integer default 20
)
returns setof share.share_lock
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
begin
    perform share.ready();
    account := case when id is not null then share.share_account(id, account_id, 'editor') else share.account_of_call(account_id) end;
    if account is not null then
        perform share.authorize(account, 'editor', 'account', account::text);
    end if;
    return query
    select t.share_id, t.account_id, t.address, t.failures, t.locked_until, t.tried_at
    from share.password_try t
    where (account is null or t.account_id = account)
        and case when share_lock_list.id is null then t.locked_until > statement_timestamp() else t.share_id = share_lock_list.id end
    order by t.locked_until desc nulls last, t.share_id, t.address
    limit share.page_limit("limit");
end
$$;
comment on function share.share_lock_list is 'Lists what is locked by wrong passwords, longest first; of one share also the tries that have not locked yet. Errors: 22023, 42501, PT401, PT404.';
