create type share.visit_grant as (
    granted boolean,
    reason text,
    http_status integer,
    url text,
    cookie text,
    expires_at timestamptz
);
comment on type share.visit_grant is 'One use of a visit, and its URL.';
comment on column share.visit_grant.granted is 'Whether it is granted.';
comment on column share.visit_grant.reason is 'Why not, null when granted.';
comment on column share.visit_grant.http_status is 'HTTP status that says the same.';
comment on column share.visit_grant.url is 'Signed URL, null while there is nothing to give.';
comment on column share.visit_grant.cookie is 'What must be sent with the URL, as name=value; several are joined by "; ".';
comment on column share.visit_grant.expires_at is 'When the URL ends, null where it does not.';
