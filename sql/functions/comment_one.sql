create function share.comment_one(access share.file_access, id uuid)
returns share.comment_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    result share.comment_details;
begin
    select d.* into result from share.comment_describe(access, array[id]) d;
    return result;
end
$$;
comment on function share.comment_one is 'Internal. One comment as share.comment_describe() gives it.';
