create function share.file_enter(
    file_id uuid,
    needed share.member_role,
    permission text,
    visit_token text,
    context jsonb,
    drive_id uuid default null,
    account_id uuid default null,
    named text default null
)
returns share.file_access
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    who share.caller_identity := share.caller_of_session();
    decision share.share_decision;
    result share.file_access;
begin
    perform share.require_argument('file_id', file_id is null);
    if visit_token is null then
        result.account_id := share.file_account(file_id, account_id, needed);
        result.is_member := true;
        result.shown := '{[0,)}';
        result.actor_kind := who.kind;
        result.actor := who.name;
        result.actor_name := coalesce((
            select m.name from share.member m where m.account_id = result.account_id and m.user_id = who.user_id
        ), who.name);
    else
        decision := share.decide(null, visit_token, null, share.visit_context(context), who, statement_timestamp());
        if decision.granted and not decision.counted then
            decision.reason := 'visit_required';
        end if;
        if decision.reason is not null then
            perform share.visit_raise(decision.reason);
        end if;
        result.shown := share.visit_shown(decision, file_id);
        if result.shown is null or account_id <> decision.account_id then
            perform share.refuse('PT404', 'file not found', coalesce(named, 'id: ' || file_id));
        elsif not coalesce(permission = any (decision.permissions), false) then
            perform share.refuse('42501', 'the share does not permit this', 'needed: ' || permission, 'an editor of the account can give the share this permission');
        end if;
        result.account_id := decision.account_id;
        result.is_member := false;
        result.share_id := decision.share_id;
        result.recipient_id := decision.recipient_id;
        result.visit_id := decision.visit_id;
        result.permissions := decision.permissions;
        if decision.user_id is not null then
            result.actor_kind := 'user';
            result.actor := decision.user_id;
            result.actor_name := coalesce((
                select m.name from share.member m where m.account_id = result.account_id and m.user_id = decision.user_id
            ), decision.user_id);
        elsif decision.recipient_id is not null then
            result.actor_kind := 'recipient';
            result.actor := decision.recipient_id;
            result.actor_name := (
                select coalesce(r.name, split_part(r.email, '@', 1))
                from share.recipient r where r.account_id = result.account_id and r.recipient_id = decision.recipient_id
            );
        else
            result.actor_kind := 'guest';
            result.actor := decision.visit_id;
        end if;
    end if;
    result.file_id := file_id;
    select f.drive_id into result.drive_id
    from share.file f
    where f.account_id = result.account_id and f.file_id = file_enter.file_id and not f.is_deleted;
    if not found or drive_id <> result.drive_id then
        perform share.refuse('PT404', 'file not found', coalesce(named, format('id: %s, drive_id: %s', file_id, coalesce(drive_id::text, 'any'))));
    end if;
    return result;
end
$$;
comment on function share.file_enter is 'Internal. The one way to what hangs on a file: for a member with the needed role, or for a visit whose share shows the file and has the permission. A drive_id that is given must be the file''s. How the caller has named the file stands in DETAIL instead of its id, for visits. Errors: as share.authorize; through a share PT401, 42501, PT410, PT429 or PT404 with the reason in DETAIL, as share.decide() has it.';
