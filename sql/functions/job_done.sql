create function share.job_done(id uuid, worker text, result jsonb default null, account_id uuid default null)
returns share.job_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    details share.job_details;
begin
    perform share.ready();
    perform share.authorize_worker();
    if octet_length(result::text) > 65536 then
        perform share.refuse('PT413', 'the result of a job is too large', format('bytes: %s', octet_length(result::text)), 'at most 65536 bytes as text');
    end if;
    account := share.job_held(id, worker, account_id);
    -- Addresses, codes and links of recipients have served.
    update share.job j
    set state = 'done', payload = '{}', result = job_done.result, lease_until = null, worker = null, finished_at = statement_timestamp()
    where j.account_id = account and j.job_id = job_done.id;
    select d.* into details from share.job_describe(array[account], array[id]) d;
    return details;
end
$$;
comment on function share.job_done is 'Ends a job that the worker has as done, with a result if there is one; its payload is forgotten. For workers. Errors: 22023, 25006, 42501, PT404, PT410 (the lease is over), PT413.';
