create function share.share_link_preview(link text, width integer default 711, height integer default 400, autoplay boolean default true, title text default null)
returns share.link_card
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    result share.link_card;
    held record;
    item record;
begin
    perform share.ready();
    if width not between 1 and 10000 or height not between 1 and 10000 then
        perform share.refuse('22023', 'the size is out of range', format('width: %s, height: %s', width, height), '1 to 10000 each');
    end if;
    select s.account_id, s.share_id, s.title, s.description, s.visibility, s.link_preview, s.slug, s.expires_at,
        share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, statement_timestamp()) as state,
        s.visibility = 'private' or s.has_password or s.recipients_only or s.prove_email or s.email_domains is not null or s.terms is not null
            or s.restrictions <> '{}' as is_guarded
    into held
    from share.share s
    where s.share_id = share.link_share(link, statement_timestamp()) and not s.is_deleted;
    result.http_status := case when held.share_id is null then 404 when held.state <> 'active' then share.reason_status(held.state::text) else 200 end;
    if not share.is_parallel() then
        perform set_config('response.status', result.http_status::text, true);
    end if;
    -- Of a share that anybody may open a card shows no more than that; of any other only what its link_preview says.
    if result.http_status <> 200 or held.is_guarded and held.link_preview = 'none' then
        return result;
    end if;
    result.title := coalesce(nullif(share_link_preview.title, ''), held.title);
    result.description := held.description;
    result.url := share.page_url(coalesce(held.slug, held.share_id::text), null, null, null, null, null);
    result.width := width;
    result.height := height;
    select i.* into item
    from share.visit_items(row(true, null, 200, '{}', held.share_id, held.account_id, held.state, held.visibility, '{view}', null, null, null, null,
        false, null, held.expires_at, false, null)::share.share_decision, statement_timestamp(), '{preview}') i
    where i.ordinal = 0;
    result.image_url := item.preview_url;
    result.media_type := item.media_type;
    result.duration_seconds := item.duration_seconds;
    if held.link_preview = 'player' or not held.is_guarded then
        result.player_url := share.page_url(coalesce(held.slug, held.share_id::text), 'minimal', null, null, null, null);
        result.autoplay := autoplay;
    end if;
    return result;
end
$$;
comment on function share.share_link_preview is 'What a link card may show (Open Graph): a public share always has one, any other as its link_preview says: none, full (title, description, thumbnail), player (the page to embed as well). Media is not opened by it. Empty, with the HTTP status of the reason, when the share is not active. Errors: 22023.';
