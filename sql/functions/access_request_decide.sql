create function share.access_request_decide(account_id uuid, id uuid, state text, recipient_id uuid)
returns share.access_request_details
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    who share.caller_identity := share.caller();
    of_share uuid;
    result share.access_request_details;
begin
    update share.access_request r
    set state = access_request_decide.state, decided_by = who.name, decided_at = statement_timestamp(), recipient_id = access_request_decide.recipient_id
    where r.account_id = access_request_decide.account_id and r.request_id = access_request_decide.id and r.state = 'pending'
    returning r.share_id into of_share;
    if not found then
        perform share.refuse('23514', 'the access request is decided already', 'id: ' || id, 'what was approved ends by share.recipient_remove()',
            'access_request_state_check', 'access_request');
    end if;
    perform share.event_add(account_id, of_share, 'access_request.' || state, jsonb_build_object('request_id', id), recipient_id => recipient_id);
    select d.* into result from share.access_request_describe(account_id, array[id]) d;
    return result;
end
$$;
comment on function share.access_request_decide is 'Internal. Writes down the decision on an open access request. Errors: 23514 (access_request_state_check) when it is decided.';
