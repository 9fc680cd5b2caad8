-- The second line behind the functions, and what lets applications query on their own: who is no operator reads the rows of
-- share.current_account() alone. Never forced: the functions run as the owner, and name the account themselves.
do $$
declare
    guarded record;
begin
    for guarded in
        select *
        from (
            values
                ('account', 'viewer'),
                ('member', 'viewer'),
                ('drive', 'viewer'),
                ('file', 'viewer'),
                ('segment', 'viewer'),
                ('origin', 'viewer'),
                ('share', 'viewer'),
                ('item', 'viewer'),
                ('slug', 'viewer'),
                ('cap', 'viewer'),
                ('recipient', 'editor'),
                ('access_request', 'editor'),
                ('webhook', 'admin'),
                ('event', 'admin'),
                ('delivery', 'admin'),
                -- Without a role nobody reads them but the functions.
                ('event_default', null),
                -- Payloads hold codes and links of recipients.
                ('job', null),
                ('playlist', null),
                ('share_password', null),
                ('password_try', null),
                ('visit', null),
                ('email_code', null),
                ('email_code_count', null),
                ('signing_key', null),
                ('api_key', null),
                ('api_key_use', null)
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
-- The views are no barriers themselves: what they leave out may be read beneath them, and a barrier keeps joins from the indexes.
grant select on share.accounts, share.members, share.drives, share.files, share.segments, share.origins, share.shares, share.events, share.deliveries,
    share.access_requests
to share_admin, share_app, share_user;
