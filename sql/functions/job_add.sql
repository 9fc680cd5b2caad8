create function share.job_add(
    account_id uuid,
    kind text,
    payload jsonb,
    share_id uuid default null,
    run_at timestamptz default null,
    deduplicate text default null
)
returns uuid
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
-- A plan made for the values would hold them, and a logged plan a code or the link of a recipient.
set plan_cache_mode = force_generic_plan
as $$
declare
    owner uuid := coalesce(account_id, '00000000-0000-0000-0000-000000000000');
    due timestamptz := coalesce(run_at, statement_timestamp());
    needed text[] := (select k.required from share.job_kinds() k where k.kind = job_add.kind);
    made uuid := share.new_id();
    waiting uuid;
begin
    if needed is null then
        perform share.refuse('22023', 'not a kind of job', 'kind: ' || coalesce(left(kind, 100), ''), 'share.job_kinds() lists them');
    elsif jsonb_typeof(payload) is distinct from 'object' or not payload ?& needed then
        perform share.refuse('22023', 'the payload of a job lacks a key', 'kind: ' || kind, 'needed: ' || array_to_string(needed, ', '));
    elsif octet_length(payload::text) > 65536 then
        perform share.refuse('PT413', 'the payload of a job is too large', format('kind: %s, bytes: %s', kind, octet_length(payload::text)), 'at most 65536 bytes as text');
    elsif not isfinite(due) then
        perform share.refuse('22023', 'a job needs a time to run', 'run_at: ' || due);
    end if;
    for round in 1 .. 10 loop
        insert into share.job (account_id, job_id, kind, share_id, payload, run_at, deduplicate)
        values (owner, made, job_add.kind, job_add.share_id, job_add.payload, due, share.text_check('deduplicate', nullif(job_add.deduplicate, ''), 200))
        on conflict do nothing;
        if found then
            -- A later one is found when a worker next asks.
            if due <= statement_timestamp() then
                perform pg_notify('pg_share_job', kind);
            end if;
            return made;
        end if;
        select j.job_id into waiting
        from share.job j
        where j.account_id = owner and j.kind = job_add.kind and j.deduplicate = job_add.deduplicate and j.state = 'queued' and j.attempts = 0;
        if found then
            return waiting;
        end if;
    end loop;
    perform share.refuse('40001', 'an equal job is being taken', 'deduplicate: ' || deduplicate, 'try the transaction again');
    return null;
end
$$;
comment on function share.job_add is 'Internal. Asks for work outside of the database, in this transaction, and wakes workers when it commits. A job with the same deduplicate that nobody has taken yet stands for the new one, with its own payload and time. Returns the job''s id. Errors: 22023, 40001, PT413.';
