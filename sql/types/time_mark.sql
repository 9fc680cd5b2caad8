create type share.time_mark as (
    mark text,
    place integer,
    seconds integer
);
comment on type share.time_mark is 'One mark of a time in a text.';
comment on column share.time_mark.mark is 'The mark as it stands in the text, [MM:SS] or [HH:MM:SS].';
comment on column share.time_mark.place is 'Where it begins, in characters counted from 1.';
comment on column share.time_mark.seconds is 'Second of the file.';
