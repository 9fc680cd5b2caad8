//! imgproxy: previews, resized on the way (`docs.imgproxy.net/usage/signing_url`).
//!
//! imgproxy has two secrets, a key and a salt; a signing key holds both as the text `<hex key>:<hex salt>`.

use std::cell::Cell;
use std::ops::RangeInclusive;

use zeroize::Zeroizing;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::base_url::BaseUrl;
use crate::base64url;
use crate::binding::Binding;
use crate::encoding::Encoding;
use crate::error::ShareError;
use crate::file_name::FileName;
use crate::key::SigningKey;
use crate::mac::Mac;
use crate::media_path::MediaPath;
use crate::options::{OptionKind, OptionRule, Options};
use crate::output::Output;
use crate::percent;
use crate::presented_url::MAX_URL;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::scheme::{Scheme, UrlSigner, bound, check_action, required_expiry};
use crate::sink::Sink;

/// Characters between the slashes of a source in base64, as in the documentation: caches keep segments as file names.
const CHUNK: usize = 16;

const SOURCE_PREFIX: OptionRule = OptionRule {
    name: "source_prefix",
    kind: OptionKind::Text {
        length: 4..=256,
        allows: |byte| percent::is_unreserved(byte) || matches!(byte, b':' | b'/'),
        shape: "4 to 256 of A-Z a-z 0-9 . _ ~ - : /",
    },
    default: Some("local:///"),
    meaning: "what imgproxy finds before a path: local:///, s3://bucket/, gs://bucket/, abs://container/ or an http(s) URL, with a slash at its end",
};

const SOURCE_FORM: OptionRule = OptionRule {
    name: "source_form",
    kind: OptionKind::Choice(&["plain", "base64"]),
    default: Some("plain"),
    meaning: "how the source stands in the URL; base64 for edges that make one slash of two",
};

const RESIZING_TYPE: OptionRule = OptionRule {
    name: "resizing_type",
    kind: OptionKind::Choice(&["fit", "fill", "fill-down", "force", "auto"]),
    default: Some("fit"),
    meaning: "how the image is brought to width and height",
};

const WIDTH: OptionRule = OptionRule {
    name: "width",
    kind: OptionKind::Number(0..=16_384),
    default: Some("0"),
    meaning: "width in pixels; 0 for whatever height and proportions give",
};

const HEIGHT: OptionRule = OptionRule {
    name: "height",
    kind: OptionKind::Number(0..=16_384),
    default: Some("0"),
    meaning: "height in pixels; 0 for whatever width and proportions give",
};

const ENLARGE: OptionRule = OptionRule {
    name: "enlarge",
    kind: OptionKind::Flag,
    default: Some("false"),
    meaning: "whether a smaller image is made larger",
};

const GRAVITY: OptionRule = OptionRule {
    name: "gravity",
    kind: OptionKind::Choice(&[
        "ce", "no", "so", "ea", "we", "noea", "nowe", "soea", "sowe", "sm",
    ]),
    default: None,
    meaning: "what of the image stays when it is cut: its centre, a side, a corner, or the most interesting part (sm)",
};

const QUALITY: OptionRule = OptionRule {
    name: "quality",
    kind: OptionKind::Number(1..=100),
    default: None,
    meaning: "quality in percent; without it the server's",
};

const FORMAT: OptionRule = OptionRule {
    name: "format",
    kind: OptionKind::Choice(&["jpg", "png", "webp", "avif", "gif", "jxl", "best"]),
    default: None,
    meaning: "format of the result; without it that of the source",
};

const EXPIRES: OptionRule = OptionRule {
    name: "expires",
    kind: OptionKind::Flag,
    default: Some("true"),
    meaning: "whether the URL ends; without an end it holds until key or salt change",
};

static OPTIONS: [OptionRule; 10] = [
    SOURCE_PREFIX,
    SOURCE_FORM,
    RESIZING_TYPE,
    WIDTH,
    HEIGHT,
    ENLARGE,
    GRAVITY,
    QUALITY,
    FORMAT,
    EXPIRES,
];

/// The scheme of imgproxy.
#[derive(Debug)]
pub struct Imgproxy;

impl Scheme for Imgproxy {
    fn name(&self) -> &'static str {
        "imgproxy"
    }

    fn meaning(&self) -> &'static str {
        "imgproxy, for previews alone; the secret is <hex key>:<hex salt>"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::HmacSha256]
    }

    fn secret_length(&self) -> Option<RangeInclusive<usize>> {
        // A key of 16 bytes, a colon, a salt of one byte; all in hex.
        Some(35..=512)
    }

    fn options(&self) -> &'static [OptionRule] {
        &OPTIONS
    }

    fn bindings(&self) -> &'static [Binding] {
        &[]
    }

    fn actions(&self) -> &'static [Action] {
        &[Action::Preview]
    }

    fn check(&self, profile: &Profile) -> Result<(), ShareError> {
        let prefix = profile.options().text(&SOURCE_PREFIX);
        let reason = if !prefix.contains("://") {
            "source_prefix starts with a scheme, as in local:/// or s3://bucket/"
        } else if !prefix.ends_with('/') {
            "source_prefix ends in a slash, so that no path adds to the name of a bucket"
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
        let (key, salt) = read_secret(key.secret())?;
        let head = head(options);
        let prefix = options.text(&SOURCE_PREFIX);
        Ok(Box::new(Signer {
            mac: Mac::new(&key)?.after(&salt).after(head.as_bytes()),
            base: profile.base_url().clone(),
            head,
            prefix: prefix.to_owned(),
            from_web: prefix.starts_with("http://") || prefix.starts_with("https://"),
            in_base64: options.text(&SOURCE_FORM) == "base64",
            format: options.text(&FORMAT).to_owned(),
            expires: !options.has(&EXPIRES) || options.flag(EXPIRES.name),
            room: Cell::default(),
        }))
    }
}

