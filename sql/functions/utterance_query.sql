create function share.utterance_query(account_id uuid, configuration text, query text)
returns tsquery
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    -- All configurations of share.language_configuration() are PostgreSQL's own.
    words tsquery := websearch_to_tsquery(('pg_catalog.' || quote_ident(configuration))::regconfig, query);
begin
    -- Nothing but words that say nothing finds nothing.
    if numnode(words) = 0 then
        return null;
    end if;
    return words && quote_literal(account_id || ':' || configuration)::tsquery;
end
$$;
comment on function share.utterance_query is 'Internal. What to look for in share.utterance.words: words as search engines take them ("in a row", or, -without), for one account and text search configuration; null where no word says anything.';
