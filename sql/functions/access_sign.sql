create function share.access_sign(access share.file_access, context jsonb)
returns share.access_signing
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    result share.access_signing;
begin
    if access.share_id is null then
        return row('00000000-0000-0000-0000-000000000000', 1, false, null, null)::share.access_signing;
    end if;
    select s.share_id, s.epoch, s.visibility = 'public', least(s.expires_at, r.expires_at),
        case when (s.restrictions -> 'bind_address')::boolean and not access.is_member then share.visit_context(context) ->> 'address' end
    into result
    from share.share s
    left join share.recipient r on r.account_id = s.account_id and r.recipient_id = access.recipient_id
    where s.account_id = access.account_id and s.share_id = access.share_id;
    return result;
end
$$;
comment on function share.access_sign is 'Internal. What the URLs say that are signed for somebody who was let in to a file: of the share of the visit, or of no share for a member.';
