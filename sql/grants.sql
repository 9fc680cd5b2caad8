-- What is new belongs to share_owner, so that functions run with its rights and no superuser's. Then nothing of it is granted to
-- anyone, whatever default privileges say, and last what each role may call. A function that is not named here is internal. In an
-- update what was there before is left as its administrator may have changed it.
do $$
declare
    functions constant oid[] := array(
        select p.oid from pg_catalog.pg_proc p
        where p.pronamespace = 'share'::pg_catalog.regnamespace and p.proowner <> 'share_owner'::pg_catalog.regrole
    );
    types constant oid[] := array(
        select t.oid from pg_catalog.pg_type t
        left join pg_catalog.pg_class c on c.oid = t.typrelid
        where t.typnamespace = 'share'::pg_catalog.regnamespace and t.typowner <> 'share_owner'::pg_catalog.regrole
            and (t.typtype = 'e' or c.relkind = 'c')
    );
    everyone constant text := 'share_admin, share_app, share_user, share_visitor';
    member record;
    granted record;
begin
    for member in select f.oid::pg_catalog.regprocedure as signature from pg_catalog.unnest(functions) f(oid) loop
        execute pg_catalog.format('alter function %s owner to share_owner', member.signature);
        execute pg_catalog.format('revoke all on function %s from public', member.signature);
    end loop;
    for member in select t.oid::pg_catalog.regtype as name from pg_catalog.unnest(types) t(oid) loop
        execute pg_catalog.format('alter type %s owner to share_owner', member.name);
        execute pg_catalog.format('revoke all on type %s from public', member.name);
        execute pg_catalog.format('grant usage on type %s to %s', member.name, everyone);
    end loop;
    for granted in
        select 'function ' || p.oid::pg_catalog.regprocedure as object, a.grantee
        from pg_catalog.pg_proc p
        cross join lateral pg_catalog.aclexplode(p.proacl) a
        where p.oid = any (functions) and a.grantee not in (0, p.proowner)
        union
        select 'type ' || t.oid::pg_catalog.regtype, a.grantee
        from pg_catalog.pg_type t
        cross join lateral pg_catalog.aclexplode(t.typacl) a
        where t.oid = any (types) and a.grantee not in (0, t.typowner)
            and pg_catalog.pg_get_userbyid(a.grantee) not in ('share_admin', 'share_app', 'share_user', 'share_visitor')
    loop
        execute pg_catalog.format('revoke all on %s from %I', granted.object, pg_catalog.pg_get_userbyid(granted.grantee));
    end loop;
    for granted in
        select g.name, v.roles, p.oid
        from (values
            -- Who is calling.
            (everyone, '{authenticate, caller, ready}'::text[]),
            -- What row security and the views ask.
            ('share_admin, share_app, share_user', '{current_account, share_state_at}'),
            ('share_app', '{act_as}'),
            -- Operators.
            ('share_admin', '{
                migrate,
                delivery_create, delivery_get, delivery_list, delivery_update, delivery_delete, delivery_test,
                signing_key_create, signing_key_rotate, signing_key_import, signing_key_export, signing_key_revoke, signing_key_list, signing_key_reach,
                job_maintain, event_maintain, doctor, publication_create
            }'),
            -- The service.
            ('share_admin, share_app', '{account_create}'),
            -- Workers.
            ('share_admin, share_app', '{job_claim, job_heartbeat, job_done, job_fail, job_webhook_request, transcript_suggestion_put, transcript_answer_put}'),
            -- What members may call, and the service for them.
            ('share_admin, share_app, share_user', '{
                account_get, account_list, account_update,
                api_key_create, api_key_list, api_key_revoke,
                member_add, member_list, member_update, member_remove,
                drive_create, drive_get, drive_list, drive_update,
                attribute_create, attribute_get, attribute_list, attribute_update, attribute_option_add, attribute_option_update,
                file_create, file_put, file_list, file_search, file_find, file_update, file_delete,
                origin_put, origin_list, origin_delete, origin_sign_upload,
                playlist_put, playlist_list, playlist_delete,
                utterance_put, transcript_segment_put, transcript_rerun,
                segment_create, segment_get, segment_list, segment_delete,
                share_create, share_ensure, share_get, share_list, share_search, share_count, share_update, share_delete,
                watermark_request, share_put, lookup_list, permission_presets,
                to_json, share_list_json, share_full_json, share_page_url,
                share_sign_stream, share_sign_download, share_sign_preview,
                share_sign_streams, share_sign_downloads, share_sign_previews,
                share_playlist,
                share_verify, share_delivery_schemes,
                share_rotate, share_extend, share_find, share_reach,
                share_revoke, share_disable, share_enable, share_expire,
                share_revoke_all, share_disable_all, share_enable_all, share_expire_all, share_change_some, share_delete_for_owner,
                share_lock_list, share_lock_clear,
                recipient_add, recipient_update, recipient_remove, recipient_list, recipient_link, share_notify,
                access_request_list, access_request_approve, access_request_refuse,
                item_add, item_list, item_move, item_remove,
                slug_list, slug_remove,
                share_usage, share_usage_recipients, account_usage, usage_overview, share_top, server_overview,
                event_list, event_search, event_redact,
                job_get, job_list, job_retry, job_drop, job_kinds,
                preview_put, preview_delete, face_put, person_list, person_update, drive_usage,
                stack_create, stack_add, stack_remove, stack_move,
                comment_edit_list, thumbnail_set, thumbnail_reset,
                webhook_create, webhook_list, webhook_update, webhook_delete, webhook_rotate
            }'),
            -- The file library: members, and visitors through a share that permits it; each asks share.file_enter().
            (everyone, '{
                file_get, file_by_path,
                attribute_value_list, attribute_value_set, attribute_value_set_many
            }'),
            -- What watches the server also watches the shares; which figures it gets, the view says.
            ('share_admin, pg_monitor', '{metrics_read}'),
            -- What the holder of a link may call: each asks share.decide(), but for cards and embeds, which show what link_preview says.
            (everyone, '{
                share_open, share_unlock, share_renew, share_explain, share_play,
                share_email_code_request, share_email_prove, access_request_create,
                share_download, share_items_public, share_link_preview, share_embed_html
            }'),
            -- What hangs on a file, for members and for the holder of a link: each asks share.file_enter().
            (everyone, '{
                transcript_get, utterance_list, transcript_segment_list, transcript_search, transcript_export,
                transcript_suggest, transcript_chat, transcript_chat_list, export_token_issue,
                preview_list, preview_storyboard, face_list, file_sign_download, file_sign_source, clip_sign, clip_request, stack_list,
                comment_list, comment_add, comment_reply, comment_update, comment_delete, comment_resolve, comment_react, comment_paste, comment_export,
                attachment_begin, attachment_complete, attachment_list, mentionable_user_list
            }')
        ) v(roles, names)
        cross join lateral pg_catalog.unnest(v.names) g(name)
        left join pg_catalog.pg_proc p on p.pronamespace = 'share'::pg_catalog.regnamespace and p.proname = g.name
    loop
        if granted.oid is null then
            raise exception 'there is no function share.%', granted.name;
        elsif granted.oid = any (functions) then
            execute pg_catalog.format('grant execute on function %s to %s', granted.oid::pg_catalog.regprocedure, granted.roles);
        end if;
    end loop;
end
$$;
