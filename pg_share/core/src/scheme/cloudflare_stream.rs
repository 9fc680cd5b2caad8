//! Cloudflare Stream: a token in the path in place of the video's id, which relative URIs of playlists keep
//! (developers.cloudflare.com/stream/viewing-videos/securing-your-stream).
//!
//! A token always opens the whole video. That of a stream opens no file for download; previews get none, since theirs
//! would play the video.

use std::net::IpAddr;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::base_url::BaseUrl;
use crate::binding::Binding;
use crate::error::ShareError;
use crate::file_name::FileName;
use crate::key::SigningKey;
use crate::media_path::MediaPath;
use crate::options::{OptionKind, OptionRule};
use crate::output::Output;
use crate::percent;
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
    meaning: "id that Cloudflare gave the signing key; without it the key id",
};

static OPTIONS: [OptionRule; 1] = [SIGNING_KEY_ID];

/// The scheme of Cloudflare Stream.
#[derive(Debug)]
pub struct CloudflareStream;

impl Scheme for CloudflareStream {
    fn name(&self) -> &'static str {
        "cloudflare_stream"
    }

    fn meaning(&self) -> &'static str {
        "Cloudflare Stream for videos that require signed URLs: streams and downloads"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::Rs256]
    }

    fn options(&self) -> &'static [OptionRule] {
        &OPTIONS
    }

    fn bindings(&self) -> &'static [Binding] {
        &[Binding::Directory, Binding::Address]
    }

    fn actions(&self) -> &'static [Action] {
        &[Action::Stream, Action::Download]
    }

    fn check(&self, profile: &Profile) -> Result<(), ShareError> {
        if !profile.options().flag(EPOCH_IN_PATH) {
            return Ok(());
        }
        Err(ShareError::InvalidDelivery {
            scheme: self.name(),
            reason: "paths start with a video's id, so epoch_in_path cannot be set",
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
            key_id: key_id.to_owned(),
            base: profile.base_url().clone(),
        }))
    }
}

struct Signer {
    rs256: Rs256,
    key_id: String,
    base: BaseUrl,
}

impl Signer {
    fn claims(&self, request: &UrlRequest<'_>, id: &str) -> Result<String, ShareError> {
        let mut claims = String::from("{\"sub\":\"");
        claims.push_str(id);
        claims.push_str("\",\"kid\":\"");
        claims.push_str(&self.key_id);
        claims.push_str("\",\"exp\":");
        claims.push_integer(required_expiry(request)?);
        if request.action == Action::Download {
            claims.push_str(",\"downloadable\":true");
        }
        if let Some(address) = request.address {
            claims.push_str(",\"accessRules\":[{\"type\":\"ip.src\",\"action\":\"allow\",\"ip\":[\"");
            claims.push_str(&range_of(address));
            claims.push_str("\"]},{\"type\":\"any\",\"action\":\"block\"}]");
        }
        claims.push('}');
        Ok(claims)
    }
}

/// Gives the range that holds one address alone.
fn range_of(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => format!("{address}/32"),
        IpAddr::V6(address) => format!("{address}/128"),
    }
}

/// Takes the video's id and what follows it; files for download stand in a folder of their own.
fn split(path: &str, action: Action) -> Option<(&str, &str)> {
    let (id, rest) = path.split_once('/')?;
    let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_file = rest.starts_with("downloads/");
    (is_id && is_file == (action == Action::Download)).then_some((id, rest))
}

/// Gives the name that Cloudflare puts into the header, if it takes this one: it adds the ending itself.
fn shown_name(name: &str) -> Option<&str> {
    let stem = name.strip_suffix(".mp4").unwrap_or(name);
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    ((1..=120).contains(&stem.len()) && stem.bytes().all(plain)).then_some(stem)
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        check_action(&CloudflareStream, request.action)?;
        let path = MediaPath::parse(request.path)?.as_str();
        let name = request.saved_as().map(FileName::parse).transpose()?;
        let (id, rest) =
            split(path, request.action).ok_or_else(|| ShareError::InvalidMediaPath {
                path: path.to_owned(),
                reason: "is none of <video id>/manifest/… for a stream, and <video id>/downloads/… for a download",
            })?;
        let claims = self.claims(request, id)?;
        let input = self.rs256.signing_input(&claims);
        out.explain("claims", || claims);
        out.explain("string to sign", || input.clone());
        let url = &mut out.url;
        let start = url.len();
        url.push_str(self.base.as_str());
        url.push('/');
        self.rs256.push_token(&input, url)?;
        url.push('/');
        percent::push_path(rest, url);
        if request.action == Action::Download
            && let Some(name) = name.and_then(|name| shown_name(name.as_str()))
        {
            url.push_str("?filename=");
            url.push_str(name);
        }
        if let Some(window) = request.window {
            window.push_fragment(url);
        }
        bound(url.len() - start, MAX_URL)
    }
}

#[cfg(test)]
#[path = "cloudflare_stream_tests.rs"]
mod tests;
