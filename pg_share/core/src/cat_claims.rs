//! The claims of a Common Access Token (CTA-5007), and the one place that knows their numbers.

use crate::action::Action;
use crate::cbor::Cbor;
use crate::claims::MAX_TEXT;
use crate::error::ShareError;
use crate::json_text;
use crate::request::UrlRequest;

/// The registered claims: RFC 8392 §4, and the registry of CWT claims for those of CTA-5007.
const ISS: i64 = 1;
const EXP: i64 = 4;
const CATV: i64 = 310;
const CATU: i64 = 312;
const CATM: i64 = 313;

/// Claims of this project, in the range for private use (RFC 8392 §9.1).
const SHARE: i64 = -65_537;
const EPOCH: i64 = -65_538;
const ACTION: i64 = -65_539;
const VISIT: i64 = -65_540;
const RECIPIENT: i64 = -65_541;

/// Parts of a URI and ways to compare them, in `catu`.
const HOST: i64 = 1;
const PATH: i64 = 3;
const EXACT: i64 = 0;
const PREFIX: i64 = 1;

/// Holds what a token asserts.
pub(crate) struct CatClaims<'a> {
    /// Who made the token.
    pub(crate) issuer: &'a str,
    /// The first second at which it is no longer accepted, in Unix seconds.
    pub(crate) expires_at: i64,
    /// The host that it opens, without a port.
    pub(crate) host: &'a str,
    /// The encoded path that it opens; for a stream, with all that starts with it.
    pub(crate) path: &'a str,
    /// What it was made for.
    pub(crate) request: &'a UrlRequest<'a>,
}

impl CatClaims<'_> {
    /// Refuses texts that the native token would not take either.
    ///
    /// # Errors
    /// [`ShareError::InvalidClaim`].
    pub(crate) fn check(request: &UrlRequest<'_>) -> Result<(), ShareError> {
        for (claim, text) in [("visit", request.visit), ("recipient", request.recipient)] {
            if text.is_some_and(|text| !(1..=MAX_TEXT).contains(&text.len())) {
                return Err(ShareError::InvalidClaim {
                    claim,
                    expected: "1 to 128 bytes",
                });
            }
        }
        Ok(())
    }

    /// Appends the map of claims.
    pub(crate) fn push(&self, out: &mut Cbor) {
        let request = self.request;
        let personal = [(VISIT, request.visit), (RECIPIENT, request.recipient)];
        let mut pairs = 8;
        for (_, text) in personal {
            pairs += u64::from(text.is_some());
        }
        out.map(pairs).int(ISS).text(self.issuer);
        out.int(EXP).int(self.expires_at).int(CATV).int(1);
        out.int(CATU).map(2);
        out.int(HOST).map(1).int(EXACT).text(self.host);
        out.int(PATH).map(1).int(self.path_match()).text(self.path);
        out.int(CATM).array(2).text("GET").text("HEAD");
        out.int(SHARE).bytes(request.share_id.as_bytes());
        out.int(EPOCH).int(i64::from(request.epoch));
        out.int(ACTION).text(request.action.claim());
        for (claim, text) in personal {
            if let Some(text) = text {
                out.int(claim).text(text);
            }
        }
    }

    /// Gives the same in the diagnostic notation of RFC 8949 §8.
    pub(crate) fn to_notation(&self) -> String {
        let request = self.request;
        let quoted = |text: &str| {
            let mut quoted = String::new();
            json_text::push_string(text, &mut quoted);
            quoted
        };
        let (host, path, kind) = (quoted(self.host), quoted(self.path), self.path_match());
        let mut pairs = vec![
            format!("{ISS}: {}", quoted(self.issuer)),
            format!("{EXP}: {}", self.expires_at),
            format!("{CATV}: 1"),
            format!("{CATU}: {{{HOST}: {{{EXACT}: {host}}}, {PATH}: {{{kind}: {path}}}}}"),
            format!("{CATM}: [\"GET\", \"HEAD\"]"),
            format!("{SHARE}: h'{}'", request.share_id.as_simple()),
            format!("{EPOCH}: {}", request.epoch),
            format!("{ACTION}: {}", quoted(request.action.claim())),
        ];
        for (claim, text) in [(VISIT, request.visit), (RECIPIENT, request.recipient)] {
            pairs.extend(text.map(|text| format!("{claim}: {}", quoted(text))));
        }
        format!("{{{}}}", pairs.join(", "))
    }

    fn path_match(&self) -> i64 {
        match self.request.action {
            Action::Stream => PREFIX,
            Action::Download | Action::Preview | Action::Upload => EXACT,
        }
    }
}
