create function share.share_play(
    visit_token text,
    file_id uuid default null,
    file_segment_id uuid default null,
    context jsonb default '{}'
)
returns share.visit_grant
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
begin
    perform share.ready();
    return share.visit_use('plays', visit_token, file_id, file_segment_id, context);
end
$$;
comment on function share.share_play is 'Counts the visit as a play, once however often it is asked, and returns the stream URL of one item, without file_id that of the share''s own file or segment. Needed where such uses are capped; elsewhere the bundle has the URL already, and this counts it. Never raises for a refusal. Errors: 22023, 25006, 42501 (a cap, and the caller is neither an application nor a gateway).';
