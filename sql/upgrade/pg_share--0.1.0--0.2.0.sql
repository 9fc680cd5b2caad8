-- From 0.1.0 to 0.2.0: functions and types for who looks after all shares, and events that are announced. No table changes.
set local search_path = pg_catalog, pg_temp;

-- New types.
create type share.share_filter as (
    account_id uuid,
    phrase text,
    first_id uuid,
    last_id uuid,
    state share.share_state,
    visibility share.visibility,
    file_id uuid,
    file_segment_id uuid,
    owner_id text,
    user_id text,
    email text,
    expires_before timestamptz,
    expires_after timestamptz,
    created_before timestamptz,
    created_after timestamptz,
    has_password boolean,
    ids uuid[]
);
comment on type share.share_filter is 'Internal. Which shares are looked for; null leaves a filter out.';
comment on column share.share_filter.account_id is 'Account.';
comment on column share.share_filter.phrase is 'In lower case: part of the title, slug or file name, or the beginning of the id.';
comment on column share.share_filter.first_id is 'First id of those that begin so, where that many digits are given that the index serves.';
comment on column share.share_filter.last_id is 'Last id of those.';
comment on column share.share_filter.state is 'Life of the link.';
comment on column share.share_filter.visibility is 'Who may open the share.';
comment on column share.share_filter.file_id is 'File.';
comment on column share.share_filter.file_segment_id is 'Segment.';
comment on column share.share_filter.owner_id is 'The application''s id of the owner.';
comment on column share.share_filter.user_id is 'A recipient''s user id.';
comment on column share.share_filter.email is 'A recipient''s mail address, in lower case.';
comment on column share.share_filter.expires_before is 'Ends before, exclusive.';
comment on column share.share_filter.expires_after is 'Ends after, inclusive.';
comment on column share.share_filter.created_before is 'Made before, exclusive.';
comment on column share.share_filter.created_after is 'Made after, inclusive.';
comment on column share.share_filter.has_password is 'Whether a password must be given.';
comment on column share.share_filter.ids is 'One of these.';
create type share.share_summary as (
    id uuid,
    account_id uuid,
    account_name text,
    title text,
    file_id uuid,
    file_segment_id uuid,
    filename text,
    path text,
    media_type share.media_type,
    state share.share_state,
    visibility share.visibility,
    owner_id text,
    slug text,
    has_password boolean,
    recipients_only boolean,
    starts_at timestamptz,
    expires_at timestamptz,
    created_at timestamptz,
    updated_at timestamptz,
    cursor_at timestamptz,
    cursor uuid,
    seen integer
);
comment on type share.share_summary is 'One share of a list, with nothing signed; in the last row without an id, where a search stopped.';
comment on column share.share_summary.id is 'Id of the share; null in the last row when the search stopped before its page was full.';
comment on column share.share_summary.account_id is 'Account.';
comment on column share.share_summary.account_name is 'Name of the account.';
comment on column share.share_summary.title is 'Title.';
comment on column share.share_summary.file_id is 'File.';
comment on column share.share_summary.file_segment_id is 'Segment, null for the whole file.';
comment on column share.share_summary.filename is 'Name of the file.';
comment on column share.share_summary.path is 'Path of the file in its drive.';
comment on column share.share_summary.media_type is 'Kind of the media.';
comment on column share.share_summary.state is 'Life of the link.';
comment on column share.share_summary.visibility is 'Who may open the share.';
comment on column share.share_summary.owner_id is 'The application''s id of the owner.';
comment on column share.share_summary.slug is 'Address in place of the id.';
comment on column share.share_summary.has_password is 'Whether a password must be given.';
comment on column share.share_summary.recipients_only is 'Whether only its recipients may open it.';
comment on column share.share_summary.starts_at is 'When it begins to be active, null for at once.';
comment on column share.share_summary.expires_at is 'When it ends, null for never.';
comment on column share.share_summary.created_at is 'When it was made.';
comment on column share.share_summary.updated_at is 'When it was last changed.';
comment on column share.share_summary.cursor_at is 'Where the next page begins: give it back as cursor_at.';
comment on column share.share_summary.cursor is 'Where the next page begins: give it back as cursor.';
comment on column share.share_summary.seen is 'In the row without an id: how many shares were looked at.';
create type share.share_number as (
    number bigint,
    is_exact boolean,
    seen integer
);
comment on type share.share_number is 'How many shares a filter meets.';
comment on column share.share_number.number is 'The number; at least so many where it is not exact.';
comment on column share.share_number.is_exact is 'Whether all were looked at.';
comment on column share.share_number.seen is 'How many were looked at.';
create type share.change_step as (
    changed integer,
    matched integer,
    cursor_at timestamptz,
    cursor uuid,
    is_complete boolean
);
comment on type share.change_step is 'One step of a change of many shares.';
comment on column share.change_step.changed is 'How many shares the step changed.';
comment on column share.change_step.matched is 'How many met the filter; those that were so already do not change.';
comment on column share.change_step.cursor_at is 'Where the next step begins: give it back as cursor_at.';
comment on column share.change_step.cursor is 'Where the next step begins: give it back as cursor.';
comment on column share.change_step.is_complete is 'Whether that was the last step.';
create type share.found_event as (
    id uuid,
    at timestamptz,
    account_id uuid,
    share_id uuid,
    kind text,
    actor_kind text,
    actor text,
    detail jsonb,
    recipient_id uuid,
    visit_id uuid,
    reason text,
    address text,
    is_bot boolean,
    share_title text,
    cursor_at timestamptz,
    cursor uuid,
    seen integer
);
comment on type share.found_event is 'One event that was looked for; in the last row without an id, where the search stopped.';
comment on column share.found_event.id is 'Id of the event; null in the last row when the search stopped before its page was full.';
comment on column share.found_event.at is 'When it happened.';
comment on column share.found_event.account_id is 'Account that it concerns, null for the installation.';
comment on column share.found_event.share_id is 'Share that it concerns, if one.';
comment on column share.found_event.kind is 'What happened, as noun.past: share.created, key.rotated, …';
comment on column share.found_event.actor_kind is 'Who did it: service, user, api_key or visitor.';
comment on column share.found_event.actor is 'The user''s id, the API key''s prefix, or the database role of the service.';
comment on column share.found_event.detail is 'Particulars, a JSON object without secrets.';
comment on column share.found_event.recipient_id is 'Recipient by whose link it happened, if one.';
comment on column share.found_event.visit_id is 'Visit in which it happened, if one.';
comment on column share.found_event.reason is 'Why it was refused or done.';
comment on column share.found_event.address is 'Where it came from: nothing, a network or an address, as the account''s policy says.';
comment on column share.found_event.is_bot is 'Whether a program that only looks for a preview did it; such events are not counted.';
comment on column share.found_event.share_title is 'Title of the share.';
comment on column share.found_event.cursor_at is 'Where the next page begins: give it back as cursor_at.';
comment on column share.found_event.cursor is 'Where the next page begins: give it back as cursor.';
comment on column share.found_event.seen is 'In the row without an id: how many events were looked at.';
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
create type share.top_share as (
    share_id uuid,
    account_id uuid,
    account_name text,
    title text,
    filename text,
    state share.share_state,
    number bigint,
    counted_since timestamptz
);
comment on type share.top_share is 'A share that is much used or often refused.';
comment on column share.top_share.share_id is 'Share.';
comment on column share.top_share.account_id is 'Account.';
comment on column share.top_share.account_name is 'Name of the account.';
comment on column share.top_share.title is 'Title.';
comment on column share.top_share.filename is 'Name of the file.';
comment on column share.top_share.state is 'Life of the link.';
comment on column share.top_share.number is 'How often.';
comment on column share.top_share.counted_since is 'How far back events were looked at.';
create type share.key_reach as (
    kid text,
    algorithm text,
    state text,
    deliveries bigint,
    accounts bigint,
    delivery_names text[],
    shares bigint,
    is_exact boolean,
    longest_lifetime interval,
    ends_visits boolean
);
comment on type share.key_reach is 'What hangs on a signing key.';
comment on column share.key_reach.kid is 'Id of the key.';
comment on column share.key_reach.algorithm is 'What the key is for.';
comment on column share.key_reach.state is 'standby, current, previous or revoked.';
comment on column share.key_reach.deliveries is 'How many deliveries sign with it.';
comment on column share.key_reach.accounts is 'How many accounts these belong to.';
comment on column share.key_reach.delivery_names is 'The first 20 of these, each as name (account).';
comment on column share.key_reach.shares is 'How many living shares they serve; at least so many where it is not exact.';
comment on column share.key_reach.is_exact is 'Whether all shares of these accounts were looked at.';
comment on column share.key_reach.longest_lifetime is 'The longest time that a URL by it may still live.';
comment on column share.key_reach.ends_visits is 'Whether it makes share tokens: visits and links of recipients by it end with it.';
create type share.server_summary as (
    extension_version text,
    schema_version integer,
    schema_latest integer,
    server_version text,
    database_name text,
    database_role text,
    caller_kind text,
    caller_name text,
    account_id uuid,
    is_operator boolean,
    is_standby boolean,
    is_read_only boolean,
    replication_lag interval,
    shares_scheduled bigint,
    shares_active bigint,
    shares_disabled bigint,
    shares_exhausted bigint,
    shares_expired bigint,
    shares_revoked bigint,
    shares_deleted bigint,
    shares_is_exact boolean,
    jobs_queued bigint,
    jobs_running bigint,
    jobs_dead bigint,
    jobs_late bigint,
    locks bigint,
    access_requests bigint,
    keys_current bigint,
    keys_due bigint,
    event_months_ahead integer
);
comment on type share.server_summary is 'An installation at a glance; figures are null for who is no operator, and before share.migrate().';
comment on column share.server_summary.extension_version is 'Version of the extension in this database.';
comment on column share.server_summary.schema_version is 'Version of the tables, null where there are none.';
comment on column share.server_summary.schema_latest is 'Version of the tables that the extension works with.';
comment on column share.server_summary.server_version is 'Version of PostgreSQL.';
comment on column share.server_summary.database_name is 'Database.';
comment on column share.server_summary.database_role is 'Role whose rights count.';
comment on column share.server_summary.caller_kind is 'Who is calling: service, user, api_key or visitor.';
comment on column share.server_summary.caller_name is 'Name of the caller.';
comment on column share.server_summary.account_id is 'The one account of the caller, if it has one.';
comment on column share.server_summary.is_operator is 'Whether the caller looks after all accounts.';
comment on column share.server_summary.is_standby is 'Whether the server is a standby.';
comment on column share.server_summary.is_read_only is 'Whether nothing can be written in this transaction.';
comment on column share.server_summary.replication_lag is 'How far a standby is behind, null on a primary.';
comment on column share.server_summary.shares_scheduled is 'Shares that are scheduled.';
comment on column share.server_summary.shares_active is 'Shares that are active.';
comment on column share.server_summary.shares_disabled is 'Shares that are disabled.';
comment on column share.server_summary.shares_exhausted is 'Shares that are exhausted.';
comment on column share.server_summary.shares_expired is 'Shares that are expired.';
comment on column share.server_summary.shares_revoked is 'Shares that are revoked.';
comment on column share.server_summary.shares_deleted is 'Shares that are deleted.';
comment on column share.server_summary.shares_is_exact is 'False where the shares are estimated from a part of their table.';
comment on column share.server_summary.jobs_queued is 'Jobs that wait, up to 10,000.';
comment on column share.server_summary.jobs_running is 'Jobs that a worker has, up to 10,000.';
comment on column share.server_summary.jobs_dead is 'Jobs that were given up, up to 10,000.';
comment on column share.server_summary.jobs_late is 'Jobs that are due for more than 15 minutes, up to 10,000.';
comment on column share.server_summary.locks is 'Locks by wrong passwords, up to 1,000.';
comment on column share.server_summary.access_requests is 'Access requests that wait for an answer, up to 1,000.';
comment on column share.server_summary.keys_current is 'Signing keys that are in use.';
comment on column share.server_summary.keys_due is 'Keys of deliveries that are over, revoked or end within 7 days.';
comment on column share.server_summary.event_months_ahead is 'Months after this one that have partitions of events, -1 when this one has none.';
create type share.found_file as (
    id uuid,
    account_id uuid,
    account_name text,
    drive_id uuid,
    drive_name text,
    path text,
    filename text,
    external_id text,
    media_type share.media_type,
    bytes bigint,
    duration_seconds numeric,
    status share.processing_status,
    created_at timestamptz,
    cursor uuid,
    seen integer
);
comment on type share.found_file is 'One file of a search; in the last row without an id, where it stopped.';
comment on column share.found_file.id is 'Id of the file; null in the last row when the search stopped before its page was full.';
comment on column share.found_file.account_id is 'Account.';
comment on column share.found_file.account_name is 'Name of the account.';
comment on column share.found_file.drive_id is 'Drive.';
comment on column share.found_file.drive_name is 'Name of the drive.';
comment on column share.found_file.path is 'Path in the drive.';
comment on column share.found_file.filename is 'Last part of the path.';
comment on column share.found_file.external_id is 'The application''s own id.';
comment on column share.found_file.media_type is 'Kind of the media.';
comment on column share.found_file.bytes is 'Size of the original.';
comment on column share.found_file.duration_seconds is 'Length in seconds.';
comment on column share.found_file.status is 'Processing of the media.';
comment on column share.found_file.created_at is 'When it was registered.';
comment on column share.found_file.cursor is 'Where the next page begins: give it back as cursor.';
comment on column share.found_file.seen is 'In the row without an id: how many files were looked at.';

