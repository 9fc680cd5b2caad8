create function share.attachment_describe(access share.file_access, context jsonb, ids uuid[])
returns setof share.attachment_details
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
    signing share.access_signing := share.access_sign(access, context);
begin
    return query
    select a.attachment_id, a.file_id, a.comment_id, a.name, a.mime_type, a.bytes, a.state, signed.url, case when signed.url is not null then ends.at end, a.created_at
    from unnest(ids) with ordinality t(id, ordinality)
    cross join lateral (select r.* from share.comment_attachment r where r.account_id = access.account_id and r.attachment_id = t.id limit 1) a
    join share.file f on f.account_id = a.account_id and f.file_id = a.file_id
    join share.account o on o.account_id = a.account_id
    left join share.delivery d on d.account_id = a.account_id and d.name = coalesce(f.download_delivery, o.download_delivery)
        and 'download' = any (d.uses) and a.state = 'uploaded'
    -- As long as a download of a private share, whatever the share.
    cross join lateral (select share.url_expiry(d.signer, 'download', false, statement_timestamp(), signing.latest) as at offset 0) ends
    cross join lateral (
        select share.sign_url(d.signer, case when ends.at > statement_timestamp() is not false then a.path end, 'download', false, statement_timestamp(), ends.at,
            signing.share_id, signing.epoch, a.name, a.mime_type, signing.address, null, null) as url
        offset 0
    ) signed
    order by t.ordinality;
end
$$;
comment on function share.attachment_describe is 'Internal. The attachments with these ids in their order, each that is uploaded with a signed URL that offers it under its name.';
