create function share.metadata_check(metadata jsonb)
returns jsonb
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if metadata is null then
        return '{}';
    elsif jsonb_typeof(metadata) <> 'object' then
        perform share.refuse('22023', 'metadata is not a JSON object', 'given: ' || jsonb_typeof(metadata));
    elsif octet_length(metadata::text) > current_setting('pg_share.metadata_max_bytes')::integer then
        perform share.refuse('PT413', 'metadata is too large', format('bytes: %s', octet_length(metadata::text)), format('at most %s bytes as text', current_setting('pg_share.metadata_max_bytes')));
    end if;
    return metadata;
end
$$;
comment on function share.metadata_check is 'Internal. Metadata as it is stored, null as {}. Errors: 22023 when it is no object, PT413 above pg_share.metadata_max_bytes of text.';
