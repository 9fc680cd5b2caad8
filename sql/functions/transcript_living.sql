create function share.transcript_living(account_id uuid, file_id uuid)
returns void
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (
        select from share.utterance u where u.account_id = transcript_living.account_id and u.file_id = transcript_living.file_id
    ) then
        perform share.refuse('PT404', 'the file has no transcript', 'id: ' || file_id, 'share.transcript_rerun() asks for one');
    end if;
end
$$;
comment on function share.transcript_living is 'Internal. Makes sure that anything is said in a file, as far as is known. Errors: PT404.';
