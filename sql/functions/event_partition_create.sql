create function share.event_partition_create(month date)
returns bigint
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    first_moment timestamptz := month::timestamp at time zone 'UTC';
    end_moment timestamptz := (month + interval '1 month') at time zone 'UTC';
    name text := 'event_' || to_char(month, 'YYYY_MM');
    moved bigint := 0;
begin
    -- A writer who has already chosen the default partition would be refused after the attaching: writers have to be through,
    -- or not to have begun.
    lock table only share.event in share row exclusive mode;
    lock table share.event_default in access exclusive mode;
    if exists (select from share.event_default e where e.at >= first_moment and e.at < end_moment) then
        -- Subscribers of a publication see rows go and come only in tables that are part of it, so the rows cannot be put
        -- into the new partition before it is attached. Nobody else sees or reaches the tables meanwhile.
        create table share.event_moving (like share.event);
        alter table share.event_default disable trigger event_append_only;
        with gone as (
            delete from share.event_default e where e.at >= first_moment and e.at < end_moment returning e.*
        )
        insert into share.event_moving select g.* from gone g;
        get diagnostics moved = row_count;
        alter table share.event_default enable trigger event_append_only;
    end if;
    execute format('create table share.%I (like share.event including defaults including constraints including comments)', name);
    execute format('alter table share.event attach partition share.%I for values from (%L) to (%L)', name, first_moment, end_moment);
    -- Read through the parent, whose policies count there.
    execute format('alter table share.%I enable row level security', name);
    execute format('create trigger event_keep before truncate on share.%I for each statement execute function share.event_append_only()', name);
    perform share.privileges_clear(array[to_regclass('share.' || name)::oid]);
    execute format('comment on table share.%I is %L', name, 'Events of ' || to_char(month, 'YYYY-MM') || ' (UTC).');
    execute format('comment on trigger event_keep on share.%I is %L', name, 'Refuses to empty the events.');
    if moved > 0 then
        insert into share.event select m.* from share.event_moving m;
        drop table share.event_moving;
    end if;
    return moved;
end
$$;
comment on function share.event_partition_create is 'Internal. Makes the partition of events for a month, given by its first day (UTC), and moves there what waits for it in the default partition; returns how many rows it moved.';
