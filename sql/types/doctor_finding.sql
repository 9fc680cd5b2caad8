create type share.doctor_finding as (
    area text,
    severity text,
    finding text,
    advice text
);
comment on type share.doctor_finding is 'One thing that share.doctor() has looked at.';
comment on column share.doctor_finding.area is 'What was looked at: tables, server, settings, roles, deliveries, keys, events, jobs, publications.';
comment on column share.doctor_finding.severity is 'ok, warning (something will be missing or fail later) or error (something is missing or fails now).';
comment on column share.doctor_finding.finding is 'What was found.';
comment on column share.doctor_finding.advice is 'What to do about it, null where nothing is to be done.';
