create table share.stack (
    account_id uuid not null,
    stack_id uuid not null,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    updated_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint stack_pkey primary key (account_id, stack_id),
    constraint stack_account_fkey foreign key (account_id) references share.account (account_id)
);
comment on table share.stack is 'Stacks: files that are versions of one thing.';
comment on column share.stack.account_id is 'Account.';
comment on column share.stack.stack_id is 'Id of the stack.';
comment on column share.stack.created_at is 'When the stack was made.';
comment on column share.stack.updated_at is 'When the stack was last changed; whoever changes it writes this first, and so waits for others who do.';
comment on constraint stack_pkey on share.stack is 'One row for each stack.';
comment on constraint stack_account_fkey on share.stack is 'Belongs to an account.';
