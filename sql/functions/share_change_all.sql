create function share.share_change_all(
    action text,
    account_id uuid,
    file_id uuid,
    file_segment_id uuid,
    owner_id text,
    visibility share.visibility,
    state share.share_state,
    created_before date,
    created_after date,
    ids uuid[],
    reason text default null
)
returns integer
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    account uuid;
    account_ids uuid[];
    found_ids uuid[];
begin
    if num_nonnulls(account_id, file_id, file_segment_id, owner_id, visibility, state, created_before, created_after, ids) = 0 then
        perform share.refuse('22023', 'no filter is given', '', 'give at least one; account_id alone means every share of the account');
    end if;
    account := share.share_list_account(account_id, file_id, file_segment_id);
    if account is not null then
        perform share.authorize(account, 'editor', 'account', account::text);
    end if;
    execute 'select array_agg(s.account_id order by s.account_id, s.share_id), array_agg(s.share_id order by s.account_id, s.share_id) from share.share s where '
        || share.share_list_conditions(account, file_id, file_segment_id, owner_id, visibility, state, created_before, created_after)
        || case when ids is not null then ' and s.share_id = any ($9)' else '' end
    into account_ids, found_ids
    using account, file_id, file_segment_id, owner_id, visibility, state, created_before, created_after, ids;
    -- In the order of their keys, so that two such calls do not wait for each other in a circle.
    perform from unnest(account_ids, found_ids) t(account_id, id)
    join share.share s on s.account_id = t.account_id and s.share_id = t.id
    order by s.account_id, s.share_id
    for no key update of s;
    return share.share_change(action, account_ids, found_ids, reason);
end
$$;
comment on function share.share_change_all is 'Internal. Changes the shares of a filter. Errors: 22023 without a filter, 42501, PT401, PT404.';
