create type share.deleted_object as (
    id uuid,
    object text
);
comment on type share.deleted_object is 'Answer of a deletion.';
comment on column share.deleted_object.id is 'Id of what was deleted.';
comment on column share.deleted_object.object is 'Its noun: share, file, file_segment, origin, job, webhook.';
