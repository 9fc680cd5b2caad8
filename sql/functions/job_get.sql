create function share.job_get(id uuid, account_id uuid default null)
returns share.job_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    result share.job_details;
begin
    perform share.ready();
    select d.* into result from share.job_describe(array[share.job_account(id, account_id)], array[id]) d;
    return result;
end
$$;
comment on function share.job_get is 'Returns a job, its payload without codes and links. For admins and owners. Errors: 22023, 42501, PT401, PT404.';
