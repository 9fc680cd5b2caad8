create function share.access_request_create(
    link text,
    email text default null,
    name text default null,
    message text default null,
    visit_token text default null,
    recipient_token text default null,
    context jsonb default '{}'
)
returns share.request_result
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    moment timestamptz := statement_timestamp();
    who share.caller_identity;
    decision share.share_decision;
    held record;
    address text;
    made uuid := share.new_id();
    result share.request_result;
begin
    perform share.ready();
    perform share.require_primary();
    who := share.caller_of_session();
    address := share.email_normal(nullif(email, ''));
    name := share.text_check('name', nullif(name, ''), 200);
    message := share.text_check('message', nullif(message, ''), 2000);
    decision := share.decide(link, visit_token, recipient_token, share.visit_context(context), who, moment);
    if address is null and coalesce(decision.user_id, who.user_id) is null then
        perform share.refuse('22023', 'who asks needs a mail address', '', 'give email, or sign in');
    end if;
    result := row(true, null, 200, null)::share.request_result;
    if decision.share_id is not null then
        -- Its row holds others back while the open ones are counted.
        select s.title, s.owner_id, s.email_domains into held
        from share.share s
        where s.account_id = decision.account_id and s.share_id = decision.share_id
        for no key update;
        if decision.granted or decision.state <> 'active' or not (
            decision.reason in ('sign_in_required', 'not_a_member', 'recipient_required', 'recipient_ended', 'email_not_allowed')
            -- An address of another domain is sent no code, so it never gets as far as email_not_allowed.
            or decision.reason = 'email_unproved' and split_part(address, '@', 2) <> all (held.email_domains)
        ) then
            result.granted := false;
            result.reason := coalesce(decision.reason, 'open_already');
        elsif exists (
            -- Who is asked has answered today.
            select from share.access_request r
            where r.account_id = decision.account_id and r.share_id = decision.share_id and r.state = 'refused'
                and r.decided_at > moment - interval '1 day' and (r.user_id = decision.user_id or r.email = address)
        ) or exists (
            select from share.access_request r
            where r.account_id = decision.account_id and r.share_id = decision.share_id and r.state = 'pending'
                and (r.user_id = decision.user_id or r.email = address)
        ) then
            null; -- the answer of the first time
        elsif (
            select count(*) from share.access_request r
            where r.account_id = decision.account_id and r.share_id = decision.share_id and r.state = 'pending'
        ) >= 100 then
            result.granted := false;
            result.reason := 'locked';
        else
            insert into share.access_request (account_id, request_id, share_id, user_id, email, name, message)
            values (decision.account_id, made, decision.share_id, decision.user_id, address, access_request_create.name, access_request_create.message);
            perform share.job_add(decision.account_id, 'access_request', jsonb_strip_nulls(jsonb_build_object(
                'request_id', made, 'user_id', held.owner_id,
                'email', (select m.email from share.member m where m.account_id = decision.account_id and m.user_id = held.owner_id),
                'from_name', coalesce(name, decision.user_id), 'from_email', address, 'message', message, 'title', held.title,
                'link', share.page_url(share.share_address(decision.account_id, decision.share_id), null, null, null, null, null)
            )), decision.share_id);
            perform share.event_add(decision.account_id, decision.share_id, 'access_request.created', jsonb_build_object('request_id', made),
                visit_id => decision.visit_id, reason => decision.reason, address => decision.address, is_bot => decision.is_bot);
        end if;
        result.http_status := share.reason_status(result.reason);
    end if;
    perform set_config('response.status', result.http_status::text, true);
    return result;
end
$$;
comment on function share.access_request_create is 'Asks for access to a share that is active and refuses its visitor with sign_in_required, not_a_member, recipient_required, recipient_ended or email_not_allowed (also for an address of a domain that is not allowed): by the user who is signed in, by email or both. The owner is told by a job of kind access_request. granted means that the request was taken; it is so for a link that leads nowhere, for a second request while one is open, and for a day after one was refused, too. Otherwise reason says why not: the gate that is closed, open_already, or locked when 100 requests for the share are open. Errors: 22023, 23514, 25006, PT413.';
