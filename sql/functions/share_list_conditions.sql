create function share.share_list_conditions(
    account_id uuid,
    file_id uuid,
    file_segment_id uuid,
    owner_id text,
    visibility share.visibility,
    state share.share_state,
    created_before date,
    created_after date
)
returns text
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    -- Only the filters that were given stand in the query, so that each finds its index; all values are bound as $1 to $8.
    return 'not s.is_deleted'
        || case when account_id is not null then ' and s.account_id = $1' else '' end
        || case when file_id is not null then ' and s.file_id = $2' else '' end
        || case when file_segment_id is not null then ' and s.file_segment_id = $3' else '' end
        || case when owner_id is not null then ' and s.owner_id = $4' else '' end
        || case when visibility is not null then ' and s.visibility = $5' else '' end
        || case when state is not null then
            ' and share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, statement_timestamp()) = $6'
            else '' end
        || case when created_before is not null then ' and s.created_at < $7::timestamp at time zone ''UTC''' else '' end
        || case when created_after is not null then ' and s.created_at >= $8::timestamp at time zone ''UTC''' else '' end;
end
$$;
comment on function share.share_list_conditions is 'Internal. The conditions of a listing of shares, with the filters as $1 to $8 in the order of the arguments.';
