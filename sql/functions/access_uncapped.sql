create function share.access_uncapped(access share.file_access, action text)
returns void
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if access.share_id is not null and not access.is_member
        and share.uncapped_actions(access.account_id, access.share_id, array[action]) = '{}'
    then
        perform share.refuse('42501', 'the share counts such uses', 'action: ' || action,
            case action when 'stream' then 'share.share_play() counts a play and gives its URL' else 'share.share_download() counts a download and gives its URL' end);
    end if;
end
$$;
comment on function share.access_uncapped is 'Internal. Refuses with 42501 a URL of a share that has a cap on such uses: share.share_play() and share.share_download() count and give it.';
