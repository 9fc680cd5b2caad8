create function share.utterance_words(account_id uuid, configuration text, said text)
returns tsvector
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
    select array_to_tsvector(array[account_id || ':' || configuration]) || case configuration
        when 'arabic' then to_tsvector('pg_catalog.arabic'::regconfig, said)
        when 'armenian' then to_tsvector('pg_catalog.armenian'::regconfig, said)
        when 'basque' then to_tsvector('pg_catalog.basque'::regconfig, said)
        when 'catalan' then to_tsvector('pg_catalog.catalan'::regconfig, said)
        when 'danish' then to_tsvector('pg_catalog.danish'::regconfig, said)
        when 'dutch' then to_tsvector('pg_catalog.dutch'::regconfig, said)
        when 'english' then to_tsvector('pg_catalog.english'::regconfig, said)
        when 'finnish' then to_tsvector('pg_catalog.finnish'::regconfig, said)
        when 'french' then to_tsvector('pg_catalog.french'::regconfig, said)
        when 'german' then to_tsvector('pg_catalog.german'::regconfig, said)
        when 'greek' then to_tsvector('pg_catalog.greek'::regconfig, said)
        when 'hindi' then to_tsvector('pg_catalog.hindi'::regconfig, said)
        when 'hungarian' then to_tsvector('pg_catalog.hungarian'::regconfig, said)
        when 'indonesian' then to_tsvector('pg_catalog.indonesian'::regconfig, said)
        when 'irish' then to_tsvector('pg_catalog.irish'::regconfig, said)
        when 'italian' then to_tsvector('pg_catalog.italian'::regconfig, said)
        when 'lithuanian' then to_tsvector('pg_catalog.lithuanian'::regconfig, said)
        when 'nepali' then to_tsvector('pg_catalog.nepali'::regconfig, said)
        when 'norwegian' then to_tsvector('pg_catalog.norwegian'::regconfig, said)
        when 'portuguese' then to_tsvector('pg_catalog.portuguese'::regconfig, said)
        when 'romanian' then to_tsvector('pg_catalog.romanian'::regconfig, said)
        when 'russian' then to_tsvector('pg_catalog.russian'::regconfig, said)
        when 'serbian' then to_tsvector('pg_catalog.serbian'::regconfig, said)
        when 'spanish' then to_tsvector('pg_catalog.spanish'::regconfig, said)
        when 'swedish' then to_tsvector('pg_catalog.swedish'::regconfig, said)
        when 'tamil' then to_tsvector('pg_catalog.tamil'::regconfig, said)
        when 'turkish' then to_tsvector('pg_catalog.turkish'::regconfig, said)
        when 'yiddish' then to_tsvector('pg_catalog.yiddish'::regconfig, said)
        else to_tsvector('pg_catalog.simple'::regconfig, said) end
$$;
comment on function share.utterance_words is 'Internal. What a search finds: the words in the form of the text search configuration, and account and configuration as a word that nobody says: so the index finds a word of one account without wading through the others''.';
