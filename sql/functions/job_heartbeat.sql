create function share.job_heartbeat(id uuid, worker text, lease interval default '5 minutes', account_id uuid default null)
returns timestamptz
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    leased_until timestamptz;
begin
    perform share.ready();
    perform share.authorize_worker();
    leased_until := share.job_lease_end(lease);
    account := share.job_held(id, worker, account_id);
    update share.job j set lease_until = leased_until where j.account_id = account and j.job_id = job_heartbeat.id;
    return leased_until;
end
$$;
comment on function share.job_heartbeat is 'Renews the lease of a job that the worker has, from now on; returns its end. PT410 tells that someone else has it by now: stop. For workers. Errors: 22023, 25006, 42501, PT404, PT410.';
