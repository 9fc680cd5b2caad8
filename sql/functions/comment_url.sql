create function share.comment_url(url text, comment_id uuid)
returns text
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return share.text_check('url', replace(url, 'REPLACE_COMMENT_ID_ON_SERVER', comment_id::text), 2048);
end
$$;
comment on function share.comment_url is 'Internal. Where the application shows a comment: REPLACE_COMMENT_ID_ON_SERVER becomes its id, which the application does not know before. Errors: PT413.';
