create function share.job_retry(id uuid, account_id uuid default null)
returns share.job_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    job_kind text;
    job_share uuid;
    details share.job_details;
begin
    perform share.ready();
    account := share.job_account(id, account_id);
    update share.job j
    set state = 'queued', run_at = statement_timestamp(), max_attempts = j.attempts + 12, finished_at = null
    where j.account_id = account and j.job_id = job_retry.id and j.state = 'dead'
    returning j.kind, j.share_id into job_kind, job_share;
    if not found then
        perform share.refuse('55000', 'only a dead job can be retried', 'id: ' || id, 'share.job_get() shows its state');
    end if;
    perform pg_notify('pg_share_job', job_kind);
    perform share.event_add(account, job_share, 'job.retried', jsonb_build_object('job_id', id, 'kind', job_kind));
    select d.* into details from share.job_describe(array[account], array[id]) d;
    return details;
end
$$;
comment on function share.job_retry is 'Lets a job that was given up be tried again, now and up to twelve times. For admins and owners. Errors: 22023, 42501, 55000 (not dead), PT401, PT404.';
