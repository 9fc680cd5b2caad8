create type share.permission_preset as (
    code text,
    label text,
    role_number integer,
    permissions text[]
);
comment on type share.permission_preset is 'A name, and a number, that stand for several permissions.';
comment on column share.permission_preset.code is 'Code, as share.share_put() takes it.';
comment on column share.permission_preset.label is 'Label to show.';
comment on column share.permission_preset.role_number is 'Number of the role, from 0 (none) to 50 (admin).';
comment on column share.permission_preset.permissions is 'The permissions of a share that it stands for.';
