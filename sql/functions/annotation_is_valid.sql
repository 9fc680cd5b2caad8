create function share.annotation_is_valid(annotation jsonb)
returns boolean
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if annotation is null then
        return true;
    elsif jsonb_typeof(annotation) <> 'array' or octet_length(annotation::text) > 65536 or jsonb_array_length(annotation) not between 1 and 200 then
        return false;
    end if;
    -- One after the other: of what is no object, nothing more may be asked.
    return not exists (
        select from jsonb_array_elements(annotation) p(path)
        where case
            when jsonb_typeof(p.path) <> 'object' or p.path - '{tool,color,width,points}'::text[] <> '{}' then true
            when coalesce(p.path ->> 'tool' not in ('pen', 'line', 'arrow', 'rectangle', 'ellipse'), true) then true
            when coalesce(p.path ->> 'color' !~ '^#[0-9a-f]{6}$', true) then true
            when jsonb_typeof(p.path -> 'width') is distinct from 'number' then true
            when (p.path ->> 'width')::numeric not between 0.0001 and 1 then true
            when jsonb_typeof(p.path -> 'points') is distinct from 'array' then true
            when jsonb_array_length(p.path -> 'points') < 1 or p.path ->> 'tool' <> 'pen' and jsonb_array_length(p.path -> 'points') <> 2 then true
            else exists (
                select from jsonb_array_elements(p.path -> 'points') q(point)
                where case
                    when jsonb_typeof(q.point) <> 'array' then true
                    when jsonb_array_length(q.point) <> 2 then true
                    when jsonb_typeof(q.point -> 0) <> 'number' or jsonb_typeof(q.point -> 1) <> 'number' then true
                    else (q.point ->> 0)::numeric not between 0 and 1 or (q.point ->> 1)::numeric not between 0 and 1
                end
            )
        end
    );
end
$$;
comment on function share.annotation_is_valid is 'Internal. Whether this is what a comment draws: a list of 1 to 200 paths of at most 64 KiB as text, each with tool (pen, line, arrow, rectangle, ellipse), color (#rrggbb in lower case), width (of the pen, as a fraction of the picture) and points ([x, y] as fractions from 0 to 1; two of them, for a pen at least one). Null is.';