-- New functions.
create function share.event_announce() returns void
language c volatile strict parallel unsafe
as 'MODULE_PATHNAME', 'event_announce_wrapper';
comment on function share.event_announce is 'Internal. Has the transaction wake who listens to pg_share_event when it commits, unless this session did so within the last second or pg_share.event_notify is off.';
create function share.at_most_check(name text, given integer, usual integer, most integer)
returns integer
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if given not between 1 and most then
        perform share.refuse('22023', 'a number is out of range', format('%s: %s', name, given), format('%s is 1 to %s', name, most));
    end if;
    return coalesce(given, usual);
end
$$;
comment on function share.at_most_check is 'Internal. A number of rows to look at or to change, the usual one for null. Errors: 22023 outside 1 to the most.';
create function share.cursor_check(cursor_at timestamptz, cursor uuid)
returns void
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if (cursor is null) <> (cursor_at is null) then
        perform share.refuse('22023', 'half a cursor', '', 'give both cursor_at and cursor of the last row of the previous page, or neither');
    end if;
end
$$;
comment on function share.cursor_check is 'Internal. Refuses with 22023 one half of a cursor without the other.';
create function share.event_search(
    account_id uuid default null,
    share_id uuid default null,
    recipient_id uuid default null,
    kinds text[] default null,
    actor text default null,
    actor_kind text default null,
    address inet default null,
    reason text default null,
    is_bot boolean default null,
    after timestamptz default null,
    before timestamptz default null,
    descending boolean default true,
    "limit" integer default 20,
    at_most integer default 20000,
    cursor_at timestamptz default null,
    cursor uuid default null
)
returns setof share.found_event
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    account uuid;
    rows_wanted integer;
    beginnings text[];
    candidates text;
    direction text := case when descending then ' desc' else ' asc' end;
    given integer := 0;
    last_row share.found_event;
