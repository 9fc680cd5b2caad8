create function share.job_fail(id uuid, worker text, error text, retry boolean default true, account_id uuid default null)
returns share.job_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    again boolean;
    details share.job_details;
begin
    perform share.ready();
    perform share.authorize_worker();
    perform share.require_argument('error', error is null);
    perform share.require_argument('retry', retry is null);
    account := share.job_held(id, worker, account_id);
    select job_fail.retry and j.attempts < j.max_attempts into again
    from share.job j where j.account_id = account and j.job_id = job_fail.id;
    update share.job j
    set state = case when again then 'queued' else 'dead' end,
        -- Doubled each time: twelve attempts take 14 hours.
        run_at = case when again then statement_timestamp() + least(interval '30 seconds' * 2 ^ (least(j.attempts, 20) - 1), interval '6 hours') else j.run_at end,
        last_error = left(error, 2000), lease_until = null, worker = null,
        finished_at = case when not again then statement_timestamp() end
    where j.account_id = account and j.job_id = job_fail.id;
    select d.* into details from share.job_describe(array[account], array[id]) d;
    return details;
end
$$;
comment on function share.job_fail is 'Gives back a job that the worker has and could not do: it is due again after 30 seconds, after twice as long each further time up to 6 hours, and is dead without retry or after max_attempts. Only the first 2,000 characters of the error are kept; leave secrets out of it. For workers. Errors: 22023, 25006, 42501, PT404, PT410 (the lease is over).';
