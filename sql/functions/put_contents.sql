create function share.put_contents(given jsonb, file_id uuid)
returns uuid[]
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if given is null or jsonb_typeof(given) = 'null' then
        return '{}';
    elsif jsonb_typeof(given) <> 'array' or jsonb_array_length(given) > 1000 then
        perform share.refuse('22023', 'a value is no list of at most 1000 files', 'sharedContents: ' || jsonb_typeof(given), 'null or an empty list for none');
    end if;
    return array(
        select d.wanted
        from (
            select c.wanted, min(c.n) as n
            from (
                select coalesce(e.value ->> 'id', e.value #>> '{}')::uuid as wanted, e.n
                from jsonb_array_elements(given) with ordinality e(value, n)
            ) c
            where c.wanted is distinct from put_contents.file_id
            group by c.wanted
        ) d
        order by d.n
    );
end
$$;
comment on function share.put_contents is 'Internal. The files of a configuration beside the share''s own, once each and in order. Errors: 22023, 22P02.';
