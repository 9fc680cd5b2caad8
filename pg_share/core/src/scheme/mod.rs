//! The registry of signing schemes: a scheme is one file here and one line in the list below.

use std::ops::RangeInclusive;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::binding::Binding;
use crate::error::ShareError;
use crate::key::SigningKey;
use crate::options::{OptionRule, Options};
use crate::output::Output;
use crate::profile::Profile;
use crate::refusal::Refusal;
use crate::request::UrlRequest;
use crate::verified::Verified;

/// Declares the module of each scheme and puts its type into [`SCHEMES`].
macro_rules! schemes {
    ($($(#[$built:meta])* $file:ident::$scheme:ident,)*) => {
        $($(#[$built])* pub mod $file;)*

        /// All schemes, in the order of the documentation.
        pub static SCHEMES: &[&dyn Scheme] = &[$($(#[$built])* &$file::$scheme),*];
    };
}

schemes! {
    uri_signing::UriSigning,
    s3::S3,
    nginx_secure_link::NginxSecureLink,
    nginx_hmac::NginxHmac,
    bunny::Bunny,
    akamai_edgeauth::AkamaiEdgeAuth,
    azure_sas::AzureSas,
    cloud_cdn::CloudCdn,
    media_cdn::MediaCdn,
    cloudflare_hmac::CloudflareHmac,
    imgproxy::Imgproxy,
    cat::Cat,
    fastly::Fastly,
    ats_url_sig::AtsUrlSig,
    #[cfg(feature = "private_keys")]
    cloudfront::Cloudfront,
    #[cfg(feature = "private_keys")]
    mux::Mux,
    #[cfg(feature = "private_keys")]
    cloudflare_stream::CloudflareStream,
}

/// Describes one way to sign URLs that some server checks.
pub trait Scheme: Sync {
    /// Gives the name used in SQL.
    fn name(&self) -> &'static str;

    /// Says in half a sentence who checks its URLs.
    fn meaning(&self) -> &'static str;

    /// Gives what its URLs can be for.
    fn actions(&self) -> &'static [Action] {
        &[Action::Stream, Action::Download, Action::Preview]
    }

    /// Gives the algorithms that a key may have.
    fn algorithms(&self) -> &'static [Algorithm];

    /// Gives the accepted lengths of a secret in bytes where they are narrower than those of the algorithm.
    fn secret_length(&self) -> Option<RangeInclusive<usize>> {
        None
    }

    /// Gives the same for the options of one delivery.
    fn secret_length_for(&self, options: &Options) -> Option<RangeInclusive<usize>> {
        let _ = options;
        self.secret_length()
    }

    /// Gives the options it has beside [`crate::options::COMMON`].
    fn options(&self) -> &'static [OptionRule] {
        &[]
    }

    /// Gives what its signatures can cover.
    fn bindings(&self) -> &'static [Binding];

    /// Refuses options and base URLs that do not go together, when a delivery is written.
    ///
    /// # Errors
    /// [`ShareError::InvalidDelivery`], [`ShareError::InvalidOption`].
    fn check(&self, profile: &Profile) -> Result<(), ShareError> {
        let _ = profile;
        Ok(())
    }

    /// Gives the seconds after which its edge takes no URL, however it is signed.
    fn longest_lifetime(&self, options: &Options) -> Option<i64> {
        let _ = options;
        None
    }

    /// Tells whether its signatures name a video by the first part of the path and open all of it.
    fn signs_by_id(&self) -> bool {
        false
    }

    /// Tells whether a path that ends in a digit could be read together with the number behind it, so that one
    /// signature would serve two URLs.
    fn refuses_final_digit(&self, options: &Options) -> bool {
        let _ = options;
        false
    }

    /// Prepares the signer of many URLs of one delivery.
    ///
    /// # Errors
    /// [`ShareError::WrongAlgorithm`] and what else is wrong with the key.
    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError>;

    /// Checks a URL at a time in Unix seconds.
    ///
    /// # Errors
    /// The reason why it is not accepted; [`Refusal::Unverifiable`] where only the edge can tell.
    fn verify(
        &self,
        profile: &Profile,
        key: &SigningKey,
        url: &str,
        now: i64,
    ) -> Result<Verified, Refusal> {
        let _ = (profile, key, url, now);
        Err(Refusal::Unverifiable)
    }
}

/// Signs the URLs of one delivery with one key.
pub trait UrlSigner {
    /// Appends a signed URL.
    ///
    /// # Errors
    /// What is wrong with the request; what was appended until then is of no use.
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError>;
}

/// Finds a scheme by its name.
///
/// # Errors
/// [`ShareError::UnknownScheme`].
pub fn scheme(name: &str) -> Result<&'static dyn Scheme, ShareError> {
    SCHEMES
        .iter()
        .copied()
        .find(|scheme| scheme.name() == name)
        .ok_or_else(|| ShareError::UnknownScheme(name.to_owned()))
}

/// Gives all names, comma separated, for hints.
#[must_use]
pub fn names() -> String {
    let names: Vec<_> = SCHEMES.iter().map(|scheme| scheme.name()).collect();
    names.join(", ")
}

pub(crate) fn check_algorithm(scheme: &dyn Scheme, given: Algorithm) -> Result<(), ShareError> {
    let accepted = scheme.algorithms();
    if accepted.contains(&given) {
        return Ok(());
    }
    let needed: Vec<_> = accepted.iter().map(|one| one.as_str()).collect();
    Err(ShareError::WrongAlgorithm {
        scheme: scheme.name(),
        needed: needed.join(" or "),
        given,
    })
}

pub(crate) fn check_secret_length(
    scheme: &dyn Scheme,
    options: &Options,
    length: usize,
) -> Result<(), ShareError> {
    match scheme.secret_length_for(options) {
        Some(lengths) if !lengths.contains(&length) => Err(ShareError::InvalidDelivery {
            scheme: scheme.name(),
            reason: "the key's secret has a length that the edge does not take",
        }),
        _ => Ok(()),
    }
}

/// Refuses a use that the scheme has no URLs for.
pub(crate) fn check_action(scheme: &dyn Scheme, action: Action) -> Result<(), ShareError> {
    if scheme.actions().contains(&action) {
        return Ok(());
    }
    Err(ShareError::Unsupported {
        scheme: scheme.name(),
        what: match action {
            Action::Stream => "URLs for streams",
            Action::Download => "URLs for downloads",
            Action::Preview => "URLs for previews",
            Action::Upload => "URLs for uploads",
        },
    })
}

/// Refuses a request for an address where a scheme cannot bind one: leaving it out would open the URL to everyone.
pub(crate) fn check_request(
    scheme: &dyn Scheme,
    request: &UrlRequest<'_>,
) -> Result<(), ShareError> {
    if request.address.is_some() && !scheme.bindings().contains(&Binding::Address) {
        return Err(ShareError::Unsupported {
            scheme: scheme.name(),
            what: "way to bind an address",
        });
    }
    check_action(scheme, request.action)
}

/// Gives the expiry that a signed URL must have, within the years that can be named.
pub(crate) fn required_expiry(request: &UrlRequest<'_>) -> Result<i64, ShareError> {
    let expires_at = request.expires_at.ok_or(ShareError::MissingExpiry)?;
    crate::claims::check_expiry(expires_at)?;
    Ok(expires_at)
}

/// Refuses what is longer than verifiers accept.
pub(crate) fn bound(length: usize, limit: usize) -> Result<(), ShareError> {
    if length <= limit {
        Ok(())
    } else {
        Err(ShareError::UrlTooLong { limit })
    }
}
