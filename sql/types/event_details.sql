create type share.event_details as (
    id uuid,
    at timestamptz,
    account_id uuid,
    share_id uuid,
    kind text,
    actor_kind text,
    actor text,
    detail jsonb
);
comment on type share.event_details is 'One event: what happened to or through a share, or to what shares stand on.';
comment on column share.event_details.id is 'Id of the event.';
comment on column share.event_details.at is 'When it happened.';
comment on column share.event_details.account_id is 'Account that it concerns, null for the installation.';
comment on column share.event_details.share_id is 'Share that it concerns, if one.';
comment on column share.event_details.kind is 'What happened, as noun.past: share.created, key.rotated, …';
comment on column share.event_details.actor_kind is 'Who did it: service, user or visitor.';
comment on column share.event_details.actor is 'The user''s id, or the database role of the service.';
comment on column share.event_details.detail is 'Particulars, a JSON object without secrets.';
