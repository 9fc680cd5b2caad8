create view share.events with (security_invoker = true) as
select
    e.event_id as id,
    e.at,
    e.account_id,
    e.share_id,
    e.kind,
    e.actor_kind,
    e.actor,
    e.detail
from share.event e;
comment on view share.events is 'What happened. For admins and owners of an account, as share.event_list().';
comment on column share.events.id is 'Id of the event.';
comment on column share.events.at is 'When it happened.';
comment on column share.events.account_id is 'Account that it concerns, the nil UUID for the installation.';
comment on column share.events.share_id is 'Share that it concerns, if one.';
comment on column share.events.kind is 'What happened, as noun.past: share.created, key.rotated, …';
comment on column share.events.actor_kind is 'Who did it: service, user, api_key or visitor.';
comment on column share.events.actor is 'The user''s id, the prefix of the API key, or the database role of the service.';
comment on column share.events.detail is 'Particulars, a JSON object without secrets.';
