create function share.patch_metadata(patch jsonb, kept jsonb)
returns jsonb
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if not patch ? 'metadata' then
        return kept;
    end if;
    return share.metadata_check(case when jsonb_typeof(patch -> 'metadata') <> 'null' then patch -> 'metadata' end);
end
$$;
comment on function share.patch_metadata is 'Internal. The metadata of a patch, replaced as one value: absent keeps, null resets to {}. Errors: as share.metadata_check.';
