create table share.face (
    account_id uuid not null,
    face_id uuid not null,
    file_id uuid not null,
    person_id uuid,
    at_seconds numeric not null,
    box_x numeric not null,
    box_y numeric not null,
    box_width numeric not null,
    box_height numeric not null,
    confidence numeric,
    created_at timestamptz not null default pg_catalog.statement_timestamp(),
    constraint face_pkey primary key (account_id, face_id),
    constraint face_file_fkey foreign key (account_id, file_id) references share.file (account_id, file_id),
    constraint face_person_fkey foreign key (account_id, person_id) references share.person (account_id, person_id),
    constraint face_at_check check (at_seconds >= 0 and at_seconds < 1000000000 and pg_catalog.min_scale(at_seconds) <= 6),
    -- NaN is above every number, so upper bounds keep it out.
    constraint face_box_check check (
        box_x >= 0 and box_y >= 0 and box_width > 0 and box_height > 0 and box_x + box_width <= 1 and box_y + box_height <= 1
    ),
    constraint face_confidence_check check (confidence between 0 and 1)
);
create index face_list_idx on share.face (account_id, file_id, at_seconds, face_id);
create index face_person_idx on share.face (account_id, person_id, file_id, at_seconds) where person_id is not null;
comment on table share.face is 'Faces in files: at which second, where in the picture and, once known, whose.';
comment on column share.face.account_id is 'Account.';
comment on column share.face.face_id is 'Id of the face.';
comment on column share.face.file_id is 'File in which it was found.';
comment on column share.face.person_id is 'Whose face it is, null where nobody knows.';
comment on column share.face.at_seconds is 'Second of the file, to the microsecond; 0 for a picture.';
comment on column share.face.box_x is 'Left edge of the face as a fraction of the picture''s width.';
comment on column share.face.box_y is 'Upper edge of the face as a fraction of the picture''s height.';
comment on column share.face.box_width is 'Width of the face as a fraction of the picture''s width.';
comment on column share.face.box_height is 'Height of the face as a fraction of the picture''s height.';
comment on column share.face.confidence is 'How sure the program was that found it, 0 to 1.';
comment on column share.face.created_at is 'When it was put.';
comment on index share.face_list_idx is 'Pages of share.face_list().';
comment on index share.face_person_idx is 'Where a person is seen.';
comment on constraint face_pkey on share.face is 'One row for each face.';
comment on constraint face_file_fkey on share.face is 'Belongs to a file of its account.';
comment on constraint face_person_fkey on share.face is 'Is that of a person of its account.';
comment on constraint face_at_check on share.face is 'Not negative, to the microsecond.';
comment on constraint face_box_check on share.face is 'Fractions of the picture, inside of it, with an extent.';
comment on constraint face_confidence_check on share.face is '0 to 1.';
