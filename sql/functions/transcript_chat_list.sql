create function share.transcript_chat_list(
    file_id uuid,
    chat_id uuid default null,
    "limit" integer default 20,
    cursor uuid default null,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns setof share.transcript_chat_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    rows_wanted integer;
begin
    perform share.ready();
    rows_wanted := share.page_limit("limit");
    access := share.file_enter(file_id, 'viewer', 'view', visit_token, context, drive_id, account_id);
    return query
    select d.*
    from share.transcript_chat_describe(access.account_id, array(
        select c.chat_id
        from share.transcript_chat c
        where c.account_id = access.account_id and c.file_id = transcript_chat_list.file_id and c.actor_kind = access.actor_kind and c.actor = access.actor
            and c.share_id is not distinct from access.share_id
            and (transcript_chat_list.chat_id is null or c.chat_id = transcript_chat_list.chat_id)
            and (transcript_chat_list.cursor is null or c.chat_id < transcript_chat_list.cursor)
        order by c.chat_id desc
        limit rows_wanted
    ), access.shown) d;
end
$$;
comment on function share.transcript_chat_list is 'Lists what the caller has asked about a file, newest first, or one question, with the answers that are there and the times they name; cursor is the id of the last row of the page before. Nobody sees what others have asked. Members, and visits by the permission view. Errors: 22023, 42501, PT401, PT404, PT410, PT429.';
