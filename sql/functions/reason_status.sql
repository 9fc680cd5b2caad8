create function share.reason_status(reason text)
returns integer
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return case reason
        when 'not_found' then 404
        when 'revoked' then 410
        when 'expired' then 410
        when 'exhausted' then 410
        when 'plays_exhausted' then 410
        when 'downloads_exhausted' then 410
        when 'recipient_ended' then 410
        when 'disabled' then 403
        when 'scheduled' then 403
        when 'visit_required' then 401
        when 'sign_in_required' then 401
        when 'not_a_member' then 403
        when 'recipient_required' then 403
        when 'email_unproved' then 401
        when 'email_not_allowed' then 403
        when 'referrer_refused' then 403
        when 'embed_refused' then 403
        when 'address_refused' then 403
        when 'country_refused' then 403
        when 'user_agent_refused' then 403
        when 'preview_bot' then 403
        when 'terms_required' then 403
        when 'password_required' then 401
        when 'wrong_password' then 401
        when 'wrong_code' then 401
        when 'open_already' then 409
        when 'locked' then 429
        when 'permission_missing' then 403
        else 200
    end;
end
$$;
comment on function share.reason_status is 'Internal. The HTTP status of a reason why a link does not open; this is the list of the reasons.';
