create function share.share_list_account(account_id uuid, file_id uuid, file_segment_id uuid)
returns uuid
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
begin
    if account_id is null and file_id is not null then
        return share.file_account(file_id, null, 'viewer');
    elsif account_id is null and file_segment_id is not null then
        return share.segment_account(file_segment_id, null, 'viewer');
    end if;
    return share.account_of_call(account_id);
end
$$;
comment on function share.share_list_account is 'Internal. The account of a listing of shares: the given one, that of the file or segment, the caller''s only one, or null (all) for operators. Errors: as share.account_of_call.';
