create function share.decide(link text, visit_token text, recipient_token text, context jsonb, who share.caller_identity, at timestamptz)
returns share.share_decision
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    result share.share_decision;
    visit_named uuid := share.token_read(visit_token, 'visit', at);
    recipient_named uuid := share.token_read(recipient_token, 'recipient', at);
    target uuid;
    visit record;
    recipient record;
    held record;
    is_member boolean;
begin
    result.granted := false;
    result.address := (context ->> 'address')::inet;
    result.is_bot := share.user_agent_is_bot(context ->> 'user_agent');
    -- A link names the share; where there is none, or it leads nowhere since the share has another address, a token does.
    target := coalesce(
        share.link_share(link, at),
        case when link is null then (select v.share_id from share.visit v where v.visit_id = visit_named) end,
        (select r.share_id from share.recipient r where r.recipient_id = recipient_named)
    );
    select s.*, share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, at) as state
    into held
    from share.share s
    where s.share_id = target and not s.is_deleted;
    -- A token of another share is worth nothing here.
    select v.* into visit
    from share.visit v
    where v.account_id = held.account_id and v.share_id = target and v.visit_id = visit_named and v.expires_at > at
        -- Who came by an address that was taken away, but for recipients, whose links go on.
        and (v.rotation = held.rotation or v.recipient_id is not null);
    result.reason := case
        when link is null and (target is null or held.share_id is not null and visit_named is not null and visit.visit_id is null) then 'visit_required'
        when held.share_id is null then 'not_found' end;
    if result.reason is not null then
        result.closed := array[result.reason];
        result.http_status := share.reason_status(result.reason);
        return result;
    end if;
    result.user_id := coalesce(case when who.kind = 'user' then who.user_id end, visit.user_id);
    select r.* into recipient
    from share.recipient r
    where r.account_id = held.account_id and r.share_id = target
        and (r.recipient_id in (recipient_named, visit.recipient_id) or r.user_id = result.user_id and r.revoked_at is null)
    order by (r.recipient_id = recipient_named) desc nulls last, (r.recipient_id = visit.recipient_id) desc nulls last
    limit 1;
    is_member := who.kind = 'api_key' and who.account_id = held.account_id or exists (
        select from share.member m
        where m.account_id = held.account_id and m.user_id = result.user_id and (who.account_id is null or who.account_id = held.account_id)
    );
    result.share_id := held.share_id;
    result.account_id := held.account_id;
    result.state := held.state;
    result.visibility := held.visibility;
    result.recipient_id := recipient.recipient_id;
    result.visit_id := visit.visit_id;
    result.counted := visit.opened_at is not null;
    result.email := visit.email;
    result.rotation := held.rotation;
    result.ends_at := least(held.expires_at, recipient.expires_at);
    result.permissions := case when recipient.permissions is null then held.permissions
        else array(select p from unnest(held.permissions) p where p = any (recipient.permissions)) end;
    result.closed := array_remove(
        array[
            -- Who was let in before the last opening was taken stays in.
            case when held.state <> 'active' and not (held.state = 'exhausted' and result.counted) then held.state::text
                when held.disabled_at is not null then 'disabled'
                when held.starts_at > at then 'scheduled' end,
            case when recipient.revoked_at is not null or recipient.expires_at <= at then 'recipient_ended' end,
            case when held.visibility = 'private' and not is_member then
                case when result.user_id is null and who.kind <> 'api_key' then 'sign_in_required' else 'not_a_member' end end,
            case when held.recipients_only and recipient.recipient_id is null then 'recipient_required' end
        ]
        || share.restrictions_closed(held.restrictions, context)
        || array[
            case when result.is_bot and not result.counted and exists (
                select from share.cap c where c.account_id = held.account_id and c.share_id = held.share_id
            ) then 'preview_bot' end,
            case when (held.prove_email or held.email_domains is not null) and visit.email is null then 'email_unproved'
                when held.prove_email and lower(visit.email) <> lower(recipient.email)
                    or split_part(lower(visit.email), '@', 2) <> all (held.email_domains) then 'email_not_allowed' end,
            case when held.terms is not null
                and held.terms_version is distinct from coalesce(context ->> 'terms_version', visit.terms_version) then 'terms_required' end,
            case when held.has_password and visit.unlocked is not true then 'password_required' end
        ],
        null
    );
    result.granted := cardinality(result.closed) = 0;
    result.reason := result.closed[1];
    result.http_status := share.reason_status(result.reason);
    return result;
end
$$;
comment on function share.decide is 'Internal. The one place that decides whether a link opens: every function of the holder of a link asks it, for share.caller_of_session(), since who opens a link needs no user. Of tokens that are forged, over or of another share it takes no notice. The password is the last gate, and the only one that share.password_attempt() can open.';
