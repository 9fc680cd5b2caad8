create function share.job_held(id uuid, worker text, account_id uuid)
returns uuid
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    account uuid;
    job_state text;
    holder text;
begin
    perform share.require_argument('id', id is null);
    perform share.require_argument('worker', worker is null);
    select j.account_id, j.state, j.worker into account, job_state, holder
    from share.job j
    where j.job_id = job_held.id and (job_held.account_id is null or j.account_id = job_held.account_id)
    for no key update;
    if account is null then
        perform share.refuse('PT404', 'job not found', 'id: ' || id);
    elsif job_state <> 'running' or holder <> worker then
        perform share.refuse('PT410', 'the lease is over', format('id: %s, state: %s', id, job_state), 'leave the job alone: someone else has it, or it has ended');
    end if;
    return account;
end
$$;
comment on function share.job_held is 'Internal. Locks a job that this worker has and returns its account. A lease that has ended counts until someone else takes the job. Errors: 22023, PT404, PT410.';
