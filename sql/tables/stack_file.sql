create table share.stack_file (
    account_id uuid not null,
    file_id uuid not null,
    stack_id uuid not null,
    stack_number integer not null,
    constraint stack_file_pkey primary key (account_id, file_id),
    constraint stack_file_number_key unique (account_id, stack_id, stack_number) deferrable initially immediate,
    constraint stack_file_stack_fkey foreign key (account_id, stack_id) references share.stack (account_id, stack_id),
    constraint stack_file_file_fkey foreign key (account_id, file_id) references share.file (account_id, file_id),
    constraint stack_file_number_check check (stack_number between 1 and 1000)
);
create index stack_file_stack_idx on share.stack_file (stack_id, stack_number);
comment on table share.stack_file is 'The files of stacks in their order.';
comment on column share.stack_file.account_id is 'Account.';
comment on column share.stack_file.file_id is 'File.';
comment on column share.stack_file.stack_id is 'Stack that the file is in.';
comment on column share.stack_file.stack_number is 'Place in the stack, counted from 1 without gaps: the oldest version first, the newest with the highest number on top.';
comment on index share.stack_file_stack_idx is 'Look-up without the account.';
comment on constraint stack_file_pkey on share.stack_file is 'A file is in one stack at most.';
comment on constraint stack_file_number_key on share.stack_file is 'One file at each place.';
comment on constraint stack_file_stack_fkey on share.stack_file is 'Belongs to a stack of its account.';
comment on constraint stack_file_file_fkey on share.stack_file is 'Is a file of its account.';
comment on constraint stack_file_number_check on share.stack_file is 'Counts from 1, to 1,000.';
