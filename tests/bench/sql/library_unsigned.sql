-- The very query of share.share_sign_streams(), whose rows are counted where they arise and where what would be signed is only looked at.
create function bench.unsigned_streams(ids uuid[])
returns bigint
language plpgsql
set enable_seqscan = on
set work_mem = '64MB'
as $$
declare
    query text := share.share_sign_query();
    unsigned text := replace(query, 'share.sign_url(', 'num_nonnulls(');
    result bigint;
begin
    if unsigned = query then
        raise 'nothing is signed in: %', query;
    end if;
    execute 'select least(count(u.url), count(u.ends)) from (' || unsigned || ') u(share_id, url, ends, cookie)' into result
    using ids, 'stream', statement_timestamp(), null::text, null::uuid, share.caller();
    return result;
end
$$;
