create type share.server_summary as (
    extension_version text,
    schema_version integer,
    schema_latest integer,
    server_version text,
    database_name text,
    database_role text,
    caller_kind text,
    caller_name text,
    account_id uuid,
    is_operator boolean,
    is_standby boolean,
    is_read_only boolean,
    replication_lag interval,
    shares_scheduled bigint,
    shares_active bigint,
    shares_disabled bigint,
    shares_exhausted bigint,
    shares_expired bigint,
    shares_revoked bigint,
    shares_deleted bigint,
    shares_is_exact boolean,
    jobs_queued bigint,
    jobs_running bigint,
    jobs_dead bigint,
    jobs_late bigint,
    locks bigint,
    access_requests bigint,
    keys_current bigint,
    keys_due bigint,
    event_months_ahead integer
);
comment on type share.server_summary is 'An installation at a glance; figures are null for who is no operator, and before share.migrate().';
comment on column share.server_summary.extension_version is 'Version of the extension in this database.';
comment on column share.server_summary.schema_version is 'Version of the tables, null where there are none.';
comment on column share.server_summary.schema_latest is 'Version of the tables that the extension works with.';
comment on column share.server_summary.server_version is 'Version of PostgreSQL.';
comment on column share.server_summary.database_name is 'Database.';
comment on column share.server_summary.database_role is 'Role whose rights count.';
comment on column share.server_summary.caller_kind is 'Who is calling: service, user, api_key or visitor.';
comment on column share.server_summary.caller_name is 'Name of the caller.';
comment on column share.server_summary.account_id is 'The one account of the caller, if it has one.';
comment on column share.server_summary.is_operator is 'Whether the caller looks after all accounts.';
comment on column share.server_summary.is_standby is 'Whether the server is a standby.';
comment on column share.server_summary.is_read_only is 'Whether nothing can be written in this transaction.';
comment on column share.server_summary.replication_lag is 'How far a standby is behind, null on a primary.';
comment on column share.server_summary.shares_scheduled is 'Shares that are scheduled.';
comment on column share.server_summary.shares_active is 'Shares that are active.';
comment on column share.server_summary.shares_disabled is 'Shares that are disabled.';
comment on column share.server_summary.shares_exhausted is 'Shares that are exhausted.';
comment on column share.server_summary.shares_expired is 'Shares that are expired.';
comment on column share.server_summary.shares_revoked is 'Shares that are revoked.';
comment on column share.server_summary.shares_deleted is 'Shares that are deleted.';
comment on column share.server_summary.shares_is_exact is 'False where the shares are estimated from a part of their table.';
comment on column share.server_summary.jobs_queued is 'Jobs that wait, up to 10,000.';
comment on column share.server_summary.jobs_running is 'Jobs that a worker has, up to 10,000.';
comment on column share.server_summary.jobs_dead is 'Jobs that were given up, up to 10,000.';
comment on column share.server_summary.jobs_late is 'Jobs that are due for more than 15 minutes, up to 10,000.';
comment on column share.server_summary.locks is 'Locks by wrong passwords, up to 1,000.';
comment on column share.server_summary.access_requests is 'Access requests that wait for an answer, up to 1,000.';
comment on column share.server_summary.keys_current is 'Signing keys that are in use.';
comment on column share.server_summary.keys_due is 'Keys of deliveries that are over, revoked or end within 7 days.';
comment on column share.server_summary.event_months_ahead is 'Months after this one that have partitions of events, -1 when this one has none.';
