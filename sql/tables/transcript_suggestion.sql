create table share.transcript_suggestion (
    account_id uuid not null,
    file_id uuid not null,
    ordinal integer not null,
    text text not null,
    constraint transcript_suggestion_pkey primary key (account_id, file_id, ordinal),
    constraint transcript_suggestion_text_key unique (account_id, file_id, text),
    constraint transcript_suggestion_transcript_fkey foreign key (account_id, file_id) references share.transcript (account_id, file_id),
    constraint transcript_suggestion_ordinal_check check (ordinal between 1 and 3),
    constraint transcript_suggestion_text_check check (pg_catalog.length(text) between 1 and 300 and text !~ '[\x01-\x1F\x7F-\x9F]')
);
comment on table share.transcript_suggestion is 'Questions to begin a talk about a file with: three, or none.';
comment on column share.transcript_suggestion.account_id is 'Account.';
comment on column share.transcript_suggestion.file_id is 'File.';
comment on column share.transcript_suggestion.ordinal is 'Place, 1 to 3.';
comment on column share.transcript_suggestion.text is 'The question, at most 300 characters.';
comment on constraint transcript_suggestion_pkey on share.transcript_suggestion is 'One suggestion at each place.';
comment on constraint transcript_suggestion_text_key on share.transcript_suggestion is 'No two are the same.';
comment on constraint transcript_suggestion_transcript_fkey on share.transcript_suggestion is 'Belongs to a transcript.';
comment on constraint transcript_suggestion_ordinal_check on share.transcript_suggestion is 'At most three.';
comment on constraint transcript_suggestion_text_check on share.transcript_suggestion is '1 to 300 characters, no control characters.';
