create view share.deliveries with (security_invoker = true) as
select
    d.account_id,
    d.name,
    d.scheme,
    d.base_url,
    d.kid,
    d.uses,
    d.options,
    d.created_at,
    d.updated_at
from share.delivery d;
comment on view share.deliveries is 'Deliveries of accounts. For admins and owners.';
comment on column share.deliveries.account_id is 'Account that the delivery belongs to.';
comment on column share.deliveries.name is 'Name, unique in the account.';
comment on column share.deliveries.scheme is 'How its URLs are signed.';
comment on column share.deliveries.base_url is 'Where its media is served; the paths of origins follow it.';
comment on column share.deliveries.kid is 'Id of the key that signs.';
comment on column share.deliveries.uses is 'What it serves: any of stream, download, preview, upload.';
comment on column share.deliveries.options is 'Options of the scheme, a JSON object.';
comment on column share.deliveries.created_at is 'When the delivery was made.';
comment on column share.deliveries.updated_at is 'When the delivery was last changed.';
