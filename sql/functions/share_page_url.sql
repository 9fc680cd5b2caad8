create function share.share_page_url(
    id uuid,
    layout text default null,
    s numeric default null,
    e numeric default null,
    clip text default null,
    account_id uuid default null
)
returns text
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    window_start numeric;
    window_end numeric;
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    account := share.share_account(id, account_id, 'viewer');
    if nullif(current_setting('pg_share.link_base_url'), '') is null then
        perform share.refuse('55000', 'pg_share.link_base_url is not set', '',
            'alter database … set pg_share.link_base_url = ''https://app.example.com'' and connect anew');
    end if;
    select w.starts, w.ends into window_start, window_end from share.share_window(account, id) w;
    if s < window_start or s >= window_end or e <= window_start or e > window_end then
        perform share.refuse('22023', 'the time does not lie inside the share', format('s: %s, e: %s', s, e),
            format('the share is from %s to %s seconds of the file', trim_scale(window_start), trim_scale(window_end)));
    end if;
    return share.page_url(share.share_address(account, id), layout, trim_scale(s)::text, trim_scale(e)::text, clip, null);
end
$$;
comment on function share.share_page_url is 'The page of a share below pg_share.link_base_url, the same for the life of the share unless it is given another address: layout minimal for iframes, s and e start and end in seconds, clip hard to play only that window (needs s and e). Errors: 22023, 55000 without a base URL, PT401, PT404.';
