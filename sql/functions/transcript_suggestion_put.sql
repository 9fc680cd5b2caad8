create function share.transcript_suggestion_put(file_id uuid, suggestions text[], account_id uuid default null)
returns share.transcript_suggestions
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    result share.transcript_suggestions;
begin
    perform share.ready();
    perform share.authorize_worker();
    perform share.require_argument('file_id', file_id is null);
    if suggestions is null or array_ndims(suggestions) is distinct from 1 or cardinality(suggestions) <> 3
        or (select count(distinct btrim(s)) from unnest(suggestions) s) <> 3 then
        perform share.refuse('22023', 'suggestions are exactly three different ones', format('given: %s', coalesce(cardinality(suggestions), 0)));
    end if;
    account := share.file_account(file_id, account_id, 'editor');
    perform share.transcript_living(account, file_id);
    perform share.transcript_ensure(account, file_id);
    delete from share.transcript_suggestion s where s.account_id = account and s.file_id = transcript_suggestion_put.file_id;
    insert into share.transcript_suggestion (account_id, file_id, ordinal, text)
    select account, transcript_suggestion_put.file_id, s.ordinality, btrim(s.text) from unnest(suggestions) with ordinality s(text, ordinality);
    result.file_id := file_id;
    result.suggestions := array(
        select s.text from share.transcript_suggestion s
        where s.account_id = account and s.file_id = transcript_suggestion_put.file_id
        order by s.ordinal
    );
    perform share.event_add(account, null, 'transcript_suggestion.put', jsonb_build_object('file_id', file_id));
    return result;
end
$$;
comment on function share.transcript_suggestion_put is 'Puts the three questions to begin a talk about a file with: what the job transcript_suggest asks for, in the transaction of share.job_done(). For workers. Errors: 22023 (other than three, or two that are the same), 23514, 25006, 42501, PT404.';
