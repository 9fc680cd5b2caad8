create function share.delivery_patch_check(account_id uuid, patch jsonb)
returns void
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    use text;
    chosen text;
begin
    foreach use in array array['stream', 'download', 'preview'] loop
        chosen := share.patch_text(patch, use || '_delivery', null);
        if chosen is not null and not exists (
            select from share.delivery d
            where d.account_id = delivery_patch_check.account_id and d.name = chosen and use = any (d.uses)
        ) then
            perform share.refuse('22023', 'no such delivery for this use', format('%s_delivery: %s', use, left(chosen, 100)),
                format('name a delivery of the account whose uses have %s', use));
        end if;
    end loop;
end
$$;
comment on function share.delivery_patch_check is 'Internal. Refuses with 22023 a patch that names a delivery which is not the account''s or does not serve the use.';
