-- The same query without signing: the rows that a signed stream is made of, which of them are active, in the order of the ids.
-- The ids of the shares are the parameter. Outer joins, because the planner takes inner ones on several columns to leave next to
-- nothing and then reads row by row, at twice the cost.
select count(r.share_id), count(r.path), count(r.signer), count(r.epoch), count(r.expires_at), count(r.state)
from (
    select s.share_id, o.path, d.signer, s.epoch, s.expires_at, f.status,
        share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, statement_timestamp()) as state
    from unnest($1::uuid[]) with ordinality as t(id, n)
    join share.share s on s.share_id = t.id and not s.is_deleted
    join share.file f on f.account_id = s.account_id and f.file_id = s.file_id
    join share.account a on a.account_id = s.account_id
    left join share.origin o on o.account_id = s.account_id and o.file_id = s.file_id and o.file_segment_id is null and o.kind = 'stream'
    left join share.delivery d on d.account_id = s.account_id and d.name = coalesce(f.stream_delivery, a.stream_delivery)
    order by t.n
    offset 0
) r
