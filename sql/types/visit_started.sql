create type share.visit_started as (
    visit_id uuid,
    token text,
    expires_at timestamptz
);
comment on type share.visit_started is 'Internal. A visit and its token.';
comment on column share.visit_started.visit_id is 'Visit.';
comment on column share.visit_started.token is 'Its token.';
comment on column share.visit_started.expires_at is 'When the token ends.';
