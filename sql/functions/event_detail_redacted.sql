create function share.event_detail_redacted(detail jsonb)
returns jsonb
language sql immutable parallel safe
return detail - '{email,name,user_agent,user_id,referrer,message,address}'::text[];
comment on function share.event_detail_redacted is 'Internal. The particulars of an event without what may tell who a recipient is.';
