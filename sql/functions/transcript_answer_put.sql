create function share.transcript_answer_put(chat_id uuid, answer text, account_id uuid default null)
returns share.transcript_chat_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    asked record;
    result share.transcript_chat_details;
begin
    perform share.ready();
    perform share.authorize_worker();
    perform share.require_argument('chat_id', chat_id is null);
    perform share.require_argument('answer', answer is null);
    perform share.text_check('answer', answer, 20000);
    update share.transcript_chat c
    set answer = transcript_answer_put.answer, answered_at = statement_timestamp()
    where c.chat_id = transcript_answer_put.chat_id and (transcript_answer_put.account_id is null or c.account_id = transcript_answer_put.account_id)
    returning c.account_id, c.file_id, c.share_id into asked;
    if not found then
        perform share.refuse('PT404', 'question not found', 'id: ' || chat_id);
    end if;
    perform share.event_add(asked.account_id, asked.share_id, 'transcript_chat.answered', jsonb_build_object('file_id', asked.file_id, 'chat_id', chat_id));
    select d.* into result from share.transcript_chat_describe(asked.account_id, array[chat_id], '{[0,)}') d;
    return result;
end
$$;
comment on function share.transcript_answer_put is 'Puts the answer to a question, at most 20,000 characters: what the job transcript_chat asks for, in the transaction of share.job_done(). Times in it as [MM:SS] or [HH:MM:SS] become marks where they lie in the file. For workers. Errors: 22023, 23514, 25006, 42501, PT404, PT413.';
