//! What hangs on the film, as who opens a share of it gets it: the comments for editors, and what is said for the player.

use postgres::Client;
use share_tests::{Error, Result};
use uuid::Uuid;

/// The statements, one after the other: each sees what the one before has made.
const OPEN: &str = "select visit_token from share.share_open($1);";
const COMMENTS: &str = "\
select body from share.comment_export(file_id => $1, visit_token => $2, type => $3, frame_rate => '25');";
const TOKEN: &str = "\
select token from share.export_token_issue(file_id => $1, visit_token => $2, what => 'transcript', minutes => 5);";
const SUBTITLES: &str = "\
select body from share.transcript_export(file_id => $1, export_token => $2, type => 'vtt');";

/// The language of what is said, as `demo.sql` has it.
pub(crate) const LANGUAGE: &str = "en-GB";

/// What was written of the film.
pub(crate) struct Library {
    /// The comments as an edit decision list.
    pub(crate) comments_edl: String,
    /// The comments as `WebVTT`.
    pub(crate) comments_vtt: String,
    /// What is said in the film, as `WebVTT`.
    pub(crate) subtitles: String,
    /// What is said in its segment.
    pub(crate) segment_subtitles: String,
}

impl Library {
    /// Reads it through the share of the film and that of its segment, printing the statements.
    pub(crate) fn read(
        client: &mut Client,
        film: Uuid,
        share: Uuid,
        segment_share: Uuid,
    ) -> Result<Self> {
        println!(
            "\n-- What hangs on the film, for whoever opens a share of it. An application may put the last token into a URL.\n\
             {OPEN}\n{COMMENTS}\n{TOKEN}\n{SUBTITLES}"
        );
        let visit = open(client, share)?;
        let visit_of_segment = open(client, segment_share)?;
        Ok(Self {
            comments_edl: comments(client, film, &visit, "edl")?,
            comments_vtt: comments(client, film, &visit, "vtt")?,
            subtitles: subtitles(client, film, &visit)?,
            segment_subtitles: subtitles(client, film, &visit_of_segment)?,
        })
    }
}

fn open(client: &mut Client, share: Uuid) -> Result<String> {
    let row = client.query_one(OPEN, &[&share.to_string()])?;
    let visit: Option<String> = row.try_get(0)?;
    visit.ok_or_else(|| Error::new(format!("{share} does not open")))
}

fn comments(client: &mut Client, film: Uuid, visit: &str, kind: &str) -> Result<String> {
    let row = client.query_one(COMMENTS, &[&film, &visit, &kind])?;
    Ok(row.try_get(0)?)
}

fn subtitles(client: &mut Client, film: Uuid, visit: &str) -> Result<String> {
    let token: String = client.query_one(TOKEN, &[&film, &visit])?.try_get(0)?;
    let row = client.query_one(SUBTITLES, &[&film, &token])?;
    Ok(row.try_get(0)?)
}
