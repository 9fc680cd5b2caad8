create type share.file_access as (
    account_id uuid,
    file_id uuid,
    drive_id uuid,
    shown nummultirange,
    is_member boolean,
    actor_kind text,
    actor text,
    actor_name text,
    share_id uuid,
    recipient_id uuid,
    visit_id uuid,
    permissions text[]
);
comment on type share.file_access is 'By which right a caller is at a file, and as whom.';
comment on column share.file_access.account_id is 'Account of the file.';
comment on column share.file_access.file_id is 'File.';
comment on column share.file_access.drive_id is 'Drive that the file lies on.';
comment on column share.file_access.shown is 'What of the file the caller may see, in seconds from its start: all of it, or the segments that a share shows.';
comment on column share.file_access.is_member is 'Whether the caller comes as a member, an API key or the service, and not through a share.';
comment on column share.file_access.actor_kind is 'user, api_key, service, recipient or guest (a visit of nobody known).';
comment on column share.file_access.actor is 'Who it is among those of its kind: the user''s id, the prefix of the API key, the database role, the id of the recipient or of the visit.';
comment on column share.file_access.actor_name is 'Name to show, null where none is known.';
comment on column share.file_access.share_id is 'Share through which the caller comes, null for a member.';
comment on column share.file_access.recipient_id is 'Recipient as whom the caller comes, if one.';
comment on column share.file_access.visit_id is 'Visit of the caller, null for a member.';
comment on column share.file_access.permissions is 'What the share permits, null for a member.';
