create function share.require_primary()
returns void
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
begin
    if pg_is_in_recovery() or current_setting('transaction_read_only')::boolean then
        perform share.refuse('25006', 'what visitors do is counted, and this transaction can only read', '',
            'ask the primary in a writing transaction; share.share_explain() tells without counting');
    end if;
end
$$;
comment on function share.require_primary is 'Internal. Refuses with 25006 on a standby and in a read-only transaction.';
