create function share.comment_describe(access share.file_access, ids uuid[])
returns setof share.comment_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
-- Planning the joins takes longer than running them; one plan serves one id and a thousand.
set plan_cache_mode = force_generic_plan
as $$
begin
    return query
    select c.comment_id, case when access.is_member then c.account_id end, c.file_id, c.thread_id, c.parent_id, c.content, c.at_seconds, c.duration_seconds,
        c.is_public, c.anchor, c.annotation, case when access.is_member or own.is_own then c.url end,
        c.author_kind, share.actor_handle(access, c.author_kind, c.author), case when c.deleted_at is not null then null when access.is_member then c.author_name when c.author_kind not in ('service', 'api_key') then nullif(c.author_name, c.author) end, own.is_own,
        case when access.is_member or c.share_id = access.share_id then c.share_id end,
        case when access.is_member then c.reply_count else c.public_reply_count end,
        mentions.list, reactions.list, attachments.list,
        c.resolved_at, share.actor_handle(access, c.resolver_kind, c.resolver), case when access.is_member or c.resolver_kind not in ('service', 'api_key') then c.resolver_name end, c.edited_at,
        case when access.is_member then c.copied_from end, c.created_at, c.updated_at, c.deleted_at
    from unnest(ids) with ordinality t(id, ordinality)
    cross join lateral (select r.* from share.comment r where r.account_id = access.account_id and r.comment_id = t.id limit 1) c
    cross join lateral (select c.author_kind = access.actor_kind and c.author = access.actor as is_own) own
    cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('kind', m.kind, 'id', share.actor_handle(access, m.kind, m.mentioned), 'name', m.name)
            order by m.created_at, m.kind, m.mentioned), '[]') as list
        from share.comment_mention m
        where m.account_id = c.account_id and m.comment_id = c.comment_id
    ) mentions
    cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('id', r.reaction_id, 'reaction', r.reaction, 'author_kind', r.author_kind,
            'author', share.actor_handle(access, r.author_kind, r.author), 'author_name', case when access.is_member then r.author_name when r.author_kind not in ('service', 'api_key') then nullif(r.author_name, r.author) end,
            'is_own', r.author_kind = access.actor_kind and r.author = access.actor) order by r.reaction_id), '[]') as list
        from share.comment_reaction r
        where r.account_id = c.account_id and r.comment_id = c.comment_id
    ) reactions
    cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('id', a.attachment_id, 'name', a.name, 'mime_type', a.mime_type, 'size', a.bytes)
            order by a.attachment_id), '[]') as list
        from share.comment_attachment a
        where a.account_id = c.account_id and a.comment_id = c.comment_id and a.state = 'uploaded'
    ) attachments
    order by t.ordinality;
end
$$;
comment on function share.comment_describe is 'Internal. The comments with these ids in their order, as the caller may know them. Whether the caller may see them is decided before.';
