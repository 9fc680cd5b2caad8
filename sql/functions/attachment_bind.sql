create function share.attachment_bind(access share.file_access, comment_id uuid, attachment_tokens text[])
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
-- A plan made for the values would hold them, and a logged plan a token.
set plan_cache_mode = force_generic_plan
as $$
declare
    ids uuid[] := array(select distinct share.token_read(t.token, 'attachment', statement_timestamp()) from unnest(attachment_tokens) t(token));
    bound integer;
begin
    perform share.attachment_room(access, comment_id, cardinality(ids));
    update share.comment_attachment a
    set comment_id = attachment_bind.comment_id
    where a.account_id = access.account_id and a.attachment_id = any (ids) and a.file_id = access.file_id and a.comment_id is null and a.state = 'uploaded'
        and a.author_kind = access.actor_kind and a.author = access.actor;
    get diagnostics bound = row_count;
    if bound < cardinality(ids) then
        perform share.refuse('22023', 'an attachment token does not count', format('tokens: %s, of these good: %s', cardinality(ids), bound),
            'each is of the caller''s own attachment to this file, half an hour old at most, complete and not bound yet');
    end if;
end
$$;
comment on function share.attachment_bind is 'Internal. Hangs the attachments of these tokens on a comment. Errors: 22023, PT404.';
