create function share.origin_list(file_id uuid, file_segment_id uuid default null, account_id uuid default null)
returns setof share.origin_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
begin
    perform share.ready();
    perform share.require_argument('file_id', file_id is null);
    account := share.file_account(file_id, account_id, 'viewer');
    return query
    select d.*
    from share.origin_describe(account, array(
        select o.origin_id
        from share.origin o
        where o.account_id = account and o.file_id = origin_list.file_id
            and (origin_list.file_segment_id is null or o.file_segment_id = origin_list.file_segment_id)
        order by o.file_segment_id nulls first, o.kind
    )) d;
end
$$;
comment on function share.origin_list is 'Lists the origins of a file and its segments, or of one segment. Errors: 22023, PT401, PT404.';
