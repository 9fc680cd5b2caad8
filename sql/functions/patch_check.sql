create function share.patch_check(patch jsonb, accepted text[])
returns void
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    perform share.keys_check('patch', patch, accepted);
end
$$;
comment on function share.patch_check is 'Internal. Refuses with 22023 a patch that is no object or has other keys than the accepted ones.';
