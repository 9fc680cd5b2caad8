create type share.file_usage as (
    day date,
    account_id uuid,
    drive_id uuid,
    file_id uuid,
    path text,
    opens bigint,
    plays bigint,
    downloads bigint,
    unique_visits bigint,
    last_used timestamptz
);
comment on type share.file_usage is 'How a file was used through shares on a day, without bots.';
comment on column share.file_usage.day is 'The day, from midnight to midnight UTC.';
comment on column share.file_usage.account_id is 'Account of the file.';
comment on column share.file_usage.drive_id is 'Drive that the file lies on.';
comment on column share.file_usage.file_id is 'The file.';
comment on column share.file_usage.path is 'Its path today, or when it was deleted.';
comment on column share.file_usage.opens is 'How often a share of the file itself was opened; items of a share count when they are played or downloaded.';
comment on column share.file_usage.plays is 'How often it was played.';
comment on column share.file_usage.downloads is 'How often it was downloaded.';
comment on column share.file_usage.unique_visits is 'How many different visits opened, played or downloaded it. One visit may last past midnight, so days do not add up.';
comment on column share.file_usage.last_used is 'When it was last opened, played or downloaded that day.';
