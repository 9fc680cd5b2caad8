create type share.change_step as (
    changed integer,
    matched integer,
    cursor_at timestamptz,
    cursor uuid,
    is_complete boolean
);
comment on type share.change_step is 'One step of a change of many shares.';
comment on column share.change_step.changed is 'How many shares the step changed.';
comment on column share.change_step.matched is 'How many met the filter; those that were so already do not change.';
comment on column share.change_step.cursor_at is 'Where the next step begins: give it back as cursor_at.';
comment on column share.change_step.cursor is 'Where the next step begins: give it back as cursor.';
comment on column share.change_step.is_complete is 'Whether that was the last step.';
