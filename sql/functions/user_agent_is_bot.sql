create function share.user_agent_is_bot(user_agent text)
returns boolean
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    -- The names under which link previews and search engines fetch, as their documentation gives them, and the general words.
    return coalesce(user_agent ~* '((?<!cu)bot|crawler|spider|facebookexternalhit|facebot|slack-imgproxy|whatsapp|skypeuripreview|embedly|iframely|bitlybot|slurp|preview|vkshare|mattermost|nuzzel|lighthouse)\M'
        or user_agent ~* '\m(slackbot|twitterbot|telegrambot|discordbot|linkedinbot|googlebot|bingbot)', false);
end
$$;
comment on function share.user_agent_is_bot is 'Internal. Whether a user agent says that it is a link preview or a crawler.';
