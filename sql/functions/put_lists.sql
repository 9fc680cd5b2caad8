create function share.put_lists(account_id uuid, id uuid, config jsonb)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    own uuid;
    contents uuid[];
    list text;
    wanted jsonb;
    entry record;
begin
    perform share.share_living(account_id, id);
    if config ? 'sharedContents' then
        select s.file_id into own from share.share s where s.account_id = put_lists.account_id and s.share_id = put_lists.id;
        contents := share.put_contents(config -> 'sharedContents', own);
        if contents <> array(
            select i.file_id from share.item i
            where i.account_id = put_lists.account_id and i.share_id = put_lists.id and i.file_id is not null and i.file_segment_id is null
            order by i.ordinal
        ) then
            delete from share.item i
            where i.account_id = put_lists.account_id and i.share_id = put_lists.id and i.file_id is not null and i.file_segment_id is null;
            for entry in select c.file_id from unnest(contents) with ordinality c(file_id, n) order by c.n loop
                perform share.item_insert(account_id, id, jsonb_build_object('file_id', entry.file_id));
            end loop;
            perform share.event_add(account_id, id, 'share.updated', jsonb_build_object('changed', '["items"]'::jsonb));
        end if;
    end if;
    foreach list in array '{nomadUsers,externalUsers}'::text[] loop
        continue when not config ? list;
        wanted := share.put_recipients(config, list);
        for entry in
            select r.recipient_id
            from share.recipient r
            where r.account_id = put_lists.account_id and r.share_id = put_lists.id and r.revoked_at is null
                and (r.user_id is null) = (list = 'externalUsers')
                and not exists (
                    select from jsonb_array_elements(wanted) w
                    where w.value ->> 'user_id' = r.user_id or lower(w.value ->> 'email') = lower(r.email)
                )
        loop
            perform share.recipient_remove(entry.recipient_id, account_id);
        end loop;
        for entry in select w.value as recipient from jsonb_array_elements(wanted) w loop
            perform share.recipient_ensure(account_id, id, entry.recipient);
        end loop;
    end loop;
end
$$;
comment on function share.put_lists is 'Internal. Makes the files, users and mail addresses of a share those of a configuration, as far as it names them. Errors: as share.item_insert and share.recipient_insert, PT410.';
