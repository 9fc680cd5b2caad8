create function share.delivery_digit_check(account_id uuid, refuses_final_digit boolean)
returns void
language plpgsql volatile parallel unsafe
set search_path = pg_catalog, pg_temp
as $$
declare
    met text;
begin
    if not refuses_final_digit then
        return;
    end if;
    -- Whoever puts an origin holds the account's row too: neither slips past the other.
    perform from share.account a where a.account_id = delivery_digit_check.account_id for update;
    select o.path into met
    from share.origin o
    join share.file f on f.account_id = o.account_id and f.file_id = o.file_id and not f.is_deleted
    where o.account_id = delivery_digit_check.account_id and o.is_ambiguous
    limit 1;
    if met is not null then
        perform share.refuse('22023', 'the scheme cannot sign a path that ends like this', 'path: ' || met,
            'its signature puts a number right behind the path, so that one would open another path too: let names end in a letter, .m3u8, .mp3 or .mp4, or choose another form of the scheme');
    end if;
end
$$;
comment on function share.delivery_digit_check is 'Internal. Refuses with 22023 a delivery whose scheme cannot tell a path''s last digit from the number behind it, when the account has such a path.';
