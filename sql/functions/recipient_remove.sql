create function share.recipient_remove(id uuid, account_id uuid default null)
returns share.recipient_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    of_share uuid;
    result share.recipient_details;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    account := share.recipient_account(id, account_id, 'editor');
    update share.recipient r set revoked_at = statement_timestamp(), updated_at = statement_timestamp()
    where r.account_id = account and r.recipient_id = recipient_remove.id and r.revoked_at is null
    returning r.share_id into of_share;
    if found then
        update share.visit v set expires_at = statement_timestamp()
        where v.account_id = account and v.share_id = of_share and v.recipient_id = recipient_remove.id and v.expires_at > statement_timestamp();
        perform share.event_add(account, of_share, 'recipient.removed', '{}', recipient_id => id);
    end if;
    select d.* into result from share.recipient_describe(account, array[id]) d;
    return result;
end
$$;
comment on function share.recipient_remove is 'Takes a recipient off a share: the link and the visits by it end at once, the figures stay. Harmless to repeat. Errors: 22023, 42501, PT401, PT404.';
