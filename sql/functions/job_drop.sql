create function share.job_drop(id uuid, account_id uuid default null)
returns share.deleted_object
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    job_kind text;
    job_share uuid;
    job_state text;
begin
    perform share.ready();
    account := share.job_account(id, account_id);
    delete from share.job j where j.account_id = account and j.job_id = job_drop.id
    returning j.kind, j.share_id, j.state into job_kind, job_share, job_state;
    if not found then
        perform share.authorize(null, 'admin', 'job', id::text);
    end if;
    perform share.event_add(account, job_share, 'job.dropped', jsonb_build_object('job_id', id, 'kind', job_kind, 'state', job_state));
    return row(id, 'job')::share.deleted_object;
end
$$;
comment on function share.job_drop is 'Forgets a job, whatever its state; a worker that has it is told with PT404. For admins and owners. Errors: 22023, 42501, PT401, PT404.';
