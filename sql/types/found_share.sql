create type share.found_share as (
    share_id uuid,
    account_id uuid,
    state share.share_state,
    found_by text,
    recipient_id uuid,
    expires_at timestamptz
);
comment on type share.found_share is 'A share that a URL leads to.';
comment on column share.found_share.share_id is 'Share.';
comment on column share.found_share.account_id is 'Account.';
comment on column share.found_share.state is 'Life of the link.';
comment on column share.found_share.found_by is 'By what: link (id or slug of a page), recipient (a recipient''s link), signature (the token names the share), epoch (the path does), path (a stored object that the share hands out).';
comment on column share.found_share.recipient_id is 'Recipient whose link it is.';
comment on column share.found_share.expires_at is 'When the signed URL ends, if that can be read.';
