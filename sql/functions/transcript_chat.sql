create function share.transcript_chat(
    file_id uuid,
    question text,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns share.transcript_chat_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    made uuid := share.new_id();
    result share.transcript_chat_details;
begin
    perform share.ready();
    perform share.require_primary();
    perform share.require_argument('question', question is null);
    perform share.text_check('question', question, 4000);
    access := share.file_enter(file_id, 'viewer', 'view', visit_token, context, drive_id, account_id);
    perform share.transcript_living(access.account_id, file_id);
    -- Answers cost something, and who comes through a share is anyone.
    if not access.is_member and (
        select count(*) from share.transcript_chat c
        where c.account_id = access.account_id and c.file_id = transcript_chat.file_id and c.actor_kind = access.actor_kind and c.actor = access.actor
            and c.created_at > statement_timestamp() - interval '1 hour'
    ) >= 20 then
        perform share.refuse('PT429', 'too many questions', 'at most 20 in an hour', 'ask again later');
    end if;
    perform share.comment_guest_take(access, context);
    insert into share.transcript_chat (account_id, chat_id, file_id, share_id, actor_kind, actor, question)
    values (access.account_id, made, transcript_chat.file_id, access.share_id, access.actor_kind, access.actor, transcript_chat.question);
    perform share.job_add(access.account_id, 'transcript_chat', jsonb_strip_nulls(jsonb_build_object(
        'chat_id', made, 'file_id', file_id, 'question', question,
        'language', (select t.language from share.transcript t where t.account_id = access.account_id and t.file_id = transcript_chat.file_id),
        'shown', case when not access.shown @> numrange(0, null) then (
            select jsonb_agg(jsonb_build_array(lower(w), upper(w)) order by w) from unnest(access.shown) w
        ) end,
        'history', (
            select jsonb_agg(jsonb_build_object('question', left(h.question, 1000), 'answer', left(h.answer, 2500)) order by h.chat_id)
            from (
                select c.chat_id, c.question, c.answer from share.transcript_chat c
                where c.account_id = access.account_id and c.file_id = transcript_chat.file_id and c.actor_kind = access.actor_kind and c.actor = access.actor
                    and c.share_id is not distinct from access.share_id and c.answer is not null
                order by c.chat_id desc
                limit 4
            ) h
        ))), access.share_id);
    perform share.event_add(access.account_id, access.share_id, 'transcript_chat.asked', jsonb_build_object('file_id', file_id, 'chat_id', made),
        recipient_id => access.recipient_id, visit_id => access.visit_id);
    select d.* into result from share.transcript_chat_describe(access.account_id, array[made], access.shown) d;
    return result;
end
$$;
comment on function share.transcript_chat is 'Asks something about what is said in a file, at most 4,000 characters: a job transcript_chat for the worker that has a language model. share.transcript_chat_list() has the answer when it is there. Members, and visits by the permission view, which ask at most 20 times in an hour. Errors: 22023, 23514, 25006, 42501, PT401, PT404 (also without a transcript), PT410, PT413, PT429.';
