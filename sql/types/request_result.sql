create type share.request_result as (
    granted boolean,
    reason text,
    http_status integer,
    retry_after timestamptz
);
comment on type share.request_result is 'What who asks for a code or for access is answered: nothing of what is behind the link.';
comment on column share.request_result.granted is 'Whether the request was taken.';
comment on column share.request_result.reason is 'Why not, null when granted.';
comment on column share.request_result.http_status is 'HTTP status that says the same.';
comment on column share.request_result.retry_after is 'When to try again, when there were too many.';
