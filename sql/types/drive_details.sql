create type share.drive_details as (
    id uuid,
    account_id uuid,
    name text,
    is_default boolean,
    created_at timestamptz,
    policy jsonb
);
comment on type share.drive_details is 'One drive of an account as the functions return it.';
comment on column share.drive_details.id is 'Id of the drive.';
comment on column share.drive_details.account_id is 'Account that the drive belongs to.';
comment on column share.drive_details.name is 'Name, unique in the account.';
comment on column share.drive_details.is_default is 'Whether files without a drive_id go here; one drive of each account is the default.';
comment on column share.drive_details.created_at is 'When the drive was made.';
comment on column share.drive_details.policy is 'What new shares of its files must be like; its keys go before the account''s.';
