create function share.share_list_json(
    account_id uuid default null,
    file_id uuid default null,
    file_segment_id uuid default null,
    visibility share.visibility default null,
    created_before date default null,
    created_after date default null,
    "limit" integer default 20,
    "offset" integer default 0
)
returns jsonb
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    conditions text;
    rows_wanted integer;
    total bigint;
    accounts uuid[];
    ids uuid[];
begin
    perform share.ready();
    account := share.share_list_account(account_id, file_id, file_segment_id);
    rows_wanted := share.page_limit("limit");
    if "offset" < 0 then
        perform share.refuse('22023', 'offset is negative', format('offset: %s', "offset"), 'offset counts from 0');
    end if;
    conditions := share.share_list_conditions(account, file_id, file_segment_id, null, visibility, null, created_before, created_after);
    execute 'select count(*) from share.share s where ' || conditions
    into total
    using account, file_id, file_segment_id, null::text, visibility, null::share.share_state, created_before, created_after;
    execute 'select array_agg(p.account_id order by p.created_at desc, p.share_id desc), array_agg(p.share_id order by p.created_at desc, p.share_id desc)
        from (select s.account_id, s.created_at, s.share_id from share.share s where ' || conditions
        || ' order by s.created_at desc, s.share_id desc limit $9 offset $10) p'
    into accounts, ids
    using account, file_id, file_segment_id, null::text, visibility, null::share.share_state, created_before, created_after,
        rows_wanted, coalesce("offset", 0);
    return jsonb_build_object(
        'object', 'list',
        'data', coalesce((
            select jsonb_agg(share.to_json(d) order by d.created_at desc, d.id desc)
            from share.share_describe(accounts, ids, '{stream,download,preview}', statement_timestamp()) d
        ), '[]'),
        'total', total,
        'limit', rows_wanted,
        'offset', coalesce("offset", 0)
    );
end
$$;
comment on function share.share_list_json is 'The list of the public contract: object, data, total, limit, offset. The exact total and the offset cost time that grows with the number of shares; share.share_list() pages without. Errors: as share.share_list.';
