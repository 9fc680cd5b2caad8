create function share.transcript_describe(account_id uuid, file_id uuid)
returns share.transcript_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    result share.transcript_details;
begin
    select t.file_id, t.account_id,
        case when t.state = 'pending' and exists (
            select from share.job j where j.account_id = t.account_id and j.job_id = t.job_id and j.state = 'dead'
        ) then 'failed' else t.state end,
        t.language, t.has_dialogue, t.run,
        (select count(*) from share.utterance u where u.account_id = t.account_id and u.file_id = t.file_id),
        (select count(*) from share.transcript_segment g where g.account_id = t.account_id and g.file_id = t.file_id),
        array(select s.speaker from (
            select u.speaker, min(u.ordinal) as first from share.utterance u
            where u.account_id = t.account_id and u.file_id = t.file_id and u.speaker is not null
            group by u.speaker
        ) s order by s.first),
        t.job_id, t.put_at, t.created_at, t.updated_at
    into result
    from share.transcript t
    where t.account_id = transcript_describe.account_id and t.file_id = transcript_describe.file_id;
    return result;
end
$$;
comment on function share.transcript_describe is 'Internal. The transcript of a file in the form that the functions return; null where there is none.';
