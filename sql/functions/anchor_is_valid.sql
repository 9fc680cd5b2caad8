create function share.anchor_is_valid(anchor jsonb)
returns boolean
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if anchor is null then
        return true;
    elsif jsonb_typeof(anchor) <> 'object' or anchor - '{x,y,width,height,page}'::text[] <> '{}' or not anchor ?& '{x,y}' or (anchor ? 'width') <> (anchor ? 'height') then
        return false;
    end if;
    return not exists (
        select from jsonb_each(anchor) a
        where case
            when jsonb_typeof(a.value) <> 'number' then true
            when a.key = 'page' then (a.value #>> '{}')::numeric not between 1 and 1000000 or (a.value #>> '{}')::numeric % 1 <> 0
            else (a.value #>> '{}')::numeric not between 0 and 1
        end
    )
    -- A box ends inside of the picture.
    and coalesce((anchor ->> 'width')::numeric, 0) + (anchor ->> 'x')::numeric <= 1
    and coalesce((anchor ->> 'height')::numeric, 0) + (anchor ->> 'y')::numeric <= 1;
end
$$;
comment on function share.anchor_is_valid is 'Internal. Whether this is where a comment points to: an object with x and y of a point, or of the upper left corner of a box with width and height, all as fractions from 0 to 1 of the picture, and if wanted page of a document from 1. Null is.';
