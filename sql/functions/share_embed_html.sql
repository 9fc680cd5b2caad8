create function share.share_embed_html(link text, width integer default 711, height integer default 400, autoplay boolean default true)
returns text
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    card share.link_card;
begin
    perform share.ready();
    if nullif(current_setting('pg_share.link_base_url'), '') is null then
        perform share.refuse('55000', 'pg_share.link_base_url is not set', '',
            'alter database … set pg_share.link_base_url = ''https://app.example.com'' and connect anew');
    end if;
    card := share.share_link_preview(link, width, height, autoplay);
    if card.player_url is null then
        return null;
    end if;
    return share.embed_html(card.player_url, coalesce(card.title, ''), width, height, autoplay);
end
$$;
comment on function share.share_embed_html is 'The iframe that embeds the player of a share, escaped for HTML; null where share.share_link_preview() gives no player. Errors: 22023, 55000 without a base URL.';
