create type share.option_color as enum ('pink', 'red', 'yellow', 'light_green', 'dark_green', 'light_blue', 'dark_blue', 'purple');
comment on type share.option_color is 'Colour of an option of an attribute.';
