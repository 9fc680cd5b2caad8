create function share.comment_place(file_id uuid, at_seconds numeric)
returns numeric
language sql immutable parallel safe
begin atomic
    select pg_catalog.uuid_hash_extended(file_id, 0)::numeric * 10000000000 + at_seconds;
end;
comment on function share.comment_place is 'Internal. Where a second of a file is in share.comment.place.';
