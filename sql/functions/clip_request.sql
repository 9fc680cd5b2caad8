create function share.clip_request(
    file_id uuid,
    start_time numeric,
    end_time numeric,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns share.clip_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    signing share.access_signing;
    held record;
    signed share.signed_url;
    result share.clip_details;
begin
    perform share.ready();
    access := share.file_enter(file_id, 'viewer', 'download', visit_token, context, drive_id, account_id);
    perform share.clip_check(access, start_time, end_time);
    perform share.access_uncapped(access, 'download');
    -- Two who ask for the same at once get the same.
    perform pg_advisory_xact_lock(hashtextextended(format('clip %s %s %s', file_id, trim_scale(start_time), trim_scale(end_time)), 0));
    select c.file_segment_id, c.job_id, j.state, exists (
            select from share.origin o
            where o.account_id = c.account_id and o.file_id = c.file_id and o.file_segment_id = c.file_segment_id and o.kind = 'source'
        ) as is_cut
    into held
    from share.clip c
    join share.segment g on g.account_id = c.account_id and g.file_segment_id = c.file_segment_id and not g.is_deleted
    left join share.job j on j.account_id = c.account_id and j.job_id = c.job_id
    where c.account_id = access.account_id and c.file_id = clip_request.file_id
        and c.start_time = clip_request.start_time and c.end_time = clip_request.end_time;
    result.file_id := file_id;
    result.file_segment_id := held.file_segment_id;
    result.start_time := start_time;
    result.end_time := end_time;
    if held.is_cut then
        signed := share.file_download_sign(access, context, 'source', null, true, held.file_segment_id);
        result.state := 'done';
        result.job_id := case when held.state is not null then held.job_id end;
        result.url := signed.url;
        result.expires_at := signed.expires_at;
        return result;
    elsif held.state in ('queued', 'running', 'dead') then
        result.state := held.state;
        result.job_id := held.job_id;
        return result;
    end if;
    if access.share_id is not null and 10 <= (
        select count(*)
        from share.clip c
        join share.job j on j.account_id = c.account_id and j.job_id = c.job_id and j.state in ('queued', 'running')
        where c.account_id = access.account_id and c.share_id = access.share_id
    ) then
        perform share.refuse('PT429', 'too many clips of the share are being cut', '', 'wait until some are done');
    end if;
    perform share.comment_guest_take(access, context);
    if held.file_segment_id is null then
        result.file_segment_id := share.new_id();
        insert into share.segment (account_id, file_segment_id, file_id, start_time, end_time, file_duration)
        select f.account_id, result.file_segment_id, f.file_id, clip_request.start_time, clip_request.end_time, f.duration_limit
        from share.file f
        where f.account_id = access.account_id and f.file_id = clip_request.file_id and not f.is_deleted
        for key share;
        if not found then
            perform share.refuse('PT404', 'file not found', 'id: ' || file_id);
        end if;
    end if;
    result.job_id := share.job_add(access.account_id, 'cut', jsonb_build_object('file_id', file_id, 'file_segment_id', result.file_segment_id,
        'start_time', trim_scale(start_time), 'end_time', trim_scale(end_time)), access.share_id, deduplicate => 'clip ' || result.file_segment_id);
    result.state := 'queued';
    -- Also in place of one whose segment was deleted.
    insert into share.clip (account_id, file_id, start_time, end_time, file_segment_id, job_id, share_id)
    values (access.account_id, clip_request.file_id, clip_request.start_time, clip_request.end_time, result.file_segment_id, result.job_id, access.share_id)
    on conflict on constraint clip_pkey do update
    set file_segment_id = excluded.file_segment_id, job_id = excluded.job_id, share_id = excluded.share_id, created_at = statement_timestamp();
    perform share.event_add(access.account_id, access.share_id, 'clip.requested', jsonb_build_object('file_id', file_id,
            'file_segment_id', result.file_segment_id, 'job_id', result.job_id),
        recipient_id => access.recipient_id, visit_id => access.visit_id);
    return result;
end
$$;
comment on function share.clip_request is 'Has a worker cut a part of a file (job cut), and tells how far it is when asked again for the same: the clip is a segment of the file, and the worker puts what it has cut as that segment''s source, whose download URL is returned from then on. Through a share within what it shows, with the permission download, and ten at a time. Errors: 22023, 25006, 42501 (also a cap on downloads), PT401, PT404, PT410, PT429.';
