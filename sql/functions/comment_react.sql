create function share.comment_react(
    file_id uuid,
    comment_id uuid,
    reaction_to_add text default null,
    reaction_to_remove uuid default null,
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
    changed integer;
begin
    perform share.ready();
    perform share.require_argument('comment_id', comment_id is null);
    access := share.file_enter(file_id, 'commenter', 'comment', visit_token, context, drive_id, account_id);
    if num_nonnulls(reaction_to_add, reaction_to_remove) <> 1 then
        perform share.refuse('22023', 'a reaction is added or removed', '', 'give reaction_to_add or reaction_to_remove, not both');
    end if;
    if guest_name is not null then
        access.actor_name := share.actor_name(access, guest_name);
    end if;
    perform share.comment_find(access, comment_id, visit_token, context);
    perform share.comment_guest_take(access, context);
    -- Held, so that it is not deleted meanwhile, and so that what one has added is counted.
    perform from share.comment c where c.account_id = access.account_id and c.comment_id = comment_react.comment_id and c.deleted_at is null for no key update;
    if not found then
        perform share.refuse('PT404', 'comment not found', 'id: ' || comment_id);
    end if;
    if reaction_to_add is not null then
        insert into share.comment_reaction (account_id, comment_id, reaction_id, reaction, author_kind, author, author_name)
        values (access.account_id, comment_react.comment_id, share.new_id(), share.text_check('reaction_to_add', reaction_to_add, 32),
            access.actor_kind, access.actor, access.actor_name)
        on conflict on constraint comment_reaction_author_key do nothing;
        get diagnostics changed = row_count;
        if (
            select count(*) from share.comment_reaction r
            where r.account_id = access.account_id and r.comment_id = comment_react.comment_id and r.author_kind = access.actor_kind and r.author = access.actor
        ) > 20 then
            perform share.refuse('22023', 'too many reactions of one to a comment', 'at most: 20', 'remove one first');
        end if;
    else
        delete from share.comment_reaction r
        where r.account_id = access.account_id and r.comment_id = comment_react.comment_id and r.reaction_id = reaction_to_remove
            and r.author_kind = access.actor_kind and r.author = access.actor;
        get diagnostics changed = row_count;
        if changed = 0 then
            perform share.refuse('PT404', 'reaction not found', 'id: ' || reaction_to_remove, 'everyone removes their own');
        end if;
    end if;
    if changed > 0 then
        perform share.event_add(access.account_id, access.share_id, case when reaction_to_add is not null then 'comment.reacted' else 'comment.unreacted' end,
            jsonb_build_object('comment_id', comment_id, 'file_id', access.file_id, 'reaction', reaction_to_add, 'author_kind', access.actor_kind, 'author', access.actor),
            recipient_id => access.recipient_id, visit_id => access.visit_id, address => share.comment_address(access, context));
    end if;
    return share.comment_one(access, comment_id);
end
$$;
comment on function share.comment_react is 'Adds a reaction to a comment (an emoji or a short word of at most 32 characters) or removes one''s own by its id: exactly one of both. The same again is no second one; at most 20 of one caller to a comment. Errors: 22023, 23514, 42501, PT401, PT404, PT413, PT429, and as a visit gives them PT410.';
