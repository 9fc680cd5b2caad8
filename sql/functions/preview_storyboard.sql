create function share.preview_storyboard(
    file_id uuid,
    kind text default 'storyboard',
    drive_id uuid default null,
    visit_token text default null,
    context jsonb default '{}',
    account_id uuid default null
)
returns text
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    access share.file_access;
    cues text;
begin
    perform share.ready();
    access := share.file_enter(file_id, 'viewer', 'view', visit_token, context, drive_id, account_id);
    perform share.require_argument('kind', kind is null);
    with image as (
        -- Up to the next one, the end of the file or of what is shown; where no end is known, as long as the one before.
        select d.at_seconds as starts, d.url || coalesce('#xywh=' || d.region_x || ',' || d.region_y || ',' || d.region_width || ',' || d.region_height, '') as url,
            least(
                coalesce(lead(d.at_seconds) over w, f.duration_seconds, 2 * d.at_seconds - lag(d.at_seconds) over w, d.at_seconds + 1),
                (select upper(r.part) from unnest(access.shown) r(part) where r.part @> d.at_seconds)
            ) as ends
        from share.preview_sign(access, context, preview_storyboard.kind) d
        join share.file f on f.account_id = d.account_id and f.file_id = d.file_id
        where d.at_seconds is not null and d.url is not null
        window w as (order by d.at_seconds)
    ),
    cue as (
        select round(i.starts * 1000)::bigint as starts, round(i.ends * 1000)::bigint as ends, i.url from image i
    )
    select string_agg(format(e'\n%s --> %s\n%s\n', share.cue_time(c.starts), share.cue_time(c.ends), c.url), '' order by c.starts) into cues
    from cue c
    where c.starts < c.ends;
    return e'WEBVTT\n' || coalesce(cues, '');
end
$$;
comment on function share.preview_storyboard is 'Writes the images of a kind as a WebVTT file for the time line of players: for each stretch the signed URL of its image, with #xywh= and the region in pixels where it is one of a sheet (Media Fragments URI 1.0). The URLs end as those of share.preview_list(). Errors: 22023, 42501, PT401, PT404, PT410, PT429.';
