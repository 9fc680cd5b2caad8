create type share.delivery_details as (
    account_id uuid,
    name text,
    scheme text,
    base_url text,
    kid text,
    uses text[],
    options jsonb,
    created_at timestamptz,
    updated_at timestamptz
);
comment on type share.delivery_details is 'One delivery of an account as the functions return it.';
comment on column share.delivery_details.account_id is 'Account that the delivery belongs to.';
comment on column share.delivery_details.name is 'Name, unique in the account.';
comment on column share.delivery_details.scheme is 'How its URLs are signed.';
comment on column share.delivery_details.base_url is 'Where its media is served; the paths of origins follow it.';
comment on column share.delivery_details.kid is 'Id of the key that signs.';
comment on column share.delivery_details.uses is 'What it serves: any of stream, download, preview, upload.';
comment on column share.delivery_details.options is 'Options of the scheme, a JSON object.';
comment on column share.delivery_details.created_at is 'When the delivery was made.';
comment on column share.delivery_details.updated_at is 'When the delivery was last changed.';
