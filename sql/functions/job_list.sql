create function share.job_list(
    account_id uuid default null,
    state text default null,
    kind text default null,
    share_id uuid default null,
    "limit" integer default 20,
    cursor uuid default null
)
returns setof share.job_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    accounts uuid[];
    ids uuid[];
begin
    perform share.ready();
    account := share.account_of_call(account_id);
    if account is not null then
        perform share.authorize(account, 'admin', 'account', account::text);
    end if;
    if state not in ('queued', 'running', 'done', 'dead') then
        perform share.refuse('22023', 'not a state of a job', 'state: ' || left(state, 100), 'queued, running, done or dead');
    end if;
    -- Ids are UUIDv7: their order is that of their making.
    execute 'select array_agg(p.account_id order by p.job_id desc), array_agg(p.job_id order by p.job_id desc)
        from (select j.account_id, j.job_id from share.job j where true'
        || case when account is not null then ' and j.account_id = $1' else '' end
        || case when state is not null then format(' and j.state = %L', state) else '' end
        || case when kind is not null then ' and j.kind = $2' else '' end
        || case when share_id is not null then ' and j.share_id = $3' else '' end
        || case when cursor is not null then ' and j.job_id < $4' else '' end
        || ' order by j.job_id desc limit $5) p'
    into accounts, ids
    using account, kind, share_id, cursor, share.page_limit("limit");
    return query select d.* from share.job_describe(accounts, ids) d;
end
$$;
comment on function share.job_list is 'Lists jobs, newest first, their payloads without codes and links; cursor is the id of the last row of the previous page. For admins and owners of the account; operators may leave it out. Errors: 22023, 42501, PT401, PT404.';
