create function share.attribute_list(drive_id uuid, with_archived boolean default false, account_id uuid default null)
returns setof share.attribute_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
begin
    perform share.ready();
    perform share.require_argument('drive_id', drive_id is null);
    account := share.drive_account(drive_id, account_id, 'viewer');
    return query
    select d.*
    from share.attribute_describe(account, array(
        select a.attribute_id
        from share.attribute a
        where a.account_id = account and a.drive_id = attribute_list.drive_id and (with_archived or a.archived_at is null)
        order by a.group_name nulls first, a.label, a.name
    )) d;
end
$$;
comment on function share.attribute_list is 'Lists the attributes of a drive with their options, by group and label. Errors: 22023, PT401, PT404.';
