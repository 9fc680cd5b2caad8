create function share.preview_sign(access share.file_access, context jsonb, kind text)
returns setof share.preview_details
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    moment timestamptz := statement_timestamp();
    signing share.access_signing := share.access_sign(access, context);
    is_whole boolean := access.shown @> numrange(0, null);
    ends timestamptz;
    signer text;
begin
    select d.signer into signer
    from share.file f
    join share.account a on a.account_id = f.account_id
    join share.delivery d on d.account_id = f.account_id and d.name = coalesce(f.preview_delivery, a.preview_delivery) and 'preview' = any (d.uses)
    where f.account_id = access.account_id and f.file_id = access.file_id;
    ends := share.url_expiry(signer, 'preview', signing.is_public, moment, signing.latest);
    signing.address := share.address_bound(signer, signing.address, 'preview', ends, signing.share_id);
    return query
    with seen as materialized (
        select p.*
        from share.preview p
        where p.account_id = access.account_id and p.file_id = access.file_id and (preview_sign.kind is null or p.kind = preview_sign.kind)
            -- An image is one object: where a part of it lies outside of what is shown, none of it is.
            and (is_whole or p.path not in (
                select o.path
                from share.preview o
                where o.account_id = access.account_id and o.file_id = access.file_id and (o.at_seconds <@ access.shown) is not true
            ))
    ),
    -- Each image once, however many regions of it there are.
    signed as materialized (
        select i.path, share.sign_url(signer, case when (ends > moment) is not false then i.path end, 'preview', signing.is_public, moment, ends,
            signing.share_id, signing.epoch, null, null, signing.address, null, null) as url
        from (select distinct s.path from seen s) i
    )
    select p.preview_id, p.account_id, p.file_id, p.kind, p.at_seconds, p.width, p.height, p.region_x, p.region_y, p.region_width, p.region_height,
        p.created_at, s.url, case when s.url is not null then ends end
    from seen p
    join signed s on s.path = p.path
    order by p.kind, p.at_seconds nulls first;
end
$$;
comment on function share.preview_sign is 'Internal. The images of a file that a caller may see, signed in one statement.';
