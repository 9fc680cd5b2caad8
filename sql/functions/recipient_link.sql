create function share.recipient_link(id uuid, account_id uuid default null)
returns text
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    account := share.recipient_account(id, account_id, 'editor');
    return share.recipient_url((
        select share.share_address(account, r.share_id) from share.recipient r where r.account_id = account and r.recipient_id = recipient_link.id
    ), id);
end
$$;
comment on function share.recipient_link is 'The link of a recipient: the page of the share with the recipient''s token, or the bare token while pg_share.link_base_url is not set. The same as often as it is asked, until the key for share tokens is rotated; nothing of it is stored. Errors: 22023, 42501, 55000, PT401, PT404.';
