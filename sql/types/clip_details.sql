create type share.clip_details as (
    file_id uuid,
    file_segment_id uuid,
    start_time numeric,
    end_time numeric,
    state text,
    job_id uuid,
    url text,
    expires_at timestamptz
);
comment on type share.clip_details is 'A clip that a worker cuts, or has cut.';
comment on column share.clip_details.file_id is 'File that it is cut out of.';
comment on column share.clip_details.file_segment_id is 'Segment of the file that stands for the clip; what was cut is its source.';
comment on column share.clip_details.start_time is 'Start in seconds of the file.';
comment on column share.clip_details.end_time is 'End in seconds of the file.';
comment on column share.clip_details.state is 'queued, running, done, or dead where the worker gave up.';
comment on column share.clip_details.job_id is 'Job that cuts it, null for what was cut before anybody asked, or so long ago that its job is forgotten.';
comment on column share.clip_details.url is 'URL of what was cut, as a download; null until it is done.';
comment on column share.clip_details.expires_at is 'When the URL ends, null where it does not.';
