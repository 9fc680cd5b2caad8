create type share.event_maintenance as (
    what text,
    partition text,
    events bigint
);
comment on type share.event_maintenance is 'One thing that share.event_maintain() has done.';
comment on column share.event_maintenance.what is 'created, moved (events that waited in the default partition), dropped, or deleted (old visits, and old events of the default partition).';
comment on column share.event_maintenance.partition is 'Table of schema share that it was done to.';
comment on column share.event_maintenance.events is 'How many rows were moved or deleted, null for the rest.';
