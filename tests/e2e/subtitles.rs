//! What is said in the film, the address that a page gives its player for it, and the SQL behind that.

use postgres::Client;
use share_tests::Result;
use uuid::Uuid;

use crate::account::Account;

/// What is said, one after the other.
pub(crate) const SAID: [&str; 2] = ["This is the whole set.", "And it never ends?"];

/// What the path of an address begins with.
const BELOW: &str = "/subtitles/";

/// Says it in the film, and gives the address of the subtitles as a path: a token of minutes stands in it and no login.
pub(crate) fn address(account: &mut Account) -> Result<String> {
    account.client.execute(
        "select share.utterance_put($1, jsonb_build_array(
            jsonb_build_object('start_ms', 400, 'end_ms', 3400, 'speaker', 'Ada', 'text', $2::text),
            jsonb_build_object('start_ms', 4000, 'end_ms', 7000, 'text', $3::text)), 'en-GB')",
        &[&account.film, &SAID[0], &SAID[1]],
    )?;
    let row = account.client.query_one(
        "select token from share.export_token_issue($1, 'transcript')",
        &[&account.film],
    )?;
    let token: String = row.get(0);
    Ok(format!("{BELOW}{}/{token}", account.film))
}

/// The subtitles that an address is of; none if it is of something else.
pub(crate) fn subtitles(client: &mut Client, path: &str) -> Option<Result<String>> {
    let (film, token) = path.strip_prefix(BELOW)?.split_once('/')?;
    let film = Uuid::parse_str(film).ok()?;
    let row = client.query_one(
        "select body from share.transcript_export($1, 'vtt', export_token => $2)",
        &[&film, &token],
    );
    Some(row.map(|row| row.get(0)).map_err(Into::into))
}
