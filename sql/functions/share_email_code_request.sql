create function share.share_email_code_request(
    link text,
    email text,
    visit_token text default null,
    recipient_token text default null,
    context jsonb default '{}'
)
returns share.request_result
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- A plan made for the values would hold them, and a logged plan a code.
set plan_cache_mode = force_generic_plan
as $$
declare
    moment timestamptz := statement_timestamp();
    wanted text;
    decision share.share_decision;
    asked record;
    result share.request_result;
    code text := share.code_generate();
    ends timestamptz := moment + interval '10 minutes';
begin
    perform share.ready();
    perform share.require_primary();
    perform share.require_argument('email', email is null);
    perform share.require_gateway('codes are sent for applications and gateways only');
    wanted := share.email_normal(email);
    decision := share.decide(link, visit_token, recipient_token, share.visit_context(context), share.caller_of_session(), moment);
    result := row(true, null, 200, null)::share.request_result;
    if decision.share_id is not null then
        delete from share.email_code_count c
        where c.account_id = decision.account_id and c.share_id = decision.share_id and c.counted_from <= moment - interval '1 hour';
        insert into share.email_code_count as c (account_id, share_id, address, counted_from)
        values (decision.account_id, decision.share_id, coalesce(host(decision.address), ''), moment)
        on conflict on constraint email_code_count_pkey do update set requests = c.requests + 1
        where c.requests < 10;
        if not found then
            select false, 'locked', share.reason_status('locked'), c.counted_from + interval '1 hour' into result
            from share.email_code_count c
            where c.account_id = decision.account_id and c.share_id = decision.share_id and c.address = coalesce(host(decision.address), '');
        end if;
    end if;
    select p.closed, p.provable, p.recipient_id into asked from share.email_provable(decision, wanted) p;
    -- Whether an address may get in is told to who reads its mails.
    if result.granted and asked.provable then
        delete from share.email_code c
        where c.account_id = decision.account_id and c.share_id = decision.share_id and c.sent_at <= moment - interval '1 day';
        insert into share.email_code as c (account_id, share_id, email, code_hash, sent_at, expires_at, counted_from)
        values (decision.account_id, decision.share_id, wanted, share.secret_hash(code), moment, ends, moment)
        on conflict on constraint email_code_pkey do update
        set code_hash = excluded.code_hash, tries = 0, sent_at = excluded.sent_at, expires_at = excluded.expires_at,
            sent = case when c.counted_from <= moment - interval '1 hour' then 1 else c.sent + 1 end,
            counted_from = case when c.counted_from <= moment - interval '1 hour' then moment else c.counted_from end
        where c.sent_at <= moment - interval '1 minute' and (c.sent < 10 or c.counted_from <= moment - interval '1 hour');
        if found then
            perform share.job_add(decision.account_id, 'email_code', jsonb_strip_nulls(jsonb_build_object('email', wanted, 'code', code, 'expires_at', ends,
                'recipient_id', asked.recipient_id, 'title', (
                    select s.title from share.share s where s.account_id = decision.account_id and s.share_id = decision.share_id
                ))), decision.share_id);
            perform share.event_add(decision.account_id, decision.share_id, 'email_code.sent', recipient_id => asked.recipient_id,
                visit_id => decision.visit_id, address => decision.address, is_bot => decision.is_bot);
        end if;
    end if;
    perform set_config('response.status', result.http_status::text, true);
    return result;
end
$$;
comment on function share.share_email_code_request is 'Sends a code of six digits to a mail address (a job of kind email_code) if the address may open the share, for share.share_email_prove(). The answer is the same whether it may or not, also for a link that leads nowhere: granted means that a code is on its way if the address may get in. A code counts ten minutes; an address is sent one a minute and ten an hour, and a visitor''s network address may ask ten times an hour (locked). For applications and gateways, as passwords. Errors: 22023, 25006, 42501, PT413.';
