create type share.asset_type as enum ('file', 'file_segment');
comment on type share.asset_type is 'What a share leads to: a whole file or one segment of it.';
