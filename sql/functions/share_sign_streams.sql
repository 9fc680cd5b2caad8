create function share.share_sign_streams(ids uuid[], client_address inet default null, at timestamptz default null, account_id uuid default null)
returns setof share.signed_url
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
-- Many rows are joined as the sizes of the tables want it, and handed back in the memory.
set enable_seqscan = on
set work_mem = '64MB'
as $$
begin
    perform share.ready();
    if cardinality(ids) >= 1000 then
        return query execute share.share_sign_query() using ids, 'stream', share.sign_time(at), host(client_address), account_id, share.signing_caller();
    else
        return query select d.* from share.share_sign_set(ids, 'stream', at, client_address, account_id) d;
    end if;
end
$$;
comment on function share.share_sign_streams is 'Signs the stream URLs of many shares in one go, in the order of ids; those that are missing or not the caller''s drop out, those with nothing to stream have a null url. client_address binds the URLs to an address, where the delivery''s scheme can. at is for operators. Errors: 22023, 42501, PT401.';
