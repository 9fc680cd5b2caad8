//! Mux Video: a token for the playback id that the path starts with (mux.com/docs/guides/signing-jwts).
//!
//! A token for video opens each rendition of its playback id, files for download too, so that none is made for a
//! download: it would open the stream as well.

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::base_url::BaseUrl;
use crate::binding::Binding;
use crate::error::ShareError;
use crate::key::SigningKey;
use crate::media_path::MediaPath;
use crate::media_url::MediaUrl;
use crate::options::{OptionKind, OptionRule};
use crate::output::Output;
use crate::presented_url::MAX_URL;
use crate::profile::{EPOCH_IN_PATH, Profile};
use crate::request::UrlRequest;
use crate::rs256::Rs256;
use crate::scheme::{Scheme, UrlSigner, bound, check_action, required_expiry};
use crate::sink::Sink;

const SIGNING_KEY_ID: OptionRule = OptionRule {
    name: "signing_key_id",
    kind: OptionKind::Text {
        length: 1..=128,
        allows: |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'),
        shape: "1 to 128 of A-Z a-z 0-9 _ -",
    },
    default: None,
    meaning: "id that Mux gave the signing key; without it the key id",
};

static OPTIONS: [OptionRule; 1] = [SIGNING_KEY_ID];

/// The scheme of Mux.
#[derive(Debug)]
pub struct Mux;

impl Scheme for Mux {
    fn name(&self) -> &'static str {
        "mux"
    }

    fn meaning(&self) -> &'static str {
        "Mux Video for playback ids with a signed policy: streams, and previews below the base URL of its images"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::Rs256]
    }

    fn options(&self) -> &'static [OptionRule] {
        &OPTIONS
    }

    fn bindings(&self) -> &'static [Binding] {
        &[Binding::Directory]
    }

    fn actions(&self) -> &'static [Action] {
        &[Action::Stream, Action::Preview]
    }

    fn check(&self, profile: &Profile) -> Result<(), ShareError> {
        if !profile.options().flag(EPOCH_IN_PATH) {
            return Ok(());
        }
        Err(ShareError::InvalidDelivery {
            scheme: self.name(),
            reason: "paths start with a playback id, so epoch_in_path cannot be set",
        })
    }

    fn signs_by_id(&self) -> bool {
        true
    }

    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError> {
        let key_id = match profile.options().text(&SIGNING_KEY_ID) {
            "" => key.kid(),
            id => id,
        };
        Ok(Box::new(Signer {
            rs256: Rs256::new(key, key_id)?,
            base: profile.base_url().clone(),
        }))
    }
}

struct Signer {
    rs256: Rs256,
    base: BaseUrl,
}

/// Takes the playback id and the kind of token (`aud`) from `<id>.m3u8`, `<id>/thumbnail.…`, `<id>/animated.…` and
/// `<id>/storyboard.…`.
fn subject(path: &str, action: Action) -> Option<(&str, &'static str)> {
    let (id, audience) = match action {
        Action::Stream => (path.strip_suffix(".m3u8")?, "v"),
        Action::Preview => {
            let (id, image) = path.split_once('/')?;
            let (kind, _) = image.split_once('.')?;
            let audience = match kind {
                "thumbnail" => "t",
                "animated" => "g",
                "storyboard" => "s",
                _ => return None,
            };
            (id, audience)
        }
        Action::Download | Action::Upload => return None,
    };
    let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_id.then_some((id, audience))
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        check_action(&Mux, request.action)?;
        let path = MediaPath::parse(request.path)?.as_str();
        let (id, audience) =
            subject(path, request.action).ok_or_else(|| ShareError::InvalidMediaPath {
                path: path.to_owned(),
                reason: "is none of <playback id>.m3u8 for a stream, and <playback id>/ with thumbnail, animated or storyboard for a preview",
            })?;
        let mut claims = String::from("{\"sub\":\"");
        claims.push_str(id);
        claims.push_str("\",\"aud\":\"");
        claims.push_str(audience);
        claims.push_str("\",\"exp\":");
        claims.push_integer(required_expiry(request)?);
        claims.push('}');
        let input = self.rs256.signing_input(&claims);
        out.explain("claims", || claims.clone());
        out.explain("string to sign", || input.clone());
        let url = &mut out.url;
        let start = url.len();
        let base = &self.base;
        MediaUrl { base, path }.push(url);
        url.push_str("?token=");
        self.rs256.push_token(&input, url)?;
        if let Some(window) = request.window {
            window.push_fragment(url);
        }
        bound(url.len() - start, MAX_URL)
    }
}

#[cfg(test)]
#[path = "mux_tests.rs"]
mod tests;
