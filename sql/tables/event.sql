create table share.event (
    account_id uuid not null,
    at timestamptz not null default pg_catalog.statement_timestamp(),
    event_id uuid not null,
    share_id uuid,
    kind text not null,
    actor_kind text not null,
    actor text,
    detail jsonb not null default '{}',
    recipient_id uuid,
    visit_id uuid,
    reason text,
    address text,
    is_bot boolean not null default false,
    constraint event_pkey primary key (account_id, at, event_id),
    constraint event_kind_check check (kind ~ '^[a-z_]+\.[a-z_]+$'),
    constraint event_actor_check check (actor_kind in ('service', 'user', 'api_key', 'visitor')),
    constraint event_detail_check check (pg_catalog.jsonb_typeof(detail) = 'object'),
    constraint event_reason_check check (pg_catalog.length(reason) <= 500)
) partition by range (at);
create index event_at_idx on share.event (at, event_id);
create index event_share_idx on share.event (account_id, share_id, at, event_id) where share_id is not null;
create index event_recipient_idx on share.event (account_id, recipient_id, at, event_id) where recipient_id is not null;
-- A net for the case that nobody makes months ahead: an insert must not fail for want of a partition.
create table share.event_default partition of share.event default;
create trigger event_append_only before update or delete on share.event
    for each row execute function share.event_append_only();
create trigger event_keep before truncate on share.event
    for each statement execute function share.event_append_only();
-- A trigger for statements is not handed down to partitions.
create trigger event_keep before truncate on share.event_default
    for each statement execute function share.event_append_only();
comment on trigger event_keep on share.event_default is 'Refuses to empty the events.';
comment on table share.event is 'What happened: append-only, a partition for each month.';
comment on table share.event_default is 'Events of months that have no partition of their own.';
comment on column share.event.account_id is 'Account that the event concerns, the nil UUID for the installation.';
comment on column share.event.at is 'When it happened.';
comment on column share.event.event_id is 'Id of the event.';
comment on column share.event.share_id is 'Share that it concerns, if one.';
comment on column share.event.kind is 'What happened, as noun.past.';
comment on column share.event.actor_kind is 'Who did it: service, user, api_key or visitor.';
comment on column share.event.actor is 'The user''s id, the API key''s prefix, or the database role of the service.';
comment on column share.event.detail is 'Particulars, a JSON object without secrets.';
comment on column share.event.recipient_id is 'Recipient by whose link it happened, if one.';
comment on column share.event.visit_id is 'Visit in which it happened, if one.';
comment on column share.event.reason is 'Why it was refused or done, at most 500 characters.';
comment on column share.event.address is 'Where it came from: nothing, a network or an address, as the account''s policy says.';
comment on column share.event.is_bot is 'Whether a program that only looks for a preview did it; such events are not counted.';
comment on index share.event_at_idx is 'The events of all accounts, for operators.';
comment on index share.event_share_idx is 'The events of a share.';
comment on index share.event_recipient_idx is 'The events of a recipient.';
comment on trigger event_append_only on share.event is 'Refuses to change or delete an event.';
comment on trigger event_keep on share.event is 'Refuses to empty the events.';
comment on constraint event_pkey on share.event is 'One row for each event; the partition key must be part of it.';
comment on constraint event_kind_check on share.event is 'noun.past.';
comment on constraint event_actor_check on share.event is 'service, user, api_key or visitor.';
comment on constraint event_detail_check on share.event is 'A JSON object.';
comment on constraint event_reason_check on share.event is 'At most 500 characters.';
