create function share.attribute_value_set(
    file_id uuid,
    attribute text,
    value jsonb default null,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns share.file_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
begin
    perform share.ready();
    perform share.require_argument('attribute', attribute is null);
    access := share.file_enter(file_id, 'editor', 'metadata_edit', visit_token, context, drive_id, account_id);
    perform share.attribute_values_write(access, array[file_id], array[attribute], array[value]);
    return share.file_shown(access);
end
$$;
comment on function share.attribute_value_set is 'Sets what an attribute of its drive, named by its id or system name, says of a file, and returns the file. A text, a number, true or false, a time as ISO 8601 (without a zone UTC), an option by its id or name, or a list of options; null, or no value, removes it. A visit needs metadata_edit. Errors: 22007, 22008, 22023, 23514, 42501, PT401, PT404; through a share also PT410.';
