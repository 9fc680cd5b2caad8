//! The pure rules of `pg_share`: what a share's URLs and tokens look like, and which are accepted.
//!
//! No clock, no randomness, no I/O, no `PostgreSQL`: now, key and nonce are arguments.
//!
//! Words used throughout:
//! - *share*: a link to media and its rules; its *epoch* counts how often its URLs were withdrawn
//! - *origin*: one stored object, found by a path below a base URL
//! - *delivery*: where media is served and how its URLs are signed; a [`Profile`] is a delivery as a signer sees it
//! - *scheme*: a way to sign that some server checks
//! - *signing key*: a secret with an id, made for one algorithm
//! - *token*: the native proof, a JSON Web Token in the URI Signing profile (RFC 9246)
//! - *scope*: the URLs that a token opens
//! - *window*: the part of a file that is shown, in seconds of the file
//! - *visit*, *recipient*: for whom a personal token was made

#![forbid(unsafe_code)]

pub mod action;
pub mod address;
pub mod algorithm;
pub mod api_key;
mod azure_container;
mod base64url;
pub mod base_url;
pub mod binding;
mod cat_claims;
mod cbor;
pub mod claims;
pub mod code;
pub mod comment_export;
mod content_type;
mod cose_mac0;
pub mod delivery;
mod disposition;
mod edge_secret;
pub mod embed_html;
pub mod encoding;
mod epoch_path;
pub mod error;
pub mod expiry;
pub mod export_format;
pub mod file_name;
pub mod final_digit;
pub mod gateway;
mod hex;
mod json_text;
pub mod jws;
pub mod key;
pub mod key_export;
#[cfg(feature = "private_keys")]
mod last_signature;
pub mod lifetime;
pub mod link;
pub mod mac;
pub mod mac_sha1;
pub mod md5_token;
pub mod media_path;
pub mod media_url;
pub mod message;
pub mod options;
pub mod output;
pub mod password;
mod pem;
pub mod percent;
pub mod plain_url;
pub mod playlist;
pub mod presented;
pub mod presented_url;
pub mod private_key;
pub mod profile;
pub mod refusal;
pub mod renewal;
pub mod request;
#[cfg(feature = "private_keys")]
mod rs256;
pub mod scheme;
pub mod scope;
mod secure_link;
pub mod share_token;
#[cfg(test)]
mod signing_case;
#[cfg(test)]
mod signing_properties_tests;
mod sigv4;
mod sink;
pub mod slug;
mod strict_json;
pub mod subtitle;
pub mod time_mark;
pub mod timecode;
mod utc;
pub mod verified;
pub mod window;
mod written_text;

pub use action::Action;
pub use algorithm::Algorithm;
pub use base_url::BaseUrl;
pub use binding::Binding;
pub use claims::Claims;
pub use delivery::{CheckedDelivery, check_delivery, try_delivery};
pub use encoding::Encoding;
pub use error::ShareError;
pub use expiry::{capped_expiry, expiry};
pub use export_format::ExportFormat;
pub use file_name::FileName;
pub use jws::Hs256;
pub use key::SigningKey;
pub use lifetime::Lifetimes;
pub use link::{PageOptions, page_url};
pub use media_path::MediaPath;
pub use message::sign_message;
pub use output::{Output, Step};
pub use plain_url::{plain_url, plain_url_into};
pub use playlist::{
    CheckedPlaylist, Child, PlaylistKind, Target, check_playlist, rewrite_playlist,
};
pub use presented::Presented;
pub use profile::Profile;
pub use refusal::Refusal;
pub use renewal::Renewal;
pub use request::UrlRequest;
pub use scheme::{SCHEMES, Scheme, UrlSigner, scheme};
pub use scope::Scope;
pub use share_token::{Purpose, ShareToken};
pub use verified::Verified;
pub use window::{Seconds, Window};
