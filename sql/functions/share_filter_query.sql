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
