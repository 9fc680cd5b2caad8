create function share.webhook_kinds_check(kinds text[])
returns text[]
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    wrong text := (select coalesce(k.kind, 'null') from unnest(kinds) k(kind)
        where k.kind is null or length(k.kind) > 100 or k.kind !~ '^([a-z_]+\.([a-z_]+|\*)|\*)$' limit 1);
begin
    perform share.require_argument('kinds', kinds is null);
    if array_ndims(kinds) is distinct from 1 or cardinality(kinds) > 50 then
        perform share.refuse('22023', 'kinds are a plain list of 1 to 50', format('kinds: %s', cardinality(kinds)), 'give kinds of events such as share.created, share.* or *');
    elsif wrong is not null then
        perform share.refuse('22023', 'not a kind of event', 'kind: ' || left(wrong, 100), 'a kind is noun.past such as share.created, all of a noun as share.*, or * for all');
    end if;
    return kinds;
end
$$;
comment on function share.webhook_kinds_check is 'Internal. The kinds of events of a webhook as they are stored. Errors: 22023.';
