create function share.lookup_list(type text)
returns setof share.lookup_entry
language plpgsql immutable parallel safe security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform share.require_argument('type', type is null);
    case type
        when 'ShareDurationTypes', 'share_duration_types' then
            return query values ('1h', '1 hour', 1), ('1d', '1 day', 2), ('7d', '7 days', 3), ('30d', '30 days', 4), ('never', 'No end', 5);
        when 'ShareTypes', 'share_types' then
            return query values ('link', 'Anyone with the link', 1), ('user', 'Users', 2), ('account', 'Members of the account', 3),
                ('email', 'Mail addresses', 4), ('password', 'Anyone with the password', 5);
        when 'ShareStatuses', 'share_statuses' then
            return query select s.label::text, initcap(s.label::text), s.rank::integer
            from unnest(enum_range(null::share.share_state)) with ordinality s(label, rank);
        when 'SharePermissions', 'share_permissions' then
            return query
            select p.code, p.label, row_number() over (order by p.first, p.rank)::integer
            from (
                select v.code, v.label, 1, v.rank
                from (values ('view', 'View', 1), ('download', 'Download', 2), ('comment', 'Comment', 3), ('comments_view', 'See comments', 4),
                    ('metadata_view', 'See metadata', 5), ('metadata_edit', 'Edit metadata', 6), ('upload', 'Upload', 7), ('stack_view', 'See versions', 8)) v(code, label, rank)
                union all
                select r.code, r.label, 2, r.rank
                from share.permission_presets() with ordinality r(code, label, role_number, permissions, rank)
                where r.permissions <> '{}'
            ) p(code, label, first, rank)
            order by 3;
        else
            perform share.refuse('22023', 'no such lookup', 'type: ' || left(type, 100),
                'accepted: ShareDurationTypes, ShareTypes, SharePermissions, ShareStatuses');
    end case;
end
$$;
comment on function share.lookup_list is 'Lists the values of ShareDurationTypes, ShareTypes, SharePermissions (with the presets of share.permission_presets()) or ShareStatuses, with labels and in order; also by the names in snake case. Errors: 22023.';
