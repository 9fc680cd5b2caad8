create function share.share_one(
    account_id uuid,
    id uuid,
    clip_start numeric default null,
    clip_end numeric default null,
    client_address inet default null,
    actions text[] default '{stream,download,preview}',
    at timestamptz default statement_timestamp()
)
returns share.share_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    s record;
begin
    select r.* into s from share.share r where r.account_id = share_one.account_id and r.share_id = share_one.id;
    if found then
        return share.share_shown(s, clip_start, clip_end, client_address, actions, at);
    end if;
    return null;
end
$$;
comment on function share.share_one is 'Internal. One share as share.share_shown() gives it, null where there is none.';
