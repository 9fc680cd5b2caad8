-- The query of share.share_sign_streams() without signing: what a signed stream is made of, in the order of the ids, which are the parameter.
select count(r.share_id), count(r.path), count(r.signer), count(r.epoch), count(r.expires_at), count(r.public), count(r.window_start), count(r.window_end)
from (
    select s.share_id, s.epoch, s.visibility = 'public' as public, d.signer, d.sets_cookie, s.expires_at,
        case
            when share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, statement_timestamp()) <> 'active' then null
            when f.status <> 'completed' then null
            when s.file_segment_id is null then whole.path
            else coalesce(part.path, whole.path)
        end as path,
        part.window_start, part.window_end
    from unnest($1::uuid[]) with ordinality t(id, n)
    join share.share s on s.share_id = t.id and not s.is_deleted
    join share.file f on f.account_id = s.account_id and f.file_id = s.file_id
    join share.account a on a.account_id = s.account_id
    left join share.origin whole
        on whole.account_id = s.account_id and whole.file_id = s.file_id and whole.file_segment_id is null and whole.kind = 'stream'
    left join share.delivery d
        on d.account_id = s.account_id and 'stream' = any (d.uses) and d.name = coalesce(f.stream_delivery, a.stream_delivery)
    left join lateral (
        select p.path,
            case when p.path is null then trim_scale(g.start_time)::text end as window_start,
            case when p.path is null then trim_scale(g.end_time)::text end as window_end
        from share.segment g
        left join share.origin p
            on p.account_id = g.account_id and p.file_id = g.file_id and p.file_segment_id = g.file_segment_id and p.kind = 'stream'
        where s.file_segment_id is not null and g.account_id = s.account_id and g.file_segment_id = s.file_segment_id
        limit 1
    ) part on true
    order by t.n
    offset 0
) r
