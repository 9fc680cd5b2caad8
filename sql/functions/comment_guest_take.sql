create function share.comment_guest_take(access share.file_access, context jsonb, writes integer default 1)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    moment timestamptz := statement_timestamp();
    one integer := current_setting('pg_share.guest_comments')::integer;
    taken record;
begin
    if access.is_member then
        return;
    end if;
    delete from share.comment_guest_count c
    where c.account_id = access.account_id and c.share_id = access.share_id and c.counted_from <= moment - interval '1 hour';
    -- Whoever comes anew is another visit, but not another address: all its visits together have ten times as many.
    for taken in
        select t.counted, t.most
        from (values
            ('address ' || share.password_address((share.visit_context(context) ->> 'address')::inet), 10 * one),
            ('visit ' || access.visit_id, one)
        ) t(counted, most)
    loop
        insert into share.comment_guest_count as c (account_id, share_id, counted, writes, counted_from)
        select access.account_id, access.share_id, taken.counted, comment_guest_take.writes, moment
        where comment_guest_take.writes <= taken.most
        on conflict on constraint comment_guest_count_pkey do update set writes = c.writes + excluded.writes
        where c.writes + excluded.writes <= taken.most;
        if not found then
            perform share.refuse('PT429', 'too much is written through the share', format('%s, at most: %s in an hour', split_part(taken.counted, ' ', 1), taken.most),
                'pg_share.guest_comments sets how much');
        end if;
    end loop;
end
$$;
comment on function share.comment_guest_take is 'Internal. Counts what somebody asks for or writes through a share: pg_share.guest_comments in an hour for a visit, ten times as many for a network address of a share. Errors: PT429.';
