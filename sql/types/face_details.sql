create type share.face_details as (
    id uuid,
    account_id uuid,
    file_id uuid,
    person_id uuid,
    person_name text,
    at_seconds numeric,
    box_x numeric,
    box_y numeric,
    box_width numeric,
    box_height numeric,
    confidence numeric
);
comment on type share.face_details is 'One face in a file.';
comment on column share.face_details.id is 'Id of the face.';
comment on column share.face_details.account_id is 'Account of the file.';
comment on column share.face_details.file_id is 'File in which it was found.';
comment on column share.face_details.person_id is 'Whose face it is, null where nobody knows.';
comment on column share.face_details.person_name is 'Name of the person, null while nobody has given one.';
comment on column share.face_details.at_seconds is 'Second of the file.';
comment on column share.face_details.box_x is 'Left edge of the face as a fraction of the picture''s width.';
comment on column share.face_details.box_y is 'Upper edge of the face as a fraction of the picture''s height.';
comment on column share.face_details.box_width is 'Width of the face as a fraction of the picture''s width.';
comment on column share.face_details.box_height is 'Height of the face as a fraction of the picture''s height.';
comment on column share.face_details.confidence is 'How sure the program was that found it, 0 to 1.';
