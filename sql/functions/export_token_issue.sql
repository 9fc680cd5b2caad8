create function share.export_token_issue(
    file_id uuid,
    what text,
    minutes integer default 5,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns share.export_token_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    made uuid := share.new_id();
    result share.export_token_details;
begin
    perform share.ready();
    perform share.require_primary();
    perform share.require_argument('what', what is null);
    if what not in ('comments', 'transcript', 'source') then
        perform share.refuse('22023', 'not a kind of export', 'what: ' || left(what, 100), 'accepted: comments, transcript, source');
    elsif minutes is null or minutes not between 1 and 15 then
        perform share.refuse('22023', 'minutes is out of range', format('minutes: %s', minutes), 'minutes is 1 to 15');
    end if;
    access := share.file_enter(file_id, 'viewer', case what when 'comments' then 'comments_view' when 'transcript' then 'view' else 'download' end,
        visit_token, context, drive_id, account_id);
    perform share.comment_guest_take(access, context);
    -- Some of those that are over go with each new one.
    delete from share.export_grant g
    where g.account_id = access.account_id and g.export_id in (
        select o.export_id from share.export_grant o
        where o.account_id = access.account_id and o.expires_at < statement_timestamp()
        order by o.expires_at
        limit 10
        for update skip locked
    );
    result.expires_at := statement_timestamp() + make_interval(mins => minutes);
    insert into share.export_grant (account_id, export_id, file_id, what, visit_id, actor_kind, actor, expires_at)
    values (access.account_id, made, export_token_issue.file_id, export_token_issue.what, access.visit_id, access.actor_kind, access.actor, result.expires_at);
    result.token := share.token_issue(share.token_key(), 'export', made, result.expires_at);
    if result.token is null then
        perform share.refuse('55000', 'there is no key for share tokens', '', 'share.signing_key_create(algorithm => ''share_token'') makes one');
    end if;
    perform share.event_add(access.account_id, access.share_id, 'export_token.issued', jsonb_build_object('file_id', file_id, 'what', what),
        recipient_id => access.recipient_id, visit_id => access.visit_id);
    return result;
end
$$;
comment on function share.export_token_issue is 'Gives a token of 1 to 15 minutes that stands for the caller in one kind of export of one file: comments, transcript or source. It may be in a URL, as a login may not; what the caller could not see stays hidden, and the gates of a visit are asked again when it is used. Members, and visits by the permissions comments_view, view and download. Errors: 22023, 25006, 42501, 55000, PT401, PT404, PT410, PT429.';
