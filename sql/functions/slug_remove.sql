create function share.slug_remove(slug text, account_id uuid default null)
returns share.slug_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    held record;
begin
    perform share.ready();
    perform share.require_argument('slug', slug is null);
    select g.account_id, g.share_id, g.slug, g.created_at into held
    from share.slug g
    where g.slug = lower(normalize(slug_remove.slug)) and (slug_remove.account_id is null or g.account_id = slug_remove.account_id);
    perform share.authorize(held.account_id, 'editor', 'slug', left(slug, 100));
    update share.share s set slug = null, updated_at = statement_timestamp()
    where s.account_id = held.account_id and s.share_id = held.share_id and s.slug = held.slug;
    delete from share.slug g where g.slug = held.slug and g.account_id = held.account_id;
    perform share.event_add(held.account_id, held.share_id, 'share.slug_removed', jsonb_build_object('slug', held.slug));
    return row(held.slug, held.share_id, false, statement_timestamp(), held.created_at)::share.slug_details;
end
$$;
comment on function share.slug_remove is 'Takes a slug away from its share: it leads nowhere and is free. Errors: 22023, 42501, PT401, PT404.';
