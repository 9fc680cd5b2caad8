create function share.events_add(account_ids uuid[], ids uuid[], kind text, detail jsonb)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    told bigint;
    who share.caller_identity := share.caller();
begin
    with added as (
        insert into share.event as e (account_id, event_id, share_id, kind, actor_kind, actor, detail)
        select t.account_id, share.new_id(), t.id, events_add.kind, who.kind, who.name, jsonb_strip_nulls(events_add.detail)
        from unnest(account_ids, ids) t(account_id, id)
        returning e.account_id, e.event_id, e.at, e.share_id, e.detail
    )
    select count(share.webhook_enqueue(a.account_id, a.event_id, events_add.kind, a.at, a.share_id, a.detail)) into told
    from added a
    where exists (select from share.webhook w where w.account_id = a.account_id and w.disabled_at is null);
    perform share.event_announce();
end
$$;
comment on function share.events_add is 'Internal. The same event of the caller for many shares, in one statement.';
