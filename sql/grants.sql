-- Everything belongs to share_owner, so that functions run with its rights and no superuser's. Then nothing is granted to
-- anyone, whatever default privileges say, and last what each role may call. A function without a line here is internal.
do $$
declare
    member record;
    granted record;
begin
    for member in
        select p.oid::pg_catalog.regprocedure as signature
        from pg_catalog.pg_proc p
        where p.pronamespace = 'share'::pg_catalog.regnamespace
    loop
        execute pg_catalog.format('alter function %s owner to share_owner', member.signature);
        execute pg_catalog.format('revoke all on function %s from public', member.signature);
    end loop;
    for member in
        select t.oid::pg_catalog.regtype as name
        from pg_catalog.pg_type t
        left join pg_catalog.pg_class c on c.oid = t.typrelid
        where t.typnamespace = 'share'::pg_catalog.regnamespace and (t.typtype = 'e' or c.relkind = 'c')
    loop
        execute pg_catalog.format('alter type %s owner to share_owner', member.name);
        execute pg_catalog.format('revoke all on type %s from public', member.name);
        execute pg_catalog.format('grant usage on type %s to share_admin, share_app, share_user, share_visitor', member.name);
    end loop;
    for granted in
        select 'function ' || p.oid::pg_catalog.regprocedure as object, a.grantee
        from pg_catalog.pg_proc p
        cross join lateral pg_catalog.aclexplode(p.proacl) a
        where p.pronamespace = 'share'::pg_catalog.regnamespace and a.grantee not in (0, p.proowner)
        union
        select 'type ' || t.oid::pg_catalog.regtype, a.grantee
        from pg_catalog.pg_type t
        cross join lateral pg_catalog.aclexplode(t.typacl) a
        where t.typnamespace = 'share'::pg_catalog.regnamespace and a.grantee not in (0, t.typowner)
            and pg_catalog.pg_get_userbyid(a.grantee) not in ('share_admin', 'share_app', 'share_user', 'share_visitor')
        union
        select 'schema share', a.grantee
        from pg_catalog.pg_namespace n
        cross join lateral pg_catalog.aclexplode(n.nspacl) a
        where n.nspname = 'share' and a.grantee <> n.nspowner
            and (a.grantee = 0 or pg_catalog.pg_get_userbyid(a.grantee) not in
                ('share_owner', 'share_admin', 'share_app', 'share_user', 'share_visitor'))
    loop
        execute pg_catalog.format('revoke all on %s from %s', granted.object,
            case when granted.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(granted.grantee)) end);
    end loop;
end
$$;

-- Who is calling.
grant execute on function share.authenticate, share.caller, share.ready to share_admin, share_app, share_user, share_visitor;
-- What row security and the views ask.
grant execute on function share.current_account, share.share_state_at to share_admin, share_app, share_user;
grant execute on function share.act_as to share_app;

-- Operators.
grant execute on function
    share.migrate,
    share.delivery_create, share.delivery_get, share.delivery_list, share.delivery_update, share.delivery_delete, share.delivery_test,
    share.signing_key_create, share.signing_key_rotate, share.signing_key_import, share.signing_key_export, share.signing_key_revoke, share.signing_key_list, share.signing_key_reach,
    share.job_maintain, share.event_maintain, share.doctor, share.publication_create
to share_admin;

-- The service.
grant execute on function share.account_create to share_admin, share_app;

-- Workers.
grant execute on function share.job_claim, share.job_heartbeat, share.job_done, share.job_fail, share.job_webhook_request to share_admin, share_app;

-- What members may call, and the service for them.
grant execute on function
    share.account_get, share.account_list, share.account_update,
    share.api_key_create, share.api_key_list, share.api_key_revoke,
    share.member_add, share.member_list, share.member_update, share.member_remove,
    share.drive_create, share.drive_list, share.drive_update,
    share.file_create, share.file_put, share.file_get, share.file_list, share.file_search, share.file_update, share.file_delete,
    share.origin_put, share.origin_list, share.origin_delete, share.origin_sign_upload,
    share.playlist_put, share.playlist_list, share.playlist_delete,
    share.segment_create, share.segment_get, share.segment_list, share.segment_delete,
    share.share_create, share.share_ensure, share.share_get, share.share_list, share.share_search, share.share_count, share.share_update, share.share_delete,
    share.watermark_request, share.share_put, share.lookup_list, share.permission_presets,
    share.to_json, share.share_list_json, share.share_full_json, share.share_page_url,
    share.share_sign_stream, share.share_sign_download, share.share_sign_preview,
    share.share_sign_streams, share.share_sign_downloads, share.share_sign_previews,
    share.share_playlist,
    share.share_verify, share.share_delivery_schemes,
    share.share_rotate, share.share_extend, share.share_find, share.share_reach,
    share.share_revoke, share.share_disable, share.share_enable, share.share_expire,
    share.share_revoke_all, share.share_disable_all, share.share_enable_all, share.share_expire_all, share.share_change_some, share.share_delete_for_owner,
    share.share_lock_list, share.share_lock_clear,
    share.recipient_add, share.recipient_update, share.recipient_remove, share.recipient_list, share.recipient_link, share.share_notify,
    share.access_request_list, share.access_request_approve, share.access_request_refuse,
    share.item_add, share.item_list, share.item_move, share.item_remove,
    share.slug_list, share.slug_remove,
    share.share_usage, share.share_usage_recipients, share.account_usage, share.usage_overview, share.share_top, share.server_overview,
    share.event_list, share.event_search, share.event_redact,
    share.job_get, share.job_list, share.job_retry, share.job_drop, share.job_kinds,
    share.webhook_create, share.webhook_list, share.webhook_update, share.webhook_delete, share.webhook_rotate
to share_admin, share_app, share_user;

-- What watches the server also watches the shares; which figures it gets, the view says.
grant usage on schema share to pg_monitor;
grant execute on function share.metrics_read to share_admin, pg_monitor;

-- What the holder of a link may call: each asks share.decide(), but for cards and embeds, which show what link_preview says.
grant execute on function
    share.share_open, share.share_unlock, share.share_renew, share.share_explain, share.share_play,
    share.share_email_code_request, share.share_email_prove, share.access_request_create,
    share.share_download, share.share_items_public, share.share_link_preview, share.share_embed_html
to share_admin, share_app, share_user, share_visitor;
