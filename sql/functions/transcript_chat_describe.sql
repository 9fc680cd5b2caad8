create function share.transcript_chat_describe(account_id uuid, ids uuid[], shown nummultirange)
returns setof share.transcript_chat_details
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select c.chat_id, c.file_id, c.question, c.answer,
        case when c.answer is not null then array(
            select row(m.mark, m.place, m.seconds)::share.time_mark
            from share.time_marks(c.answer) m
            where shown @> m.seconds::numeric and m.seconds <= coalesce(f.duration_seconds, 'Infinity')
            order by m.place
        ) end,
        c.created_at, c.answered_at
    from unnest(ids) with ordinality i(id, ordinality)
    join share.transcript_chat c on c.account_id = transcript_chat_describe.account_id and c.chat_id = i.id
    join share.file f on f.account_id = c.account_id and f.file_id = c.file_id
    order by i.ordinality;
end
$$;
comment on function share.transcript_chat_describe is 'Internal. Questions and answers in the form that the functions return. A mark of a time is one where it lies in the file, and in what the caller may see of it.';
