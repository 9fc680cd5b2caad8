create function share.share_slot_check(account_id uuid, id uuid)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    holder uuid;
    holder_over boolean;
begin
    select o.share_id, (o.expires_at <= statement_timestamp()) is true or o.exhausted_at is not null into holder, holder_over
    from share.share s
    join share.share o on o.account_id = s.account_id and o.file_id = s.file_id
        and o.file_segment_id is not distinct from s.file_segment_id
        and o.visibility = s.visibility and o.exclusive and o.ended_at is null and o.share_id <> s.share_id
    where s.account_id = share_slot_check.account_id and s.share_id = share_slot_check.id and s.exclusive;
    if found and holder_over then
        perform share.share_end_expired(account_id, holder);
    elsif found then
        perform share.refuse('23505', 'an active share of this visibility exists already', 'existing id: ' || holder,
            'use the existing share, or end it first', 'share_active_key', 'share');
    end if;
end
$$;
comment on function share.share_slot_check is 'Internal. Makes sure that a share which comes back finds its slot free; ends a holder that is expired or exhausted. The caller holds the lock on the row of the file. Errors: 23505 (share_active_key).';
