//! One share as SQL gives it: its addresses, and the same ones as they were signed long ago.

use postgres::Client;
use share_tests::{Error, Result};
use uuid::Uuid;

/// Only operators may choose the time of signing. Public URLs live for up to eight days.
pub(crate) const QUERY: &str = "\
select s.share_url, s.stream_url, s.media_download_url, s.preview_url, s.visibility::text,
    share.share_page_url(s.id, layout => 'minimal', s => 3) as player_url,
    (share.share_sign_stream(s.id, at => now() - interval '30 days')).url as ended_stream_url,
    (share.share_sign_download(s.id, at => now() - interval '30 days')).url as ended_download_url,
    share.to_json(s)::text as json
from share.share_get($1) s;";

/// A share and its addresses; what the media does not have is empty.
pub(crate) struct Shared {
    /// What the demo calls it.
    pub(crate) name: &'static str,
    pub(crate) id: Uuid,
    pub(crate) public: bool,
    pub(crate) page: String,
    /// The page with the player alone, from second 3.
    pub(crate) player: String,
    pub(crate) stream: String,
    pub(crate) download: String,
    pub(crate) preview: String,
    pub(crate) ended_stream: String,
    pub(crate) ended_download: String,
    /// The share as the public contract has it.
    pub(crate) json: String,
}

impl Shared {
    /// Reads a share by its id.
    pub(crate) fn read(client: &mut Client, name: &'static str, id: &str) -> Result<Self> {
        let id = Uuid::parse_str(id).map_err(|came| Error::new(format!("{name}: {came}")))?;
        let row = client.query_one(QUERY, &[&id])?;
        let text = |column: &str| -> Result<String> {
            let value: Option<String> = row.try_get(column)?;
            Ok(value.unwrap_or_default())
        };
        Ok(Self {
            name,
            id,
            public: text("visibility")? == "public",
            page: text("share_url")?,
            player: text("player_url")?,
            stream: text("stream_url")?,
            download: text("media_download_url")?,
            preview: text("preview_url")?,
            ended_stream: text("ended_stream_url")?,
            ended_download: text("ended_download_url")?,
            json: text("json")?,
        })
    }
}
