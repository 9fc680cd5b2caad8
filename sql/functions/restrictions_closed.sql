create function share.restrictions_closed(restrictions jsonb, context jsonb)
returns text[]
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
    address inet := (context ->> 'address')::inet;
    agent text := lower(context ->> 'user_agent');
begin
    if restrictions = '{}' then
        return '{}';
    end if;
    -- What is not known does not pass where something is asked.
    return array_remove(array[
        case when restrictions ? 'referrers' and not case
            when context ? 'referrer' then share.domain_matches(context ->> 'referrer', restrictions -> 'referrers')
            else coalesce((restrictions -> 'allow_no_referrer')::boolean, false) end then 'referrer_refused' end,
        case when restrictions ? 'embed_domains' and context ? 'embed_domain'
            and not share.domain_matches(context ->> 'embed_domain', restrictions -> 'embed_domains') then 'embed_refused' end,
        case when restrictions ? 'addresses' and not exists (
                select from jsonb_array_elements_text(restrictions -> 'addresses') a where address <<= a.value::inet
            ) or restrictions ? 'blocked_addresses' and (address is null or exists (
                select from jsonb_array_elements_text(restrictions -> 'blocked_addresses') a where address <<= a.value::inet
            )) or (restrictions -> 'bind_address')::boolean and address is null then 'address_refused' end,
        case when restrictions ? 'countries' and not coalesce(restrictions -> 'countries' ? upper(context ->> 'country'), false)
            or restrictions ? 'blocked_countries' and coalesce(restrictions -> 'blocked_countries' ? upper(context ->> 'country'), true)
            then 'country_refused' end,
        case when restrictions ? 'user_agents' and not exists (
                select from jsonb_array_elements_text(restrictions -> 'user_agents') a where strpos(agent, lower(a.value)) > 0
            ) or restrictions ? 'blocked_user_agents' and (agent is null or exists (
                select from jsonb_array_elements_text(restrictions -> 'blocked_user_agents') a where strpos(agent, lower(a.value)) > 0
            )) then 'user_agent_refused' end
    ], null);
end
$$;
comment on function share.restrictions_closed is 'Internal. Which restrictions do not let a request pass. What is not known of it does not pass where it is asked for.';
