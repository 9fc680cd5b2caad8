create function share.recipient_add(
    share_id uuid,
    user_id text default null,
    email text default null,
    name text default null,
    permissions text[] default null,
    message text default null,
    expires_at timestamptz default null,
    account_id uuid default null
)
returns share.recipient_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    made uuid;
    result share.recipient_details;
begin
    perform share.ready();
    perform share.require_argument('share_id', share_id is null);
    account := share.share_account(share_id, account_id, 'editor');
    perform share.share_living(account, share_id);
    made := share.recipient_insert(account, share_id, jsonb_strip_nulls(jsonb_build_object('user_id', user_id, 'email', email, 'name', name,
        'permissions', permissions, 'message', message, 'expires_at', expires_at)));
    select d.* into result from share.recipient_describe(account, array[made]) d;
    return result;
end
$$;
comment on function share.recipient_add is 'Adds a recipient to a share: a user, a mail address or both. permissions are a part of the share''s, null for all of them. share.recipient_link() has the link, share.share_notify() sends it. Errors: 22023, 23505 (recipient_email_key), 23514, 42501, PT401, PT404, PT410, PT413.';
