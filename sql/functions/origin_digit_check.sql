create function share.origin_digit_check(account_id uuid, path text)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
begin
    if not share.path_is_ambiguous(path) then
        return;
    end if;
    -- Whoever makes a delivery that cannot sign it holds the account's row too: neither slips past the other.
    perform from share.account a where a.account_id = origin_digit_check.account_id for share;
    if exists (select from share.delivery d where d.account_id = origin_digit_check.account_id and d.refuses_final_digit) then
        perform share.refuse('22023', 'a delivery of the account cannot sign a path that ends like this', 'path: ' || path,
            'its signature puts a number right behind the path: let the name end in a letter, .m3u8, .mp3 or .mp4');
    end if;
end
$$;
comment on function share.origin_digit_check is 'Internal. Refuses with 22023 a path that a delivery of the account cannot tell from the number that its signature puts behind it.';
