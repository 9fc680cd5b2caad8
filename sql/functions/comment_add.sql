create function share.comment_add(
    file_id uuid,
    content text,
    url text default null,
    mentions text[] default '{}',
    at_seconds numeric default null,
    duration_seconds numeric default null,
    is_public boolean default true,
    anchor jsonb default null,
    annotation jsonb default null,
    attachment_tokens text[] default null,
    guest_name text default null,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns share.comment_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    made uuid := share.new_id();
begin
    perform share.ready();
    perform share.require_argument('content', content is null);
    perform share.require_argument('is_public', is_public is null);
    access := share.file_enter(file_id, 'commenter', 'comment', visit_token, context, drive_id, account_id);
    access.actor_name := share.actor_name(access, guest_name);
    if not access.is_member and not is_public then
        perform share.refuse('22023', 'a comment through a share is public', 'is_public: false', 'members alone write what only members see');
    end if;
    at_seconds := trim_scale(round(at_seconds, 6));
    duration_seconds := nullif(trim_scale(round(duration_seconds, 6)), 0);
    perform share.comment_times_check(access, at_seconds, duration_seconds);
    perform share.comment_guest_take(access, context);
    insert into share.comment (account_id, comment_id, file_id, thread_id, content, at_seconds, duration_seconds, is_public, anchor, annotation, url,
        author_kind, author, author_name, share_id)
    values (access.account_id, made, access.file_id, made, share.text_check('content', content, 10000), comment_add.at_seconds, comment_add.duration_seconds,
        comment_add.is_public, nullif(comment_add.anchor, 'null'), nullif(comment_add.annotation, 'null'), share.comment_url(url, made),
        access.actor_kind, access.actor, access.actor_name, access.share_id);
    if cardinality(attachment_tokens) > 0 then
        if not access.is_member then
            perform share.file_enter(file_id, 'commenter', 'upload', visit_token, context);
        end if;
        perform share.attachment_bind(access, made, attachment_tokens);
    end if;
    perform share.comment_mention_put(access, made, mentions);
    perform share.event_add(access.account_id, access.share_id, 'comment.created', jsonb_build_object(
            'comment_id', made, 'file_id', access.file_id, 'at_seconds', at_seconds, 'is_public', is_public, 'author_kind', access.actor_kind, 'author', access.actor),
        recipient_id => access.recipient_id, visit_id => access.visit_id, address => share.comment_address(access, context));
    return share.comment_one(access, made);
end
$$;
comment on function share.comment_add is 'Comments on a file, at_seconds from its start or on the whole, for duration_seconds or at a moment. is_public: who comes through a share sees it too. url is where the application shows it, with REPLACE_COMMENT_ID_ON_SERVER where its id goes. mentions are ids of share.mentionable_user_list(), each told of by a job. anchor is where in the picture it points to (x, y, width, height as fractions from 0 to 1, page), annotation what it draws (paths of tool, color, width, points). attachment_tokens are those of share.attachment_begin() whose uploads are complete. Through a share with the permission comment (for attachments also upload); a guest gives guest_name. Errors: 22023, 23514, 42501, PT401, PT404, PT413, PT429, and as a visit gives them PT410.';
