create function share.file_shown(access share.file_access)
returns share.file_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    result share.file_details;
begin
    select d.* into result from share.file_describe(array[access.account_id], array[access.file_id]) d;
    if not access.is_member then
        result.stream_delivery := null;
        result.download_delivery := null;
        result.preview_delivery := null;
        if not 'metadata_view' = any (access.permissions) then
            result.path := null;
            result.external_id := null;
            result.metadata := null;
        end if;
    end if;
    return result;
end
$$;
comment on function share.file_shown is 'Internal. A file as who has come to it may see it: through a share without the deliveries, and with path, external_id and metadata only where it permits metadata_view.';
