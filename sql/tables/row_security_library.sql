-- What row_security.sql is to the first tables, for those of the file library.
do $$
declare
    guarded record;
begin
    for guarded in
        select *
        from (
            values
                ('attribute', 'viewer'),
                ('attribute_option', 'viewer'),
                ('attribute_value', 'viewer'),
                ('transcript', 'viewer'),
                ('utterance', 'viewer'),
                ('transcript_segment', 'viewer'),
                ('transcript_suggestion', 'viewer'),
                -- Who asked reads them.
                ('transcript_chat', null),
                ('export_grant', null),
                ('preview', 'viewer'),
                ('person', 'viewer'),
                ('face', 'viewer'),
                ('stack', 'viewer'),
                ('stack_file', 'viewer'),
                ('clip', 'viewer'),
                ('comment', 'viewer'),
                ('comment_edit', 'viewer'),
                ('comment_mention', 'viewer'),
                ('comment_reaction', 'viewer'),
                ('comment_attachment', 'viewer'),
                -- Without a role nobody reads it but the functions.
                ('comment_guest_count', null)
        ) t(name, needed)
    loop
        execute pg_catalog.format('alter table share.%I enable row level security', guarded.name);
        continue when guarded.needed is null;
        execute pg_catalog.format('grant select on share.%I to share_admin, share_app, share_user', guarded.name);
        execute pg_catalog.format('create policy %I on share.%I for select to share_admin using (true)', guarded.name || '_operator', guarded.name);
        execute pg_catalog.format('comment on policy %I on share.%I is %L', guarded.name || '_operator', guarded.name, 'Operators see all accounts.');
        -- One for both roles, so that who has both is asked once; and asked once for a statement, not for each row.
        execute pg_catalog.format(
            'create policy %I on share.%I for select to share_app, share_user using (account_id = (select share.current_account(%L)))',
            guarded.name || '_own', guarded.name, guarded.needed);
        execute pg_catalog.format('comment on policy %I on share.%I is %L', guarded.name || '_own', guarded.name,
            pg_catalog.format('The account of the caller, for its role %s and above.', guarded.needed));
    end loop;
end
$$;
