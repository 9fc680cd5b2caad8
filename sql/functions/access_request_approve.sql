create function share.access_request_approve(
    id uuid,
    permissions text[] default null,
    expires_at timestamptz default null,
    notify boolean default false,
    account_id uuid default null
)
returns share.access_request_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    asked record;
    held record;
    recipient uuid;
    result share.access_request_details;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    perform share.require_argument('notify', notify is null);
    account := share.access_request_account(id, account_id);
    select r.share_id, r.user_id, r.email, r.name into asked
    from share.access_request r where r.account_id = account and r.request_id = access_request_approve.id;
    perform share.share_living(account, asked.share_id);
    select s.visibility, s.email_domains into held from share.share s where s.account_id = account and s.share_id = asked.share_id;
    if held.visibility = 'private' and not exists (
        select from share.member m where m.account_id = account and m.user_id = asked.user_id
    ) then
        perform share.refuse('22023', 'a private share opens for members alone', 'share: ' || asked.share_id,
            'add the user by share.member_add(), or share with recipients');
    elsif split_part(asked.email, '@', 2) <> all (held.email_domains) then
        perform share.refuse('22023', 'the share does not take mail addresses of this domain', 'share: ' || asked.share_id,
            'add the domain to email_domains by share.share_update()');
    end if;
    -- Who is signed in is known by that; the address is only said, and may be another recipient's.
    if asked.user_id is not null and exists (
        select from share.recipient r
        where r.account_id = account and r.share_id = asked.share_id and r.revoked_at is null
            and lower(r.email) = asked.email and r.user_id is distinct from asked.user_id
    ) then
        asked.email := null;
    end if;
    recipient := share.recipient_ensure(account, asked.share_id, jsonb_build_object('user_id', asked.user_id, 'email', asked.email, 'name', asked.name));
    update share.recipient r
    set permissions = coalesce(access_request_approve.permissions, r.permissions),
        expires_at = share.share_end_time(access_request_approve.expires_at, null, null, null),
        updated_at = statement_timestamp()
    where r.account_id = account and r.recipient_id = recipient;
    result := share.access_request_decide(account, id, 'approved', recipient);
    if notify then
        perform share.recipient_tell(account, asked.share_id, array[recipient]);
    end if;
    return result;
end
$$;
comment on function share.access_request_approve is 'Makes a recipient of who has asked for access, with a part of the share''s permissions and an end if given; who is one already keeps the permissions unless others are given, and gets the new end. notify asks for the mail with the link, as share.share_notify() does later. For a private share membership stays needed. Errors: 22023, 23514 (access_request_state_check when it is decided already), 42501, PT401, PT404, PT410.';
