create function share.file_status_guard()
returns trigger
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
begin
    if (old.status, new.status) not in (
        ('pending', 'processing'), ('pending', 'failed'), ('processing', 'completed'), ('processing', 'failed'),
        ('failed', 'processing'), ('completed', 'processing')
    ) then
        perform share.refuse('23514', 'this move of the processing status is not allowed',
            format('from %s to %s', old.status, new.status),
            'allowed: pending to processing or failed, processing to completed or failed, failed or completed to processing',
            'file_status_check', 'file');
    end if;
    return new;
end
$$;
comment on function share.file_status_guard is 'Internal. Trigger: refuses with 23514 (file_status_check) a status move that is not listed; the old value is out of a check''s reach.';
