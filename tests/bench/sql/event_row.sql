insert into share.event (account_id, event_id, share_id, kind, actor_kind, actor, detail)
values ('{account_id}', gen_random_uuid(), '{share_id}', 'share.created', 'service', 'app', '{"file_id": "{file_id}", "visibility": "private"}')
