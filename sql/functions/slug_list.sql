create function share.slug_list(id uuid, account_id uuid default null)
returns setof share.slug_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    account := share.share_account(id, account_id, 'viewer');
    return query
    select g.slug, g.share_id, g.slug = s.slug and g.slug is not null, g.ends_at, g.created_at
    from share.slug g
    join share.share s on s.account_id = g.account_id and s.share_id = g.share_id
    where g.account_id = account and g.share_id = slug_list.id
    order by g.created_at desc, g.slug;
end
$$;
comment on function share.slug_list is 'Lists the slugs that lead or led to a share, newest first. Errors: 22023, PT401, PT404.';
