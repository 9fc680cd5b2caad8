create type share.metric as (
    name text,
    labels jsonb,
    value numeric
);
comment on type share.metric is 'One figure of share.metrics.';
comment on column share.metric.name is 'Name of the figure.';
comment on column share.metric.labels is 'What tells figures of one name apart, a JSON object.';
comment on column share.metric.value is 'The figure.';
