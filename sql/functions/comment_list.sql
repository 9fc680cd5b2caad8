create function share.comment_list(
    file_id uuid,
    near numeric default null,
    thread uuid default null,
    is_public boolean default null,
    resolved boolean default null,
    sort text default 'created_at',
    direction text default 'asc',
    replies integer default 0,
    "limit" integer default 20,
    cursor uuid default null,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns setof share.comment_details
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    access share.file_access;
    rows_wanted integer;
    view text := case when thread is not null then 'thread' when near is not null then 'near' else 'page' end;
    root uuid;
    ids uuid[];
begin
    perform share.ready();
    access := share.file_enter(file_id, 'viewer', 'comments_view', visit_token, context, drive_id, account_id);
    rows_wanted := share.page_limit("limit");
    if sort is null or sort not in ('created_at', 'at_seconds') then
        perform share.refuse('22023', 'no such sort', 'sort: ' || coalesce(left(sort, 100), 'null'), 'accepted: created_at, at_seconds');
    elsif direction is null or direction not in ('asc', 'desc') then
        perform share.refuse('22023', 'no such direction', 'direction: ' || coalesce(left(direction, 100), 'null'), 'accepted: asc, desc');
    elsif replies is null or replies not between 0 and 100 then
        perform share.refuse('22023', 'replies is out of range', 'replies: ' || coalesce(replies::text, 'null'), 'replies is 0 to 100');
    elsif num_nonnulls(near, thread) = 2 or num_nonnulls(near, cursor) = 2 then
        perform share.refuse('22023', 'arguments exclude each other', '', 'near gives one page, of threads');
    elsif near is not null and not (near >= 0 and near < 1000000000) then
        perform share.refuse('22023', 'not a second of a file', 'near: ' || near, 'seconds from the start of the file');
    end if;
    if view = 'thread' then
        -- Also by a reply; and through a share only where the thread is seen.
        select f.thread_id into root
        from share.comment c
        cross join lateral share.comment_find_thread(access, c.thread_id) f
        where c.account_id = access.account_id and c.file_id = access.file_id and c.comment_id = comment_list.thread;
        if root is null then
            perform share.refuse('PT404', 'comment not found', 'id: ' || thread);
        end if;
    elsif cursor is not null then
        -- The last row of a page may be a reply.
        select c.thread_id into cursor from share.comment c
        where c.account_id = access.account_id and c.file_id = access.file_id and c.comment_id = comment_list.cursor;
        if not found then
            return;
        end if;
    end if;
    execute 'select array_agg(q.comment_id order by q.row) from (select p.comment_id, row_number() over () as row from ('
        || share.comment_query(access, view, is_public, resolved, sort, direction, cursor) || ') p) q'
    into ids
    using access.account_id, access.file_id, root, cursor, near, rows_wanted, share.comment_place(file_id, near), access;
    if replies > 0 and view <> 'thread' then
        select array_agg(t.comment_id order by t.ordinality, t.comment_id) into ids
        from (
            select u.id as comment_id, u.ordinality from unnest(ids) with ordinality u(id, ordinality)
            union all
            select r.comment_id, u.ordinality
            from unnest(ids) with ordinality u(id, ordinality)
            cross join lateral (
                select c.comment_id
                from share.comment c
                where c.account_id = access.account_id and c.file_id = access.file_id and c.thread_id = u.id and c.parent_id is not null
                    and c.deleted_at is null and (access.is_member or c.is_public)
                    and (comment_list.is_public is null or c.is_public = comment_list.is_public)
                order by c.comment_id
                limit replies
            ) r
        ) t;
    end if;
    return query select d.* from share.comment_describe(access, ids) d;
end
$$;
comment on function share.comment_list is 'Lists the threads of a file, and with replies the first so many replies after each; with thread (the id of any comment of it) one thread with its replies, oldest first; with near those nearest to this second, ranges that it lies in first. sort created_at, or at_seconds for those that have a time; direction asc or desc; is_public and resolved filter. "limit" counts threads, cursor is the id of the last row of the previous page. A deleted comment is shown without its text while replies hang on it. Through a share: public ones only, of a segment''s share those in the segment and what was said through the same share. Errors: 22023, 42501, PT401, PT404, and as a visit gives them PT410, PT429.';
