create type share.recipient_usage as (
    recipient_id uuid,
    opens bigint,
    plays bigint,
    downloads bigint,
    refusals bigint,
    unique_visits bigint,
    bots bigint,
    first_viewed timestamptz,
    last_viewed timestamptz
);
comment on type share.recipient_usage is 'How a recipient used a share. Bots count nowhere but in their own column.';
comment on column share.recipient_usage.recipient_id is 'The recipient, null for everyone who came by the share''s own link.';
comment on column share.recipient_usage.opens is 'How often it was opened.';
comment on column share.recipient_usage.plays is 'How often it was played.';
comment on column share.recipient_usage.downloads is 'How often it was downloaded.';
comment on column share.recipient_usage.refusals is 'How often someone was refused.';
comment on column share.recipient_usage.unique_visits is 'How many different visits opened, played or downloaded.';
comment on column share.recipient_usage.bots is 'How often programs that only look for a preview opened it.';
comment on column share.recipient_usage.first_viewed is 'When it was first opened or played.';
comment on column share.recipient_usage.last_viewed is 'When it was last opened or played.';
