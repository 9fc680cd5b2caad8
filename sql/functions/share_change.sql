create function share.share_change(action text, account_ids uuid[], ids uuid[], reason text default null)
returns integer
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    moment timestamptz := statement_timestamp();
    changed_accounts uuid[];
    changed uuid[];
begin
    with change as (
        update share.share s
        set revoked_at = case action when 'revoke' then moment else s.revoked_at end,
            revoked_reason = case action when 'revoke' then reason else s.revoked_reason end,
            disabled_at = case action when 'disable' then moment when 'enable' then null else s.disabled_at end,
            deleted_at = case action when 'delete' then moment else s.deleted_at end,
            ended_at = case when action in ('revoke', 'expire', 'delete') then coalesce(s.ended_at, moment) else s.ended_at end,
            expires_at = case when action = 'expire' and (s.starts_at < moment) is not false then moment else s.expires_at end,
            -- What was signed before no longer counts where the epoch is asked.
            epoch = s.epoch + case action when 'enable' then 0 else 1 end,
            updated_at = moment
        from unnest(account_ids, ids) t(account_id, id)
        where s.account_id = t.account_id and s.share_id = t.id and not s.is_deleted
            and case action
                when 'revoke' then s.revoked_at is null
                -- Who was let in before a share was exhausted is there also after it gave up its slot.
                when 'disable' then s.disabled_at is null and s.revoked_at is null and (s.ended_at is null or s.exhausted_at is not null)
                when 'enable' then s.disabled_at is not null
                when 'expire' then s.revoked_at is null and (s.ended_at is null or s.exhausted_at is not null) and (s.expires_at <= moment) is not true
                else action = 'delete' end
        returning s.account_id, s.share_id
    )
    select array_agg(c.account_id), array_agg(c.share_id) into changed_accounts, changed from change c;
    if changed is null then
        return 0;
    end if;
    perform share.events_add(changed_accounts, changed,
        case action when 'revoke' then 'share.revoked' when 'disable' then 'share.disabled' when 'enable' then 'share.enabled'
            when 'expire' then 'share.expired' else 'share.deleted' end,
        jsonb_build_object('reason', reason));
    if action <> 'enable' then
        perform share.purge_add(changed_accounts, changed);
    end if;
    return cardinality(changed);
end
$$;
comment on function share.share_change is 'Internal. Changes the state of many shares in one statement, with their events and purges: revoke, disable, enable, expire, delete. Gives how many changed; those that were so already do not count.';
