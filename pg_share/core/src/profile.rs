//! A delivery as the signer sees it: scheme, base URL, key id and options; it holds no secret.

use std::fmt;

use crate::base_url::BaseUrl;
use crate::epoch_path::{self, FolderSigner};
use crate::error::ShareError;
use crate::key::{SigningKey, check_kid};
use crate::options::Options;
use crate::presented::url_part;
use crate::presented_url::PresentedUrl;
use crate::refusal::Refusal;
use crate::request::UrlRequest;
use crate::scheme::{self, Scheme, UrlSigner};
use crate::strict_json::{self, Json};
use crate::verified::Verified;

/// The option that puts a folder of the share before each path.
pub(crate) const EPOCH_IN_PATH: &str = "epoch_in_path";

/// Holds a checked delivery.
#[derive(Clone)]
pub struct Profile {
    scheme: &'static dyn Scheme,
    base_url: BaseUrl,
    kid: Option<String>,
    options: Options,
}

impl Profile {
    /// Joins the parts as they are stored; no key id, since the caller chooses the key.
    ///
    /// # Errors
    /// Whatever is wrong with a part.
    pub fn new(scheme: &str, base_url: &str, options_json: &str) -> Result<Self, ShareError> {
        let scheme = scheme::scheme(scheme)?;
        Ok(Self {
            scheme,
            base_url: BaseUrl::parse(base_url)?,
            kid: None,
            options: Options::parse(scheme, options_json)?,
        })
    }

    /// Reads `{"scheme":…,"base_url":…,"kid":…,"options":{…}}`; `kid` and `options` may be missing or null.
    ///
    /// # Errors
    /// [`ShareError::InvalidProfile`] and whatever is wrong with a member.
    pub fn parse(json: &str) -> Result<Self, ShareError> {
        let members = strict_json::parse_object(json.as_bytes())
            .ok_or(ShareError::InvalidProfile("a profile is a JSON object"))?;
        let (mut scheme, mut base_url, mut kid, mut options) = (None, None, None, Vec::new());
        for (name, value) in members {
            match (name.as_str(), value) {
                ("scheme", Json::Text(text)) => scheme = Some(scheme::scheme(&text)?),
                ("base_url", Json::Text(text)) => base_url = Some(BaseUrl::parse(&text)?),
                ("kid", Json::Text(text)) => {
                    check_kid(&text)?;
                    kid = Some(text);
                }
                ("options", Json::Object(members)) => options = members,
                ("kid" | "options", Json::Null) => {}
                _ => {
                    return Err(ShareError::InvalidProfile(
                        "a profile has the members scheme, base_url, kid and options",
                    ));
                }
            }
        }
        let scheme = scheme.ok_or(ShareError::InvalidProfile("scheme is missing"))?;
        Ok(Self {
            scheme,
            base_url: base_url.ok_or(ShareError::InvalidProfile("base_url is missing"))?,
            kid,
            options: Options::from_members(scheme, options)?,
        })
    }

