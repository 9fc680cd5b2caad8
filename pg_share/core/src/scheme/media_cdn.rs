//! Google Media CDN: tokens with an HMAC, a glob or a prefix for streams and the exact path for files
//! (docs.cloud.google.com/media-cdn/docs/generate-tokens).
//!
//! Media CDN takes an HMAC only on routes that issue a long-duration token for it. A character that a glob gives a meaning
//! is refused in a directory: whether the edge reads its escape as the character is not documented.

use std::cell::Cell;
use std::net::IpAddr;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::base_url::BaseUrl;
use crate::base64url;
use crate::binding::Binding;
use crate::error::ShareError;
use crate::file_name::FileName;
use crate::hex;
use crate::key::SigningKey;
use crate::mac::Mac;
use crate::mac_sha1::MacSha1;
use crate::media_path::MediaPath;
use crate::media_url::MediaUrl;
use crate::options::{OptionKind, OptionRule};
use crate::output::Output;
use crate::percent;
use crate::presented_url::MAX_URL;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::scheme::{Scheme, UrlSigner, bound, required_expiry};
use crate::sink::Sink;

const fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

const TOKEN_NAME: OptionRule = OptionRule {
    name: "token_name",
    kind: OptionKind::Text {
        length: 1..=64,
        allows: is_name_byte,
        shape: "1 to 64 of A-Z a-z 0-9 _ -",
    },
    default: Some("edge-cache-token"),
    meaning: "name of the query parameter that carries the token, as tokenQueryParameter of the route has it",
};

const COOKIE_NAME: OptionRule = OptionRule {
    name: "cookie_name",
    kind: OptionKind::Text {
        length: 1..=64,
        allows: is_name_byte,
        shape: "1 to 64 of A-Z a-z 0-9 _ -",
    },
    default: Some("Edge-Cache-Cookie"),
    meaning: "name of the cookie that carries the token of a stream",
};

const PLACEMENT: OptionRule = OptionRule {
    name: "placement",
    kind: OptionKind::Choice(&["query", "cookie"]),
    default: Some("query"),
    meaning: "where the token of a stream stands; downloads and previews have theirs in the query",
};

const STREAM_SCOPE: OptionRule = OptionRule {
    name: "stream_scope",
    kind: OptionKind::Choice(&["path_globs", "url_prefix"]),
    default: Some("path_globs"),
    meaning: "how the token of a stream names its directory: PathGlobs holds on each host of the service, URLPrefix on that of the base URL",
};

const STARTS: OptionRule = OptionRule {
    name: "starts",
    kind: OptionKind::Flag,
    default: Some("false"),
    meaning: "whether the token names the time of signing as its start; clocks that differ then refuse fresh URLs",
};

const SESSION_ID: OptionRule = OptionRule {
    name: "session_id",
    kind: OptionKind::Choice(&["none", "share"]),
    default: Some("none"),
    meaning: "whether SessionID, which stands in the edge's log, is the id of the share",
};

const DATA: OptionRule = OptionRule {
    name: "data",
    kind: OptionKind::Text {
        length: 1..=64,
        allows: |byte| is_name_byte(byte) || byte == b'.',
        shape: "1 to 64 of A-Z a-z 0-9 . _ -",
    },
    default: None,
    meaning: "text of the field Data, which stands in the edge's log; it is no secret",
};

static OPTIONS: [OptionRule; 7] = [
    TOKEN_NAME,
    COOKIE_NAME,
    PLACEMENT,
    STREAM_SCOPE,
    STARTS,
    SESSION_ID,
    DATA,
];

/// The scheme of Google Media CDN.
#[derive(Debug)]
pub struct MediaCdn;

impl Scheme for MediaCdn {
    fn name(&self) -> &'static str {
        "media_cdn"
    }

    fn meaning(&self) -> &'static str {
        "Google Media CDN on routes that take HMAC tokens, which are those that issue long-duration tokens"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::HmacSha256, Algorithm::HmacSha1]
    }

    fn options(&self) -> &'static [OptionRule] {
        &OPTIONS
    }

    fn bindings(&self) -> &'static [Binding] {
        &[Binding::Directory, Binding::Address]
    }

    fn check(&self, profile: &Profile) -> Result<(), ShareError> {
        let base = profile.base_url();
        let globs = profile.options().text(&STREAM_SCOPE) == "path_globs";
        let reason = if base.has_port() {
            "Media CDN serves the usual ports alone; give a base URL without one"
        } else if base.path().contains('~') {
            "the path of the base URL has a tilde, which separates the fields of a token"
        } else if globs && base.path().contains(is_special) {
            "the path of the base URL has one of , ! * ? ; which PathGlobs gives a meaning; set stream_scope to url_prefix"
        } else {
            return Ok(());
        };
        Err(ShareError::InvalidDelivery {
            scheme: self.name(),
            reason,
        })
    }

    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError> {
        let options = profile.options();
        let data = options.text(&DATA);
        Ok(Box::new(Signer {
            tag: Tag::new(key)?,
            base: profile.base_url().clone(),
            parameter: format!("{}=", options.text(&TOKEN_NAME)),
            cookie: (options.text(&PLACEMENT) == "cookie")
                .then(|| format!("{}=", options.text(&COOKIE_NAME))),
            globs: options.text(&STREAM_SCOPE) == "path_globs",
            starts: options.flag(STARTS.name),
            share_as_session: options.text(&SESSION_ID) == "share",
            data: match data {
                "" => String::new(),
                data => format!("~Data={data}"),
            },
            room: Cell::default(),
        }))
    }
}

