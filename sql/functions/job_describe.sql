create function share.job_describe(accounts uuid[], ids uuid[])
returns setof share.job_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select j.job_id, nullif(j.account_id, '00000000-0000-0000-0000-000000000000'), j.share_id, j.kind, j.state, j.attempts, j.max_attempts,
        j.run_at, j.lease_until, j.worker, j.last_error, j.result, j.created_at, j.finished_at,
        j.payload || coalesce((select jsonb_object_agg(h.key, 'hidden') from unnest('{code,link,question,history}'::text[]) h(key) where j.payload ? h.key), '{}')
    from unnest(accounts, ids) with ordinality t(account_id, job_id, ordinality)
    cross join lateral (select r.* from share.job r where r.account_id = t.account_id and r.job_id = t.job_id limit 1) j
    order by t.ordinality;
end
$$;
comment on function share.job_describe is 'Internal. The jobs of these accounts and ids in their order, without the codes, links and questions in their payloads.';
