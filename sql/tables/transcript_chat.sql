create table share.transcript_chat (
    account_id uuid not null,
    chat_id uuid not null,
    file_id uuid not null,
    share_id uuid,
    actor_kind text not null,
    actor text not null,
    question text not null,
    answer text,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    answered_at timestamptz,
    constraint transcript_chat_pkey primary key (account_id, chat_id),
    constraint transcript_chat_transcript_fkey foreign key (account_id, file_id) references share.transcript (account_id, file_id),
    constraint transcript_chat_share_fkey foreign key (account_id, share_id) references share.share (account_id, share_id),
    constraint transcript_chat_question_check check (
        pg_catalog.length(question) between 1 and 4000 and question !~ '[\x01-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]'
    ),
    constraint transcript_chat_answer_check check (
        pg_catalog.length(answer) between 1 and 20000 and answer !~ '[\x01-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]'
    ),
    constraint transcript_chat_answered_check check ((answer is null) = (answered_at is null))
);
create index transcript_chat_actor_idx on share.transcript_chat (account_id, file_id, actor_kind, actor, chat_id);
create index transcript_chat_id_idx on share.transcript_chat (chat_id);
comment on table share.transcript_chat is 'Questions about what is said in files, and their answers. Who asked reads them, and nobody else.';
comment on column share.transcript_chat.account_id is 'Account.';
comment on column share.transcript_chat.chat_id is 'Id of the question.';
comment on column share.transcript_chat.file_id is 'File.';
comment on column share.transcript_chat.share_id is 'Share through which it was asked, null for a member.';
comment on column share.transcript_chat.actor_kind is 'user, api_key, service, recipient or guest.';
comment on column share.transcript_chat.actor is 'Who asked among those of its kind.';
comment on column share.transcript_chat.question is 'The question, at most 4,000 characters.';
comment on column share.transcript_chat.answer is 'The answer, at most 20,000 characters, null while there is none.';
comment on column share.transcript_chat.created_at is 'When it was asked.';
comment on column share.transcript_chat.answered_at is 'When it was answered.';
comment on index share.transcript_chat_actor_idx is 'The questions of one person about a file.';
comment on index share.transcript_chat_id_idx is 'Look-up without the account.';
comment on constraint transcript_chat_pkey on share.transcript_chat is 'One row for each question.';
comment on constraint transcript_chat_transcript_fkey on share.transcript_chat is 'Is about a transcript.';
comment on constraint transcript_chat_share_fkey on share.transcript_chat is 'Was asked through a share of its account.';
comment on constraint transcript_chat_question_check on share.transcript_chat is '1 to 4,000 characters, no control characters but tab and line breaks.';
comment on constraint transcript_chat_answer_check on share.transcript_chat is '1 to 20,000 characters, no control characters but tab and line breaks.';
comment on constraint transcript_chat_answered_check on share.transcript_chat is 'An answer has a time.';
