create function share.publication_create(name text default 'pg_share')
returns text
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    published text;
    installation_left_out constant text := ' where (account_id <> ''00000000-0000-0000-0000-000000000000'')';
begin
    perform share.ready();
    -- Runs with the caller's rights, who may call no function that refuses: a publication belongs to who makes it.
    if not (select r.rolsuper from pg_roles r where r.rolname = current_user) then
        raise exception using errcode = '42501', message = 'only superusers may publish the tables',
            hint = 'the tables belong to share_owner, who has no members: connect as a superuser';
    end if;
    if name is null then
        perform share.require_argument('name', true);
    elsif exists (select from pg_publication p where p.pubname = publication_create.name) then
        perform share.refuse('42710', 'a publication of this name exists already', 'name: ' || name, 'drop it first, or give another name');
    end if;
    select string_agg(format('table share.%I%s', t.name, case t.name
        when 'account' then installation_left_out when 'event' then installation_left_out else '' end), ', ' order by t.name)
    into published
    from share.publication_tables() t
    where t.published;
    -- Subscribers drop their months themselves, and may have them cut otherwise.
    execute format('create publication %I for %s with (publish = %L, publish_via_partition_root = true)', name, published, 'insert, update, delete');
    return name;
end
$$;
comment on function share.publication_create is 'Makes a publication of all tables but those that hold keys and secrets, for logical replication into a database that has the extension and its tables, empty. There each installation has keys of its own; give them the same kids. For superusers. Returns the name. Errors: 22023, 42501, 42710, 55000.';
