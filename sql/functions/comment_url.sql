create function share.comment_url(url text, comment_id uuid)
returns text
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    -- Before the table does: its error would show the row.
    if url !~ '^https?://[^[:space:]\x01-\x1F\x7F-\x9F]+$' then
        perform share.refuse('23514', 'not the URL of a comment', 'url: ' || left(url, 100), 'http or https', 'comment_url_check', 'comment');
    end if;
    return share.text_check('url', replace(url, 'REPLACE_COMMENT_ID_ON_SERVER', comment_id::text), 2048);
end
$$;
comment on function share.comment_url is 'Internal. Where the application shows a comment: REPLACE_COMMENT_ID_ON_SERVER becomes its id, which the application does not know before. Errors: PT413.';
