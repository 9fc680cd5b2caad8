create function share.doctor_publications()
returns setof share.doctor_finding
language plpgsql stable parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
    p record;
begin
    for p in
        select b.pubname, b.puballtables, array_agg(t.name order by t.name) filter (where t.published and not t.is_in) as missing,
            array_agg(t.name order by t.name) filter (where not t.published and t.is_in) as exposed
        from pg_publication b
        cross join lateral (
            select l.name, l.published, exists (
                select from pg_publication_tables i where i.pubname = b.pubname and i.schemaname = 'share' and i.tablename = l.name
            ) as is_in
            from share.publication_tables() l
        ) t
        group by b.oid, b.pubname, b.puballtables
        -- Of a few tables, as for a report, is not meant to have all.
        having bool_and(t.is_in) filter (where t.name in ('account', 'file', 'share'))
        order by b.pubname
    loop
        if p.exposed is not null then
            return next row('publications', 'error', format('publication %s sends out keys, secrets or what is each installation''s own: %s', p.pubname, share.doctor_list(p.exposed)),
                case when p.puballtables then 'drop it and call share.publication_create()'
                else format('alter publication %I drop table %s', p.pubname, (select string_agg(format('share.%I', n), ', ') from unnest(p.exposed) n)) end)::share.doctor_finding;
        end if;
        -- One of all tables has each partition by itself.
        if p.missing is not null and not p.puballtables then
            return next row('publications', 'warning', format('publication %s has not all tables: %s', p.pubname, share.doctor_list(p.missing)),
                format('alter publication %I add table %s; then, on each subscriber, alter subscription … refresh publication', p.pubname,
                    (select string_agg(format('share.%I', n), ', ') from unnest(p.missing) n)))::share.doctor_finding;
        end if;
        if num_nulls(p.exposed, p.missing) = 2 then
            return next row('publications', 'ok', format('publication %s has all tables and no secrets', p.pubname), null)::share.doctor_finding;
        end if;
    end loop;
end
$$;
comment on function share.doctor_publications is 'Internal. What share.doctor() finds about publications for logical replication: one that was made by an earlier release lacks the tables of later ones.';
