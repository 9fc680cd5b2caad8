create function share.share_one(account_id uuid, id uuid)
returns share.share_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    result share.share_details;
begin
    select d.* into result
    from share.share_describe(array[account_id], array[id], '{stream,download,preview}', statement_timestamp()) d;
    return result;
end
$$;
comment on function share.share_one is 'Internal. One share with all its URLs.';
