create function share.mentionable_user_list(
    file_id uuid,
    "text" text default null,
    is_public boolean default true,
    "limit" integer default 20,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns setof share.mentionable_user
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    rows_wanted integer;
begin
    perform share.ready();
    access := share.file_enter(file_id, 'commenter', 'comment', visit_token, context, drive_id, account_id);
    perform share.require_argument('is_public', is_public is null);
    rows_wanted := share.page_limit("limit");
    "text" := lower(share.text_check('text', "text", 200));
    return query
    select u.kind, u.id, u.name, u.email
    from share.mentionable_users(access, mentionable_user_list.is_public) u
    where mentionable_user_list."text" is null or starts_with(lower(u.name), mentionable_user_list."text")
        or access.is_member and (starts_with(lower(u.id), mentionable_user_list."text") or starts_with(lower(u.email), mentionable_user_list."text"))
    order by lower(u.name), u.kind, u.id
    limit rows_wanted;
end
$$;
comment on function share.mentionable_user_list is 'Lists whom a comment on a file may mention, by name; text is the begin of a name, for members also of an id or a mail address. Members may mention members, and in a public comment the recipients of the file''s living shares and guests who commented on it; who comes through a share its owner and who commented publicly. At most "limit", 1 to 100. Errors: 22023, 42501, PT401, PT404, PT413, and as a visit gives them PT410, PT429.';
