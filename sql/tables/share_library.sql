alter table share.share
    add column follow_stack boolean,
    add constraint share_follow_stack_check check (follow_stack is not true or file_segment_id is null);
comment on column share.share.follow_stack is 'Whether the share shows the newest version of the stack that its file is in, in place of the file itself; null as false.';
comment on constraint share_follow_stack_check on share.share is 'A segment is one of a certain version.';
