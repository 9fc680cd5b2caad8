create function share.share_state_at(
    deleted_at timestamptz,
    revoked_at timestamptz,
    exhausted_at timestamptz,
    ended_at timestamptz,
    expires_at timestamptz,
    disabled_at timestamptz,
    starts_at timestamptz,
    at timestamptz
)
returns share.share_state
language sql immutable parallel safe
return case
    when deleted_at is not null then 'deleted'::share.share_state
    when revoked_at is not null then 'revoked'::share.share_state
    when expires_at <= at then 'expired'::share.share_state
    when exhausted_at is not null then 'exhausted'::share.share_state
    when ended_at is not null then 'expired'::share.share_state
    when disabled_at is not null then 'disabled'::share.share_state
    when starts_at > at then 'scheduled'::share.share_state
    else 'active'::share.share_state
end;
comment on function share.share_state_at is 'The state of a share at a time, from its columns, as view share.shares shows it.';
