create function share.recipient_tell(account_id uuid, share_id uuid, ids uuid[], message text default null)
returns integer
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
-- A plan made for the values would hold them, and a logged plan the link of a recipient.
set plan_cache_mode = force_generic_plan
as $$
declare
    who share.caller_identity := share.caller();
    held record;
    told record;
    many bigint;
    sender text;
    address text := share.share_address(account_id, share_id);
    result integer := 0;
begin
    if share.text_check('message', message, 10000) ~ '[\x01-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]' then
        perform share.refuse('22023', 'a message has control characters', '', 'tab and line breaks are allowed');
    end if;
    select s.title, s.owner_id, s.expires_at into held
    from share.share s
    where s.account_id = recipient_tell.account_id and s.share_id = recipient_tell.share_id;
    select count(*) into many from share.item i where i.account_id = recipient_tell.account_id and i.share_id = recipient_tell.share_id;
    sender := coalesce(who.user_id, held.owner_id);
    sender := coalesce((select m.name from share.member m where m.account_id = recipient_tell.account_id and m.user_id = sender), sender);
    for told in
        select r.recipient_id, r.user_id, coalesce(r.email, m.email) as email, coalesce(r.name, m.name) as name, r.message, r.expires_at
        from share.recipient r
        left join share.member m on m.account_id = r.account_id and m.user_id = r.user_id
        where r.account_id = recipient_tell.account_id and r.share_id = recipient_tell.share_id and r.recipient_id = any (ids) and r.revoked_at is null
        order by r.created_at, r.recipient_id
    loop
        perform share.job_add(
            account_id,
            case when many > 0 then 'Collection' else 'Asset' end || 'Shared' || case when told.user_id is null then 'External' else '' end,
            jsonb_strip_nulls(jsonb_build_object(
                'link', share.recipient_url(address, told.recipient_id), 'recipient_id', told.recipient_id, 'user_id', told.user_id,
                'email', told.email, 'name', told.name, 'title', held.title, 'message', coalesce(recipient_tell.message, told.message),
                'sender', sender, 'expires_at', least(held.expires_at, told.expires_at),
                -- The share's own file is one of them.
                'items', case when many > 0 then many + 1 end
            )),
            share_id
        );
        perform share.event_add(account_id, share_id, 'recipient.notified', recipient_id => told.recipient_id);
        result := result + 1;
    end loop;
    update share.recipient r set notified_at = statement_timestamp()
    where r.account_id = recipient_tell.account_id and r.share_id = recipient_tell.share_id and r.recipient_id = any (ids) and r.revoked_at is null;
    return result;
end
$$;
comment on function share.recipient_tell is 'Internal. Writes a mail job for each of these recipients of a share who was not removed, with the recipient''s own link; returns how many. Errors: 22023, 55000, PT413.';
