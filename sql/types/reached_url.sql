create type share.reached_url as (
    action text,
    delivery text,
    scheme text,
    plays_until timestamptz,
    stopped_by text
);
comment on type share.reached_url is 'What of a share can still be fetched with URLs that are out.';
comment on column share.reached_url.action is 'stream, download or preview.';
comment on column share.reached_url.delivery is 'Delivery that signed them.';
comment on column share.reached_url.scheme is 'Its scheme.';
comment on column share.reached_url.plays_until is 'Until when at most the edge serves them, null where they carry no end.';
comment on column share.reached_url.stopped_by is 'What ends them earlier: epoch (a purge of the old prefix), key (revoking the key, which ends those of all its shares), origin (an origin that asks share.share_verify()), nothing.';
