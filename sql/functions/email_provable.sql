create function share.email_provable(decision share.share_decision, email text, out closed text[], out provable boolean, out recipient_id uuid)
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    held record;
    named_email text;
begin
    -- Who has proved an address may turn out to be a recipient; the rest comes with share.share_open().
    select array_agg(c order by n) into closed
    from unnest(decision.closed) with ordinality t(c, n)
    where c not in ('email_unproved', 'email_not_allowed', 'password_required', 'terms_required')
        and (c <> 'recipient_required' or decision.recipient_id is not null);
    provable := false;
    if closed is not null or decision.share_id is null then
        return;
    end if;
    select s.recipients_only, s.prove_email, s.email_domains into held
    from share.share s
    where s.account_id = decision.account_id and s.share_id = decision.share_id;
    recipient_id := decision.recipient_id;
    if recipient_id is not null then
        select r.email into named_email from share.recipient r where r.account_id = decision.account_id and r.recipient_id = decision.recipient_id;
    else
        select r.recipient_id into recipient_id
        from share.recipient r
        where r.account_id = decision.account_id and r.share_id = decision.share_id and r.revoked_at is null
            and (r.expires_at <= statement_timestamp()) is not true and lower(r.email) = email_provable.email;
    end if;
    provable := decision.closed && '{email_unproved,email_not_allowed,recipient_required}'
        and (not held.prove_email or named_email is null or lower(named_email) = email)
        and (not held.recipients_only or recipient_id is not null)
        and (split_part(email, '@', 2) = any (held.email_domains)) is not false;
end
$$;
comment on function share.email_provable is 'Internal. Which gates would be closed for who has proved a mail address (in lower case), and, when none is, whether that address may be proved and whose it is. closed says nothing of the address: it may be told to anybody.';
