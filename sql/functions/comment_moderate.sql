create function share.comment_moderate(access share.file_access)
returns void
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
begin
    if not access.is_member then
        perform share.refuse('42501', 'the comment is someone else''s', '', 'an editor of the account may change or delete it');
    end if;
    perform share.authorize(access.account_id, 'editor', 'file', access.file_id::text);
end
$$;
comment on function share.comment_moderate is 'Internal. Lets editors of the account pass, who may act on others'' comments. Errors: 42501.';
