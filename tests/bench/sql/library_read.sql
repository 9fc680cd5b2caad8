-- The rows that a signed stream is made of; the ids of the shares are the parameter. Outer joins, because the planner takes
-- inner ones on several columns to leave next to nothing and then reads row by row, at twice the cost.
select count(t.id), count(o.path), count(d.base_url), count(d.kid), count(d.options_text), count(s.epoch), count(s.expires_at), count(f.status)
from unnest($1::uuid[]) as t(id)
join share.share s on s.share_id = t.id and not s.is_deleted
join share.file f on f.account_id = s.account_id and f.file_id = s.file_id
join share.account a on a.account_id = s.account_id
left join share.origin o on o.account_id = s.account_id and o.file_id = s.file_id and o.file_segment_id is null and o.kind = 'stream'
left join share.delivery d on d.account_id = s.account_id and d.name = coalesce(f.stream_delivery, a.stream_delivery)