begin
    perform share.ready();
    if account_id is null and share_id is not null then
        select s.account_id into account from share.share s where s.share_id = event_search.share_id;
        perform share.authorize(account, 'admin', 'share', share_id::text);
    elsif account_id is null and recipient_id is not null then
        select r.account_id into account from share.recipient r where r.recipient_id = event_search.recipient_id;
        perform share.authorize(account, 'admin', 'recipient', recipient_id::text);
    else
        account := share.account_of_call(account_id);
    end if;
    if account is not null then
        perform share.authorize(account, 'admin', 'account', account::text);
    end if;
    rows_wanted := share.page_limit("limit");
    at_most := share.at_most_check('at_most', at_most, 20000, 1000000);
    perform share.cursor_check(cursor_at, cursor);
    if cardinality(kinds) > 100 then
        perform share.refuse('22023', 'too many kinds', format('kinds: %s', cardinality(kinds)), 'give at most 100, or all of a noun as share.*');
    end if;
    beginnings := array(select left(k.kind, -1) from unnest(kinds) k(kind) where k.kind like '%*');
    -- What an index serves limits what is looked at; the rest is asked of each event that is looked at.
    candidates := 'select e.*, ('
        || case when kinds is not null then '(e.kind = any ($4) or exists (select from unnest($5) b(kind) where starts_with(e.kind, b.kind)))' else 'true' end
        || case when actor is not null then ' and e.actor = $6' else '' end
        || case when actor_kind is not null then ' and e.actor_kind = $7' else '' end
        || case when address is not null then ' and e.address::inet && $8' else '' end
        || case when reason is not null then ' and e.reason = $9' else '' end
        || case when is_bot is not null then ' and e.is_bot = $10' else '' end
        || ') is true as is_match from share.event e where true'
        || case when account is not null then ' and e.account_id = $1' else '' end
        || case when share_id is not null then ' and e.share_id = $2' else '' end
        || case when recipient_id is not null then ' and e.recipient_id = $3' else '' end
        || case when after is not null then ' and e.at >= $11' else '' end
        || case when before is not null then ' and e.at < $12' else '' end
        || case when cursor is not null then format(' and (e.at, e.event_id) %s ($13, $14)', case when descending then '<' else '>' end) else '' end
        || format(' order by e.at%s, e.event_id%s limit $15', direction, direction);
    for last_row in execute
        'select p.event_id, p.at, nullif(p.account_id, ''00000000-0000-0000-0000-000000000000''), p.share_id, p.kind, p.actor_kind, p.actor, p.detail,
            p.recipient_id, p.visit_id, p.reason, p.address, p.is_bot,
            (select s.title from share.share s where s.account_id = p.account_id and s.share_id = p.share_id), p.at, p.event_id, null::integer
        from (select c.* from (' || candidates || ') c where c.is_match limit $16) p'
        using account, share_id, recipient_id, kinds, beginnings, actor, actor_kind, address, reason, is_bot, after, before, cursor_at, cursor, at_most, rows_wanted
    loop
        given := given + 1;
        return next last_row;
    end loop;
    if given < rows_wanted then
        -- The page is not full: either there are no more, or they lie behind what was looked at.
        last_row := null;
        execute 'select c.at, c.event_id from (' || candidates || ') c offset $15 - 1'
        into last_row.cursor_at, last_row.cursor
        using account, share_id, recipient_id, kinds, beginnings, actor, actor_kind, address, reason, is_bot, after, before, cursor_at, cursor, at_most, rows_wanted;
        if last_row.cursor is not null then
            last_row.seen := at_most;
            return next last_row;
        end if;
    end if;
end
$$;
comment on function share.event_search is 'Lists events, newest first or oldest first, those at or after one time and before another: of these kinds (share.* for all of a noun), by an actor, from an address or network that equals, contains or lies in what is kept, with a reason. Where no index serves a filter, at most at_most events are looked at: a last row without an id then tells where to go on. cursor_at and cursor are those of the last row of the previous page. For admins and owners of the account; operators may leave it out. Errors: 22023, 42501, PT401, PT404.';
create function share.file_search(
    "text" text,
    account_id uuid default null,
    drive_id uuid default null,
    status share.processing_status default null,
    media_type share.media_type default null,
    "limit" integer default 20,
    at_most integer default 20000,
    cursor uuid default null
)
returns setof share.found_file
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    account uuid;
    rows_wanted integer;
    phrase text;
    conditions text;
    candidates text;
    drives uuid[] := array[null::uuid];
    drive uuid;
    cursor_drive uuid;
    cursor_path text;
    cursor_at timestamptz;
    part uuid[];
    found_ids uuid[] := '{}';
    last_row share.found_file;
begin
    perform share.ready();
    perform share.require_argument('text', "text" is null);
    account := share.account_of_call(account_id);
    rows_wanted := share.page_limit("limit");
    at_most := share.at_most_check('at_most', at_most, 20000, 1000000);
    phrase := share.text_check('text', "text", 1024);
    if cursor is not null then
        select c.drive_id, c.path, c.created_at into cursor_drive, cursor_path, cursor_at
        from share.file c
        where c.file_id = file_search.cursor and (account is null or c.account_id = account);
    end if;
    -- What an index serves limits what is looked at; the rest is asked of each file that is looked at.
    conditions := '(true' || case when status is not null then ' and f.status = $4' else '' end
        || case when media_type is not null then ' and f.media_type = $5' else '' end;
    if phrase like '/%' and account is not null then
        -- Drive by drive, each in the order of the paths, which is that of their bytes.
        drives := array(
            select d.drive_id from share.drive d
            where d.account_id = account and (file_search.drive_id is null or d.drive_id = file_search.drive_id)
                and (cursor_drive is null or d.drive_id >= cursor_drive)
            order by d.drive_id
        );
        phrase := regexp_replace(phrase, '([\\%_])', '\\\1', 'g') || '%';
        candidates := 'select f.account_id, f.file_id, ' || conditions || ') is true as is_match from share.file f
            where f.account_id = $1 and f.drive_id = $2 and not f.is_deleted and f.path like $3
                and ($7 is null or f.drive_id <> $6 or f.path ~>~ $7)
            order by f.path using ~<~ limit $10';
    else
        phrase := lower(btrim(phrase));
        candidates := 'select f.account_id, f.file_id, ' || conditions
            || case when phrase <> '' then ' and (strpos(lower(f.path), $3) > 0 or lower(f.external_id) = $3 or starts_with(f.file_id::text, $3))' else '' end
            || ') is true as is_match from share.file f where not f.is_deleted'
            || case when account is not null then ' and f.account_id = $1' else '' end
            || case when drive_id is not null then ' and f.drive_id = $2' else '' end
            || case when phrase ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then ' and f.file_id = $3::uuid' else '' end
            || case when cursor is not null then ' and (f.created_at, f.file_id) < ($8, $9)' else '' end
            || ' order by f.created_at desc, f.file_id desc limit $10';
        drives := array[drive_id];
    end if;
    foreach drive in array drives loop
        execute 'select array_agg(p.file_id) from (select c.file_id from (' || candidates || ') c where c.is_match limit $11) p'
        into part
        using account, drive, phrase, status, media_type, cursor_drive, cursor_path, cursor_at, cursor, at_most, rows_wanted - cardinality(found_ids);
        found_ids := found_ids || part;
        exit when cardinality(found_ids) >= rows_wanted;
        -- Not full: either there are no more here, or they lie behind what was looked at.
        execute 'select c.file_id from (' || candidates || ') c offset $10 - 1'
        into last_row.cursor
        using account, drive, phrase, status, media_type, cursor_drive, cursor_path, cursor_at, cursor, at_most, rows_wanted;
        exit when last_row.cursor is not null;
    end loop;
    return query
    select f.file_id, f.account_id, a.name, f.drive_id, d.name, f.path, f.filename, f.external_id, f.media_type, f.bytes, f.duration_seconds, f.status,
        f.created_at, f.file_id, null::integer
    from unnest(found_ids) with ordinality t(id, place)
    join share.file f on f.file_id = t.id
    join share.drive d on d.account_id = f.account_id and d.drive_id = f.drive_id
    join share.account a on a.account_id = f.account_id
    order by t.place;
    if last_row.cursor is not null then
        last_row.seen := at_most;
        return next last_row;
    end if;
