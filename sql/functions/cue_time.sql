create function share.cue_time(milliseconds bigint)
returns text
language sql immutable parallel safe
begin atomic
    select format('%s:%s:%s.%s', case when milliseconds < 360000000 then lpad((milliseconds / 3600000)::text, 2, '0') else (milliseconds / 3600000)::text end,
        lpad((milliseconds / 60000 % 60)::text, 2, '0'), lpad((milliseconds / 1000 % 60)::text, 2, '0'), lpad((milliseconds % 1000)::text, 3, '0'));
end;
comment on function share.cue_time is 'Internal. A time of a WebVTT cue: hours, minutes, seconds and thousandths.';
