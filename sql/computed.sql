-- Functions written in Rust; their comments stand here, where psql shows them.
comment on function share.delivery_check is 'Internal. Checks the parts of a delivery and gives base URL and options in their normal form. Errors: 22023.';
comment on function share.key_export is 'Internal. Writes keys for an edge, without those that are revoked or over. Errors: 22023.';
comment on function share.kid_generate is 'Internal. A new key id: k and 12 hexadecimal digits.';
comment on function share.migration_latest is 'Internal. Version of the tables that this library works with.';
comment on function share.migration_statements is 'Internal. The statements of a migration step, counted from 1.';
comment on function share.new_id is 'Internal. A new UUIDv7 (RFC 9562 section 5.7).';
comment on function share.page_url is 'Internal. The page of a share below pg_share.link_base_url, null while that is not set. Errors: 22023.';
comment on function share.ready is 'Loads the library with its settings and makes sure that the tables are there and of its version. Errors: 55000 with the hint what to do.';
comment on function share.secret_generate is 'Internal. A new secret from the operating system''s randomness. Errors: 22023.';
comment on function share.secret_parse is 'Internal. A secret from base64url (HS256) or plain text (MD5). Errors: 22023, which never quote it.';
comment on function share.secret_text is 'Internal. The secret of a key as it stands now: base64url (HS256) or plain text (MD5).';
comment on function share.sign_message is 'Internal. The bare signature of a message as base64url: HMAC-SHA-256, or MD5 of message and secret; null when the key does not count. Whoever may call it may sign anything.';
comment on function share.sign_url is 'Internal. Signs a URL of a delivery, plain without an end; null without a delivery, a path or a key that counts, and with a warning when it would be too long for verifiers. Whoever may call it may sign anything. Errors: 22023.';
comment on function share.url_expiry is 'Internal. The end of a URL that is signed at a time: lifetime by option or setting, rounded up to the expiry grid, never after the latest time; null where nothing is signed. Errors: 22023.';
comment on function share.url_longest_lifetime is 'Internal. Seconds that a URL of a delivery can live at most. Errors: 22023.';
comment on function share.verify_url is 'Internal. Checks a native token or its URL; with a delivery and a key, a URL whose scheme names no key. One row: a reason, or null and what was signed. Never raises for the URL.';
