//! Token authentication of bunny.net's CDN, in its three forms.
//!
//! Sources: docs.bunny.net "Token authentication" (advanced and basic) and github.com/BunnyWay/BunnyCDN.TokenAuthentication.
//! A stream's signature covers the directory that `token_path` names. A file's path stands directly before the expiry in the
//! signed text, so that ends of paths are checked here.

use std::cell::RefCell;
use std::net::IpAddr;

use md5::Md5;
use sha2::{Digest as _, Sha256};

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::base_url::BaseUrl;
use crate::base64url;
use crate::binding::Binding;
use crate::error::ShareError;
use crate::file_name::FileName;
use crate::final_digit::check_final_digit;
use crate::key::SigningKey;
use crate::mac::Mac;
use crate::media_path::MediaPath;
use crate::options::{OptionKind, OptionRule, Options};
use crate::output::Output;
use crate::percent;
use crate::presented_url::MAX_URL;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::scheme::{Scheme, UrlSigner, bound, required_expiry};
use crate::sink::Sink;

const NAME: &str = "bunny";

const FORM: usize = 0;
const PLACEMENT: usize = 1;
const COUNTRIES: usize = 2;
const COUNTRIES_BLOCKED: usize = 3;
const LIMIT: usize = 5;

const COUNTRY_LIST: OptionKind = OptionKind::Text {
    length: 2..=255,
    allows: |byte| byte.is_ascii_uppercase() || byte == b',',
    shape: "country codes of two capital letters with commas between them",
};

static OPTIONS: [OptionRule; 6] = [
    OptionRule {
        name: "form",
        kind: OptionKind::Choice(&["hs256", "sha256", "md5"]),
        default: Some("hs256"),
        meaning: "hs256 is today's advanced form; sha256 its predecessor and md5 the basic form, which bunny.net gives up and which bind no \
                  address here",
    },
    OptionRule {
        name: "placement",
        kind: OptionKind::Choice(&["path", "query"]),
        default: Some("path"),
        meaning: "where the token of a stream stands: in the path, where relative URIs keep it, or in the query, where each file of the \
                  stream needs it again; files have it in the query",
    },
    OptionRule {
        name: "countries",
        kind: COUNTRY_LIST,
        default: None,
        meaning: "the only countries from which the URLs can be used, as in CA,US",
    },
    OptionRule {
        name: "countries_blocked",
        kind: COUNTRY_LIST,
        default: None,
        meaning: "countries from which the URLs cannot be used, as in CA,US",
    },
    OptionRule {
        name: "ignore_params",
        kind: OptionKind::Flag,
        default: Some("false"),
        meaning: "whether further query parameters that a player adds do no harm to the token",
    },
    OptionRule {
        name: "limit",
        kind: OptionKind::Number(1..=10_000_000),
        default: None,
        meaning: "the greatest speed of a transfer in kB/s",
    },
];

/// The scheme of bunny.net.
#[derive(Debug)]
pub struct Bunny;

