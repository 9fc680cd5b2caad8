create type share.media_type as enum ('video', 'audio', 'image', 'other');
comment on type share.media_type is 'Kind of media of a file. Shares lead to video and audio only.';
