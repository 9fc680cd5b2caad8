create type share.usage_details as (
    day date,
    account_id uuid,
    share_id uuid,
    opens bigint,
    plays bigint,
    downloads bigint,
    refusals bigint,
    unique_visits bigint,
    bots bigint,
    last_viewed timestamptz
);
comment on type share.usage_details is 'How a share was used on a day. Bots count nowhere but in their own column.';
comment on column share.usage_details.day is 'The day, from midnight to midnight UTC.';
comment on column share.usage_details.account_id is 'Account that owns the share.';
comment on column share.usage_details.share_id is 'The share.';
comment on column share.usage_details.opens is 'How often it was opened.';
comment on column share.usage_details.plays is 'How often it was played.';
comment on column share.usage_details.downloads is 'How often it was downloaded.';
comment on column share.usage_details.refusals is 'How often someone was refused.';
comment on column share.usage_details.unique_visits is 'How many different visits opened, played or downloaded. One visit may last past midnight, so days do not add up.';
comment on column share.usage_details.bots is 'How often programs that only look for a preview opened it.';
comment on column share.usage_details.last_viewed is 'When it was last opened or played that day.';
