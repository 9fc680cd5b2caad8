create function share.webhook_describe(account_id uuid, ids uuid[])
returns setof share.webhook_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select w.webhook_id, nullif(w.account_id, '00000000-0000-0000-0000-000000000000'), w.url, w.kinds,
        (select k.valid_until from share.signing_key k where k.account_id = w.account_id and k.kid = w.previous_kid and k.state <> 'revoked'),
        w.disabled_at, w.created_at, w.updated_at
    from unnest(ids) with ordinality t(webhook_id, ordinality)
    cross join lateral (select r.* from share.webhook r where r.account_id = webhook_describe.account_id and r.webhook_id = t.webhook_id limit 1) w
    order by t.ordinality;
end
$$;
comment on function share.webhook_describe is 'Internal. The webhooks of an account with these ids, in their order.';
