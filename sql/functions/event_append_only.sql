create function share.event_append_only()
returns trigger
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    rest record;
begin
    -- The one change that is let pass can only take personal data away: whoever makes it gains nothing by it.
    if tg_op = 'UPDATE' and old.recipient_id is not null then
        rest := new;
        rest.actor := old.actor;
        rest.address := old.address;
        rest.detail := old.detail;
        if rest is not distinct from old
            and (new.actor is null or new.actor = old.actor)
            and (new.address is null or new.address = old.address)
            and (new.detail = share.event_detail_redacted(old.detail) or new.detail = old.detail)
        then
            return new;
        end if;
    end if;
    perform share.refuse('42501', 'events are append-only', '', 'old months go by share.event_maintain(), a recipient''s data by share.event_redact()');
    return null;
end
$$;
comment on function share.event_append_only is 'Internal. Trigger: refuses with 42501 to change or delete an event, but to take personal data from one of a recipient.';
