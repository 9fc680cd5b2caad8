create type share.link_preview as enum ('none', 'full', 'player');
comment on type share.link_preview is 'How much of a private share a link card may show: none, full (title, description, thumbnail) or player (plays in place). Public shares always have a card.';
