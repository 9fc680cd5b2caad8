create function share.transcript_get(
    file_id uuid,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns share.transcript_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    result share.transcript_details;
begin
    perform share.ready();
    access := share.file_enter(file_id, 'viewer', 'view', visit_token, context, drive_id, account_id);
    result := share.transcript_describe(access.account_id, file_id);
    if not access.is_member then
        result.job_id := null;
        -- Who else speaks is not told to who sees a part.
        if not access.shown @> numrange(0, null) then
            result.utterances := null;
            result.segments := null;
            result.speakers := null;
        end if;
    end if;
    return result;
end
$$;
comment on function share.transcript_get is 'Returns state, language and size of a file''s transcript; nulls where it was never asked for one or given one. Members, and visits by the permission view. Errors: 22023, 42501, PT401, PT404, PT410, PT429.';
