create function share.slug_take(account_id uuid, id uuid, slug text)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    wanted text;
begin
    if slug is not null then
        wanted := share.slug_normal(slug);
        insert into share.slug (slug, skeleton, account_id, share_id)
        values (wanted, share.slug_skeleton(wanted), slug_take.account_id, slug_take.id)
        on conflict do nothing;
        if not found then
            -- One's own comes back; whose another is, is not told.
            update share.slug g set ends_at = null
            where g.slug = wanted and g.account_id = slug_take.account_id and g.share_id = slug_take.id;
            if not found then
                perform share.refuse('23505', 'the slug is taken, or looks like one that is', 'slug: ' || wanted, 'choose another one', 'slug_pkey', 'slug');
            end if;
        end if;
    end if;
    update share.share s set slug = wanted, updated_at = statement_timestamp()
    where s.account_id = slug_take.account_id and s.share_id = slug_take.id;
end
$$;
comment on function share.slug_take is 'Internal. Gives a share its address, null for its id; the old one goes on leading there. Errors: 22023, 23505 (slug_pkey).';
