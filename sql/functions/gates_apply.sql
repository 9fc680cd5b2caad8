create function share.gates_apply(account_id uuid, id uuid, patch jsonb, policy jsonb)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
-- A plan made for the values would hold them, and a logged plan the password.
set plan_cache_mode = force_generic_plan
as $$
declare
    word text;
    counted text;
    most integer;
    touched boolean := false;
begin
    if patch ? 'password' then
        -- In the order of share.password_attempt(): the tries before the hash.
        perform share.password_tries_clear(account_id, id);
        if jsonb_typeof(patch -> 'password') = 'null' then
            if (policy -> 'password_required')::boolean then
                perform share.refuse('22023', 'the policy asks for a password', '', 'give a new password instead of none');
            end if;
            delete from share.share_password p where p.account_id = gates_apply.account_id and p.share_id = gates_apply.id;
        else
            word := share.password_check(share.patch_text(patch, 'password', null));
            insert into share.share_password (account_id, share_id, hash)
            values (gates_apply.account_id, gates_apply.id, share.password_hash(word))
            on conflict on constraint share_password_pkey do update set hash = excluded.hash, updated_at = statement_timestamp();
        end if;
        -- Who knew the old one has to give the new one.
        update share.visit v set unlocked = false where v.account_id = gates_apply.account_id and v.share_id = gates_apply.id and v.unlocked;
    end if;
    foreach counted in array '{opens,plays,downloads}'::text[] loop
        continue when not patch ? ('max_' || counted);
        most := share.patch_text(patch, 'max_' || counted, null, 'number')::integer;
        if most is null then
            delete from share.cap c where c.account_id = gates_apply.account_id and c.share_id = gates_apply.id and c.kind = counted;
        elsif most <= 0 then
            perform share.refuse('22023', 'a cap must be positive', format('max_%s: %s', counted, most), 'null takes the cap away');
        else
            -- What happened before there was a cap counts too.
            insert into share.cap as c (account_id, share_id, kind, maximum, used)
            select gates_apply.account_id, gates_apply.id, counted, most, count(*)
            from share.visit v
            where v.account_id = gates_apply.account_id and v.share_id = gates_apply.id and not v.is_bot
                and case counted when 'opens' then v.opened_at when 'plays' then v.played_at else v.downloaded_at end is not null
            on conflict on constraint cap_pkey do update set maximum = excluded.maximum;
        end if;
        touched := touched or counted = 'opens';
    end loop;
    if patch ? 'slug' then
        perform share.slug_take(account_id, id, share.patch_text(patch, 'slug', null));
    end if;
    update share.share s
    set permissions = case when patch ? 'permissions' then share.patch_texts(patch, 'permissions') else s.permissions end,
        restrictions = case when patch ? 'restrictions' then share.restrictions_check(nullif(patch -> 'restrictions', 'null')) else s.restrictions end,
        recipients_only = coalesce(share.patch_text(patch, 'recipients_only', s.recipients_only::text, 'boolean')::boolean, false),
        prove_email = coalesce(share.patch_text(patch, 'prove_email', s.prove_email::text, 'boolean')::boolean, false),
        email_domains = case when patch ? 'email_domains' then share.email_domains_check(share.patch_texts(patch, 'email_domains')) else s.email_domains end,
        terms = share.text_check('terms', share.patch_text(patch, 'terms', s.terms), 100000),
        terms_version = share.text_check('terms_version', share.patch_text(patch, 'terms_version', s.terms_version), 100),
        watermark = share.text_check('watermark', share.patch_text(patch, 'watermark', s.watermark), 200),
        follow_stack = share.patch_text(patch, 'follow_stack', s.follow_stack::text, 'boolean')::boolean,
        has_password = case when patch ? 'password' then word is not null else s.has_password end,
        exhausted_at = case when not touched then s.exhausted_at else (
            select coalesce(s.exhausted_at, statement_timestamp())
            from share.cap c
            where c.account_id = s.account_id and c.share_id = s.share_id and c.kind = 'opens' and c.used >= c.maximum
        ) end,
        updated_at = statement_timestamp()
    where s.account_id = gates_apply.account_id and s.share_id = gates_apply.id;
end
$$;
comment on function share.gates_apply is 'Internal. Sets the gates of a share that the caller holds locked, by a patch of password, permissions, restrictions, max_opens, max_plays, max_downloads, recipients_only, prove_email, email_domains, terms, terms_version, watermark, slug, follow_stack. Errors: 22023, 23505 (slug_pkey, slug_skeleton_key), 23514, PT413.';
