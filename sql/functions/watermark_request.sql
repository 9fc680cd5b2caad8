create function share.watermark_request(
    share_id uuid,
    file_id uuid default null,
    recipient_id uuid default null,
    account_id uuid default null
)
returns uuid
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    held record;
    text_to_burn text;
    segment uuid;
    named text;
    made uuid;
begin
    perform share.ready();
    perform share.require_argument('share_id', share_id is null);
    account := share.share_account(share_id, account_id, 'editor');
    perform share.share_living(account, share_id);
    select s.file_id, s.file_segment_id, s.watermark into held
    from share.share s where s.account_id = account and s.share_id = watermark_request.share_id;
    if held.watermark is null then
        perform share.refuse('22023', 'the share has no watermark', 'share: ' || share_id, 'give it one by share.share_update()');
    end if;
    text_to_burn := held.watermark;
    if recipient_id is not null then
        select coalesce(r.email, r.user_id) into named
        from share.recipient r
        where r.account_id = account and r.share_id = watermark_request.share_id and r.recipient_id = watermark_request.recipient_id and r.revoked_at is null;
        if not found then
            perform share.authorize(null, 'editor', 'recipient', recipient_id::text);
        end if;
        text_to_burn := text_to_burn || ' · ' || named;
    end if;
    if file_id is null or file_id = held.file_id then
        segment := held.file_segment_id;
    else
        select i.file_segment_id into segment
        from share.item i
        left join share.file f on f.account_id = i.account_id and f.file_id = watermark_request.file_id and f.drive_id = i.drive_id
            and starts_with(f.path, i.folder) and not f.is_deleted
        where i.account_id = account and i.share_id = watermark_request.share_id and (i.file_id = watermark_request.file_id or f.file_id is not null)
        order by i.ordinal
        limit 1;
        if not found then
            perform share.authorize(null, 'editor', 'file', file_id::text);
        end if;
    end if;
    made := share.job_add(account, 'watermark', jsonb_strip_nulls(jsonb_build_object(
        'file_id', coalesce(file_id, held.file_id), 'file_segment_id', segment, 'text', text_to_burn, 'recipient_id', recipient_id
    )), share_id);
    perform share.event_add(account, share_id, 'watermark.requested', jsonb_build_object('job_id', made, 'file_id', coalesce(file_id, held.file_id)),
        recipient_id => recipient_id);
    return made;
end
$$;
comment on function share.watermark_request is 'Asks a worker to burn the watermark of a share into its file, or into one that it shows (job watermark); for a recipient with the mail address or user id behind it. Returns the id of the job. Errors: 22023 (also without a watermark), 42501, PT401, PT404, PT410.';
