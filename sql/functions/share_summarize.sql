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
