create function share.recipient_url(address text, id uuid)
returns text
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    token text := share.token_issue(share.token_key(), 'recipient', id, null);
begin
    if token is null then
        perform share.refuse('55000', 'there is no key for share tokens', '', 'share.signing_key_create(algorithm => ''share_token'') makes one');
    end if;
    return coalesce(share.page_url(address, null, null, null, null, token), token);
end
$$;
comment on function share.recipient_url is 'Internal. The link of a recipient to a share of this address, or the bare token while pg_share.link_base_url is not set. Errors: 55000.';
