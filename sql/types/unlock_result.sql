create type share.unlock_result as (
    granted boolean,
    reason text,
    http_status integer,
    visit_token text,
    visit_expires_at timestamptz,
    retry_after timestamptz
);
comment on type share.unlock_result is 'What share.share_unlock() answers.';
comment on column share.unlock_result.granted is 'Whether the password was right.';
comment on column share.unlock_result.reason is 'Why not, null when granted.';
comment on column share.unlock_result.http_status is 'HTTP status that says the same.';
comment on column share.unlock_result.visit_token is 'What every other call of this visit takes.';
comment on column share.unlock_result.visit_expires_at is 'When the visit token ends.';
comment on column share.unlock_result.retry_after is 'When to try again, when passwords are locked.';
