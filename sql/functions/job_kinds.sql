create function share.job_kinds()
returns setof share.job_kind
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
    with mail as (
        select '{"email": "mail address, null where the application knows the user''s", "user_id": "user who gets the mail, if one", "name": "name of who gets it",
            "link": "URL to open", "title": "title of the share", "message": "what the sender writes", "sender": "user id or name of who shares",
            "recipient_id": "recipient, if one", "expires_at": "end of the share"}'::jsonb as keys
    )
    select k.kind, k.meaning, k.required, case when k.is_mail then mail.keys || k.payload else k.payload end
    from mail, (values
        ('AssetShared', 'mail: a file or segment was shared with a member', '{link}'::text[], true, '{}'::jsonb),
        ('AssetSharedExternal', 'mail: a file or segment was shared with someone outside', '{email,link}', true, '{}'),
        ('CollectionShared', 'mail: several files were shared with a member', '{link}', true, '{"items": "how many"}'),
        ('CollectionSharedExternal', 'mail: several files were shared with someone outside', '{email,link}', true, '{"items": "how many"}'),
        ('mention', 'mail: someone was mentioned in a comment', '{comment_id,file_id}', true,
            '{"comment_id": "the comment", "file_id": "the file", "kind": "user, recipient or guest", "link": "URL that shows the comment, null where it was made through a share", "title": "name of the file", "message": "what the comment says, at most 2000 characters", "sender": "name of who wrote it", "email": "mail address, null where none is known"}'),
        ('email_code', 'mail: the code that proves a mail address', '{email,code}', false,
            '{"email": "mail address to prove", "code": "the code", "title": "title of the share", "expires_at": "end of the code", "recipient_id": "recipient, if one"}'),
        ('access_request', 'mail: someone asks for access', '{request_id}', false,
            '{"request_id": "the request", "user_id": "user who decides, if one", "email": "mail address of who decides, if known", "from_name": "name of who asks", "from_email": "mail address of who asks",
                "message": "what they write", "title": "title of the share", "link": "URL of the share"}'),
        ('webhook', 'request: tell a webhook of an event; share.job_webhook_request() has URL, headers and body', '{webhook_id,event}', false,
            '{"webhook_id": "the webhook", "event": "id, kind, at, account_id, share_id and detail of the event; also recipient_id, visit_id and reason where it has them"}'),
        ('purge', 'caches: forget what a share''s URLs have brought there', '{epoch}', false,
            '{"epoch": "the share''s epoch that is over", "prefix": "s/<share>.<epoch>/, before the paths where a delivery has epoch_in_path", "base_urls": "list of the deliveries'' base URLs",
                "paths": "list of paths below them, directories with a slash at the end", "file_id": "the file", "file_segment_id": "its segment, if one"}'),
        ('watermark', 'media: burn a text in', '{file_id,text}', false,
            '{"file_id": "the file", "file_segment_id": "its segment, if one", "text": "the watermark", "recipient_id": "recipient, if one"}'),
        ('cut', 'media: cut a segment out of its file', '{file_id,start_time,end_time}', false,
            '{"file_id": "the file", "file_segment_id": "its segment, if one", "start_time": "seconds", "end_time": "seconds"}'),
        ('transcribe', 'media: write down what is said', '{file_id}', false,
            '{"file_id": "the file", "file_segment_id": "its segment, if one", "language": "BCP 47 tag, if known", "run": "number of the run, for share.utterance_put()",
                "skip_dialogue_check": "true where the last run has found no dialogue and someone knows better"}'),
        ('transcript_suggest', 'language model: make three questions to begin a talk about a file with; share.transcript_suggestion_put() takes them', '{file_id}', false,
            '{"file_id": "the file", "language": "BCP 47 tag, if known"}'),
        ('transcript_chat', 'language model: answer a question about what is said in a file, with times as [MM:SS] or [HH:MM:SS]; share.transcript_answer_put() takes the answer',
            '{chat_id,file_id,question}', false,
            '{"chat_id": "the question''s id", "file_id": "the file", "question": "the question", "language": "BCP 47 tag, if known",
                "shown": "where who asks may see but a part: list of [from, to] in seconds; nothing that is said outside may be told", "history": "the last four questions and answers of who asks"}')
    ) k(kind, meaning, required, is_mail, payload);
$$;
comment on function share.job_kinds is 'Lists the kinds of jobs with what a worker does and what the payload of each holds. Times are ISO 8601.';
