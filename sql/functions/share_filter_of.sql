create function share.share_filter_of(
    needed share.member_role,
    account_id uuid,
    "text" text,
    state share.share_state,
    visibility share.visibility,
    file_id uuid,
    file_segment_id uuid,
    owner_id text,
    recipient text,
    expires_before timestamptz,
    expires_after timestamptz,
    created_before timestamptz,
    created_after timestamptz,
    has_password boolean,
    ids uuid[]
)
returns share.share_filter
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    asked share.share_filter;
    digits text;
begin
    if state = 'deleted' then
        perform share.refuse('22023', 'deleted shares are not listed', 'state: deleted', 'share.event_search() has what happened to them');
    elsif cardinality(ids) > 10000 then
        perform share.refuse('22023', 'too many ids', format('ids: %s', cardinality(ids)), 'give at most 10000 at once');
    end if;
    asked.account_id := share.share_list_account(account_id, file_id, file_segment_id);
    -- Who the recipients are is not told to who only reads.
    if recipient is not null then
        needed := greatest(needed, 'editor');
    end if;
    if asked.account_id is not null and needed > 'viewer' then
        perform share.authorize(asked.account_id, needed, 'account', asked.account_id::text);
    end if;
    asked.phrase := nullif(lower(btrim(share.text_check('text', "text", 200))), '');
    if asked.phrase ~ '^[0-9a-f]{8}-[0-9a-f]{4}(-[0-9a-f]{0,4}|-[0-9a-f]{4}-[0-9a-f]{0,4}|-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{0,12})?$' then
        digits := replace(asked.phrase, '-', '');
        asked.first_id := rpad(digits, 32, '0')::uuid;
        asked.last_id := rpad(digits, 32, 'f')::uuid;
        asked.phrase := null;
    end if;
    asked.state := state;
    asked.visibility := visibility;
    asked.file_id := file_id;
    asked.file_segment_id := file_segment_id;
    asked.owner_id := owner_id;
    if recipient like '%@%' then
        asked.email := lower(btrim(recipient));
    else
        asked.user_id := recipient;
    end if;
    asked.expires_before := expires_before;
    asked.expires_after := expires_after;
    asked.created_before := created_before;
    asked.created_after := created_after;
    asked.has_password := has_password;
    asked.ids := ids;
    return asked;
end
$$;
comment on function share.share_filter_of is 'Internal. What a search of shares asks for, once the caller may: the account is that of share.share_list_account(). Errors: 22023, 42501, PT401, PT404, PT413.';
