create function share.doctor_list(names text[])
returns text
language sql immutable parallel safe
return array_to_string(names[:5], ', ') || case when cardinality(names) > 5 then format(' and %s more', cardinality(names) - 5) else '' end;
comment on function share.doctor_list is 'Internal. The first few of some names, and how many more there are.';
