//! Signed URLs of Apache Traffic Server's older plugin `url_sig`, with HMAC-SHA-1.
//!
//! Source: the plugin's documentation and code (`plugins/experimental/url_sig` of Traffic Server 9.2). A file's query is signed
//! with all parts of its URL. A stream's parameters stand in the path behind its directory, in base64url, and what comes
//! behind them is not signed, so that relative URIs keep them at any depth. In the query form a mask of parts leaves out
//! what lies below the directory. In both forms an object that bears the directory's own name is opened too.

use std::cell::RefCell;
use std::fmt::Write as _;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::base_url::BaseUrl;
use crate::base64url;
use crate::binding::Binding;
use crate::edge_secret;
use crate::error::ShareError;
use crate::file_name::FileName;
use crate::hex;
use crate::key::SigningKey;
use crate::mac_sha1::MacSha1;
use crate::media_path::MediaPath;
use crate::media_url::MediaUrl;
use crate::options::{OptionKind, OptionRule};
use crate::output::Output;
use crate::percent;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::scheme::{Scheme, UrlSigner, bound, required_expiry};
use crate::sink::Sink;

const NAME: &str = "ats_url_sig";

/// The plugin refuses URLs of 8191 bytes and more.
const MAX_REQUEST: usize = 8190;

/// The plugin refuses URLs of 64 parts and more; children of a playlist need some of them.
const MAX_PARTS: usize = 56;

const KEY_NUMBER: usize = 0;
const PLACEMENT: usize = 1;
const ANCHOR: usize = 2;

static OPTIONS: [OptionRule; 3] = [
    OptionRule {
        name: "key_number",
        kind: OptionKind::Number(0..=15),
        default: Some("0"),
        meaning: "number of the key in the plugin's configuration, as in key3 = ...",
    },
    OptionRule {
        name: "placement",
        kind: OptionKind::Choice(&["path", "query"]),
        default: Some("path"),
        meaning: "where the signature of a stream stands: in the path, where relative URIs keep it, or in the query, where each \
                  file of the stream needs it again; files have it in the query",
    },
    OptionRule {
        name: "sig_anchor",
        kind: OptionKind::Text {
            length: 3..=32,
            allows: |byte| byte.is_ascii_alphanumeric() || byte == b'_',
            shape: "3 to 32 of A-Z a-z 0-9 _",
        },
        default: Some("urlsig"),
        meaning: "name of the path parameter that carries the signature of a stream, as sig_anchor in the plugin's configuration",
    },
];

/// The scheme of the plugin.
#[derive(Debug)]
pub struct AtsUrlSig;

impl Scheme for AtsUrlSig {
    fn name(&self) -> &'static str {
        NAME
    }

    fn meaning(&self) -> &'static str {
        "Apache Traffic Server's plugin url_sig, for who does not use uri_signing yet"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::HmacSha1]
    }

    fn secret_length(&self) -> Option<std::ops::RangeInclusive<usize>> {
        Some(16..=255)
    }

    fn options(&self) -> &'static [OptionRule] {
        &OPTIONS
    }

    fn bindings(&self) -> &'static [Binding] {
        &[Binding::Directory, Binding::Address]
    }

    fn check(&self, profile: &Profile) -> Result<(), ShareError> {
        let options = profile.options();
        let anchor = options.text(&OPTIONS[ANCHOR]);
        if options.text(&OPTIONS[PLACEMENT]) == "path"
            && has_anchor(profile.base_url().path(), anchor)
        {
            return Err(ShareError::InvalidDelivery {
                scheme: NAME,
                reason: "the path of the base URL has the text of sig_anchor, which the plugin would take for the signature; choose another sig_anchor",
            });
        }
        Ok(())
    }

    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError> {
        edge_secret::check_text(
            key,
            b"",
            "a secret for url_sig is printable ASCII without blanks",
        )?;
        let base = profile.base_url().clone();
        let options = profile.options();
        let at = base.as_str().find("://").map_or(0, |at| at + 3);
        Ok(Box::new(Signer {
            scheme: at,
            base_parts: base.as_str()[at..].split('/').count(),
            base,
            mac: MacSha1::new(key.secret())?,
            key_number: options.number(&OPTIONS[KEY_NUMBER]).unwrap_or_default(),
            in_path: options.text(&OPTIONS[PLACEMENT]) == "path",
            anchor: options.text(&OPTIONS[ANCHOR]).to_owned(),
            scratch: RefCell::default(),
        }))
    }
}