end
$$;
comment on function share.file_search is 'Finds files. A text that begins with / and an account: those whose path begins so, drive by drive in the order of their paths. Otherwise newest first those of which it is in any case a part of the path, the external id or the beginning of the id; where no index serves a filter, at most at_most files are looked at: a last row without an id then tells where to go on. cursor is that of the last row of the previous page. Operators may leave out the account. Errors: 22023, PT401, PT404, PT413.';
create function share.server_overview()
returns share.server_summary
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    result share.server_summary;
    who share.caller_identity;
begin
    -- Also loads the library with its settings.
    result.schema_latest := share.migration_latest();
    select e.extversion into result.extension_version from pg_extension e where e.extname = 'pg_share';
    result.server_version := current_setting('server_version');
    result.database_name := current_database();
    result.database_role := coalesce(nullif(current_setting('role', true), 'none'), session_user);
    result.is_standby := pg_is_in_recovery();
    result.is_read_only := current_setting('transaction_read_only')::boolean;
    if result.is_standby then
        -- With nothing left to replay a standby is not behind, however long nothing has been written.
        result.replication_lag := case
            when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() then interval '0'
            else clock_timestamp() - pg_last_xact_replay_timestamp()
        end;
    end if;
    if to_regclass('share.schema_info') is not null then
        execute 'select i.version from share.schema_info i' into result.schema_version;
    end if;
    -- Who looks at a server for the first time is told what is missing, and not refused.
    if result.schema_version is distinct from result.schema_latest then
        return result;
    end if;
    who := share.caller();
    if who.kind = 'visitor' then
        perform share.authorize(null, 'viewer', 'server');
    end if;
    result.caller_kind := who.kind;
    result.caller_name := who.name;
    result.account_id := who.account_id;
    result.is_operator := who.all_accounts;
    if not who.all_accounts then
        return result;
    end if;
    select sum(s.number) filter (where s.state = 'scheduled'), sum(s.number) filter (where s.state = 'active'), sum(s.number) filter (where s.state = 'disabled'),
        sum(s.number) filter (where s.state = 'exhausted'), sum(s.number) filter (where s.state = 'expired'), sum(s.number) filter (where s.state = 'revoked'),
        sum(s.number) filter (where s.state = 'deleted'), bool_and(s.is_exact)
    into result.shares_scheduled, result.shares_active, result.shares_disabled, result.shares_exhausted, result.shares_expired, result.shares_revoked,
        result.shares_deleted, result.shares_is_exact
    from share.share_state_sample() s;
    -- Counted to a bound, through indexes.
    select count(*) into result.jobs_queued from (select from share.job j where j.state = 'queued' and j.state <> 'done' limit 10000) j;
    select count(*) into result.jobs_running from (select from share.job j where j.state = 'running' and j.state <> 'done' limit 10000) j;
    select count(*) into result.jobs_dead from (select from share.job j where j.state = 'dead' and j.state <> 'done' limit 10000) j;
    select count(*) into result.jobs_late
    from share.job_kinds() k
    cross join lateral (
        select from share.job j where j.kind = k.kind and j.due_at < statement_timestamp() - interval '15 minutes' limit 10000
    ) j;
    result.jobs_late := least(result.jobs_late, 10000);
    select count(*) into result.locks
    from (select from share.password_try t where t.locked_until > statement_timestamp() limit 1000) t;
    select count(*) into result.access_requests from (select from share.access_request r where r.state = 'pending' limit 1000) r;
    select count(*) into result.keys_current from share.signing_key k where k.state = 'current';
    select count(*) into result.keys_due
    from share.signing_key k
    where exists (select from share.delivery d where d.key_account_id = k.account_id and d.kid = k.kid)
        and (k.state not in ('current', 'previous') or k.valid_from > statement_timestamp() or k.valid_until <= statement_timestamp() + interval '7 days');
    result.event_months_ahead := share.event_months_ahead();
    return result;
end
$$;
comment on function share.server_overview is 'Tells at a glance how an installation stands: versions, who is calling, primary or standby, and for operators shares by state (as share.metrics counts them), jobs, locks, access requests and keys. Costs the same for a thousand shares and a billion. Before share.migrate() the versions alone. Errors: 42501, PT401.';
create function share.share_change_some(
    action text,
    account_id uuid default null,
    "text" text default null,
    state share.share_state default null,
    visibility share.visibility default null,
    file_id uuid default null,
    file_segment_id uuid default null,
    owner_id text default null,
    recipient text default null,
    expires_before timestamptz default null,
    expires_after timestamptz default null,
    created_before timestamptz default null,
    created_after timestamptz default null,
    has_password boolean default null,
    ids uuid[] default null,
    reason text default null,
    "limit" integer default 1000,
    at_most integer default 20000,
    cursor_at timestamptz default null,
    cursor uuid default null
)
returns share.change_step
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    asked share.share_filter;
    candidates text;
    accounts uuid[];
    found_ids uuid[];
    result share.change_step;
