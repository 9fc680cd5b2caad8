select s.*, f.status, f.filename, f.mime_type, m.role, o.path as stream, u.path as source, coalesce(c.path, t.path) as thumbnail, sd.signer, dd.signer, pd.signer
from share.share s
join share.account a on a.account_id = s.account_id
join share.file f on f.account_id = s.account_id and f.file_id = s.file_id
left join share.member m on m.account_id = s.account_id and m.user_id = 'ada'
left join share.origin o on o.account_id = s.account_id and o.file_id = s.file_id and o.file_segment_id is null and o.kind = 'stream'
left join share.origin u on u.account_id = s.account_id and u.file_id = s.file_id and u.file_segment_id is null and u.kind = 'source'
left join share.origin t on t.account_id = s.account_id and t.file_id = s.file_id and t.file_segment_id is null and t.kind = 'thumbnail'
left join share.origin c on c.account_id = s.account_id and c.file_id = s.file_id and c.file_segment_id is null and c.kind = 'custom_thumbnail'
left join share.delivery sd on sd.account_id = s.account_id and sd.name = coalesce(f.stream_delivery, a.stream_delivery)
left join share.delivery dd on dd.account_id = s.account_id and dd.name = coalesce(f.download_delivery, a.download_delivery)
left join share.delivery pd on pd.account_id = s.account_id and pd.name = coalesce(f.preview_delivery, a.preview_delivery)
where s.account_id = '{account_id}' and s.share_id = '{share_id}'
