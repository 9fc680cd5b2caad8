create function share.share_notify(
    id uuid,
    users text[] default null,
    emails text[] default null,
    recipients uuid[] default null,
    message text default null,
    account_id uuid default null
)
returns integer
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
declare
    account uuid;
    named text;
    missing uuid;
    told uuid[] := '{}';
begin
    perform share.ready();
    perform share.require_argument('id', id is null);
    account := share.share_account(id, account_id, 'editor');
    if array_position(users, null) > 0 or array_position(emails, null) > 0 or array_position(recipients, null) > 0 then
        perform share.refuse('22023', 'a list has a null in it', '', 'name users, mail addresses and recipients, or leave the lists out');
    elsif coalesce(cardinality(users), 0) + coalesce(cardinality(emails), 0) + coalesce(cardinality(recipients), 0) > 1000 then
        perform share.refuse('22023', 'too many recipients in one call', '', 'at most 1000');
    end if;
    perform share.share_living(account, id);
    if num_nonnulls(users, emails, recipients) = 0 then
        told := array(
            select r.recipient_id
            from share.recipient r
            where r.account_id = account and r.share_id = share_notify.id and r.revoked_at is null and r.notified_at is null
                and (r.expires_at <= statement_timestamp()) is not true
        );
    end if;
    foreach named in array coalesce(users, '{}') loop
        told := told || share.recipient_ensure(account, id, jsonb_build_object('user_id', named));
    end loop;
    foreach named in array coalesce(emails, '{}') loop
        told := told || share.recipient_ensure(account, id, jsonb_build_object('email', named));
    end loop;
    select t.wanted into missing
    from unnest(recipients) t(wanted)
    where not exists (
        select from share.recipient r
        where r.account_id = account and r.share_id = share_notify.id and r.recipient_id = t.wanted and r.revoked_at is null
    )
    limit 1;
    if missing is not null then
        perform share.authorize(null, 'editor', 'recipient', missing::text);
    end if;
    return share.recipient_tell(account, id, told || coalesce(recipients, '{}'), message);
end
$$;
comment on function share.share_notify is 'Asks for a mail to recipients of a share, each with the own link, and adds those that it has not yet: by user id (job AssetShared), by mail address (AssetSharedExternal), CollectionShared and CollectionSharedExternal where the share has items. Without users, emails and recipients, to everybody on the list who was not told yet. message goes before the recipient''s own. Returns how many mails are asked for. Errors: 22023, 23514, 42501, 55000 (no key for share tokens), PT401, PT404, PT410, PT413.';
