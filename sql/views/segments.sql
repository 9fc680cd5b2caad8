create view share.segments with (security_invoker = true) as
select
    g.file_segment_id as id,
    g.account_id,
    g.file_id,
    g.start_time,
    g.end_time,
    g.metadata,
    g.created_at
from share.segment g
where not g.is_deleted;
comment on view share.segments is 'Segments that are not deleted.';
comment on column share.segments.id is 'Id of the segment.';
comment on column share.segments.account_id is 'Account that the segment belongs to.';
comment on column share.segments.file_id is 'File that the segment is a part of.';
comment on column share.segments.start_time is 'Start in seconds of the file.';
comment on column share.segments.end_time is 'End in seconds of the file.';
comment on column share.segments.metadata is 'The application''s own data, a JSON object.';
comment on column share.segments.created_at is 'When the segment was made.';