impl Scheme for Bunny {
    fn name(&self) -> &'static str {
        NAME
    }

    fn meaning(&self) -> &'static str {
        "token authentication of bunny.net; the secret is the pull zone's token authentication key"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::HmacSha256]
    }

    fn options(&self) -> &'static [OptionRule] {
        &OPTIONS
    }

    fn bindings(&self) -> &'static [Binding] {
        &[Binding::Directory, Binding::Address]
    }

    fn check(&self, profile: &Profile) -> Result<(), ShareError> {
        let options = profile.options();
        let invalid = |reason| {
            Err(ShareError::InvalidDelivery {
                scheme: NAME,
                reason,
            })
        };
        let lists = [&OPTIONS[COUNTRIES], &OPTIONS[COUNTRIES_BLOCKED]];
        let extra = lists.iter().any(|rule| options.has(rule)) || options.has(&OPTIONS[LIMIT]);
        let ignore = options.flag("ignore_params");
        for rule in lists {
            let codes = options.text(rule);
            if options.has(rule) && !codes.split(',').all(|code| code.len() == 2) {
                return invalid("countries and countries_blocked are codes of two capital letters with single commas between them");
            }
        }
        if ignore && extra {
            return invalid("ignore_params would take countries, countries_blocked and limit out of the signature; set one or the other");
        }
        if options.text(&OPTIONS[FORM]) == "md5" {
            if options.text(&OPTIONS[PLACEMENT]) == "path" {
                return invalid("the form md5 signs single files alone; set placement to query, or form to hs256");
            }
            if ignore || extra {
                return invalid("the form md5 signs no countries, no limit and no ignore_params; set form to hs256");
            }
        }
        Ok(())
    }

    fn refuses_final_digit(&self, _options: &Options) -> bool {
        true
    }

    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError> {
        let options = profile.options();
        let base = profile.base_url().clone();
        Ok(Box::new(Signer {
            origin: base.as_str().len() - base.path().len(),
            base,
            token: Token::new(options, key)?,
            in_path: options.text(&OPTIONS[PLACEMENT]) == "path",
            scratch: RefCell::default(),
        }))
    }
}

/// How the text is hashed; the key is already in.
enum Hash {
    Hs256(Mac),
    Sha256(Sha256),
    Md5(Md5),
}

/// Holds the parameters that stay the same, as they are signed and as they stand in a URL.
struct Token {
    hash: Hash,
    signed: String,
    written: String,
}

impl Token {
    fn new(options: &Options, key: &SigningKey) -> Result<Self, ShareError> {
        let secret = key.secret();
        let hash = match options.text(&OPTIONS[FORM]) {
            "sha256" => Hash::Sha256(Sha256::new_with_prefix(secret)),
            "md5" => Hash::Md5(Md5::new_with_prefix(secret)),
            _ => Hash::Hs256(Mac::new(secret)?),
        };
        let (mut signed, mut written) = (String::new(), String::new());
        // In the order of the alphabet, before token_path.
        let limit = options.number(&OPTIONS[LIMIT]).map(|limit| limit.to_string());
        for (name, value) in [
            ("limit", limit.as_deref().unwrap_or_default()),
            ("token_countries", options.text(&OPTIONS[COUNTRIES])),
            ("token_countries_blocked", options.text(&OPTIONS[COUNTRIES_BLOCKED])),
            (
                "token_ignore_params",
                if options.flag("ignore_params") { "true" } else { "" },
            ),
        ] {
            if !value.is_empty() {
                push_parameter(name, value, &mut signed, &mut written);
            }
        }
        Ok(Self {
            hash,
            signed,
            written,
        })
    }

    /// Gives what is hashed as text; the older forms begin with the secret.
    fn shown(&self, text: &[u8]) -> String {
        let before = match self.hash {
            Hash::Hs256(_) => "",
            Hash::Sha256(_) | Hash::Md5(_) => "<secret>",
        };
        format!("{before}{}", text.escape_ascii())
    }

    fn covers_directories(&self) -> bool {
        !matches!(self.hash, Hash::Md5(_))
    }

    /// Appends the token over a path, an end, perhaps an address, and the parameters; `text` is left with what was hashed.
    fn push(
        &self,
        path: &str,
        expires_at: i64,
        address: Option<IpAddr>,
        directory: Option<&str>,
        text: &mut Vec<u8>,
        out: &mut String,
    ) -> Result<(), ShareError> {
        text.clear();
        text.push_text(path);
        text.push_integer(expires_at);
        match (address, &self.hash) {
            (None, _) => {}
            (Some(address), Hash::Hs256(_)) => push_address(address, text),
            // There the address is text: 11.2.3.4 behind an expiry is 1.2.3.4 behind a later one.
            (Some(_), _) => {
                return Err(ShareError::Unsupported {
                    scheme: NAME,
                    what: "way to bind an address in the forms sha256 and md5",
                });
            }
        }
        text.push_text(&self.signed);
        if let Some(directory) = directory {
            if !self.signed.is_empty() {
                text.push(b'&');
            }
            text.push_text("token_path=");
            text.push_text(directory);
        }
        match &self.hash {
            Hash::Hs256(mac) => {
                out.push_str(if address.is_some() { "HS256-1-" } else { "HS256-" });
                base64url::encode_into(&mac.tag(text), out);
            }
            Hash::Sha256(state) => {
                base64url::encode_into(&state.clone().chain_update(&*text).finalize(), out);
            }
            Hash::Md5(state) => {
                base64url::encode_into(&state.clone().chain_update(&*text).finalize(), out);
            }
        }
        Ok(())
    }

