//! Playlists as packagers write them, for the tests.

use super::{Target, rewrite_playlist};
use crate::base_url::BaseUrl;
use crate::error::ShareError;
use crate::window::Window;

pub(super) const MASTER: &str = r#"#EXTM3U
#EXT-X-VERSION:7
## Made by a packager
#EXT-X-INDEPENDENT-SEGMENTS

#EXT-X-SESSION-DATA:DATA-ID="com.example.title",VALUE="A, B"
#EXT-X-SESSION-DATA:DATA-ID="com.example.lyrics",URI="lyrics.json"
#EXT-X-SESSION-KEY:METHOD=SAMPLE-AES,URI="skd://film",KEYFORMAT="com.apple.streamingkeydelivery"
#EXT-X-CONTENT-STEERING:SERVER-URI="https://steer.example/m?film=1",PATHWAY-ID="A"
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="aac",NAME="English",LANGUAGE="en",DEFAULT=YES,URI="audio/en/index.m3u8"
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="aac",NAME="Deutsch, Stereo", LANGUAGE="de",URI="audio/de/index.m3u8"
#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="subs",NAME="English",URI="text/en.m3u8"
#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID="cc",NAME="CC1",INSTREAM-ID="CC1"

#EXT-X-STREAM-INF:BANDWIDTH=2000000,RESOLUTION=1280x720,CODECS="avc1.4d401f,mp4a.40.2",AUDIO="aac",SUBTITLES="subs"
720/index.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=800000,RESOLUTION=640x360,CODECS="avc1.4d401e,mp4a.40.2",AUDIO="aac",SUBTITLES="subs"
# the small one
360/index.m3u8
#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=150000,URI="720/iframes.m3u8"
#EXT-X-VENDOR-IMAGE:WIDTH=320,URI="tiles/tiles.m3u8"
"#;

pub(super) const FMP4: &str = r#"#EXTM3U
#EXT-X-VERSION:7
#EXT-X-TARGETDURATION:4
#EXT-X-MEDIA-SEQUENCE:100
#EXT-X-PLAYLIST-TYPE:VOD
#EXT-X-START:TIME-OFFSET=2
#EXT-X-MAP:URI="main.mp4",BYTERANGE="720@0"
#EXTINF:4.00000,
#EXT-X-BYTERANGE:1000@720
main.mp4
#EXTINF:4.00000,
#EXT-X-BYTERANGE:2000
main.mp4
#EXTINF:4.00000,
#EXT-X-BYTERANGE:3000
main.mp4
#EXTINF:2.50000,
#EXT-X-BYTERANGE:500
main.mp4
#EXT-X-ENDLIST
"#;

pub(super) const ENCRYPTED: &str = r#"#EXTM3U
#EXT-X-TARGETDURATION:6
#EXT-X-KEY:METHOD=AES-128,URI="keys/1.key"
#EXTINF:6.006,
a1.ts
#EXTINF:6.006,
a2.ts
#EXT-X-KEY:METHOD=AES-128,URI="keys/2.key",IV=0x00000000000000000000000000000001
#EXTINF:6.006,
a3.ts
#EXT-X-KEY:METHOD=NONE
#EXTINF:6.006,
a4.ts
#EXT-X-ENDLIST
"#;

pub(super) const DISCONTINUOUS: &str = r#"#EXTM3U
#EXT-X-TARGETDURATION:5
#EXT-X-VENDOR-HEAD:x = y ,"z
#EXT-X-PROGRAM-DATE-TIME:2024-03-01T10:00:00.000Z
#EXTINF:5,
a1.ts
#EXT-X-CUE-OUT:10
#EXT-X-DISCONTINUITY
#EXT-X-DATERANGE:ID="ad",START-DATE="2024-03-01T10:00:05.000Z",X-ASSET-URI="https://ads.example/a.m3u8"
#EXTINF:5,Ad
ads/1.ts
#EXTINF:5,Ad
ads/2.ts
#EXT-X-CUE-IN
#EXT-X-DISCONTINUITY
#EXT-X-PROGRAM-DATE-TIME:2024-03-01T10:00:05.000Z
#EXTINF:5,
a2.ts
#EXT-X-GAP
#EXTINF:5,
a3.ts
"#;

pub(super) const LOW_LATENCY: &str = r#"#EXTM3U
#EXT-X-TARGETDURATION:4
#EXT-X-VERSION:9
#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1.0
#EXT-X-PART-INF:PART-TARGET=0.33334
#EXT-X-MEDIA-SEQUENCE:266
#EXT-X-MAP:URI="init.mp4"
#EXTINF:4.00008,
file266.mp4
#EXT-X-PART:DURATION=2.00004,URI="file267.0.mp4",INDEPENDENT=YES
#EXT-X-PART:DURATION=2.00004,URI="file267.1.mp4"
#EXTINF:4.00008,
file267.mp4
#EXT-X-PART:DURATION=0.33334,URI="file268.0.mp4",INDEPENDENT=YES
#EXT-X-PRELOAD-HINT:TYPE=PART,URI="file268.1.mp4"
#EXT-X-RENDITION-REPORT:URI="../360/index.m3u8",LAST-MSN=267,LAST-PART=1
"#;

/// Where the tests' playlists lie.
pub(super) const PATH: &str = "film/720/index.m3u8";

/// The hosts that the playlists above name.
pub(super) const HOSTS: [&str; 2] = ["steer.example", "ADS.example"];

pub(super) const ALL: [&str; 5] = [MASTER, FMP4, ENCRYPTED, DISCONTINUOUS, LOW_LATENCY];

/// Holds a rewritten playlist, and for what its signer was asked.
pub(super) struct Rewritten {
    pub(super) text: String,
    pub(super) shown: Option<Window>,
    pub(super) asked: Vec<(String, bool)>,
}

/// Rewrites with a signer that writes `S(path)`.
pub(super) fn rewrite(text: &str, window: Option<(&str, &str)>) -> Result<Rewritten, ShareError> {
    let base = BaseUrl::parse("https://cdn.example/media")?;
    let window = window
        .map(|(start, end)| Window::parse(start, end))
        .transpose()?;
    let mut asked = Vec::new();
    let mut sign = |target: Target<'_>, out: &mut String| {
        asked.push((target.path.as_str().to_owned(), target.is_playlist));
        out.push_str("S(");
        out.push_str(&target.path.encoded());
        out.push(')');
        Ok(())
    };
    let mut out = String::new();
    let shown = rewrite_playlist(text, PATH, &base, window, &mut sign, &mut out)?;
    Ok(Rewritten {
        text: out,
        shown,
        asked,
    })
}
