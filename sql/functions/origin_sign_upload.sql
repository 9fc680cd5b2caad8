create function share.origin_sign_upload(
    file_id uuid,
    path text,
    kind text default 'source',
    file_segment_id uuid default null,
    delivery text default null,
    content_type text default null,
    client_address inet default null,
    account_id uuid default null
)
returns share.signed_url
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    d record;
    ends timestamptz;
    signed text;
begin
    perform share.ready();
    perform share.require_argument('file_id', file_id is null);
    perform share.require_argument('path', path is null);
    perform share.require_argument('kind', kind is null);
    account := share.file_account(file_id, account_id, 'editor');
    select r.* into d
    from share.file f
    join share.account a on a.account_id = f.account_id
    join share.delivery r on r.account_id = f.account_id and r.name = coalesce(origin_sign_upload.delivery, f.download_delivery, a.download_delivery)
    where f.account_id = account and f.file_id = origin_sign_upload.file_id;
    if not found or 'upload' <> all (d.uses) then
        perform share.refuse('22023', 'no such delivery for this use', 'delivery: ' || coalesce(left(origin_sign_upload.delivery, 100), d.name, 'none'),
            'name a delivery of the account whose uses have upload');
    end if;
    perform share.origin_kind_check(account, file_id, file_segment_id, kind);
    -- What may not be put there may not be stored there either.
    perform share.origin_place_check(account, file_id, file_segment_id, kind, share.text_check('path', path, 1024));
    perform share.origin_digit_check(account, path);
    ends := share.url_expiry(d.signer, 'upload', false, statement_timestamp(), null);
    select s.value into signed
    from share.sign_steps(d.signer, path, 'upload', false, statement_timestamp(), ends,
        '00000000-0000-0000-0000-000000000000', 1, null, content_type, host(client_address), null, null) s
    where s.step = 'url';
    if signed is null then
        perform share.refuse('55000', 'the delivery has no key that counts', format('delivery: %s, kid: %s', d.name, d.kid),
            'share.signing_key_list() shows the states');
    end if;
    perform share.event_add(account, null, 'upload.signed', jsonb_build_object('file_id', file_id, 'file_segment_id', file_segment_id, 'kind', kind, 'path', path));
    return row(null, signed, ends, null)::share.signed_url;
end
$$;
comment on function share.origin_sign_upload is 'Signs a URL that takes one object of a file by HTTP PUT, at a path that share.origin_put() would take; name it there once it is stored. Without delivery that of the file''s downloads, whose uses must have upload. With content_type the upload must send this one. Errors: 22023, 42501, 55000 (key revoked), PT401, PT404, PT413.';