fn has_anchor(path: &str, anchor: &str) -> bool {
    path.as_bytes()
        .windows(anchor.len())
        .any(|window| window.eq_ignore_ascii_case(anchor.as_bytes()))
}

#[derive(Default)]
struct Scratch {
    /// The parameters, from their first separator to `S=`, and then the signature.
    parameters: String,
    /// The text to sign.
    text: String,
}

struct Signer {
    base: BaseUrl,
    /// Bytes of the base URL before its host.
    scheme: usize,
    /// The host and the segments of the base URL's path.
    base_parts: usize,
    mac: MacSha1,
    key_number: i64,
    in_path: bool,
    anchor: String,
    scratch: RefCell<Scratch>,
}

impl Signer {
    fn check_path(&self, path: MediaPath<'_>) -> Result<(), ShareError> {
        let invalid = |reason| {
            Err(ShareError::InvalidMediaPath {
                path: path.as_str().to_owned(),
                reason,
            })
        };
        if self.base_parts + path.as_str().split('/').count() > MAX_PARTS {
            return invalid("has more segments than url_sig reads");
        }
        // The plugin looks for the anchor in each segment, whatever its case.
        if self.in_path && has_anchor(path.as_str(), &self.anchor) {
            return invalid("has the text of the option sig_anchor, which url_sig would take for the signature");
        }
        Ok(())
    }

    /// Writes the parameters with one separator, and signs them behind what the mask lets through.
    fn sign(
        &self,
        request: &UrlRequest<'_>,
        separators: [char; 2],
        covered: &str,
        mask: Mask,
        scratch: &mut Scratch,
    ) -> Result<(), ShareError> {
        let expires_at = required_expiry(request)?;
        let Scratch { parameters, text } = scratch;
        parameters.clear();
        parameters.push(separators[0]);
        if let Some(address) = request.address {
            // A String takes each write.
            let _ = write!(parameters, "C={}{}", address.to_canonical(), separators[1]);
        }
        parameters.push_str("E=");
        parameters.push_integer(expires_at);
        for (name, value) in [("A=", 1), ("K=", self.key_number)] {
            parameters.push(separators[1]);
            parameters.push_str(name);
            parameters.push_integer(value);
        }
        parameters.push(separators[1]);
        parameters.push_str("P=1");
        if let Mask::Below(parts) = mask {
            parameters.extend(std::iter::repeat_n('1', parts.saturating_sub(1)));
            parameters.push('0');
        }
        parameters.push(separators[1]);
        parameters.push_str("S=");
        text.clear();
        text.push_str(covered);
        text.push_str(parameters);
        hex::push(&self.mac.tag(text.as_bytes()), parameters);
        Ok(())
    }
}

/// Which parts of a URL are signed.
#[derive(Clone, Copy)]
enum Mask {
    All,
    /// The first ones, and none below them.
    Below(usize),
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        let path = MediaPath::parse(request.path)?;
        request.file_name.map(FileName::parse).transpose()?;
        self.check_path(path)?;
        let start = out.url.len();
        let url = |path| MediaUrl {
            base: &self.base,
            path,
        };
        let mut scratch = self.scratch.borrow_mut();
        let scratch = &mut *scratch;
        if request.action == Action::Stream {
            let directory = path.stream_directory()?;
            url(directory).push(&mut out.url);
            let covered = out.url.len();
            let host = start + self.scheme;
            if self.in_path {
                self.sign(request, [';', ';'], &out.url[host..], Mask::All, scratch)?;
                out.url.push(';');
                out.url.push_str(&self.anchor);
                out.url.push('=');
                base64url::encode_into(scratch.parameters.as_bytes(), &mut out.url);
            } else {
                let parts = self.base_parts + directory.split('/').count();
                let mask = Mask::Below(parts);
                self.sign(request, ['?', '&'], &out.url[host..covered], mask, scratch)?;
            }
            out.url.push('/');
            percent::push_path(path.file_name(), &mut out.url);
            if !self.in_path {
                out.url.push_str(&scratch.parameters);
            }
        } else {
            url(path.as_str()).push(&mut out.url);
            let covered = &out.url[start + self.scheme..];
            self.sign(request, ['?', '&'], covered, Mask::All, scratch)?;
            out.url.push_str(&scratch.parameters);
        }
        out.explain("string to sign", || scratch.text.clone());
        if let Some(window) = request.window {
            window.push_fragment(&mut out.url);
        }
        bound(out.url.len() - start, MAX_REQUEST)
    }
}

#[cfg(test)]
#[path = "ats_url_sig_tests.rs"]
mod tests;
