//! The registry of signing schemes; a scheme is one file here and one line in [`SCHEMES`].

pub mod nginx_secure_link;
pub mod uri_signing;

use crate::algorithm::Algorithm;
use crate::error::ShareError;
use crate::key::SigningKey;
use crate::options::OptionRule;
use crate::profile::Profile;
use crate::refusal::Refusal;
use crate::request::UrlRequest;
use crate::verified::Verified;

/// All schemes, in the order of the documentation.
pub static SCHEMES: [&dyn Scheme; 2] = [
    &uri_signing::UriSigning,
    &nginx_secure_link::NginxSecureLink,
];

/// Describes one way to sign URLs that some server checks.
pub trait Scheme: Sync {
    /// Gives the name used in SQL.
    fn name(&self) -> &'static str;

    /// Gives the algorithm that a key must have.
    fn algorithm(&self) -> Algorithm;

    /// Gives the options it has beside [`crate::options::COMMON`].
    fn options(&self) -> &'static [OptionRule];

    /// Prepares the signer of many URLs of one delivery.
    ///
    /// # Errors
    /// [`ShareError::WrongAlgorithm`].
    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError>;

    /// Checks a URL at a time in Unix seconds.
    ///
    /// # Errors
    /// The reason why it is not accepted.
    fn verify(
        &self,
        profile: &Profile,
        key: &SigningKey,
        url: &str,
        now: i64,
    ) -> Result<Verified, Refusal>;
}

/// Signs the URLs of one delivery with one key.
pub trait UrlSigner {
    /// Appends a signed URL.
    ///
    /// # Errors
    /// What is wrong with the request; nothing is appended then.
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut String) -> Result<(), ShareError>;
}

/// Finds a scheme by its name.
///
/// # Errors
/// [`ShareError::UnknownScheme`].
pub fn scheme(name: &str) -> Result<&'static dyn Scheme, ShareError> {
    SCHEMES
        .into_iter()
        .find(|scheme| scheme.name() == name)
        .ok_or_else(|| ShareError::UnknownScheme(name.to_owned()))
}

/// Gives all names, comma separated, for hints.
#[must_use]
pub fn names() -> String {
    SCHEMES.map(Scheme::name).join(", ")
}

pub(crate) fn check_algorithm(scheme: &dyn Scheme, given: Algorithm) -> Result<(), ShareError> {
    let needed = scheme.algorithm();
    if needed == given {
        return Ok(());
    }
    Err(ShareError::WrongAlgorithm {
        scheme: scheme.name(),
        needed,
        given,
    })
}

/// Gives the expiry that a signed URL must have, within the years that can be named.
pub(crate) fn required_expiry(request: &UrlRequest<'_>) -> Result<i64, ShareError> {
    let expires_at = request.expires_at.ok_or(ShareError::MissingExpiry)?;
    crate::claims::check_expiry(expires_at)?;
    Ok(expires_at)
}

/// Takes back what was appended when it is longer than verifiers accept.
pub(crate) fn bound(
    out: &mut String,
    start: usize,
    fits: bool,
    limit: usize,
) -> Result<(), ShareError> {
    if fits {
        return Ok(());
    }
    out.truncate(start);
    Err(ShareError::UrlTooLong { limit })
}
