create function share.link_share(link text, at timestamptz)
returns uuid
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    wanted text := left(link, 300);
begin
    if wanted ~* '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then
        return (select s.share_id from share.share s where s.share_id = wanted::uuid and (s.id_ends_at <= at) is not true);
    end if;
    return (select g.share_id from share.slug g where g.slug = lower(normalize(wanted)) and (g.ends_at <= at) is not true);
end
$$;
comment on function share.link_share is 'Internal. The share to which an address leads at a time: an id or a slug; null when none.';
