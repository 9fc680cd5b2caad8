create function share.transcript_rerun(
    file_id uuid,
    language text default null,
    drive_id uuid default null,
    account_id uuid default null
)
returns uuid
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    held record;
    made uuid;
begin
    perform share.ready();
    access := share.file_enter(file_id, 'editor', null, null, '{}', drive_id, account_id);
    perform share.transcript_ensure(access.account_id, file_id);
    update share.transcript t
    set run = t.run + 1, language = coalesce(transcript_rerun.language, t.language), updated_at = statement_timestamp()
    where t.account_id = access.account_id and t.file_id = transcript_rerun.file_id
    returning t.run, t.language, t.has_dialogue into held;
    made := share.job_add(access.account_id, 'transcribe', jsonb_strip_nulls(jsonb_build_object(
        'file_id', file_id, 'language', held.language, 'run', held.run, 'skip_dialogue_check', case when not held.has_dialogue then true end)));
    update share.transcript t set job_id = made
    where t.account_id = access.account_id and t.file_id = transcript_rerun.file_id;
    perform share.event_add(access.account_id, null, 'transcript.requested', jsonb_build_object('file_id', file_id, 'run', held.run, 'job_id', made));
    return made;
end
$$;
comment on function share.transcript_rerun is 'Asks a worker to write down what is said in a file (job transcribe), for the first time or again; what is there stays until share.utterance_put() replaces it. Where the last run has found no dialogue, the next one does not check whether there is any. Returns the id of the job. For editors. Errors: 22023, 23514, 25006, 42501, PT401, PT404.';
