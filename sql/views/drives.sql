create view share.drives with (security_invoker = true) as
select
    d.drive_id as id,
    d.account_id,
    d.name,
    d.is_default,
    d.created_at
from share.drive d;
comment on view share.drives is 'Drives of accounts.';
comment on column share.drives.id is 'Id of the drive.';
comment on column share.drives.account_id is 'Account that the drive belongs to.';
comment on column share.drives.name is 'Name, unique in the account.';
comment on column share.drives.is_default is 'Whether files without a drive_id go here; one drive of each account is the default.';
comment on column share.drives.created_at is 'When the drive was made.';
