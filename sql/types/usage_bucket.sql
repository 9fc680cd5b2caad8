create type share.usage_bucket as (
    at timestamptz,
    opens bigint,
    plays bigint,
    downloads bigint,
    refusals bigint,
    is_exact boolean
);
comment on type share.usage_bucket is 'What happened to shares in a stretch of time; bots are not counted.';
comment on column share.usage_bucket.at is 'When it begins.';
comment on column share.usage_bucket.opens is 'Openings.';
comment on column share.usage_bucket.plays is 'Plays.';
comment on column share.usage_bucket.downloads is 'Downloads.';
comment on column share.usage_bucket.refusals is 'Refusals.';
comment on column share.usage_bucket.is_exact is 'False where there were more events than were looked at: the figures are then estimated from those.';