begin
    perform share.ready();
    if action is null or action not in ('revoke', 'disable', 'enable', 'expire', 'delete') then
        perform share.refuse('22023', 'no such action', 'action: ' || coalesce(left(action, 100), 'null'), 'accepted: revoke, disable, enable, expire, delete');
    elsif num_nonnulls(account_id, "text", state, visibility, file_id, file_segment_id, owner_id, recipient,
        expires_before, expires_after, created_before, created_after, has_password, ids) = 0 then
        perform share.refuse('22023', 'no filter is given', '', 'give at least one; account_id alone means every share of the account');
    end if;
    asked := share.share_filter_of('editor', account_id, "text", state, visibility, file_id, file_segment_id, owner_id, recipient,
        expires_before, expires_after, created_before, created_after, has_password, ids);
    reason := share.text_check('reason', reason, 500);
    "limit" := share.at_most_check('limit', "limit", 1000, 10000);
    at_most := share.at_most_check('at_most', at_most, 20000, 1000000);
    perform share.cursor_check(cursor_at, cursor);
    -- The newest first: what is made meanwhile is left alone.
    candidates := share.share_filter_query(asked, 'created', true, cursor, at_most);
    execute 'select array_agg(p.account_id), array_agg(p.share_id), (array_agg(p.cursor_at))[count(*)], (array_agg(p.share_id))[count(*)]
        from (select c.account_id, c.share_id, c.cursor_at from (' || candidates || ') c where c.is_match limit $5) p'
    into accounts, found_ids, result.cursor_at, result.cursor
    using asked, cursor_at, cursor, at_most, "limit";
    result.matched := coalesce(cardinality(found_ids), 0);
    if result.matched < "limit" then
        execute 'select c.cursor_at, c.share_id from (' || candidates || ') c offset $4 - 1'
        into result.cursor_at, result.cursor
        using asked, cursor_at, cursor, at_most;
    end if;
    result.is_complete := result.cursor is null;
    -- In the order of their keys, so that two such calls do not wait for each other in a circle.
    perform from unnest(accounts, found_ids) t(account_id, id)
    join share.share s on s.account_id = t.account_id and s.share_id = t.id
    order by s.account_id, s.share_id
    for no key update of s;
    result.changed := share.share_change(action, accounts, found_ids, reason);
    return result;
end
$$;
comment on function share.share_change_some is 'One step of a change of many shares: revoke, disable, enable, expire or delete the next ones of a filter (that of share.share_search(), at least one argument), at most "limit" (1 to 10000), newest first. To go on, call it again with cursor_at and cursor of the answer until is_complete; each call in a transaction of its own keeps what was done. Errors: 22023, 42501, PT401, PT404, PT413.';
create function share.share_count(
    account_id uuid default null,
    "text" text default null,
    state share.share_state default null,
    visibility share.visibility default null,
    file_id uuid default null,
    file_segment_id uuid default null,
    owner_id text default null,
    recipient text default null,
    expires_before timestamptz default null,
    expires_after timestamptz default null,
    created_before timestamptz default null,
    created_after timestamptz default null,
    has_password boolean default null,
    ids uuid[] default null,
    at_most integer default 100000
)
returns share.share_number
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    asked share.share_filter;
    result share.share_number;
begin
    perform share.ready();
    asked := share.share_filter_of('viewer', account_id, "text", state, visibility, file_id, file_segment_id, owner_id, recipient,
        expires_before, expires_after, created_before, created_after, has_password, ids);
    at_most := share.at_most_check('at_most', at_most, 100000, 10000000);
    execute 'select count(*) filter (where c.is_match), count(*) < $4, count(*)
        from (' || share.share_filter_query(asked, 'created', true, null, at_most) || ') c'
    into result.number, result.is_exact, result.seen
    using asked, null, null, at_most;
    return result;
end
$$;
comment on function share.share_count is 'Counts the shares that share.share_search() would list, looking at no more than at_most of them: where there are more, the number is not exact but the least. Errors: 22023, 42501, PT401, PT404, PT413.';
create function share.share_filter_of(
    needed share.member_role,
    account_id uuid,
    "text" text,
    state share.share_state,
    visibility share.visibility,
    file_id uuid,
    file_segment_id uuid,
    owner_id text,
    recipient text,
    expires_before timestamptz,
    expires_after timestamptz,
    created_before timestamptz,
    created_after timestamptz,
    has_password boolean,
    ids uuid[]
)
returns share.share_filter
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    asked share.share_filter;
    digits text;
begin
    if state = 'deleted' then
        perform share.refuse('22023', 'deleted shares are not listed', 'state: deleted', 'share.event_search() has what happened to them');
    elsif cardinality(ids) > 10000 then
        perform share.refuse('22023', 'too many ids', format('ids: %s', cardinality(ids)), 'give at most 10000 at once');
    end if;
    asked.account_id := share.share_list_account(account_id, file_id, file_segment_id);
    -- Who the recipients are is not told to who only reads.
    if recipient is not null then
        needed := greatest(needed, 'editor');
    end if;
    if asked.account_id is not null and needed > 'viewer' then
        perform share.authorize(asked.account_id, needed, 'account', asked.account_id::text);
    end if;
    asked.phrase := nullif(lower(btrim(share.text_check('text', "text", 200))), '');
    if asked.phrase ~ '^[0-9a-f]{8}-[0-9a-f]{4}(-[0-9a-f]{0,4}|-[0-9a-f]{4}-[0-9a-f]{0,4}|-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{0,12})?$' then
        digits := replace(asked.phrase, '-', '');
        asked.first_id := rpad(digits, 32, '0')::uuid;
        asked.last_id := rpad(digits, 32, 'f')::uuid;
        asked.phrase := null;
    end if;
    asked.state := state;
    asked.visibility := visibility;
    asked.file_id := file_id;
    asked.file_segment_id := file_segment_id;
    asked.owner_id := owner_id;
    if recipient like '%@%' then
        asked.email := lower(btrim(recipient));
    else
        asked.user_id := recipient;
    end if;
    asked.expires_before := expires_before;
    asked.expires_after := expires_after;
    asked.created_before := created_before;
    asked.created_after := created_after;
    asked.has_password := has_password;
    asked.ids := ids;
    return asked;
end
$$;
comment on function share.share_filter_of is 'Internal. What a search of shares asks for, once the caller may: the account is that of share.share_list_account(). Errors: 22023, 42501, PT401, PT404, PT413.';
create function share.share_filter_query(asked share.share_filter, sort text, descending boolean, cursor uuid, at_most integer)
returns text
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    by_end boolean := sort is not distinct from 'expires';
    key text := case when by_end then 's.expires_at' else 's.created_at' end;
    direction text := case when descending then ' desc' else ' asc' end;
    source text := 'share.share s';
    -- What an index serves limits what is looked at; what none serves is asked of each share that is looked at.
    served text := 'not s.is_deleted';
    asked_of_each text := 'true';
    -- One that leads to few shares, which may be sorted.
    is_narrow boolean := num_nonnulls(asked.file_id, asked.file_segment_id, asked.owner_id, asked.user_id, asked.email, asked.ids, asked.first_id) > 0;
    small_account boolean := false;
