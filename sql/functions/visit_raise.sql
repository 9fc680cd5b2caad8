create function share.visit_raise(reason text)
returns void
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    status integer := share.reason_status(reason);
begin
    perform share.refuse(case when status in (403, 409) then '42501' else 'PT' || status end, 'the share does not open', 'reason: ' || reason,
        'share.share_explain() tells which gates are closed');
end
$$;
comment on function share.visit_raise is 'Internal. Raises the reason why a visit goes no further, where a function has no row to say it in: 42501, PT401, PT404, PT410 or PT429.';
