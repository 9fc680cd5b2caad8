create type share.found_event as (
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
    is_bot boolean,
    share_title text,
    cursor_at timestamptz,
    cursor uuid,
    seen integer
);
comment on type share.found_event is 'One event that was looked for; in the last row without an id, where the search stopped.';
comment on column share.found_event.id is 'Id of the event; null in the last row when the search stopped before its page was full.';
comment on column share.found_event.at is 'When it happened.';
comment on column share.found_event.account_id is 'Account that it concerns, null for the installation.';
comment on column share.found_event.share_id is 'Share that it concerns, if one.';
comment on column share.found_event.kind is 'What happened, as noun.past: share.created, key.rotated, …';
comment on column share.found_event.actor_kind is 'Who did it: service, user, api_key or visitor.';
comment on column share.found_event.actor is 'The user''s id, the API key''s prefix, or the database role of the service.';
comment on column share.found_event.detail is 'Particulars, a JSON object without secrets.';
comment on column share.found_event.recipient_id is 'Recipient by whose link it happened, if one.';
comment on column share.found_event.visit_id is 'Visit in which it happened, if one.';
comment on column share.found_event.reason is 'Why it was refused or done.';
comment on column share.found_event.address is 'Where it came from: nothing, a network or an address, as the account''s policy says.';
comment on column share.found_event.is_bot is 'Whether a program that only looks for a preview did it; such events are not counted.';
comment on column share.found_event.share_title is 'Title of the share.';
comment on column share.found_event.cursor_at is 'Where the next page begins: give it back as cursor_at.';
comment on column share.found_event.cursor is 'Where the next page begins: give it back as cursor.';
comment on column share.found_event.seen is 'In the row without an id: how many events were looked at.';