type Halves = (Zeroizing<Vec<u8>>, Zeroizing<Vec<u8>>);

fn read_secret(secret: &[u8]) -> Result<Halves, ShareError> {
    let halves = str::from_utf8(secret)
        .ok()
        .and_then(|text| text.split_once(':'))
        .and_then(|(key, salt)| {
            let key = Encoding::Hex.decode(key).ok()?;
            let salt = Encoding::Hex.decode(salt).ok()?;
            Some((key, salt))
        })
        .filter(|(key, salt)| key.len() >= 16 && !salt.is_empty());
    halves.ok_or(ShareError::InvalidSecret(
        "a secret for imgproxy is <hex key>:<hex salt>, with a key of at least 16 bytes",
    ))
}

/// Writes the part of the path that is one for all URLs of a delivery, from the slash behind the signature on.
fn head(options: &Options) -> String {
    let mut head = String::from("/rs:");
    head.push_str(options.text(&RESIZING_TYPE));
    for rule in [&WIDTH, &HEIGHT] {
        head.push(':');
        head.push_integer(options.seconds(rule.name).unwrap_or(0));
    }
    head.push_str(if options.flag(ENLARGE.name) {
        ":1/"
    } else {
        ":0/"
    });
    if options.has(&GRAVITY) {
        head.push_str("g:");
        head.push_str(options.text(&GRAVITY));
        head.push('/');
    }
    if let Some(quality) = options.seconds(QUALITY.name) {
        head.push_str("q:");
        head.push_integer(quality);
        head.push('/');
    }
    head
}

struct Signer {
    mac: Mac,
    base: BaseUrl,
    head: String,
    prefix: String,
    from_web: bool,
    in_base64: bool,
    format: String,
    expires: bool,
    /// Room for the end of the path, for the source, and for the source in base64.
    room: Cell<[String; 3]>,
}

impl Signer {
    fn write_source(&self, path: &str, [end, source, encoded]: &mut [String; 3]) {
        source.clear();
        source.push_str(&self.prefix);
        if self.from_web {
            percent::push_path(path, source);
        } else {
            source.push_str(path);
        }
        let mark = if self.in_base64 {
            encoded.clear();
            base64url::encode_into(source.as_bytes(), encoded);
            let mut rest = encoded.as_str();
            while let Some((chunk, after)) = rest.split_at_checked(CHUNK) {
                end.push_str(chunk);
                if !after.is_empty() {
                    end.push('/');
                }
                rest = after;
            }
            end.push_str(rest);
            '.'
        } else {
            end.push_str("plain/");
            end.push_str(&self.prefix);
            percent::push_path(&source[self.prefix.len()..], end);
            '@'
        };
        if !self.format.is_empty() {
            end.push(mark);
            end.push_str(&self.format);
        }
    }
}

/// imgproxy reads a question mark as the start of a query and, in some versions, `%` and `#` as in a URL: it would look
/// for another file.
fn check_path(path: &str) -> Result<(), ShareError> {
    if path.contains(['?', '#', '%']) {
        return Err(ShareError::InvalidMediaPath {
            path: path.to_owned(),
            reason: "has one of ? # %, which imgproxy does not take as part of a file's name",
        });
    }
    Ok(())
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        check_action(&Imgproxy, request.action)?;
        let path = MediaPath::parse(request.path)?;
        // The name cannot be said here, but a bad one is as wrong as in the other schemes.
        request.file_name.map(FileName::parse).transpose()?;
        let expires_at = required_expiry(request)?;
        if !self.from_web {
            check_path(path.as_str())?;
        }
        let mut room = self.room.take();
        room[0].clear();
        if self.expires {
            room[0].push_str("exp:");
            room[0].push_integer(expires_at);
            room[0].push('/');
        }
        self.write_source(path.as_str(), &mut room);
        let [end, _, _] = &room;
        out.explain("string to sign", || format!("<salt>{}{end}", self.head));
        let url = &mut out.url;
        let start = url.len();
        url.push_str(self.base.as_str());
        url.push('/');
        base64url::encode_into(&self.mac.tag(end.as_bytes()), url);
        url.push_str(&self.head);
        url.push_str(end);
        self.room.set(room);
        if let Some(window) = request.window {
            window.push_fragment(url);
        }
        bound(url.len() - start, MAX_URL)
    }
}

#[cfg(test)]
#[path = "imgproxy_tests.rs"]
mod tests;