/// What stands between globs, between fields, or for other characters; a semicolon starts a path parameter.
const fn is_special(character: char) -> bool {
    matches!(character, ',' | '!' | '*' | '?' | ';' | '~')
}

/// The key's algorithm decides; the edge finds out by the keyset of its route.
enum Tag {
    Sha256(Mac),
    Sha1(MacSha1),
}

impl Tag {
    fn new(key: &SigningKey) -> Result<Self, ShareError> {
        Ok(match key.algorithm() {
            Algorithm::HmacSha1 => Self::Sha1(MacSha1::new(key.secret())?),
            _ => Self::Sha256(Mac::new(key.secret())?),
        })
    }

    fn push_hex(&self, message: &[u8], out: &mut String) {
        match self {
            Self::Sha256(mac) => hex::push(&mac.tag(message), out),
            Self::Sha1(mac) => hex::push(&mac.tag(message), out),
        }
    }
}

struct Signer {
    tag: Tag,
    base: BaseUrl,
    parameter: String,
    cookie: Option<String>,
    globs: bool,
    starts: bool,
    share_as_session: bool,
    data: String,
    /// Room for the signed text, and for a prefix before it is encoded.
    room: Cell<[String; 2]>,
}

impl Signer {
    fn push_url(&self, path: &str, out: &mut String) {
        let base = &self.base;
        MediaUrl { base, path }.push(out);
    }

    fn push_path(&self, path: &str, out: &mut String) {
        out.push_str(self.base.path());
        out.push('/');
        percent::push_path(path, out);
    }

    /// Writes the signed text; gives where it goes on behind what the token leaves out of it.
    fn write_signed(
        &self,
        request: &UrlRequest<'_>,
        directory: Option<&str>,
        [signed, prefix]: &mut [String; 2],
    ) -> Result<usize, ShareError> {
        signed.clear();
        let mut left_out = 0;
        match directory {
            None => {
                signed.push_str("FullPath=");
                self.push_path(request.path, signed);
                left_out = signed.len();
            }
            Some(directory) if self.globs => {
                if directory.contains(is_special) {
                    return Err(ShareError::InvalidMediaPath {
                        path: request.path.to_owned(),
                        reason: "has one of , ! * ? ; ~ in its directory, which PathGlobs gives a meaning",
                    });
                }
                signed.push_str("PathGlobs=");
                self.push_path(directory, signed);
                signed.push_str("/*");
            }
            Some(directory) => {
                prefix.clear();
                self.push_url(directory, prefix);
                prefix.push('/');
                signed.push_str("URLPrefix=");
                base64url::encode_into(prefix.as_bytes(), signed);
            }
        }
        if self.starts {
            signed.push_str("~Starts=");
            signed.push_integer(request.signed_at);
        }
        signed.push_str("~Expires=");
        signed.push_integer(required_expiry(request)?);
        if self.share_as_session {
            signed.push_str("~SessionID=");
            let mut id = uuid::Uuid::encode_buffer();
            signed.push_str(request.share_id.as_hyphenated().encode_lower(&mut id));
        }
        signed.push_str(&self.data);
        if let Some(address) = request.address {
            signed.push_str("~IPRanges=");
            base64url::encode_into(range_of(address).as_bytes(), signed);
        }
        Ok(left_out)
    }

    fn push_token(&self, signed: &str, left_out: usize, out: &mut String) {
        if left_out > 0 {
            out.push_str("FullPath");
        }
        out.push_str(&signed[left_out..]);
        out.push_str("~hmac=");
        self.tag.push_hex(signed.as_bytes(), out);
    }
}

/// Gives the range that holds one address alone.
fn range_of(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => format!("{address}/32"),
        IpAddr::V6(address) => format!("{address}/128"),
    }
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        let path = MediaPath::parse(request.path)?;
        // The name cannot be said in this scheme, but a bad one is as wrong as in the others.
        request.file_name.map(FileName::parse).transpose()?;
        let directory = match request.action {
            Action::Stream => Some(path.stream_directory()?),
            Action::Download | Action::Preview | Action::Upload => None,
        };
        let mut room = self.room.take();
        let left_out = self.write_signed(request, directory, &mut room)?;
        let [signed, _] = &room;
        out.explain("string to sign", || signed.clone());
        let start = out.url.len();
        self.push_url(path.as_str(), &mut out.url);
        match &self.cookie {
            Some(name) if directory.is_some() => {
                out.cookie.push_str(name);
                self.push_token(signed, left_out, &mut out.cookie);
            }
            _ => {
                out.url.push('?');
                out.url.push_str(&self.parameter);
                self.push_token(signed, left_out, &mut out.url);
            }
        }
        self.room.set(room);
        if let Some(window) = request.window {
            window.push_fragment(&mut out.url);
        }
        bound(out.url.len() - start, MAX_URL)
    }
}

#[cfg(test)]
#[path = "media_cdn_tests.rs"]
mod tests;
