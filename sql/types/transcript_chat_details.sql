create type share.transcript_chat_details as (
    id uuid,
    file_id uuid,
    question text,
    answer text,
    marks share.time_mark[],
    created_at timestamptz,
    answered_at timestamptz
);
comment on type share.transcript_chat_details is 'A question about what is said in a file, and its answer.';
comment on column share.transcript_chat_details.id is 'Id of the question.';
comment on column share.transcript_chat_details.file_id is 'File.';
comment on column share.transcript_chat_details.question is 'The question.';
comment on column share.transcript_chat_details.answer is 'The answer, null while there is none.';
comment on column share.transcript_chat_details.marks is 'Times that the answer names and that lie in what the caller may see of the file.';
comment on column share.transcript_chat_details.created_at is 'When it was asked.';
comment on column share.transcript_chat_details.answered_at is 'When it was answered.';
