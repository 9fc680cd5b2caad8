create function share.utterance_put(
    file_id uuid,
    utterances jsonb,
    language text default null,
    has_dialogue boolean default null,
    run integer default null,
    drive_id uuid default null,
    account_id uuid default null
)
returns share.transcript_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    held record;
    known text;
begin
    perform share.ready();
    perform share.require_argument('utterances', utterances is null);
    access := share.file_enter(file_id, 'editor', null, null, '{}', drive_id, account_id);
    perform share.transcript_ensure(access.account_id, file_id);
    select t.run, t.language, f.duration_seconds into held
    from share.transcript t
    join share.file f on f.account_id = t.account_id and f.file_id = t.file_id
    where t.account_id = access.account_id and t.file_id = utterance_put.file_id;
    if run > held.run then
        perform share.refuse('22023', 'there is no such run', format('run: %s, last: %s', run, held.run));
    elsif run < held.run then
        perform share.refuse('PT410', 'the run is over', format('run: %s, last: %s', run, held.run), 'leave its result: another one was asked for');
    end if;
    known := coalesce(language, held.language);
    -- What was made of other words goes with them.
    delete from share.utterance u where u.account_id = access.account_id and u.file_id = utterance_put.file_id;
    delete from share.transcript_suggestion s where s.account_id = access.account_id and s.file_id = utterance_put.file_id;
    update share.transcript t
    set language = known, configuration = share.language_configuration(coalesce(known, '')), put_run = t.run, put_at = statement_timestamp(),
        has_dialogue = coalesce(utterance_put.has_dialogue, jsonb_typeof(utterances) = 'array' and utterances <> '[]'),
        suggest_job_id = null, updated_at = statement_timestamp()
    where t.account_id = access.account_id and t.file_id = utterance_put.file_id;
    insert into share.utterance (account_id, file_id, ordinal, start_ms, end_ms, speaker, text, configuration)
    select access.account_id, utterance_put.file_id, c.ordinal, c.start_ms, c.end_ms, c.speaker, c.said, share.language_configuration(coalesce(known, ''))
    from share.cues_read('utterances', utterances, true, held.duration_seconds) c;
    perform share.event_add(access.account_id, null, 'transcript.put', jsonb_build_object('file_id', file_id, 'language', known,
        'utterances', jsonb_array_length(utterances), 'run', held.run));
    return share.transcript_describe(access.account_id, file_id);
end
$$;
comment on function share.utterance_put is 'Replaces what is said in a file: an array of {"start_ms", "end_ms", "speaker", "text"} in any order, speaker optional, at most 100,000. Each ends at the latest where the next begins and where the file ends; one that ends before it has begun, begins behind the file''s end or together with another is refused, and all with it. language is a BCP 47 tag, null keeps the one that is known; has_dialogue is by default whether there are any; run, where a worker was asked, keeps late results out. For editors. Errors: 22023 (with the element), 22P02, 23514, 42501, PT401, PT404, PT410 (another run was asked for), PT413.';
