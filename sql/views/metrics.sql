create view share.metrics as
select m.name, m.labels, m.value
from share.metrics_read() m;
comment on view share.metrics is 'Figures for an exporter. share_shares (labels: state) is exact while the table of shares has up to 256 pages, beyond that an estimate from so many of them. Exact, through an index or from a small table: share_events_last_hour (kind), share_jobs (state; up to 10,000 each), share_signing_keys (state), share_signing_key_seconds_left (state: until the next key of that state ends), share_event_months_ahead, share_event_default_rows (up to 10,000).';
comment on column share.metrics.name is 'Name of the figure.';
comment on column share.metrics.labels is 'What tells figures of one name apart, a JSON object.';
comment on column share.metrics.value is 'The figure.';
