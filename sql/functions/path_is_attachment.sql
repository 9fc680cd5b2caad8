create function share.path_is_attachment(path text)
returns boolean
language sql immutable parallel safe
return path ~ '^attachments/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[.]';
comment on function share.path_is_attachment is 'Internal. Whether the attachments of comments are stored under paths like this, of which no origin and no preview may have one: another account that is served from the same place would open them.';
