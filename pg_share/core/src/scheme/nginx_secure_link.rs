//! nginx's secure link module (`ngx_http_secure_link_module`, MD5 mode), which stock builds contain.
//!
//! The expression starts with a letter for what it covers. Without it the stream of a directory `/a b/` and the
//! download of a file `/a` under a name `b/`, which a visitor is free to write, would be one and the same text.

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::base_url::BaseUrl;
use crate::binding::Binding;
use crate::base64url;
use crate::error::ShareError;
use crate::file_name::FileName;
use crate::key::SigningKey;
use crate::md5_token::{Md5Token, TOKEN_LENGTH};
use crate::media_path::MediaPath;
use crate::media_url::MediaUrl;
use crate::output::Output;
use crate::percent;
use crate::presented_url::{MAX_URL, PresentedUrl};
use crate::profile::Profile;
use crate::refusal::Refusal;
use crate::request::UrlRequest;
use crate::scheme::{Scheme, UrlSigner, bound, required_expiry};
use crate::sink::Sink;
use crate::verified::Verified;

/// The scheme of nginx.
#[derive(Debug)]
pub struct NginxSecureLink;

impl Scheme for NginxSecureLink {
    fn name(&self) -> &'static str {
        "nginx_secure_link"
    }

    fn meaning(&self) -> &'static str {
        "nginx's secure link module and the CDNs built like it"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::Md5]
    }

    fn bindings(&self) -> &'static [Binding] {
        &[Binding::Directory, Binding::FileName]
    }

    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError> {
        Ok(Box::new(Signer {
            base: profile.base_url().clone(),
            expression: Expression::new(profile, key),
        }))
    }

    fn verify(
        &self,
        profile: &Profile,
        key: &SigningKey,
        url: &str,
        now: i64,
    ) -> Result<Verified, Refusal> {
        let url = PresentedUrl::parse(url).ok_or(Refusal::Malformed)?;
        let below = url
            .below(profile.base_url().as_str())
            .ok_or(Refusal::OutOfScope)?;
        if !percent::stays_below(below) {
            return Err(Refusal::Malformed);
        }
        let expression = Expression::new(profile, key);
        let signed_query = url
            .query
            .as_deref()
            .and_then(|query| query.strip_prefix("md5="));
        let (action, expires_at) = match signed_query {
            Some(query) => (Action::Download, expression.check_file(below, query)?),
            None => (Action::Stream, expression.check_stream(below)?),
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

/// Holds the parts of the signed text that stay the same; nginx sees paths decoded.
struct Expression {
    base_path: Vec<u8>,
    key: SigningKey,
}

impl Expression {
    fn new(profile: &Profile, key: &SigningKey) -> Self {
        Self {
            base_path: percent::decode(profile.base_url().path()).into_owned(),
            key: key.clone(),
        }
    }

    /// `s<expires><decoded path of the directory, with both slashes> <secret>`
    fn stream(&self, expires: &str, directory: &[u8]) -> Md5Token {
        self.start("s", expires, directory)
            .with("/ ")
            .with(self.key.secret())
    }

    /// `d<expires><decoded path> <encoded file name, or nothing> <secret>`
    fn file(&self, expires: &str, path: &[u8], name: &str) -> Md5Token {
        self.start("d", expires, path)
            .with(" ")
            .with(name)
            .with(" ")
            .with(self.key.secret())
    }

    fn start(&self, letter: &str, expires: &str, path: &[u8]) -> Md5Token {
        Md5Token::default()
            .with(letter)
            .with(expires)
            .with(&self.base_path)
            .with("/")
            .with(path)
    }

    /// Reads exactly the query that [`Signer`] writes, behind its `md5=`.
    fn check_file(&self, path: &str, query: &str) -> Result<i64, Refusal> {
        let (token, rest) = query.split_once("&expires=").ok_or(Refusal::Malformed)?;
        let (expires, name) = rest.split_once("&name=").unwrap_or((rest, ""));
        let is_name = |byte| percent::is_unreserved(byte) || byte == b'%';
        if !is_token(token) || !name.bytes().all(is_name) || rest.ends_with("&name=") {
            return Err(Refusal::Malformed);
        }
        let expires_at = read_expires(expires).ok_or(Refusal::Malformed)?;
        if self
            .file(expires, &percent::decode(path), name)
            .verify(token)
        {
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
            let directory = percent::decode(&path[..at]);
            if self.stream(expires, &directory).verify(token) {
                return Ok(expires_at);
            }
            refusal = Refusal::BadSignature;
        }
        Err(refusal)
    }
}

fn is_token(text: &str) -> bool {
    text.len() == TOKEN_LENGTH && base64url::decode_array::<16>(text).is_some()
}

/// One time has one text: digits without a sign or a leading zero.
fn read_expires(text: &str) -> Option<i64> {
    let plain =
        text.len() <= 12 && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

struct Signer {
    base: BaseUrl,
    expression: Expression,
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        let out = &mut out.url;
        let path = MediaPath::parse(request.path)?;
        let name = request.file_name.map(FileName::parse).transpose()?;
        let expires_at = required_expiry(request)?;
        let directory = match request.action {
            Action::Stream => Some(path.stream_directory()?),
            Action::Download | Action::Preview | Action::Upload => None,
        };
        let mut expires = String::with_capacity(12);
        expires.push_integer(expires_at);
        let start = out.len();
        let url = |path| MediaUrl {
            base: &self.base,
            path,
        };
        if let Some(directory) = directory {
            url(directory).push(out);
            out.push('/');
            self.expression
                .stream(&expires, directory.as_bytes())
                .write(out);
            out.push('/');
            out.push_str(&expires);
            out.push('/');
            percent::push_path(path.file_name(), out);
        } else {
            let name = name.map(FileName::encoded).unwrap_or_default();
            url(path.as_str()).push(out);
            out.push_str("?md5=");
            self.expression
                .file(&expires, path.as_str().as_bytes(), &name)
                .write(out);
            out.push_str("&expires=");
            out.push_str(&expires);
            if !name.is_empty() {
                out.push_str("&name=");
                out.push_str(&name);
            }
        }
        if let Some(window) = request.window {
            window.push_fragment(out);
        }
        bound(out.len() - start, MAX_URL)
    }
}

#[cfg(test)]
#[path = "nginx_secure_link_tests.rs"]
mod tests;
