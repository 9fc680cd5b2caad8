create function share.signing_key_line(kid text)
returns table (line_kid text, age integer)
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    with recursive line as (
        select signing_key_line.kid collate "C" as kid, 0 as age
        union all
        select k.kid, line.age + 1 from line join share.signing_key k on k.replaced_by = line.kid where line.age < 64
    )
    select line.kid, line.age from line;
end
$$;
comment on function share.signing_key_line is 'Internal. A key (age 0) and those that it has replaced, the younger ones first.';
