create function share.comment_paste(
    file_id uuid,
    source_file_id uuid,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns setof share.comment_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    source share.file_access;
    length numeric;
    taken uuid[];
    made uuid[];
begin
    perform share.ready();
    perform share.require_argument('source_file_id', source_file_id is null);
    access := share.file_enter(file_id, 'commenter', 'comment', visit_token, context, drive_id, account_id);
    source := share.file_enter(source_file_id, 'viewer', 'comments_view', visit_token, context, null, access.account_id);
    if file_id = source_file_id then
        perform share.refuse('22023', 'comments are pasted to another file', 'source_file_id: ' || source_file_id);
    end if;
    select f.duration_limit into length from share.file f where f.account_id = access.account_id and f.file_id = access.file_id;
    select array_agg(c.comment_id order by c.comment_id) into taken
    from share.comment root
    join share.comment c on c.account_id = root.account_id and c.file_id = root.file_id and c.thread_id = root.comment_id
    where root.account_id = source.account_id and root.file_id = source.file_id and root.is_listed
        and (c.deleted_at is null or c.parent_id is null)
        and (source.is_member or root.is_listed_public and c.is_public and share.comment_is_shown(source, root.at_seconds, root.duration_seconds, root.share_id));
    if taken is null then
        return;
    end if;
    perform share.comment_guest_take(access, context, cardinality(taken));
    -- New ids in the order of the old ones; threads keep their shape, and what replied to a deleted reply replies to the thread's first comment.
    made := array(select share.new_id() from unnest(taken));
    with pair as materialized (
        select p.old_id, p.new_id from unnest(taken, made) p(old_id, new_id)
    ), timed as (
        select p.new_id, c.*,
            case when c.at_seconds <= length and (access.shown @> numrange(0, null) or access.shown @> c.at_seconds) then c.at_seconds end as kept_at
        from pair p
        join share.comment c on c.account_id = access.account_id and c.comment_id = p.old_id
    )
    insert into share.comment (account_id, comment_id, file_id, thread_id, parent_id, content, at_seconds, duration_seconds, is_public, anchor, annotation, url,
        author_kind, author, author_name, share_id, copied_from, reply_count, public_reply_count,
        resolved_at, resolver_kind, resolver, resolver_name, edited_at, created_at, deleted_at)
    select t.account_id, t.new_id, access.file_id, thread.new_id, case when t.parent_id is not null then coalesce(parent.new_id, thread.new_id) end,
        t.content, t.kept_at,
        case when t.kept_at + t.duration_seconds > length then nullif(length - t.kept_at, 0) when t.kept_at is not null then t.duration_seconds end,
        t.is_public, t.anchor, t.annotation, null, t.author_kind, t.author, t.author_name, access.share_id, t.comment_id,
        case when access.is_member then t.reply_count else t.public_reply_count end, t.public_reply_count,
        t.resolved_at, t.resolver_kind, t.resolver, t.resolver_name, t.edited_at, t.created_at, t.deleted_at
    from timed t
    join pair thread on thread.old_id = t.thread_id
    left join pair parent on parent.old_id = t.parent_id
    order by t.new_id;
    insert into share.comment_mention (account_id, comment_id, kind, mentioned, name, created_at)
    select m.account_id, p.new_id, m.kind, m.mentioned, m.name, m.created_at
    from unnest(taken, made) p(old_id, new_id)
    join share.comment_mention m on m.account_id = access.account_id and m.comment_id = p.old_id;
    insert into share.comment_attachment (account_id, attachment_id, file_id, comment_id, name, mime_type, bytes, path, state, author_kind, author, author_name,
        share_id, created_at, uploaded_at)
    select a.account_id, share.new_id(), access.file_id, p.new_id, a.name, a.mime_type, a.bytes, a.path, a.state, a.author_kind, a.author, a.author_name,
        access.share_id, a.created_at, a.uploaded_at
    from unnest(taken, made) p(old_id, new_id)
    join share.comment_attachment a on a.account_id = access.account_id and a.comment_id = p.old_id and a.state = 'uploaded';
    perform share.event_add(access.account_id, access.share_id, 'comment.pasted', jsonb_build_object(
            'file_id', access.file_id, 'source_file_id', source_file_id, 'comments', cardinality(made), 'author_kind', access.actor_kind, 'author', access.actor),
        recipient_id => access.recipient_id, visit_id => access.visit_id, address => share.comment_address(access, context));
    return query select d.* from share.comment_describe(access, made) d;
end
$$;
comment on function share.comment_paste is 'Pastes the comments of source_file_id to a file of the account, in one statement and one transaction: threads, authors, times, mentions and attachments stay, ids are new, copied_from says where each is from; reactions, edits and url stay behind, and nobody is told again. A time after the end of the file is dropped, a range is cut there. Returns the new comments. Through a share with comment on the one file and comments_view on the other: what it shows of them, counted as so many comments of a guest. Errors: 22023, 42501, PT401, PT404, PT429, and as a visit gives them PT410.';
