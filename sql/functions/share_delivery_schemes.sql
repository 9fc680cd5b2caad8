create function share.share_delivery_schemes()
returns setof share.delivery_scheme
language sql immutable parallel safe security definer
set search_path = pg_catalog, pg_temp
begin atomic
    select s.scheme, s.meaning, s.algorithms, s.uses, s.binds, make_interval(secs => s.longest_lifetime), s.options::jsonb
    from share.delivery_schemes() s;
end;
comment on function share.share_delivery_schemes is 'Lists the schemes that a delivery can name, what each can bind, and its options with their values, defaults and meaning.';
