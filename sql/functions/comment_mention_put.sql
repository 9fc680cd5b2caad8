create function share.comment_mention_put(access share.file_access, comment_id uuid, mentions text[])
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    said record;
    kinds text[];
    actors text[];
    unknown text;
begin
    if mentions is null then
        return;
    elsif cardinality(mentions) > 50 or array_ndims(mentions) > 1 or array_position(mentions, null) is not null then
        perform share.refuse('22023', 'mentions are a plain list of at most 50', format('mentions: %s', cardinality(mentions)), 'give ids that share.mentionable_user_list() has');
    end if;
    select c.is_public, c.content, c.url, c.author_name, c.share_id, f.filename, c.file_id into said
    from share.comment c
    join share.file f on f.account_id = c.account_id and f.file_id = c.file_id
    where c.account_id = access.account_id and c.comment_id = comment_mention_put.comment_id;
    if cardinality(mentions) > 0 then
        select array_agg(u.kind), array_agg(u.actor), (select w.id from unnest(mentions) w(id) where w.id <> all (array_agg(u.id)) limit 1)
        into kinds, actors, unknown
        from share.mentionable_users(access, said.is_public, mentions) u;
        if kinds is null or unknown is not null then
            perform share.refuse('22023', 'a mention is of nobody who may see the comment', 'id: ' || left(coalesce(unknown, mentions[1]), 255),
                'share.mentionable_user_list() has the ids');
        end if;
    end if;
    delete from share.comment_mention m
    where m.account_id = access.account_id and m.comment_id = comment_mention_put.comment_id
        and not exists (select from unnest(kinds, actors) k(kind, actor) where k.kind = m.kind and k.actor = m.mentioned);
    if kinds is null then
        return;
    end if;
    -- Who was mentioned before is not told again.
    with made as (
        insert into share.comment_mention (account_id, comment_id, kind, mentioned, name)
        select access.account_id, comment_mention_put.comment_id, u.kind, u.actor, u.name
        from share.mentionable_users(access, said.is_public, mentions) u
        on conflict do nothing
        returning kind, mentioned, name
    )
    select count(share.job_add(access.account_id, 'mention', jsonb_strip_nulls(jsonb_build_object(
        'comment_id', comment_mention_put.comment_id, 'file_id', said.file_id, 'kind', m.kind,
        'user_id', case m.kind when 'user' then m.mentioned end, 'recipient_id', case m.kind when 'recipient' then m.mentioned end,
        'email', coalesce(
            (select u.email from share.member u where m.kind = 'user' and u.account_id = access.account_id and u.user_id = m.mentioned),
            (select r.email from share.recipient r where r.account_id = access.account_id and r.recipient_id = case m.kind when 'recipient' then m.mentioned::uuid end)
        ),
        'name', m.name, 'sender', said.author_name, 'title', said.filename, 'message', left(said.content, 2000), 'link', case when said.share_id is null then said.url end
    )), access.share_id)) into unknown
    from made m;
end
$$;
comment on function share.comment_mention_put is 'Internal. Whom a comment mentions from now on: those that may see it, each told of by a job of kind mention when new. Errors: 22023.';
