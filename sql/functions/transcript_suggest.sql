create function share.transcript_suggest(
    file_id uuid,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns share.transcript_suggestions
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    held record;
    result share.transcript_suggestions;
begin
    perform share.ready();
    access := share.file_enter(file_id, 'viewer', 'view', visit_token, context, drive_id, account_id);
    if not access.shown @> numrange(0, null) then
        perform share.refuse('42501', 'the share does not show all of the file', 'file: ' || file_id, 'suggestions are made of all that is said in it');
    end if;
    result.file_id := file_id;
    result.suggestions := (
        select array_agg(s.text order by s.ordinal) from share.transcript_suggestion s
        where s.account_id = access.account_id and s.file_id = transcript_suggest.file_id
    );
    if result.suggestions is not null then
        return result;
    end if;
    perform share.transcript_living(access.account_id, file_id);
    perform share.require_primary();
    select t.suggest_job_id, t.language into held
    from share.transcript t
    where t.account_id = access.account_id and t.file_id = transcript_suggest.file_id
    for no key update;
    -- One at a time; what was given up is asked for again after an hour.
    result.job_id := (
        select j.job_id from share.job j
        where j.account_id = access.account_id and j.job_id = held.suggest_job_id
            and (j.finished_at is null or j.finished_at > statement_timestamp() - interval '1 hour')
    );
    if result.job_id is null then
        result.job_id := share.job_add(access.account_id, 'transcript_suggest', jsonb_strip_nulls(jsonb_build_object(
            'file_id', file_id, 'language', held.language)), access.share_id);
        update share.transcript t set suggest_job_id = result.job_id
        where t.account_id = access.account_id and t.file_id = transcript_suggest.file_id;
    end if;
    if not access.is_member then
        result.job_id := null;
    end if;
    return result;
end
$$;
comment on function share.transcript_suggest is 'Returns three questions to begin a talk about a file with, or null for them while a worker is asked (job transcript_suggest); ask again when it is done. Members, and visits by the permission view whose share shows all of the file. Errors: 22023, 25006 (where none are there yet), 42501, PT401, PT404 (also without a transcript), PT410, PT429.';
