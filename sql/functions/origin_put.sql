create function share.origin_put(
    file_id uuid,
    kind text,
    path text,
    file_segment_id uuid default null,
    mime_type text default null,
    bytes bigint default null,
    account_id uuid default null
)
returns share.origin_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    put uuid;
    result share.origin_details;
begin
    perform share.ready();
    perform share.require_argument('file_id', file_id is null);
    perform share.require_argument('kind', kind is null);
    perform share.require_argument('path', path is null);
    account := share.file_account(file_id, account_id, 'editor');
    perform share.origin_kind_check(account, file_id, file_segment_id, kind);
    -- One at a time among an account's paths that can meet, those with one first part: the check below must see what the
    -- others have put. Two accounts that share a base URL do not wait for each other.
    perform pg_advisory_xact_lock(hashtextextended(account::text, 0) + abs(hashtext(split_part(path, '/', 1))) % 64);
    perform share.origin_place_check(account, file_id, file_segment_id, kind, share.text_check('path', path, 1024));
    insert into share.origin as o (account_id, origin_id, file_id, file_segment_id, kind, path, mime_type, bytes)
    values (account, share.new_id(), origin_put.file_id, origin_put.file_segment_id, origin_put.kind, origin_put.path, origin_put.mime_type, origin_put.bytes)
    on conflict on constraint origin_kind_key do update
    set path = excluded.path, mime_type = excluded.mime_type, bytes = excluded.bytes, updated_at = statement_timestamp()
    returning o.origin_id into put;
    perform share.origin_digit_check(account, path);
    perform share.event_add(account, null, 'origin.put', jsonb_build_object(
        'origin_id', put, 'file_id', file_id, 'file_segment_id', file_segment_id, 'kind', kind));
    select d.* into result from share.origin_describe(account, array[put]) d;
    return result;
end
$$;
comment on function share.origin_put is 'Says where a stored object of a file or segment lies: one of each kind (source, proxy, stream, thumbnail), replaced when put again. path follows the base URL of the delivery. Errors: 22023 (also for a path that a stream''s signature would open), 23514, 42501, PT401, PT404, PT413.';
