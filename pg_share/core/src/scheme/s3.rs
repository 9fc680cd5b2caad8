//! Presigned URLs of S3 (Signature Version 4 in the query) and of the many that speak its protocol.
//!
//! Parameters are written in the order in which they are signed, so the canonical query is a part of the URL.

use std::cell::RefCell;
use std::mem;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::base_url::BaseUrl;
use crate::binding::Binding;
use crate::content_type::ContentType;
use crate::disposition;
use crate::error::ShareError;
use crate::file_name::FileName;
use crate::key::SigningKey;
use crate::media_path::MediaPath;
use crate::media_url::MediaUrl;
use crate::options::{OptionKind, OptionRule, Options};
use crate::output::Output;
use crate::percent;
use crate::presented_url::MAX_URL;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::scheme::{Scheme, UrlSigner, bound, required_expiry};
use crate::sigv4::{self, AMZ, Credentials, Dialect, GOOG, Moment};
use crate::sink::Sink;

/// The greatest value of the parameter `Expires`: seven days.
const LONGEST: i64 = 604_800;

const REGION: usize = 0;
const ACCESS_KEY_ID: usize = 1;
const SESSION_TOKEN: usize = 2;
const DIALECT: usize = 3;

static OPTIONS: [OptionRule; 4] = [
    OptionRule {
        name: "region",
        kind: OptionKind::Text {
            length: 1..=64,
            allows: |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'),
            shape: "1 to 64 of A-Z a-z 0-9 - _",
        },
        default: Some("us-east-1"),
        meaning: "region that the bucket's service names; auto for R2 (on its S3 host, since its custom domains take no presigned URLs) and for Google",
    },
    OptionRule {
        name: "access_key_id",
        kind: OptionKind::Text {
            length: 1..=128,
            allows: |byte| {
                byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'@')
            },
            shape: "1 to 128 of A-Z a-z 0-9 . _ - @",
        },
        default: None,
        meaning: "id under which the service knows the secret; the kid of the key where it is left out",
    },
    OptionRule {
        name: "session_token",
        kind: OptionKind::Text {
            length: 1..=4096,
            allows: |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'-' | b'_' | b'.'),
            shape: "1 to 4096 of A-Z a-z 0-9 + / = - _ .",
        },
        default: None,
        meaning: "session token of temporary credentials, which stands in each URL; all URLs end with these credentials, however long they were to hold, so long-lived URLs need a key without one",
    },
    OptionRule {
        name: "dialect",
        kind: OptionKind::Choice(&["amz", "goog"]),
        default: Some("amz"),
        meaning: "amz for X-Amz parameters, which S3 and all others take, Google's interoperable access too; goog for Google's own X-Goog parameters with an HMAC key",
    },
];

/// The scheme of S3.
#[derive(Debug)]
pub struct S3;

impl Scheme for S3 {
    fn name(&self) -> &'static str {
        "s3"
    }

    fn meaning(&self) -> &'static str {
        "S3 and what speaks its protocol (MinIO, Garage, Ceph, R2, B2, Google), by presigned GET, which is no HEAD, and PUT of one object each; the base URL is that of the bucket, https://host/bucket or https://bucket.host"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::Aws4HmacSha256]
    }

    fn options(&self) -> &'static [OptionRule] {
        &OPTIONS
    }

    fn actions(&self) -> &'static [Action] {
        &Action::ALL
    }

    fn bindings(&self) -> &'static [Binding] {
        &[Binding::FileName, Binding::ContentType]
    }

    fn check(&self, profile: &Profile) -> Result<(), ShareError> {
        let refuse = |reason| {
            Err(ShareError::InvalidDelivery {
                scheme: self.name(),
                reason,
            })
        };
        let path = profile.base_url().path();
        if !path
            .bytes()
            .all(|byte| percent::is_unreserved(byte) || matches!(byte, b'/' | b'%'))
        {
            return refuse(
                "the path of the base URL has only A-Z a-z 0-9 - . _ ~ and / as they are, and percent-encodes all else",
            );
        }
        let options = profile.options();
        if dialect(options).algorithm == GOOG.algorithm && options.has(&OPTIONS[SESSION_TOKEN]) {
            return refuse("session_token goes with dialect amz alone");
        }
        Ok(())
    }

    fn longest_lifetime(&self, _options: &Options) -> Option<i64> {
        Some(LONGEST)
    }

    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError> {
        // A path that is written otherwise than it is signed would give URLs that the server refuses.
        self.check(profile)?;
        let (options, base) = (profile.options(), profile.base_url());
        let (dialect, region) = (dialect(options), options.text(&OPTIONS[REGION]));
        let access_key_id = if options.has(&OPTIONS[ACCESS_KEY_ID]) {
            options.text(&OPTIONS[ACCESS_KEY_ID])
        } else {
            key.kid()
        };
        let prefix = dialect.prefix;
        let mut token = String::new();
        if options.has(&OPTIONS[SESSION_TOKEN]) {
            token = format!("&{prefix}Security-Token=");
            percent::push_value(options.text(&OPTIONS[SESSION_TOKEN]), &mut token);
        }
        let host = base.authority();
        let credentials = Credentials::new(key, dialect, region, access_key_id)?;
        Ok(Box::new(Signer {
            path_start: base.as_str().len() - base.path().len(),
            host_tail: format!("\nhost:{host}\n\nhost\nUNSIGNED-PAYLOAD"),
            type_and_host_tail: format!(
                "\nhost:{host}\n\ncontent-type;host\nUNSIGNED-PAYLOAD"
            ),
            base: base.clone(),
            moment: RefCell::new(credentials.first_moment()?),
            credentials,
            signed_host: format!("{token}&{prefix}SignedHeaders=host"),
            signed_type_and_host: format!("{token}&{prefix}SignedHeaders=content-type%3Bhost"),
            signature: format!("&{prefix}Signature="),
        }))
    }
}