    /// Gives the signing scheme.
    #[must_use]
    pub fn scheme(&self) -> &'static dyn Scheme {
        self.scheme
    }

    /// Gives the base URL.
    #[must_use]
    pub const fn base_url(&self) -> &BaseUrl {
        &self.base_url
    }

    /// Gives the id of the key that signs.
    #[must_use]
    pub fn kid(&self) -> Option<&str> {
        self.kid.as_deref()
    }

    /// Gives the options.
    #[must_use]
    pub const fn options(&self) -> &Options {
        &self.options
    }

    /// Prepares the signer of many URLs.
    ///
    /// # Errors
    /// [`ShareError::WrongKey`] for another key than the profile names, [`ShareError::WrongAlgorithm`] for one
    /// that the scheme cannot use.
    pub fn signer(&self, key: &SigningKey) -> Result<Box<dyn UrlSigner>, ShareError> {
        if let Some(kid) = self.kid()
            && kid != key.kid()
        {
            return Err(ShareError::WrongKey {
                wanted: kid.to_owned(),
                given: key.kid().to_owned(),
            });
        }
        scheme::check_algorithm(self.scheme, key.algorithm())?;
        scheme::check_secret_length(self.scheme, &self.options, key.secret().len())?;
        let signer = self.scheme.prepare(self, key)?;
        Ok(if self.options.flag(EPOCH_IN_PATH) {
            Box::new(FolderSigner(signer))
        } else {
            signer
        })
    }

    /// Refuses a request that the scheme cannot express.
    ///
    /// # Errors
    /// [`ShareError::Unsupported`].
    pub fn check_request(&self, request: &UrlRequest<'_>) -> Result<(), ShareError> {
        scheme::check_request(self.scheme, request)
    }

    /// Checks a URL of this delivery at a time in Unix seconds; the key may be any that is still accepted.
    ///
    /// # Errors
    /// The reason why it is not accepted.
    pub fn verify_url(&self, key: &SigningKey, url: &str, now: i64) -> Result<Verified, Refusal> {
        if !self.scheme.algorithms().contains(&key.algorithm()) {
            return Err(Refusal::UnknownKey);
        }
        let verified = self.scheme.verify(self, key, url, now)?;
        if !self.options.flag(EPOCH_IN_PATH) {
            return Ok(verified);
        }
        let url = PresentedUrl::parse(url_part(url)).ok_or(Refusal::Malformed)?;
        let below = url.below(self.base_url.as_str());
        epoch_path::add_share(verified, below.ok_or(Refusal::OutOfScope)?)
    }
}

impl fmt::Debug for Profile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Profile")
            .field("scheme", &self.scheme.name())
            .field("base_url", &self.base_url)
            .field("kid", &self.kid)
            .field("options", &self.options)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::Profile;
    use crate::algorithm::Algorithm;
    use crate::error::ShareError;
    use crate::key::SigningKey;

    #[test]
    fn a_profile_is_read() {
        let profile = Profile::parse(
            r#"{"scheme":"uri_signing","base_url":"https://H/","kid":"k1","options":{"expiry_grid":60}}"#,
        )
        .unwrap();
        assert_eq!(profile.scheme().name(), "uri_signing");
        assert_eq!(profile.base_url().as_str(), "https://h");
        assert_eq!(profile.kid(), Some("k1"));
        assert_eq!(profile.options().seconds("expiry_grid"), Some(60));
    }

    #[test]
    fn an_incomplete_or_odd_profile_is_refused() {
        for json in [
            "",
            "[]",
            r#"{"base_url":"https://h","kid":"k1"}"#,
            r#"{"scheme":"uri_signing","kid":"k1"}"#,
            r#"{"scheme":"none","base_url":"https://h"}"#,
            r#"{"scheme":"uri_signing","base_url":"h"}"#,
            r#"{"scheme":"uri_signing","base_url":"https://h","kid":"a b"}"#,
            r#"{"scheme":"uri_signing","base_url":"https://h","kid":1}"#,
            r#"{"scheme":"uri_signing","base_url":"https://h","options":[]}"#,
            r#"{"scheme":"uri_signing","base_url":"https://h","secret":"x"}"#,
        ] {
            assert!(Profile::parse(json).is_err(), "{json}");
        }
    }

    #[test]
    fn another_key_does_not_sign() {
        let profile =
            Profile::parse(r#"{"scheme":"uri_signing","base_url":"https://h","kid":"k1"}"#)
                .unwrap();
        let key = |kid, algorithm| SigningKey::new(kid, algorithm, vec![b'x'; 32]).unwrap();
        assert!(profile.signer(&key("k1", Algorithm::Hs256)).is_ok());
        assert!(matches!(
            profile.signer(&key("k2", Algorithm::Hs256)),
            Err(ShareError::WrongKey { .. })
        ));
        assert!(matches!(
            profile.signer(&key("k1", Algorithm::Md5)),
            Err(ShareError::WrongAlgorithm { .. })
        ));
    }
}
