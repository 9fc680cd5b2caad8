create function share.share_put(file_id uuid, config jsonb, account_id uuid default null)
returns share.share_details
language plpgsql volatile parallel unsafe security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
-- A plan made for the values would hold them, and a logged plan a password.
set plan_cache_mode = force_generic_plan
as $$
declare
    account uuid;
    target uuid;
    result_key text;
    kind text;
    hours integer;
    code text;
    ends timestamptz;
    users jsonb;
    guests jsonb;
    contents uuid[];
    notify boolean;
    patch jsonb := '{}';
    held record;
    who share.caller_identity;
begin
    perform share.ready();
    perform share.require_argument('config', config is null);
    if jsonb_typeof(config) = 'object' then
        select k into result_key from unnest('{sharedLink,sharedStatus,ownerId,assetId}'::text[]) k where config ? k limit 1;
    end if;
    if result_key is not null then
        perform share.refuse('22023', 'a key of the configuration is a result', 'key: ' || result_key, case result_key
            when 'ownerId' then 'leave it out; share.share_update() changes owner_id'
            when 'assetId' then 'leave it out; the file is the argument file_id'
            else 'leave it out; share.share_get() tells it' end);
    end if;
    perform share.keys_check('config', config,
        '{id,name,sharedContents,sharedDuration,sharedDurationInHours,expirationDate,sharedPermissions,sharedType,nomadUsers,externalUsers,notify,password}');
    target := share.patch_text(config, 'id', null)::uuid;
    kind := share.lookup_read('sharedType', config -> 'sharedType', 'ShareTypes');
    code := share.lookup_read('sharedDuration', config -> 'sharedDuration', 'ShareDurationTypes');
    hours := share.patch_text(config, 'sharedDurationInHours', null, 'number')::integer;
    ends := share.patch_text(config, 'expirationDate', null)::timestamptz;
    if num_nonnulls(code, hours, ends) > 1 then
        perform share.refuse('22023', 'more than one duration', '', 'give one of sharedDuration, sharedDurationInHours, expirationDate');
    end if;
    users := share.put_recipients(config, 'nomadUsers');
    guests := share.put_recipients(config, 'externalUsers');
    notify := coalesce(share.patch_text(config, 'notify', null, 'boolean')::boolean, false);
    if config ? 'sharedPermissions' then
        patch := patch || jsonb_build_object('permissions', share.put_permissions(config -> 'sharedPermissions'));
    end if;
    if config ? 'password' then
        patch := patch || jsonb_build_object('password', share.patch_text(config, 'password', null));
    end if;
    if kind is not null then
        patch := patch || jsonb_build_object('recipients_only', kind in ('user', 'email'));
    end if;

    if target is null then
        contents := share.put_contents(config -> 'sharedContents', file_id);
        if kind = 'password' and patch ->> 'password' is null then
            perform share.refuse('22023', 'a share by password needs a password', '', 'give password a value');
        elsif kind = 'user' and users = '[]' or kind = 'email' and guests = '[]' then
            perform share.refuse('22023', 'a share for someone needs to know for whom', 'sharedType: ' || kind,
                case kind when 'user' then 'give nomadUsers a value' else 'give externalUsers a value' end);
        end if;
        who := share.caller();
        select d.id, d.account_id into held
        from share.share_insert('raise', file_id, null, share.patch_text(config, 'name', null), null, '{}',
            case when kind = 'account' then 'private' else 'public' end::share.visibility, 'none', who.user_id, null, ends, hours, code, account_id,
            nullif(users || guests, '[]'),
            (select jsonb_agg(jsonb_build_object('file_id', c.id) order by c.n) from unnest(contents) with ordinality c(id, n)),
            jsonb_strip_nulls(patch)) d;
        target := held.id;
        account := held.account_id;
    else
        account := share.share_account(target, account_id, 'editor');
        select s.file_id, s.visibility, s.has_password, s.starts_at into held from share.share s where s.account_id = account and s.share_id = target;
        perform share.require_argument('sharedType', config ? 'sharedType' and kind is null);
        if held.file_id <> file_id then
            perform share.refuse('22023', 'the share is of another file', 'file_id: ' || file_id, 'give null, or an id of null for a new share');
        elsif (kind = 'account') <> (held.visibility = 'private') then
            perform share.refuse('22023', 'the visibility of a share is frozen', 'sharedType: ' || kind, 'give an id of null for a new share');
        elsif kind = 'password' and patch ->> 'password' is null and (patch ? 'password' or not held.has_password) then
            perform share.refuse('22023', 'a share by password needs a password', '', 'give password a value');
        end if;
        if config ? 'name' then
            patch := patch || jsonb_build_object('title', share.patch_text(config, 'name', null));
        end if;
        if config ?| '{sharedDuration,sharedDurationInHours,expirationDate}' then
            patch := patch || jsonb_build_object('expires_at', share.share_end_time(ends, hours, code, held.starts_at));
        end if;
        perform share.share_update(target, patch, account);
        if config ?| '{sharedContents,nomadUsers,externalUsers}' then
            perform share.put_lists(account, target, config);
        end if;
    end if;
    if notify then
        perform share.share_notify(target, account_id => account);
    end if;
    return share.share_one(account, target);
end
$$;
comment on function share.share_put is 'Makes a share of a file (id null or left out) or changes one (id) by a sharing configuration in the form of Nomad Media: name, sharedContents (files beside file_id), one of sharedDuration (1h, 1d, 7d, 30d, never), sharedDurationInHours and expirationDate, sharedPermissions (permissions, presets, roles), sharedType (link, user, account, email, password), nomadUsers (user ids), externalUsers (mail addresses), password, which the form lacks, and notify, without which nobody is mailed. On change, absent keeps and null clears; lists are replaced; what is public stays so. Lookup objects are taken by code, enumValue, name, description or id. Errors: as share.share_create and share.share_update.';