fn dialect(options: &Options) -> &'static Dialect {
    match options.text(&OPTIONS[DIALECT]) {
        "goog" => &GOOG,
        _ => &AMZ,
    }
}

struct Signer {
    base: BaseUrl,
    path_start: usize,
    host_tail: String,
    type_and_host_tail: String,
    credentials: Credentials,
    signed_host: String,
    signed_type_and_host: String,
    signature: String,
    moment: RefCell<Moment>,
}

impl Signer {
    /// Gives the seconds from the time of signing to the end.
    fn lifetime(request: &UrlRequest<'_>) -> Result<i64, ShareError> {
        let expires_at = required_expiry(request)?;
        match expires_at.checked_sub(request.signed_at) {
            Some(seconds @ 1..=LONGEST) => Ok(seconds),
            Some(seconds) if seconds > LONGEST => Err(ShareError::InvalidExpiry(
                "a presigned URL holds at most 604800 seconds, that is 7 days",
            )),
            _ => Err(ShareError::InvalidExpiry(
                "a presigned URL ends after it was signed",
            )),
        }
    }
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        let path = MediaPath::parse(request.path)?;
        let name = request.file_name.map(FileName::parse).transpose()?;
        let content_type = request.content_type.map(ContentType::parse).transpose()?;
        let (date, seconds) = (request.signed_at, Self::lifetime(request)?);
        let mut moment = self.moment.borrow_mut();
        self.credentials.move_to(&mut moment, date)?;
        let upload = request.action == Action::Upload;
        let (method, sent_type) = match (upload, content_type) {
            (false, _) => ("GET\n", None),
            (true, sent_type) => ("PUT\n", sent_type),
        };

        // Taken out while the canonical request borrows from it.
        let mut url = mem::take(&mut out.url);
        let start = url.len();
        MediaUrl {
            base: &self.base,
            path: path.as_str(),
        }
        .push(&mut url);
        let query_start = url.len();
        url.push_str(moment.query());
        url.push_integer(seconds);
        url.push_str(match sent_type {
            None => &self.signed_host,
            Some(_) => &self.signed_type_and_host,
        });
        if request.action == Action::Download
            && let Some(name) = name
        {
            url.push_str("&response-content-disposition=");
            disposition::push_encoded_disposition(name, request.inline, &mut url);
        }
        if !upload && let Some(content_type) = content_type {
            url.push_str("&response-content-type=");
            percent::push_value(content_type.as_str(), &mut url);
        }

        let (type_line, tail) = match sent_type {
            None => (["", ""], &self.host_tail),
            Some(sent_type) => (
                ["\ncontent-type:", sent_type.as_str()],
                &self.type_and_host_tail,
            ),
        };
        let canonical_request = [
            method,
            &url[start + self.path_start..query_start],
            "\n",
            &url[query_start + 1..],
            type_line[0],
            type_line[1],
            tail,
        ];
        let hash = sigv4::hash(&canonical_request);
        out.explain("canonical request", || canonical_request.concat());
        out.explain("string to sign", || moment.string_to_sign(&hash));
        url.push_str(&self.signature);
        url.push_str(str::from_utf8(&moment.sign(&hash)).unwrap_or_default());
        if let Some(window) = request.window {
            window.push_fragment(&mut url);
        }
        out.url = url;
        bound(out.url.len() - start, MAX_URL)
    }
}

#[cfg(test)]
#[path = "s3_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "s3_time_tests.rs"]
mod time_tests;
