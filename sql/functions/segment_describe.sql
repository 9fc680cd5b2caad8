create function share.segment_describe(account_id uuid, ids uuid[])
returns setof share.segment_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select g.file_segment_id, g.account_id, g.file_id, g.start_time, g.end_time, g.metadata, g.created_at
    from unnest(ids) with ordinality t(id, ordinality)
    join share.segment g on g.account_id = segment_describe.account_id and g.file_segment_id = t.id
    order by t.ordinality;
end
$$;
comment on function share.segment_describe is 'Internal. The segments of an account with these ids, in their order.';
