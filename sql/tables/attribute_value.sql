create table share.attribute_value (
    account_id uuid not null,
    file_id uuid not null,
    attribute_id uuid not null,
    ordinal smallint not null default 1,
    value_type share.attribute_type not null,
    text_value text,
    number_value numeric,
    bool_value boolean,
    time_value timestamptz,
    option_id uuid,
    updated_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint attribute_value_pkey primary key (account_id, file_id, attribute_id, ordinal),
    constraint attribute_value_file_fkey foreign key (account_id, file_id) references share.file (account_id, file_id),
    constraint attribute_value_attribute_fkey foreign key (account_id, attribute_id, value_type)
        references share.attribute (account_id, attribute_id, value_type),
    constraint attribute_value_option_fkey foreign key (account_id, attribute_id, option_id)
        references share.attribute_option (account_id, attribute_id, option_id),
    constraint attribute_value_type_check check (
        pg_catalog.num_nonnulls(text_value, number_value, bool_value, time_value, option_id) = 1
        and case
            when value_type = 'str' then text_value is not null
            when value_type in ('float', 'int', 'rating') then number_value is not null
            when value_type = 'bool' then bool_value is not null
            when value_type = 'datetime' then time_value is not null
            else option_id is not null end
    ),
    constraint attribute_value_text_check check (pg_catalog.length(text_value) <= 10000),
    constraint attribute_value_number_check check (
        case
            when value_type = 'int' then number_value = pg_catalog.trunc(number_value) and number_value between -9223372036854775808 and 9223372036854775807
            when value_type = 'rating' then number_value in (0, 1, 2, 3, 4, 5)
            else pg_catalog.abs(number_value) < pg_catalog.power(10.0, 308.0) end
    ),
    constraint attribute_value_time_check check (time_value > '-infinity' and time_value < 'infinity'),
    constraint attribute_value_ordinal_check check (ordinal = 1 or value_type = 'multi_select' and ordinal between 2 and 1000)
);
create index attribute_value_text_idx on share.attribute_value (account_id, attribute_id, (pg_catalog.lower(pg_catalog.left(text_value, 100))) text_pattern_ops, file_id)
    where text_value is not null;
create index attribute_value_number_idx on share.attribute_value (account_id, attribute_id, number_value, file_id) where number_value is not null;
create index attribute_value_bool_idx on share.attribute_value (account_id, attribute_id, bool_value, file_id) where bool_value is not null;
create index attribute_value_time_idx on share.attribute_value (account_id, attribute_id, time_value, file_id) where time_value is not null;
create unique index attribute_value_option_key on share.attribute_value (account_id, attribute_id, option_id, file_id) where option_id is not null;
comment on table share.attribute_value is 'What the attributes of files say: one row for each value, several for several chosen options.';
comment on column share.attribute_value.account_id is 'Account.';
comment on column share.attribute_value.file_id is 'File that is described.';
comment on column share.attribute_value.attribute_id is 'Attribute. One of a drive that the file has left is kept, and not shown.';
comment on column share.attribute_value.ordinal is 'Place among several chosen options, 1 where there is one value.';
comment on column share.attribute_value.value_type is 'Type of the attribute.';
comment on column share.attribute_value.text_value is 'Text of a str, at most 10,000 characters.';
comment on column share.attribute_value.number_value is 'Number of a float, an int (64 bits) or a rating (0 to 5).';
comment on column share.attribute_value.bool_value is 'Truth of a bool.';
comment on column share.attribute_value.time_value is 'Time of a datetime.';
comment on column share.attribute_value.option_id is 'Option that was chosen.';
comment on column share.attribute_value.updated_at is 'When the value was last set.';
comment on index share.attribute_value_text_idx is 'Files by the beginning of a text, whatever the case of its letters.';
comment on index share.attribute_value_number_idx is 'Files by a number.';
comment on index share.attribute_value_bool_idx is 'Files by a truth.';
comment on index share.attribute_value_time_idx is 'Files by a time.';
comment on index share.attribute_value_option_key is 'Files by an option; none is chosen twice for a file.';
comment on constraint attribute_value_pkey on share.attribute_value is 'One value at each place.';
comment on constraint attribute_value_file_fkey on share.attribute_value is 'Describes a file of its account.';
comment on constraint attribute_value_attribute_fkey on share.attribute_value is 'Has the type of its attribute.';
comment on constraint attribute_value_option_fkey on share.attribute_value is 'Is an option of that very attribute.';
comment on constraint attribute_value_type_check on share.attribute_value is 'One value, in the column of its type.';
comment on constraint attribute_value_text_check on share.attribute_value is 'At most 10,000 characters.';
comment on constraint attribute_value_number_check on share.attribute_value is 'A whole number of 64 bits, 0 to 5 for ratings, or a number that a double holds.';
comment on constraint attribute_value_time_check on share.attribute_value is 'Finite.';
comment on constraint attribute_value_ordinal_check on share.attribute_value is '1, but for several chosen options: up to 1,000.';
