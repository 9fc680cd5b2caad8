create type share.lookup_entry as (
    code text,
    label text,
    rank integer
);
comment on type share.lookup_entry is 'One of the values that something may have.';
comment on column share.lookup_entry.code is 'Value.';
comment on column share.lookup_entry.label is 'Label to show.';
comment on column share.lookup_entry.rank is 'Place in the order, from 1.';
