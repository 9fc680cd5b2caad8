//! nginx's secure link module (`ngx_http_secure_link_module`, MD5 mode), which stock builds contain, and the CDNs that
//! hash the same things in another order.
//!
//! nginx's own expression starts with a letter for what it covers. Without it the stream of a directory `/a b/` and the
//! download of a file `/a` under a name `b/`, which a visitor is free to write, would be one and the same text.

use std::ops::RangeInclusive;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::base64url;
use crate::binding::Binding;
use crate::error::ShareError;
use crate::key::SigningKey;
use crate::secure_link::presets::{self, Links, Texts, preset};
use crate::secure_link::rules;
use crate::secure_link::signer::LinkSigner;
use crate::secure_link::template::Values;
use crate::md5_token::TOKEN_LENGTH;
use crate::options::{OptionKind, OptionRule, Options};
use crate::percent;
use crate::presented_url::PresentedUrl;
use crate::profile::Profile;
use crate::refusal::Refusal;
use crate::scheme::{Scheme, UrlSigner};
use crate::verified::Verified;

pub(crate) const NAME: &str = "nginx_secure_link";

const PRESET: usize = 0;
const PATH_FORM: usize = 1;
const TEMPLATES: usize = 3;

const TEMPLATE: OptionKind = OptionKind::Text {
    length: 1..=256,
    allows: |byte| matches!(byte, b' '..=b'~'),
    shape: "1 to 256 printable ASCII characters",
};

static OPTIONS: [OptionRule; 7] = [
    OptionRule {
        name: "preset",
        kind: OptionKind::Choice(presets::NAMES),
        default: Some("nginx"),
        meaning: "whose secure link it is; gcore's tokens of streams reach one directory and none below it, cdn77 has streams \
                  alone (a resource that checks the path), with cdn77_query (a resource that checks the parameter), keycdn and \
                  yandex each file of a stream needs its own URL; custom takes the four templates",
    },
    OptionRule {
        name: "path_form",
        kind: OptionKind::Choice(&["decoded", "encoded"]),
        default: Some("decoded"),
        meaning: "whether the edge hashes paths decoded, as nginx does, or as they stand in the URL",
    },
    OptionRule {
        name: "bind_address",
        kind: OptionKind::Flag,
        default: Some("false"),
        meaning: "whether a gcore or yandex resource has addresses in its tokens; then each URL is made for one address, and left out where none is given",
    },
    OptionRule {
        name: "stream_message",
        kind: TEMPLATE,
        default: None,
        meaning: "custom: the text that is hashed for a stream, as in s{expires}{directory} {secret}; {folder} is the directory without \
                  its last slash, {address} the client's address",
    },
    OptionRule {
        name: "stream_url",
        kind: TEMPLATE,
        default: None,
        meaning: "custom: a stream's URL from the host on, as in {directory}{token}/{expires}/{file}; {token_padded} and {token_hex} \
                  write the token in other ways",
    },
    OptionRule {
        name: "file_message",
        kind: TEMPLATE,
        default: None,
        meaning: "custom: the text that is hashed for a download or preview, as in d{expires}{path} {name} {secret}",
    },
    OptionRule {
        name: "file_url",
        kind: TEMPLATE,
        default: None,
        meaning: "custom: a file's URL from the host on, as in {path}?md5={token}&expires={expires}[&name={name}]; what stands in \
                  square brackets is left out without a name",
    },
];

/// The scheme of nginx and its relatives.
#[derive(Debug)]
pub struct NginxSecureLink;

impl Scheme for NginxSecureLink {
    fn name(&self) -> &'static str {
        NAME
    }

    fn meaning(&self) -> &'static str {
        "nginx's secure link module and the CDNs built like it"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::Md5]
    }

    fn secret_length_for(&self, options: &Options) -> Option<RangeInclusive<usize>> {
        // Both take keys of 6 to 32 characters; those of pg_share begin at 16.
        matches!(options.text(&OPTIONS[PRESET]), "gcore" | "yandex").then_some(16..=32)
    }

    fn options(&self) -> &'static [OptionRule] {
        &OPTIONS
    }

    fn bindings(&self) -> &'static [Binding] {
        &[Binding::Directory, Binding::FileName, Binding::Address]
    }

    fn check(&self, profile: &Profile) -> Result<(), ShareError> {
        links(profile.options()).map(drop)
    }

    fn refuses_final_digit(&self, options: &Options) -> bool {
        links(options).is_ok_and(|links| links.messages().any(rules::follows_a_path))
    }

    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError> {
        Ok(Box::new(signer(profile, key)?))
    }

    fn verify(
        &self,
        profile: &Profile,
        key: &SigningKey,
        url: &str,
        now: i64,
    ) -> Result<Verified, Refusal> {
        if profile.options().text(&OPTIONS[PRESET]) != "nginx" {
            return Err(Refusal::Unverifiable);
        }
        let url = PresentedUrl::parse(url).ok_or(Refusal::Malformed)?;
        let below = url
            .below(profile.base_url().as_str())
            .ok_or(Refusal::OutOfScope)?;
        if !percent::stays_below(below) {
            return Err(Refusal::Malformed);
        }
        let signer = signer(profile, key).map_err(|_| Refusal::Unverifiable)?;
        let signed_query = url
            .query
            .as_deref()
            .and_then(|query| query.strip_prefix("md5="));
        let (action, expires_at) = match signed_query {
            Some(query) => (Action::Download, signer.check_file(below, query)?),
            None => (Action::Stream, signer.check_stream(below)?),
        };
        // nginx still takes the second of the expiry itself, unlike RFC 9246.
        if now > expires_at {
            return Err(Refusal::Expired);
        }
        Ok(Verified {
            action,
            share_id: None,
            epoch: None,
            expires_at,
            window: None,
            kid: key.kid().to_owned(),
            visit: None,
            recipient: None,
        })
    }
}

