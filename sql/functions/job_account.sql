create function share.job_account(id uuid, account_id uuid)
returns uuid
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    account uuid;
begin
    perform share.require_argument('id', id is null);
    select j.account_id into account
    from share.job j
    where j.job_id = job_account.id and (job_account.account_id is null or j.account_id = job_account.account_id);
    perform share.authorize(account, 'admin', 'job', id::text);
    return account;
end
$$;
comment on function share.job_account is 'Internal. The account of a job, for its admins and owners. Errors: 22023, and as share.authorize.';
