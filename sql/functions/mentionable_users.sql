create function share.mentionable_users(access share.file_access, is_public boolean, wanted text[] default null)
returns table (kind text, actor text, id text, name text, email text)
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
rows 20
as $$
begin
    return query
    select distinct on (u.kind, u.actor) u.kind, u.actor, u.id, u.name, u.email
    from (
        select w.kind, w.actor, share.actor_handle(access, w.kind, w.actor) as id,
            -- Who has no name is called by the id, which may be a mail address.
            case when access.is_member then w.name else nullif(w.name, w.actor) end as name, case when access.is_member then w.email end as email
        from (
            select 'user' as kind, m.user_id as actor, coalesce(m.name, m.user_id) as name, m.email
            from share.member m
            where access.is_member and m.account_id = access.account_id
            union all
            select 'recipient', r.recipient_id::text, coalesce(r.name, split_part(r.email, '@', 1), r.user_id), r.email
            from share.share s
            join share.recipient r on r.account_id = s.account_id and r.share_id = s.share_id and r.revoked_at is null
            where access.is_member and mentionable_users.is_public and s.account_id = access.account_id and s.ended_at is null and not s.is_deleted
                and (s.file_id = access.file_id or exists (
                    select from share.item i
                    where i.account_id = s.account_id and i.share_id = s.share_id and i.file_id = access.file_id
                ))
            union all
            -- Who made the share through which the caller comes.
            select 'user', m.user_id, coalesce(m.name, 'owner'), null
            from share.share s
            join share.member m on m.account_id = s.account_id and m.user_id = s.owner_id
            where not access.is_member and s.account_id = access.account_id and s.share_id = access.share_id
            union all
            -- Who has spoken, so that a file with many comments costs no more than one with a thousand threads.
            select c.author_kind, c.author, c.author_name, null
            from (
                select c.author_kind, c.author, c.author_name, c.deleted_at
                from share.comment c
                where mentionable_users.is_public and (access.is_member or 'comments_view' = any (access.permissions)) and c.account_id = access.account_id and c.file_id = access.file_id and c.is_listed_public
                    and (access.is_member or share.comment_is_shown(access, c.at_seconds, c.duration_seconds, c.share_id))
                order by c.comment_id desc
                limit 1000
            ) c
            where c.deleted_at is null and c.author_kind in ('user', 'recipient', 'guest')
                -- A user who is no member any more is nobody's to mention.
                and (c.author_kind <> 'user' or exists (
                    select from share.member m where m.account_id = access.account_id and m.user_id = c.author
                ))
        ) w
    ) u
    where wanted is null or u.id = any (wanted)
    order by u.kind, u.actor, u.email nulls last, u.name;
end
$$;
comment on function share.mentionable_users is 'Internal. Whom a comment on a file may mention. A member: all members, and in public comments the recipients of living shares of the file and the guests who began one of its latest thousand public threads. Through a share: its owner, and who began one of those threads.';
