create function share.share_address(account_id uuid, id uuid)
returns text
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return (select coalesce(s.slug, s.share_id::text) from share.share s where s.account_id = share_address.account_id and s.share_id = share_address.id);
end
$$;
comment on function share.share_address is 'Internal. The address of a share: its slug, else its id.';
