create function share.permission_presets()
returns setof share.permission_preset
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
    select p.code, p.label, p.role_number, case p.role_number
        when 0 then '{}'::text[]
        when 10 then '{metadata_view}'
        when 15 then '{metadata_view,view}'
        when 17 then '{download,metadata_view,view}'
        when 20 then '{comment,comments_view,download,metadata_view,stack_view,view}'
        else '{comment,comments_view,download,metadata_edit,metadata_view,stack_view,upload,view}'
    end
    from (values
        ('viewing', 'Viewing', 15),
        ('downloading', 'Downloading', 17),
        ('commenting', 'Commenting', 20),
        ('editing', 'Editing', 30),
        ('full_access', 'Full Access', 40),
        ('admin', 'Admin', 50),
        ('editor', 'Editor', 30),
        ('commenter', 'Commenter', 20),
        ('downloader', 'Downloader', 17),
        ('viewer', 'Viewer', 15),
        ('metadata_viewer', 'Metadata Viewer', 10),
        ('none', 'None', 0)
    ) p(code, label, role_number);
$$;
comment on function share.permission_presets is 'Lists the presets of permissions and the eight numbered roles with the permissions that they stand for. A share has no more than these: editor, full access and admin give the same.';
