//! Signs with the templates of a secure link.

use std::cell::RefCell;
use std::fmt::Write as _;

use crate::action::Action;
use crate::base_url::BaseUrl;
use crate::error::ShareError;
use crate::file_name::FileName;
use crate::final_digit::check_final_digit;
use crate::key::SigningKey;
use crate::md5_token::Md5Token;
use crate::media_path::MediaPath;
use crate::output::Output;
use crate::percent;
use crate::presented_url::MAX_URL;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::scheme::nginx_secure_link::NAME;
use crate::scheme::{UrlSigner, bound, required_expiry};
use crate::secure_link::presets::{Link, Links};
use crate::secure_link::rules;
use crate::secure_link::template::{Part, Template, Values};
use crate::sink::Sink;

/// Texts of the row before, kept for their room.
#[derive(Default)]
struct Scratch {
    expires: String,
    name: String,
    address: String,
}

/// Holds what stays the same for a delivery.
pub(crate) struct LinkSigner {
    base: BaseUrl,
    /// The base URL's path as the edge hashes it.
    base_path: Vec<u8>,
    encoded: bool,
    key: SigningKey,
    pub(crate) links: Links,
    scratch: RefCell<Scratch>,
}

impl LinkSigner {
    /// Takes templates that are checked; `encoded` says in what form the edge hashes paths.
    ///
    /// # Errors
    /// [`ShareError::InvalidSecret`] for one that the templates could confuse with an expiry.
    pub(crate) fn new(
        profile: &Profile,
        key: &SigningKey,
        links: Links,
        encoded: bool,
    ) -> Result<Self, ShareError> {
        if links.messages().any(rules::expiry_touches_secret)
            && key.secret().iter().all(u8::is_ascii_digit)
        {
            return Err(ShareError::InvalidSecret(
                "digits alone could be read as part of the expiry beside it",
            ));
        }
        let base = profile.base_url().clone();
        Ok(Self {
            base_path: if encoded {
                base.path().as_bytes().to_vec()
            } else {
                percent::decode(base.path()).into_owned()
            },
            base,
            encoded,
            key: key.clone(),
            links,
            scratch: RefCell::default(),
        })
    }

    pub(crate) fn hash(&self, link: Option<&Link>, values: Values<'_>) -> Md5Token {
        let values = Values {
            base: &self.base_path,
            ..values
        };
        link.map_or_else(Md5Token::default, |link| {
            link.message.hash(&values, self.key.secret())
        })
    }
}

const fn unsupported(what: &'static str) -> ShareError {
    ShareError::Unsupported { scheme: NAME, what }
}

/// What could be read together with a path must not continue it; `:` is part of addresses.
fn check_end(message: &Template, path: MediaPath<'_>) -> Result<(), ShareError> {
    if !rules::follows_a_path(message) {
        return Ok(());
    }
    check_final_digit(path.as_str())?;
    if message.has(&Part::Address) && path.file_name().contains(':') {
        return Err(ShareError::InvalidMediaPath {
            path: path.as_str().to_owned(),
            reason: "has a colon in its last segment, which could be read as part of an address",
        });
    }
    Ok(())
}

impl UrlSigner for LinkSigner {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        let path = MediaPath::parse(request.path)?;
        let name = request.saved_as().map(FileName::parse).transpose()?;
        let expires_at = required_expiry(request)?;
        let link = match request.action {
            Action::Stream => self
                .links
                .stream
                .as_ref()
                .ok_or(unsupported("URLs for streams")),
            Action::Download | Action::Preview | Action::Upload => self
                .links
                .file
                .as_ref()
                .ok_or(unsupported("URLs for single files")),
        }?;
        let covers_directory = !link.message.has(&Part::Path);
        let directory = if covers_directory {
            path.stream_directory()?
        } else {
            ""
        };
        check_end(&link.message, path)?;
        let mut scratch = self.scratch.borrow_mut();
        let scratch = &mut *scratch;
        scratch.expires.clear();
        scratch.expires.push_integer(expires_at);
        scratch.name.clear();
        if let Some(name) = name
            && request.action != Action::Stream
        {
            name.push_encoded(&mut scratch.name);
        }
        scratch.address.clear();
        match (request.address, link.message.has(&Part::Address)) {
            (None, false) => {}
            (Some(address), true) => {
                // A String takes each write.
                let _ = write!(scratch.address, "{}", address.to_canonical());
            }
            (Some(_), false) => return Err(unsupported("way to bind an address")),
            (None, true) => return Err(ShareError::MissingAddress),
        }
        let encoded;
        let (hashed_path, hashed_directory) = if self.encoded {
            encoded = path.encoded();
            let directory = encoded
                .rsplit_once('/')
                .map_or("", |(directory, _)| directory);
            (encoded.as_str(), directory)
        } else {
            (path.as_str(), directory)
        };
        let values = Values {
            expires: &scratch.expires,
            base: &self.base_path,
            path: hashed_path.as_bytes(),
            directory: hashed_directory.as_bytes(),
            name: &scratch.name,
            address: &scratch.address,
        };
        let digest = self.hash(Some(link), values).digest();
        out.explain("string to sign", || link.message.shown(&values));
        let out = &mut out.url;
        let start = out.len();
        out.push_str(&self.base.as_str()[..self.base.as_str().len() - self.base.path().len()]);
        link.url.push_url(&self.base, path, &values, &digest, out);
        if let Some(window) = request.window {
            window.push_fragment(out);
        }
        bound(out.len() - start, MAX_URL)
    }
}

#[cfg(test)]
#[path = "signer_tests.rs"]
mod tests;
