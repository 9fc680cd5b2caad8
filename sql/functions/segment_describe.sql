create function share.segment_describe(account_id uuid, ids uuid[])
returns setof share.segment_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select g.file_segment_id, g.account_id, g.file_id, g.start_time, g.end_time, g.metadata, g.created_at
    from unnest(ids) with ordinality t(id, ordinality)
    cross join lateral (select r.* from share.segment r where r.account_id = segment_describe.account_id and r.file_segment_id = t.id limit 1) g
    order by t.ordinality;
end
$$;
comment on function share.segment_describe is 'Internal. The segments of an account with these ids, in their order.';
