create function share.path_is_ambiguous(path text)
returns boolean
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
    select path ~* '\.(m3u|mp)$' or path ~ '[0-9]$' and path !~* '\.(m3u8|mp3|mp4)$'
$$;
comment on function share.path_is_ambiguous is 'Internal. Whether a number right behind the path could be read as its end: .m3u8, .mp3 and .mp4 are allowed, so .m3u and .mp are not.';
