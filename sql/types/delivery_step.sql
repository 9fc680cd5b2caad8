create type share.delivery_step as (
    step text,
    value text
);
comment on type share.delivery_step is 'One step of signing, to compare with what the edge computes.';
comment on column share.delivery_step.step is 'What the value is, in the words of the scheme''s documentation.';
comment on column share.delivery_step.value is 'The value; never a key.';
