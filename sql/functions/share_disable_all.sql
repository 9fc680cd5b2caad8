create function share.share_disable_all(
    account_id uuid default null,
    file_id uuid default null,
    file_segment_id uuid default null,
    owner_id text default null,
    visibility share.visibility default null,
    state share.share_state default null,
    created_before date default null,
    created_after date default null,
    ids uuid[] default null
)
returns integer
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
begin
    perform share.ready();
    return share.share_change_all('disable', account_id, file_id, file_segment_id, owner_id, visibility, state, created_before, created_after, ids);
end
$$;
comment on function share.share_disable_all is 'Switches off every share of a filter, as share.share_disable() does one, in one statement; returns how many changed. At least one filter; account_id alone is one. Errors: 22023, 42501, PT401, PT404.';
