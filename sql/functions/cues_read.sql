create function share.cues_read(name text, cues jsonb, speakers boolean, duration numeric)
returns table (ordinal integer, start_ms integer, end_ms integer, speaker text, said text)
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    -- Milliseconds of the file, or what an integer holds.
    last_ms constant numeric := least(floor(coalesce(duration, 'Infinity') * 1000), 2147483647);
    accepted constant text[] := case when speakers then '{start_ms,end_ms,speaker,text}'::text[] else '{start_ms,end_ms,text}' end;
    bad record;
begin
    if jsonb_typeof(cues) is distinct from 'array' then
        perform share.refuse('22023', 'not an array of objects', 'argument: ' || name);
    elsif jsonb_array_length(cues) > 100000 then
        perform share.refuse('PT413', 'an array is too long', format('%s: %s elements', name, jsonb_array_length(cues)), 'at most 100000 elements');
    end if;
    select e.place, e.unknown into bad
    from (
        select e.place, case when jsonb_typeof(e.cue) <> 'object' then 'no object'
            else (select min(k) from jsonb_object_keys(case when jsonb_typeof(e.cue) = 'object' then e.cue else '{}' end) k where k <> all (accepted)) end as unknown
        from jsonb_array_elements(cues) with ordinality e(cue, place)
    ) e
    where e.unknown is not null
    order by e.place
    limit 1;
    if found then
        perform share.refuse('22023', 'not an array of objects with these keys', format('argument: %s, element %s: %s', name, bad.place, left(bad.unknown, 100)),
            'accepted: ' || array_to_string(accepted, ', '));
    end if;
    select p.place, p.reason into bad
    from (
        select c.place, case
            when c.s is null or c.n is null or c.said is null then 'lacks start_ms, end_ms or text'
            when c.s < 0 then 'begins before the file'
            when c.n <= c.s then 'ends before it has begun'
            when c.s >= last_ms then 'begins behind the end of the file'
            when lead(c.s) over (order by c.s, c.n, c.place) = c.s then 'begins together with another' end as reason
        from (
            select e.place, round((e.cue ->> 'start_ms')::numeric) as s, round((e.cue ->> 'end_ms')::numeric) as n, e.cue ->> 'text' as said
            from jsonb_array_elements(cues) with ordinality e(cue, place)
        ) c
    ) p
    where p.reason is not null
    order by p.place
    limit 1;
    if found then
        perform share.refuse('22023', 'a cue cannot be shown', format('argument: %s, element %s: it %s', name, bad.place, bad.reason),
            'a cue lasts at least a millisecond and begins within the file, and no two begin together; nothing was stored');
    end if;
    return query
    select (row_number() over w)::integer, c.s::integer, least(c.n, lead(c.s) over w, last_ms)::integer, c.speaker, c.said
    from (
        select round((e.cue ->> 'start_ms')::numeric) as s, round((e.cue ->> 'end_ms')::numeric) as n, nullif(btrim(e.cue ->> 'speaker'), '') as speaker,
            e.cue ->> 'text' as said
        from jsonb_array_elements(cues) e(cue)
    ) c
    window w as (order by c.s);
end
$$;
comment on function share.cues_read is 'Internal. What is said, from jsonb, in the order of time. The rule for times: a cue ends at the latest where the next begins and where the file ends; one that ends before it has begun, begins behind the file''s end or together with another is refused, and all with it. Errors: 22023 with the element, 22P02, PT413.';
