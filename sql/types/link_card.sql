create type share.link_card as (
    http_status integer,
    title text,
    description text,
    url text,
    image_url text,
    player_url text,
    width integer,
    height integer,
    autoplay boolean,
    media_type share.media_type,
    duration_seconds numeric
);
comment on type share.link_card is 'What a link card may show of a share.';
comment on column share.link_card.http_status is '200, or that of the reason why there is no card.';
comment on column share.link_card.title is 'og:title.';
comment on column share.link_card.description is 'og:description.';
comment on column share.link_card.url is 'og:url: the page of the share.';
comment on column share.link_card.image_url is 'og:image: the thumbnail, signed.';
comment on column share.link_card.player_url is 'og:video: the page with the player alone; null where the card may not play.';
comment on column share.link_card.width is 'og:video:width, in pixels.';
comment on column share.link_card.height is 'og:video:height, in pixels.';
comment on column share.link_card.autoplay is 'Whether the player should start by itself.';
comment on column share.link_card.media_type is 'Video or audio.';
comment on column share.link_card.duration_seconds is 'Length in seconds.';