    /// Appends what follows the token in a URL.
    fn push_rest(&self, expires_at: i64, directory: Option<&str>, out: &mut String) {
        if !self.written.is_empty() {
            out.push('&');
            out.push_str(&self.written);
        }
        if let Some(directory) = directory {
            out.push_str("&token_path=");
            percent::push_value(directory, out);
        }
        out.push_str("&expires=");
        out.push_integer(expires_at);
    }
}

fn push_parameter(name: &str, value: &str, signed: &mut String, written: &mut String) {
    for out in [&mut *signed, &mut *written] {
        if !out.is_empty() {
            out.push('&');
        }
        out.push_str(name);
        out.push('=');
    }
    signed.push_str(value);
    percent::push_value(value, written);
}

/// An address is signed as its bytes; of IPv6 only the network of 64 bits counts.
fn push_address(address: IpAddr, text: &mut Vec<u8>) {
    match address.to_canonical() {
        IpAddr::V4(address) => text.extend_from_slice(&address.octets()),
        IpAddr::V6(address) => {
            text.extend_from_slice(&address.octets()[..8]);
            text.extend_from_slice(&[0; 8]);
        }
    }
}

#[derive(Default)]
struct Scratch {
    path: String,
    text: Vec<u8>,
}

struct Signer {
    base: BaseUrl,
    /// Bytes of the base URL before its path.
    origin: usize,
    token: Token,
    in_path: bool,
    scratch: RefCell<Scratch>,
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        let path = MediaPath::parse(request.path)?;
        request.file_name.map(FileName::parse).transpose()?;
        let expires_at = required_expiry(request)?;
        let mut scratch = self.scratch.borrow_mut();
        let Scratch { path: whole, text } = &mut *scratch;
        whole.clear();
        whole.push_str(self.base.path());
        whole.push('/');
        let directory = if request.action == Action::Stream && self.token.covers_directories() {
            percent::push_path(path.stream_directory()?, whole);
            whole.push('/');
            let end = whole.len();
            percent::push_path(path.file_name(), whole);
            Some(end)
        } else {
            check_final_digit(path.as_str())?;
            percent::push_path(path.as_str(), whole);
            None
        };
        let covered = directory.map(|end| &whole[..end]);
        let signed = covered.unwrap_or(whole);
        let address = request.address;
        let start = out.url.len();
        out.url.push_str(&self.base.as_str()[..self.origin]);
        if directory.is_some() && self.in_path {
            out.url.push_str("/bcdn_token=");
            self.token
                .push(signed, expires_at, address, covered, text, &mut out.url)?;
            self.token.push_rest(expires_at, covered, &mut out.url);
            out.url.push_str(whole);
        } else {
            out.url.push_str(whole);
            out.url.push_str("?token=");
            self.token
                .push(signed, expires_at, address, covered, text, &mut out.url)?;
            self.token.push_rest(expires_at, covered, &mut out.url);
        }
        let shown: &[u8] = text;
        out.explain("string to sign", || self.token.shown(shown));
        if let Some(window) = request.window {
            window.push_fragment(&mut out.url);
        }
        bound(out.url.len() - start, MAX_URL)
    }
}

#[cfg(test)]
#[path = "bunny_tests.rs"]
mod tests;
