create function share.job_maintain(keep interval default '30 days', max_jobs integer default 100000)
returns integer
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    gone integer;
begin
    perform share.ready();
    perform share.authorize_operator();
    perform share.require_argument('keep', keep is null);
    perform share.require_argument('max_jobs', max_jobs is null);
    if keep < interval '0' or max_jobs < 1 then
        perform share.refuse('22023', 'an argument is out of range', format('keep: %s, max_jobs: %s', keep, max_jobs), 'keep is not negative, max_jobs at least 1');
    end if;
    delete from share.job j
    using (
        select o.account_id, o.job_id from share.job o
        where o.state = 'done' and o.finished_at < statement_timestamp() - keep
        order by o.finished_at
        limit max_jobs
        for update skip locked
    ) o
    where j.account_id = o.account_id and j.job_id = o.job_id;
    get diagnostics gone = row_count;
    -- What codes for mail addresses have counted is over.
    delete from share.email_code c where c.sent_at < statement_timestamp() - interval '1 day';
    delete from share.email_code_count c where c.counted_from < statement_timestamp() - interval '1 hour';
    return gone;
end
$$;
comment on function share.job_maintain is 'Forgets jobs that were done longer ago than keep, at most max_jobs of them; returns how many. Forgets also the mail addresses that were sent codes a day ago. Dead ones stay until share.job_drop(). For operators, to be called now and then. Errors: 22023, 42501, PT401.';
