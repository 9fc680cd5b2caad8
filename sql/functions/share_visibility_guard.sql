create function share.share_visibility_guard()
returns trigger
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
begin
    perform share.refuse('23514', 'the visibility of a share is frozen', format('from %s to %s', old.visibility, new.visibility),
        'create a second share of the other visibility', 'share_visibility_check', 'share');
    return null;
end
$$;
comment on function share.share_visibility_guard is 'Internal. Trigger: refuses with 23514 (share_visibility_check) to change the visibility of a share.';