begin
    if sort is null or sort not in ('created', 'expires') then
        perform share.refuse('22023', 'no such sort', 'sort: ' || coalesce(left(sort, 100), 'null'), 'accepted: created, expires');
    end if;
    if by_end then
        served := served || ' and s.expires_at is not null and s.ended_at is null';
        -- No index has the ends of one account: few shares are sorted, of many those of all are walked through.
        if asked.account_id is not null and not is_narrow then
            small_account := not exists (
                select from share.share s where s.account_id = asked.account_id and not s.is_deleted offset least(at_most, 5000)
            );
        end if;
    end if;
    if asked.ids is not null then
        source := '(select distinct t.share_id from unnest(($1).ids) t(share_id) offset 0) t join share.share s on s.share_id = t.share_id';
    elsif asked.user_id is not null or asked.email is not null then
        source := '(select distinct r.account_id, r.share_id from share.recipient r where r.revoked_at is null and '
            || case when asked.email is not null then 'lower(r.email) = ($1).email' else 'r.user_id = ($1).user_id' end
            || ' offset 0) t join share.share s on s.account_id = t.account_id and s.share_id = t.share_id';
    elsif small_account then
        source := '(select a.* from share.share a where a.account_id = ($1).account_id and not a.is_deleted offset 0) s';
    end if;
    if by_end and not is_narrow and not small_account then
        asked_of_each := asked_of_each || case when asked.account_id is not null then ' and s.account_id = ($1).account_id' else '' end;
    else
        served := served || case when asked.account_id is not null then ' and s.account_id = ($1).account_id' else '' end;
    end if;
    served := served
        || case when asked.file_id is not null then ' and s.file_id = ($1).file_id' else '' end
        || case when asked.file_segment_id is not null then ' and s.file_segment_id = ($1).file_segment_id' else '' end
        || case when asked.owner_id is not null then ' and s.owner_id = ($1).owner_id' else '' end
        || case when asked.first_id is not null then ' and s.share_id between ($1).first_id and ($1).last_id' else '' end
        || case when cursor is not null then format(' and (%s, s.share_id) %s ($2, $3)', key, case when descending then '<' else '>' end) else '' end
        || case when not by_end and asked.created_before is not null then ' and s.created_at < ($1).created_before' else '' end
        || case when not by_end and asked.created_after is not null then ' and s.created_at >= ($1).created_after' else '' end
        || case when by_end and asked.expires_before is not null then ' and s.expires_at < ($1).expires_before' else '' end
        || case when by_end and asked.expires_after is not null then ' and s.expires_at >= ($1).expires_after' else '' end
        || case when asked.visibility is not null and asked.account_id is not null and not by_end and not is_narrow
            then ' and s.visibility = ($1).visibility' else '' end;
    asked_of_each := asked_of_each
        || case when asked.visibility is not null and (asked.account_id is null or by_end or is_narrow) then ' and s.visibility = ($1).visibility' else '' end
        || case when by_end and asked.created_before is not null then ' and s.created_at < ($1).created_before' else '' end
        || case when by_end and asked.created_after is not null then ' and s.created_at >= ($1).created_after' else '' end
        || case when not by_end and asked.expires_before is not null then ' and s.expires_at < ($1).expires_before' else '' end
        || case when not by_end and asked.expires_after is not null then ' and s.expires_at >= ($1).expires_after' else '' end
        || case when asked.has_password is not null then ' and s.has_password = ($1).has_password' else '' end
        || case when asked.state is not null then
            ' and share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, statement_timestamp()) = ($1).state'
            else '' end
        || case when asked.phrase is not null then
            ' and (strpos(lower(s.title), ($1).phrase) > 0 or strpos(lower(s.slug), ($1).phrase) > 0 or starts_with(s.share_id::text, ($1).phrase)
                or (select strpos(lower(f.filename), ($1).phrase) > 0 from share.file f where f.account_id = s.account_id and f.file_id = s.file_id))'
            else '' end;
    return format('select s.account_id, s.share_id, %s as cursor_at, (%s) is true as is_match from %s where %s order by %s%s, s.share_id%s limit $4',
        key, asked_of_each, source, served, key, direction, direction);
end
$$;
comment on function share.share_filter_query is 'Internal. The query that looks at shares in their order, at most $4 of them, and tells of each whether it is asked for: $1 is the filter, $2 and $3 the cursor. Errors: 22023.';
create function share.share_search(
    account_id uuid default null,
    "text" text default null,
    state share.share_state default null,
    visibility share.visibility default null,
    file_id uuid default null,
    file_segment_id uuid default null,
    owner_id text default null,
    recipient text default null,
    expires_before timestamptz default null,
    expires_after timestamptz default null,
    created_before timestamptz default null,
    created_after timestamptz default null,
    has_password boolean default null,
    ids uuid[] default null,
    sort text default 'created',
    descending boolean default true,
    "limit" integer default 20,
    at_most integer default 20000,
    cursor_at timestamptz default null,
    cursor uuid default null
)
returns setof share.share_summary
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    asked share.share_filter;
    candidates text;
    rows_wanted integer;
    accounts uuid[];
    found_ids uuid[];
    last_row share.share_summary;
begin
    perform share.ready();
    asked := share.share_filter_of('viewer', account_id, "text", state, visibility, file_id, file_segment_id, owner_id, recipient,
        expires_before, expires_after, created_before, created_after, has_password, ids);
    rows_wanted := share.page_limit("limit");
    at_most := share.at_most_check('at_most', at_most, 20000, 1000000);
    perform share.cursor_check(cursor_at, cursor);
    candidates := share.share_filter_query(asked, sort, descending, cursor, at_most);
    execute 'select array_agg(p.account_id), array_agg(p.share_id) from (select c.account_id, c.share_id from (' || candidates || ') c where c.is_match limit $5) p'
    into accounts, found_ids
    using asked, cursor_at, cursor, at_most, rows_wanted;
    return query select d.* from share.share_summarize(accounts, found_ids, sort) d;
    if coalesce(cardinality(found_ids), 0) < rows_wanted then
        -- The page is not full: either there are no more, or they lie behind what was looked at.
        execute 'select c.cursor_at, c.share_id from (' || candidates || ') c offset $4 - 1'
        into last_row.cursor_at, last_row.cursor
        using asked, cursor_at, cursor, at_most;
        if last_row.cursor is not null then
            last_row.seen := at_most;
            return next last_row;
        end if;
    end if;
end
$$;
comment on function share.share_search is 'Lists shares that are not deleted, without signing anything: by their making (sort created), or living ones by their end (expires). text is part of a title, slug or file name or the beginning of an id, in any case; recipient a user id or mail address (for editors); before exclusive, after inclusive; at most 10000 ids. Where no index serves a filter, at most at_most shares are looked at: a last row without an id then tells where to go on. cursor_at and cursor are those of the last row of the previous page. Operators may leave out the account; a file_id implies it. Errors: 22023, 42501, PT401, PT404, PT413.';
create function share.share_state_sample(out state share.share_state, out number numeric, out is_exact boolean)
returns setof record
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    pages bigint;
    percent real;
    sampled constant bigint := 256;
begin
    -- A sample of the pages costs the same for a thousand shares and a billion. The same pages each time, so that the
    -- figures change with the shares and not with the dice.
    pages := pg_relation_size('share.share') / current_setting('block_size')::bigint;
    percent := least(100, 100.0 * sampled / greatest(pages, 1));
    return query
    select l.state, round(coalesce(c.number, 0) * 100 / percent::numeric), percent = 100
    from unnest(enum_range(null::share.share_state)) l(state)
    left join (
        select share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, statement_timestamp()) as state,
            count(*) as number
        from share.share s tablesample system (percent) repeatable (0)
        group by 1
    ) c on c.state = l.state
    order by l.state;
end
$$;
comment on function share.share_state_sample is 'Internal. How many shares are in each state: exact while their table has up to 256 pages, beyond that an estimate from so many of them.';
create function share.share_summarize(account_ids uuid[], ids uuid[], sort text)
returns setof share.share_summary
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select s.share_id, s.account_id, a.name, s.title, s.file_id, s.file_segment_id, f.filename, f.path, f.media_type,
        share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, statement_timestamp()),
        s.visibility, s.owner_id, s.slug, s.has_password, s.recipients_only, s.starts_at, s.expires_at, s.created_at, s.updated_at,
        case sort when 'expires' then s.expires_at else s.created_at end, s.share_id, null::integer
    from unnest(account_ids, ids) with ordinality t(account_id, id, place)
    join share.share s on s.account_id = t.account_id and s.share_id = t.id
    join share.file f on f.account_id = s.account_id and f.file_id = s.file_id
    join share.account a on a.account_id = s.account_id
    order by t.place;
