create type share.event_details as (
    id uuid,
    at timestamptz,
    account_id uuid,
    share_id uuid,
    kind text,
    actor_kind text,
    actor text,
    detail jsonb,
    recipient_id uuid,
    visit_id uuid,
    reason text,
    address text,
    is_bot boolean
);
comment on type share.event_details is 'One event: what happened to or through a share, or to what shares stand on.';
comment on column share.event_details.id is 'Id of the event.';
comment on column share.event_details.at is 'When it happened.';
comment on column share.event_details.account_id is 'Account that it concerns, null for the installation.';
comment on column share.event_details.share_id is 'Share that it concerns, if one.';
comment on column share.event_details.kind is 'What happened, as noun.past: share.created, key.rotated, …';
comment on column share.event_details.actor_kind is 'Who did it: service, user, api_key or visitor.';
comment on column share.event_details.actor is 'The user''s id, the API key''s prefix, or the database role of the service.';
comment on column share.event_details.detail is 'Particulars, a JSON object without secrets.';
comment on column share.event_details.recipient_id is 'Recipient by whose link it happened, if one.';
comment on column share.event_details.visit_id is 'Visit in which it happened, if one.';
comment on column share.event_details.reason is 'Why it was refused or done.';
comment on column share.event_details.address is 'Where it came from: nothing, a network or an address, as the account''s policy says.';
comment on column share.event_details.is_bot is 'Whether a program that only looks for a preview did it; such events are not counted.';
