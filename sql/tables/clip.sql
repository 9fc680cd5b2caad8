create table share.clip (
    account_id uuid not null,
    file_id uuid not null,
    start_time numeric not null,
    end_time numeric not null,
    file_segment_id uuid not null,
    job_id uuid not null,
    share_id uuid,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint clip_pkey primary key (account_id, file_id, start_time, end_time),
    constraint clip_segment_fkey foreign key (account_id, file_id, file_segment_id)
        references share.segment (account_id, file_id, file_segment_id),
    constraint clip_share_fkey foreign key (account_id, share_id) references share.share (account_id, share_id),
    constraint clip_times_check check (start_time >= 0 and start_time < end_time)
);
create index clip_share_idx on share.clip (account_id, share_id) where share_id is not null;
comment on table share.clip is 'Parts of files that somebody has asked to have cut.';
comment on column share.clip.account_id is 'Account.';
comment on column share.clip.file_id is 'File that it is cut out of.';
comment on column share.clip.start_time is 'Start in seconds of the file.';
comment on column share.clip.end_time is 'End in seconds of the file.';
comment on column share.clip.file_segment_id is 'Segment that stands for the clip; what was cut is its source.';
comment on column share.clip.job_id is 'Job that cuts it; jobs are forgotten some time after they are done.';
comment on column share.clip.share_id is 'Share through which it was asked for, null for a member.';
comment on column share.clip.created_at is 'When it was last asked for anew.';
comment on index share.clip_share_idx is 'How much is being cut for the visitors of a share.';
comment on constraint clip_pkey on share.clip is 'One row for each part of a file.';
comment on constraint clip_segment_fkey on share.clip is 'Is a segment of that very file.';
comment on constraint clip_share_fkey on share.clip is 'Came through a share of its account.';
comment on constraint clip_times_check on share.clip is 'From 0 or later to a later second.';
