create table share.schema_info (
    singleton boolean constraint schema_info_pkey primary key default true,
    version integer not null,
    migrated_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint schema_info_singleton_check check (singleton)
);
comment on table share.schema_info is 'Version of the tables, one row.';
comment on column share.schema_info.singleton is 'Always true: there is one row.';
comment on column share.schema_info.version is 'Number of the last step that share.migrate() has taken.';
comment on column share.schema_info.migrated_at is 'When that step was taken.';
comment on constraint schema_info_pkey on share.schema_info is 'One row.';
comment on constraint schema_info_singleton_check on share.schema_info is 'One row.';
