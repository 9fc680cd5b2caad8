create function share.transcript_ensure(account_id uuid, file_id uuid)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
begin
    insert into share.transcript (account_id, file_id) values (transcript_ensure.account_id, transcript_ensure.file_id)
    on conflict on constraint transcript_pkey do nothing;
    perform from share.transcript t where t.account_id = transcript_ensure.account_id and t.file_id = transcript_ensure.file_id for no key update;
end
$$;
comment on function share.transcript_ensure is 'Internal. Makes a file''s transcript where there is none, and locks it: results of one file come one after another.';
