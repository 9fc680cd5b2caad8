create function share.segment_account(id uuid, account_id uuid, needed share.member_role)
returns uuid
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    account uuid;
begin
    select g.account_id into account
    from share.segment g
    where g.file_segment_id = segment_account.id
        and (segment_account.account_id is null or g.account_id = segment_account.account_id)
        and not g.is_deleted;
    perform share.authorize(account, needed, 'segment', id::text);
    return account;
end
$$;
comment on function share.segment_account is 'Internal. The account of a living segment, for a caller with the needed role. Errors: as share.authorize.';
