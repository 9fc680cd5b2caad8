//! Makes accounts, media, keys and shares with defaults, by the functions that users call, so that a test shows only what
//! matters to it.

use postgres::Client;
use share_tests::Result;
use uuid::Uuid;

/// An account that can serve a film from `https://cdn.example.com`, signed in the native scheme.
pub(crate) struct Library {
    pub(crate) account: Uuid,
    pub(crate) film: Uuid,
    pub(crate) kid: String,
}

/// Makes a library.
pub(crate) fn library(client: &mut Client) -> Result<Library> {
    let account = account(client, "Acme")?;
    let kid = key(client)?;
    delivery(client, account, "edge", "uri_signing", &kid)?;
    Ok(Library {
        account,
        film: film(client, account, "film")?,
        kid,
    })
}

/// Makes an account.
pub(crate) fn account(client: &mut Client, name: &str) -> Result<Uuid> {
    let made = client.query_one("select id from share.account_create($1)", &[&name])?;
    Ok(made.get(0))
}

/// Makes a member; the role is one of the labels of `share.member_role`.
pub(crate) fn member(client: &mut Client, account: Uuid, user: &str, role: &str) -> Result {
    client.execute(
        "select from share.member_add($1, $2, role => $3::text::share.member_role)",
        &[&account, &user, &role],
    )?;
    Ok(())
}

/// Makes a key of the installation and returns its kid.
pub(crate) fn key(client: &mut Client) -> Result<String> {
    let made = client.query_one("select kid from share.signing_key_create()", &[])?;
    Ok(made.get(0))
}

/// Makes a delivery at a host named after it: the first, `edge`, is `https://cdn.example.com`.
pub(crate) fn delivery(
    client: &mut Client,
    account: Uuid,
    name: &str,
    scheme: &str,
    kid: &str,
) -> Result {
    let host = if name == "edge" { "cdn" } else { name };
    client.execute(
        "select from share.delivery_create($1, $2, $3, 'https://' || $4 || '.example.com', $5)",
        &[&account, &name, &scheme, &host, &kid],
    )?;
    Ok(())
}

/// Makes a completed video of 8 seconds with a stream, a source and a thumbnail in folders of its name.
pub(crate) fn film(client: &mut Client, account: Uuid, name: &str) -> Result<Uuid> {
    let film = file(client, account, name, "completed")?;
    client.execute(
        "select o.id
        from (values ('stream', $2 || '/master.m3u8'), ('source', 'originals/' || $2 || '.mp4'), ('thumbnail', 'posters/' || $2 || '.jpg')) v(kind, path)
        cross join lateral share.origin_put($1, v.kind, v.path) o",
        &[&film, &name],
    )?;
    Ok(film)
}

/// Makes a video of 8 seconds without origins; the status is one of the labels of `share.processing_status`.
pub(crate) fn file(client: &mut Client, account: Uuid, name: &str, status: &str) -> Result<Uuid> {
    let made = client.query_one(
        "select id from share.file_create($1, '/' || $2 || '.mp4', 'video', mime_type => 'video/mp4', bytes => 1048576,
            duration_seconds => 8, status => $3::text::share.processing_status)",
        &[&account, &name, &status],
    )?;
    Ok(made.get(0))
}

/// Makes the segment from second 2 to second 5.
pub(crate) fn segment(client: &mut Client, file: Uuid) -> Result<Uuid> {
    let made = client.query_one("select id from share.segment_create($1, 2, 5)", &[&file])?;
    Ok(made.get(0))
}

/// Makes a private share of a file.
pub(crate) fn share(client: &mut Client, file: Uuid) -> Result<Uuid> {
    let made = client.query_one(
        "select id from share.share_create($1, visibility => 'private', title => 'Launch film')",
        &[&file],
    )?;
    Ok(made.get(0))
}

/// Lets a share be over since a second; no function ends one without waiting.
pub(crate) fn expire(client: &mut Client, share: Uuid) -> Result {
    client.execute(
        "update share.share set expires_at = statement_timestamp() - interval '1 second' where share_id = $1",
        &[&share],
    )?;
    Ok(())
}