end
$$;
comment on function share.share_summarize is 'Internal. The rows of a list for these shares, in their order.';
create function share.share_top(
    measure text,
    since timestamptz default null,
    account_id uuid default null,
    "limit" integer default 20,
    at_most integer default 20000
)
returns setof share.top_share
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    account uuid;
    wanted text := case measure when 'opens' then 'share.opened' when 'plays' then 'share.played' when 'downloads' then 'share.downloaded' when 'refusals' then 'share.refused' end;
begin
    perform share.ready();
    if wanted is null then
        perform share.refuse('22023', 'no such measure', 'measure: ' || coalesce(left(measure, 100), 'null'), 'accepted: opens, plays, downloads, refusals');
    end if;
    account := share.account_of_call(account_id);
    since := share.since_check(since);
    at_most := share.at_most_check('at_most', at_most, 20000, 1000000);
    return query execute
        'with looked as materialized (
            select e.account_id, e.share_id, e.kind, e.at, e.is_bot
            from share.event e
            where e.at >= $2' || case when account is not null then ' and e.account_id = $1' else '' end || '
            order by e.at desc, e.event_id desc
            limit $3
        ),
        top as materialized (
            select l.account_id, l.share_id, count(*) as number
            from looked l
            where l.kind = $4 and l.share_id is not null and not l.is_bot
            group by l.account_id, l.share_id
            order by 3 desc, l.share_id
            limit $5
        )
        select t.share_id, t.account_id, a.name, s.title, f.filename,
            share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, statement_timestamp()),
            t.number, (select case when count(*) < $3 then $2 else min(l.at) end from looked l)
        from top t
        join share.share s on s.account_id = t.account_id and s.share_id = t.share_id
        join share.file f on f.account_id = s.account_id and f.file_id = s.file_id
        join share.account a on a.account_id = s.account_id
        order by t.number desc, t.share_id'
    using account, since, at_most, wanted, share.page_limit("limit");
end
$$;
comment on function share.share_top is 'Tells which shares had most opens, plays, downloads or refusals since a time (by default 24 hours ago), of an account or for operators of all. Looks at the newest at_most events; counted_since tells how far back these reach. Bots are not counted. Errors: 22023, PT401, PT404.';
create function share.signing_key_reach(kid text, at_most integer default 100000)
returns share.key_reach
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    key_account uuid;
    result share.key_reach;
begin
    perform share.ready();
    perform share.authorize_operator();
    perform share.require_argument('kid', kid is null);
    at_most := share.at_most_check('at_most', at_most, 100000, 10000000);
    select k.account_id, k.kid, k.algorithm, k.state, k.algorithm = 'share_token'
    into key_account, result.kid, result.algorithm, result.state, result.ends_visits
    from share.signing_key k
    where k.kid = signing_key_reach.kid;
    if result.kid is null then
        perform share.refuse('PT404', 'signing key not found', 'kid: ' || left(kid, 100));
    end if;
    select count(*), count(distinct d.account_id) into result.deliveries, result.accounts
    from share.delivery d
    where d.key_account_id = key_account and d.kid = result.kid;
    result.delivery_names := array(
        select format('%s (%s)', d.name, a.name)
        from share.delivery d
        join share.account a on a.account_id = d.account_id
        where d.key_account_id = key_account and d.kid = result.kid
        order by a.name, d.name
        limit 20
    );
    result.longest_lifetime := case when result.deliveries > 0 then share.key_longest_lifetime(key_account, result.kid) end;
    -- Of the shares of these accounts, those whose file is served with the key for anything.
    select count(*) filter (where c.is_served), count(*) < at_most into result.shares, result.is_exact
    from (
        select s.ended_at is null and exists (
                select
                from share.delivery d
                join share.file f on f.account_id = s.account_id and f.file_id = s.file_id
                where d.account_id = s.account_id and d.key_account_id = key_account and d.kid = result.kid
                    and d.name in (coalesce(f.stream_delivery, v.stream_delivery), coalesce(f.download_delivery, v.download_delivery),
                        coalesce(f.preview_delivery, v.preview_delivery))
            ) as is_served
        from (
            select distinct a.account_id, a.stream_delivery, a.download_delivery, a.preview_delivery
            from share.delivery d
            join share.account a on a.account_id = d.account_id
            where d.key_account_id = key_account and d.kid = result.kid
        ) v
        cross join lateral (
            select s.account_id, s.file_id, s.ended_at from share.share s where s.account_id = v.account_id and not s.is_deleted limit at_most
        ) s
        limit at_most
    ) c;
    return result;
end
$$;
comment on function share.signing_key_reach is 'Tells what a key''s revocation would touch: its deliveries, how many living shares they serve (looking at no more than at_most shares of their accounts), how long URLs that were signed with it may live, and whether visits and recipients'' links end with it. For operators. Errors: 22023, 42501, PT401, PT404.';
create function share.since_check(since timestamptz)
returns timestamptz
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    moment timestamptz := coalesce(since, statement_timestamp() - interval '24 hours');
begin
    if moment >= statement_timestamp() or moment < statement_timestamp() - interval '400 days' then
        perform share.refuse('22023', 'a window of usage is out of range', 'since: ' || moment, 'since is a time of the last 400 days');
    end if;
    return moment;
end
$$;
comment on function share.since_check is 'Internal. Since when usage is asked for: 24 hours ago for null. Errors: 22023 for the future and for more than 400 days.';
create function share.usage_overview(
    account_id uuid default null,
    since timestamptz default null,
    buckets integer default 48,
    at_most integer default 20000
)
returns setof share.usage_bucket
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- What is not to be chosen looks dear, and compiling it would cost more than it saves.
set jit = off
as $$
declare
    account uuid;
    width interval;
begin
    perform share.ready();
    account := share.account_of_call(account_id);
    since := share.since_check(since);
    buckets := share.at_most_check('buckets', buckets, 48, 400);
    at_most := share.at_most_check('at_most', at_most, 20000, 1000000);
    width := (statement_timestamp() - since) / buckets;
    -- Each stretch is looked at for itself, so that a busy hour does not hide the others; what was left out is taken to be like
    -- what was seen.
    return query execute
        'select b.at, round(c.opens * f.factor)::bigint, round(c.plays * f.factor)::bigint, round(c.downloads * f.factor)::bigint,
            round(c.refusals * f.factor)::bigint, not c.is_cut
        from (select $2 + n * $3 as at, $2 + (n + 1) * $3 as next from generate_series(0, $4 - 1) n) b
        cross join lateral (
            select count(*) > $5 as is_cut, max(e.at) as reached,
                count(*) filter (where e.kind = ''share.opened'' and not e.is_bot) as opens,
                count(*) filter (where e.kind = ''share.played'' and not e.is_bot) as plays,
                count(*) filter (where e.kind = ''share.downloaded'' and not e.is_bot) as downloads,
                count(*) filter (where e.kind = ''share.refused'' and not e.is_bot) as refusals
            from (
                select e.at, e.kind, e.is_bot
                from share.event e
                where e.at >= b.at and e.at < b.next' || case when account is not null then ' and e.account_id = $1' else '' end || '
                order by e.at
                limit $5 + 1
            ) e
        ) c
        cross join lateral (
            select case when c.is_cut and c.reached > b.at then extract(epoch from $3) / extract(epoch from c.reached - b.at) else 1 end as factor
        ) f
        order by b.at'
    using account, since, width, buckets, greatest(at_most / buckets, 1);
