create type share.attribute_type as enum ('str', 'single_select', 'multi_select', 'float', 'int', 'bool', 'datetime', 'rating');
comment on type share.attribute_type is 'What the values of an attribute are: a text, one or several of its options, a number, a whole number, true or false, a time, or 0 to 5.';
