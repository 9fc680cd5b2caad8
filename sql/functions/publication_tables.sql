create function share.publication_tables()
returns table (name text, published boolean, why text)
language sql immutable parallel safe
rows 40
begin atomic
    select * from (values
        ('account', true, 'without the installation''s row, which every installation has'),
        ('drive', true, null),
        ('file', true, null),
        ('segment', true, null),
        ('origin', true, null),
        ('playlist', true, null),
        ('attribute', true, null),
        ('attribute_option', true, null),
        ('attribute_value', true, null),
        ('share', true, null),
        ('item', true, null),
        ('recipient', true, null),
        ('slug', true, null),
        ('cap', true, null),
        ('delivery', true, 'names keys, which each installation has for itself'),
        ('member', true, null),
        ('access_request', true, null),
        ('transcript', true, null),
        ('utterance', true, null),
        ('transcript_segment', true, null),
        ('transcript_suggestion', true, null),
        ('preview', true, null),
        ('person', true, null),
        ('face', true, null),
        ('stack', true, null),
        ('stack_file', true, null),
        ('clip', true, null),
        ('event', true, 'without the installation''s, which each has; by its months, whatever months the subscriber has'),
        ('job', false, 'payloads hold codes and links; workers serve the publisher'),
        ('webhook', false, 'the publisher tells of events'),
        ('signing_key', false, 'secret'),
        ('api_key', false, 'secret'),
        ('share_password', false, 'secret'),
        ('api_key_use', false, 'each installation''s own'),
        ('password_try', false, 'each installation''s own'),
        ('transcript_chat', false, 'questions of one person and their answers; workers serve the publisher'),
        ('export_grant', false, 'what tokens of some minutes stand for, each installation''s own'),
        ('visit', false, 'each installation''s own'),
        ('email_code', false, 'hashes of codes, and limits that each installation counts for itself'),
        ('email_code_count', false, 'limits that each installation counts for itself'),
        ('schema_info', false, 'each installation''s own')
    ) t(name, published, why);
end;
comment on function share.publication_tables is 'Internal. The one list of tables that share.publication_create() publishes, and of those that it leaves out and why: keys, hashes and tokens stay where they are.';
