create function share.delivery_conflict(account_id uuid, name text, scheme text, base_url text)
returns void
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    existing text;
begin
    select d.name into existing
    from share.delivery d
    where d.account_id = delivery_conflict.account_id and d.name <> delivery_conflict.name
        and d.base_url = delivery_conflict.base_url and d.scheme = delivery_conflict.scheme;
    if existing is not null then
        perform share.refuse('23505', 'a delivery of this base URL and scheme exists already', 'existing name: ' || existing,
            'use that delivery, or share.delivery_update() it', 'delivery_base_url_key', 'delivery');
    end if;
    perform share.refuse('23505', 'a delivery of this name exists already', 'existing name: ' || name,
        'choose another name, or share.delivery_update() it', 'delivery_pkey', 'delivery');
end
$$;
comment on function share.delivery_conflict is 'Internal. Raises 23505 for a delivery that stands in the way of another.';
