create function share.transcript_search(
    query text,
    file_id uuid default null,
    "limit" integer default 20,
    cursor_file uuid default null,
    cursor integer default null,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns setof share.transcript_hit
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    access share.file_access;
    account uuid;
    rows_wanted integer;
    wanted tsquery;
begin
    perform share.ready();
    perform share.require_argument('query', query is null);
    perform share.text_check('query', query, 1000);
    rows_wanted := share.page_limit("limit");
    if file_id is not null then
        access := share.file_enter(file_id, 'viewer', 'view', visit_token, context, drive_id, account_id);
        account := access.account_id;
    elsif visit_token is not null then
        perform share.refuse('22023', 'a visit searches one file', '', 'give file_id a value');
    else
        account := share.account_of_call(account_id);
        if account is null then
            perform share.refuse('22023', 'the call must name an account', '', 'give account_id a value');
        end if;
    end if;
    wanted := (
        select string_agg('(' || share.utterance_query(account, c.configuration, query)::text || ')', ' | ')::tsquery
        from (
            select distinct t.configuration from share.transcript t
            where t.account_id = account and (transcript_search.file_id is null or t.file_id = transcript_search.file_id)
        ) c
    );
    if wanted is null then
        return;
    end if;
    -- Only the filters that were given stand in the query; all values are bound.
    return query execute 'select f.file_id, f.account_id, f.filename, u.ordinal, u.start_ms, u.end_ms, u.speaker, u.text, t.language
        from share.utterance u
        join share.transcript t on t.account_id = u.account_id and t.file_id = u.file_id
        join share.file f on f.account_id = u.account_id and f.file_id = u.file_id and not f.is_deleted
        where u.account_id = $1 and u.words @@ $2'
        || case when file_id is not null then ' and u.file_id = $3 and $4 @> numrange(u.start_ms / 1000.0, u.end_ms / 1000.0)' else '' end
        || case when drive_id is not null then ' and f.drive_id = $5' else '' end
        || case when cursor is not null then ' and (u.file_id, u.ordinal) > (coalesce($3, $6), $7)' else '' end
        || ' order by u.file_id, u.ordinal limit $8'
    using account, wanted, file_id, access.shown, drive_id, cursor_file, cursor, rows_wanted;
end
$$;
comment on function share.transcript_search is 'Finds what is said, in a file or in all of an account or drive, by words in the form that each language has them: "in a row", or, -without. Hits come in the order of file and time with their milliseconds; cursor_file and cursor are file and ordinal of the last row of the page before. Members, and visits for a file by the permission view. Errors: 22023, 42501, PT401, PT404, PT410, PT413, PT429.';