/// Reads what a delivery's options say; all of it is checked.
fn links(options: &Options) -> Result<Links, ShareError> {
    let invalid = |reason| {
        Err(ShareError::InvalidDelivery {
            scheme: NAME,
            reason,
        })
    };
    let name = options.text(&OPTIONS[PRESET]);
    let own = &OPTIONS[TEMPLATES..];
    let bind_address = options.flag("bind_address");
    if bind_address && !matches!(name, "gcore" | "yandex") {
        return invalid("bind_address belongs to the presets gcore and yandex; a custom template says {address} where it stands");
    }
    if name == "nginx" && options.text(&OPTIONS[PATH_FORM]) == "encoded" {
        return invalid("nginx hashes paths decoded; path_form encoded belongs to the other presets");
    }
    let Some(texts) = preset(name) else {
        let [stream_message, stream_url, file_message, file_url] =
            [&own[0], &own[1], &own[2], &own[3]].map(|rule| options.text(rule));
        if stream_message.is_empty() != stream_url.is_empty()
            || file_message.is_empty() != file_url.is_empty()
            || (stream_url.is_empty() && file_url.is_empty())
        {
            return invalid("the preset custom takes stream_message with stream_url, or file_message with file_url, or all four");
        }
        let texts = Texts {
            stream_message,
            stream_url,
            file_message,
            file_url,
        };
        return Links::read(&texts, true);
    };
    if own.iter().any(|rule| options.has(rule)) {
        return invalid("stream_message, stream_url, file_message and file_url belong to the preset custom");
    }
    Links::read(&texts, bind_address)
}

fn signer(profile: &Profile, key: &SigningKey) -> Result<LinkSigner, ShareError> {
    let options = profile.options();
    let encoded = options.text(&OPTIONS[PATH_FORM]) == "encoded";
    LinkSigner::new(profile, key, links(options)?, encoded)
}

/// One time has one text: digits without a sign or a leading zero.
fn read_expires(text: &str) -> Option<i64> {
    let plain =
        text.len() <= 12 && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

fn is_token(text: &str) -> bool {
    text.len() == TOKEN_LENGTH && base64url::decode_array::<16>(text).is_some()
}

impl LinkSigner {
    /// Reads exactly the query that [`LinkSigner`] writes, behind its `md5=`.
    fn check_file(&self, path: &str, query: &str) -> Result<i64, Refusal> {
        let (token, rest) = query.split_once("&expires=").ok_or(Refusal::Malformed)?;
        let (expires, name) = rest.split_once("&name=").unwrap_or((rest, ""));
        let is_name = |byte| percent::is_unreserved(byte) || byte == b'%';
        if !is_token(token) || !name.bytes().all(is_name) || rest.ends_with("&name=") {
            return Err(Refusal::Malformed);
        }
        let expires_at = read_expires(expires).ok_or(Refusal::Malformed)?;
        let values = Values {
            path: &percent::decode(path),
            name,
            ..nothing(expires)
        };
        if self.hash(self.links.file.as_ref(), values).verify(token) {
            Ok(expires_at)
        } else {
            Err(Refusal::BadSignature)
        }
    }

    /// Looks for `<dir>/<token>/<expires>/<rest>`. A directory may look like a token itself, so each place is
    /// tried: a signature that holds covers everything behind it.
    fn check_stream(&self, path: &str) -> Result<i64, Refusal> {
        let mut refusal = Refusal::Malformed;
        for (at, _) in path.match_indices('/') {
            let mut parts = path[at + 1..].splitn(3, '/');
            let (Some(token), Some(expires), Some(_)) = (parts.next(), parts.next(), parts.next())
            else {
                break;
            };
            if !is_token(token) {
                continue;
            }
            let Some(expires_at) = read_expires(expires) else {
                continue;
            };
            let values = Values {
                directory: &percent::decode(&path[..at]),
                ..nothing(expires)
            };
            if self.hash(self.links.stream.as_ref(), values).verify(token) {
                return Ok(expires_at);
            }
            refusal = Refusal::BadSignature;
        }
        Err(refusal)
    }
}

const fn nothing(expires: &str) -> Values<'_> {
    Values {
        expires,
        base: b"",
        path: b"",
        directory: b"",
        name: "",
        address: "",
    }
}

#[cfg(test)]
#[path = "nginx_secure_link_tests.rs"]
mod tests;
