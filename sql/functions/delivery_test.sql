create function share.delivery_test(
    name text,
    path text,
    action text default 'stream',
    file_name text default null,
    content_type text default null,
    client_address inet default null,
    public boolean default false,
    at timestamptz default null,
    account_id uuid default null
)
returns setof share.delivery_step
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid := account_id;
    accounts uuid[];
    moment timestamptz := coalesce(at, statement_timestamp());
    ends timestamptz;
    d record;
begin
    perform share.ready();
    perform share.authorize_operator();
    perform share.require_argument('name', name is null);
    perform share.require_argument('path', path is null);
    perform share.require_argument('action', action is null);
    perform share.require_argument('public', public is null);
    if account is null then
        accounts := array(select r.account_id from share.delivery r where r.name = delivery_test.name order by r.account_id limit 2);
        if cardinality(accounts) > 1 then
            perform share.refuse('22023', 'several accounts have a delivery of this name', 'name: ' || name, 'give account_id too');
        end if;
        account := accounts[1];
    end if;
    select r.* into d from share.delivery r where r.account_id = account and r.name = delivery_test.name;
    if not found then
        perform share.refuse('PT404', 'delivery not found', 'name: ' || left(name, 100), 'share.delivery_list() shows those of an account');
    end if;
    ends := share.url_expiry(d.signer, action, public, moment, null);
    return query
    select v.step, v.value
    from (values ('scheme', d.scheme), ('kid', d.kid), ('signed at', moment::text), ('expires at', coalesce(ends::text, 'never: public shares are served plain'))) v(step, value);
    return query
    select s.step, s.value
    from share.sign_steps(d.signer, path, action, public, moment, ends,
        '00000000-0000-0000-0000-000000000000', 1, file_name, content_type, host(client_address), null, null) s;
    if not found then
        perform share.refuse('55000', 'the delivery has no key that counts', format('delivery: %s, kid: %s', name, d.kid),
            'share.signing_key_list() shows the states; name another key with share.delivery_update()');
    end if;
end
$$;
comment on function share.delivery_test is 'Signs a URL of a delivery to try it, and shows step by step what was signed: what to compare when an edge answers 403. The share in it is the nil UUID. account_id is needed where several accounts have a delivery of this name. For operators. Errors: 22023, 42501, 55000 (key revoked), PT401, PT404.';
