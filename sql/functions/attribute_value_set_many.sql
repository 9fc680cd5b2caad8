create function share.attribute_value_set_many(
    file_ids uuid[] default null,
    attributes jsonb default null,
    files_with_attributes jsonb default null,
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns integer
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    files uuid[];
    keys text[];
    given jsonb[];
    file uuid;
begin
    perform share.ready();
    if (file_ids is null) <> (attributes is null) or (file_ids is null) = (files_with_attributes is null) then
        perform share.refuse('22023', 'values are given in no form or in two', '',
            'give file_ids and attributes, or files_with_attributes alone');
    elsif jsonb_typeof(coalesce(attributes, files_with_attributes)) <> 'array' then
        perform share.refuse('22023', 'an argument is no list', 'given: ' || jsonb_typeof(coalesce(attributes, files_with_attributes)),
            'a list of objects: of id and value, or of file_id and attributes');
    elsif jsonb_path_exists(coalesce(attributes, files_with_attributes),
        case when attributes is null then '$[*] ? (@.type() != "object" || !exists(@.file_id) || @.attributes.type() != "array" || !exists(@.attributes)
            || exists(@.attributes[*] ? (@.type() != "object" || !exists(@.id))))' else '$[*] ? (@.type() != "object" || !exists(@.id))' end::jsonpath
    ) then
        perform share.refuse('22023', 'a list holds something else than it should', '',
            'a list of objects: of id and value, or of file_id and attributes, which is a list of objects of id and value');
    end if;
    -- Nothing is put together for whoever may not set it.
    access := share.file_enter(coalesce(file_ids[1], (files_with_attributes #>> '{0,file_id}')::uuid), 'editor', 'metadata_edit',
        visit_token, context, drive_id, account_id);
    if cardinality(file_ids)::numeric * octet_length(attributes::text) > 268435456 then
        perform share.refuse('PT413', 'the values are too large together', format('files: %s, bytes each: %s', cardinality(file_ids), octet_length(attributes::text)),
            'at most 256 MiB as text in one call');
    end if;
    if file_ids is not null then
        select array_agg(f.id), array_agg(e.attribute ->> 'id'), array_agg(e.attribute -> 'value') into files, keys, given
        from unnest(file_ids) f(id)
        cross join jsonb_array_elements(attributes) e(attribute);
    else
        select array_agg((f.file ->> 'file_id')::uuid), array_agg(e.attribute ->> 'id'), array_agg(e.attribute -> 'value') into files, keys, given
        from jsonb_array_elements(files_with_attributes) f(file)
        cross join lateral jsonb_array_elements(f.file -> 'attributes') e(attribute);
    end if;
    if files is null then
        perform share.refuse('22023', 'no value is given', '', 'name a file and an attribute');
    end if;
    if not access.is_member then
        -- What a share shows is asked for each of its files.
        file_ids := array(select distinct f.id from unnest(files) f(id));
        if cardinality(file_ids) > 1000 then
            perform share.refuse('PT413', 'a visitor names too many files at once', format('files: %s', cardinality(file_ids)), 'at most 1000');
        end if;
        foreach file in array file_ids loop
            perform share.file_enter(file, 'editor', 'metadata_edit', visit_token, context, access.drive_id, account_id);
        end loop;
    end if;
    return share.attribute_values_write(access, files, keys, given);
end
$$;
comment on function share.attribute_value_set_many is 'Sets many values of files of one drive and returns how many: either the same attributes of every file (file_ids, and attributes as a JSON list of objects with id and value), or to each its own (files_with_attributes, a JSON list of objects with file_id and such a list as attributes). id is the id or system name of an attribute; null, or no value, removes. All or nothing; one event. A visit needs metadata_edit, and names at most 1,000 files. Errors: as share.attribute_value_set, and 22023 for both forms or neither, PT413.';