end
$$;
comment on function share.usage_overview is 'Tells how the shares of an account, or for operators of all, were used since a time (by default 24 hours ago), in so many stretches of equal length up to now. Each looks at no more than its part of at_most events; where there are more, its figures are estimated from those and not exact. Bots are not counted. Errors: 22023, PT401, PT404.';

-- Changed bodies; who owns them and who may call them stays.
create or replace function share.event_add(
    account_id uuid,
    share_id uuid,
    kind text,
    detail jsonb default '{}',
    recipient_id uuid default null,
    visit_id uuid default null,
    reason text default null,
    address inet default null,
    is_bot boolean default false
)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    -- Whoever comes here was let in, or refused, by share.caller().
    who share.caller_identity := share.caller_of_session();
    account uuid := coalesce(account_id, '00000000-0000-0000-0000-000000000000');
    made uuid := share.new_id();
begin
    insert into share.event (account_id, event_id, share_id, kind, actor_kind, actor, detail, recipient_id, visit_id, reason, address, is_bot)
    values (
        account, made, share_id, kind, who.kind, who.name,
        jsonb_strip_nulls(detail), recipient_id, visit_id, reason,
        -- Without an address there is nothing to ask the policy about.
        case when address is not null then share.event_address(account_id, address) end,
        coalesce(is_bot, false)
    );
    perform share.event_announce();
    -- Asked here: most accounts have none, and a call costs more than a look into an index.
    if exists (select from share.webhook w where w.account_id = account and w.disabled_at is null) then
        perform share.webhook_enqueue(account, made, kind, statement_timestamp(), share_id, jsonb_strip_nulls(detail), recipient_id, visit_id, reason);
    end if;
end
$$;
comment on function share.event_add is 'Internal. Writes an event of the caller in the transaction of what it records, and a job for each webhook that wants it; the address is kept as the account''s policy says.';
create or replace function share.events_add(account_ids uuid[], ids uuid[], kind text, detail jsonb)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    told bigint;
    who share.caller_identity := share.caller();
begin
    with added as (
        insert into share.event as e (account_id, event_id, share_id, kind, actor_kind, actor, detail)
        select t.account_id, share.new_id(), t.id, events_add.kind, who.kind, who.name, jsonb_strip_nulls(events_add.detail)
        from unnest(account_ids, ids) t(account_id, id)
        returning e.account_id, e.event_id, e.at, e.share_id, e.detail
    )
    select count(share.webhook_enqueue(a.account_id, a.event_id, events_add.kind, a.at, a.share_id, a.detail)) into told
    from added a
    where exists (select from share.webhook w where w.account_id = a.account_id and w.disabled_at is null);
    perform share.event_announce();
end
$$;
comment on function share.events_add is 'Internal. The same event of the caller for many shares, in one statement.';
create or replace function share.metrics_read()
returns setof share.metric
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
begin
    perform share.ready();
    return query
    select 'share_shares', jsonb_build_object('state', l.state), l.number
    from share.share_state_sample() l;
    return query
    select 'share_events_last_hour', jsonb_build_object('kind', e.kind), count(*)::numeric
    from share.event e
    where e.at > statement_timestamp() - interval '1 hour'
    group by e.kind
    order by e.kind;
    return query
    select 'share_signing_keys', jsonb_build_object('state', l.state), count(k.kid)::numeric
    from unnest('{standby,current,previous,revoked}'::text[]) with ordinality l(state, place)
    left join share.signing_key k on k.state = l.state
    group by l.state, l.place
    order by l.place;
    return query
    select 'share_signing_key_seconds_left', jsonb_build_object('state', k.state),
        round(extract(epoch from min(k.valid_until) - statement_timestamp()), 3)
    from share.signing_key k
    where k.state in ('current', 'previous') and k.valid_until > statement_timestamp()
    group by k.state
    order by k.state;
    return next row('share_event_months_ahead', '{}', share.event_months_ahead())::share.metric;
    return query
    select 'share_event_default_rows', '{}'::jsonb, count(*)::numeric
    from (select from share.event_default limit 10000) e;
    -- Only what is open: what is done goes by the jobs' own retention.
    return query
    select 'share_jobs', jsonb_build_object('state', l.state), c.number::numeric
    from unnest('{queued,running,dead}'::text[]) with ordinality l(state, place)
    cross join lateral (select count(*) from (select from share.job j where j.state = l.state and j.state <> 'done' limit 10000) j) c(number)
    order by l.place;
end
$$;
comment on function share.metrics_read is 'What the view share.metrics shows; its comment tells which figures are estimates.';

-- As in the script of a new installation, for what is new alone: everything belongs to share_owner, nothing is granted whatever
-- default privileges say, and last what each role may call.
do $$
declare
    member record;
    granted record;
    functions constant text[] := array[
        'event_announce', 'at_most_check', 'cursor_check', 'event_search', 'file_search', 'server_overview', 'share_change_some',
        'share_count', 'share_filter_of', 'share_filter_query', 'share_search', 'share_state_sample', 'share_summarize', 'share_top',
        'signing_key_reach', 'since_check', 'usage_overview'
    ];
    types constant text[] := array[
        'share_filter', 'share_summary', 'share_number', 'change_step', 'found_event', 'usage_bucket', 'top_share', 'key_reach',
        'server_summary', 'found_file'
    ];
begin
    for member in
        select p.oid::pg_catalog.regprocedure as signature
        from pg_catalog.pg_proc p
        where p.pronamespace = 'share'::pg_catalog.regnamespace and p.proname::text = any (functions)
    loop
        execute pg_catalog.format('alter function %s owner to share_owner', member.signature);
        execute pg_catalog.format('revoke all on function %s from public', member.signature);
    end loop;
    for member in
        select t.oid::pg_catalog.regtype as name
        from pg_catalog.pg_type t
        where t.typnamespace = 'share'::pg_catalog.regnamespace and t.typname::text = any (types)
    loop
        execute pg_catalog.format('alter type %s owner to share_owner', member.name);
        execute pg_catalog.format('revoke all on type %s from public', member.name);
        execute pg_catalog.format('grant usage on type %s to share_admin, share_app, share_user, share_visitor', member.name);
    end loop;
    for granted in
        select 'function ' || p.oid::pg_catalog.regprocedure as object, a.grantee
        from pg_catalog.pg_proc p
        cross join lateral pg_catalog.aclexplode(p.proacl) a
        where p.pronamespace = 'share'::pg_catalog.regnamespace and p.proname::text = any (functions) and a.grantee not in (0, p.proowner)
        union
        select 'type ' || t.oid::pg_catalog.regtype, a.grantee
        from pg_catalog.pg_type t
        cross join lateral pg_catalog.aclexplode(t.typacl) a
        where t.typnamespace = 'share'::pg_catalog.regnamespace and t.typname::text = any (types) and a.grantee not in (0, t.typowner)
            and pg_catalog.pg_get_userbyid(a.grantee) not in ('share_admin', 'share_app', 'share_user', 'share_visitor')
    loop
        execute pg_catalog.format('revoke all on %s from %I', granted.object, pg_catalog.pg_get_userbyid(granted.grantee));
    end loop;
end
$$;
grant execute on function share.signing_key_reach to share_admin;
grant execute on function
    share.file_search, share.share_search, share.share_count, share.share_change_some,
    share.usage_overview, share.share_top, share.server_overview, share.event_search
to share_admin, share_app, share_user;
