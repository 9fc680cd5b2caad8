create function share.event_append_only()
returns trigger
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
begin
    perform share.refuse('42501', 'events are append-only', '', 'old months go by dropping their partition');
    return null;
end
$$;
comment on function share.event_append_only is 'Internal. Trigger: refuses with 42501 to change or delete an event.';
