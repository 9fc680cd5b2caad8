//! What is checked when a delivery is written, so that signing later has nothing left to complain about.

use uuid::Uuid;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::error::ShareError;
use crate::key::SigningKey;
use crate::lifetime;
use crate::output::Output;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::scheme;

/// Holds the parts of a delivery as they are stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedDelivery {
    /// The normalised base URL.
    pub base_url: String,
    /// The options as compact JSON, in the order of their rules.
    pub options_json: String,
    /// Whether no path may end in a digit.
    pub refuses_final_digit: bool,
}

/// Checks scheme, base URL, options, uses and what is known of the key (its secret's length in bytes).
///
/// # Errors
/// One for each part: [`ShareError::UnknownScheme`], [`ShareError::InvalidBaseUrl`],
/// [`ShareError::InvalidProfile`], [`ShareError::UnknownOption`], [`ShareError::InvalidOption`],
/// [`ShareError::WrongAlgorithm`] and [`ShareError::InvalidSecret`].
pub fn check_delivery(
    scheme: &str,
    base_url: &str,
    options_json: &str,
    uses: &[Action],
    key_algorithm: Algorithm,
    secret_length: usize,
) -> Result<CheckedDelivery, ShareError> {
    let profile = Profile::new(scheme, base_url, options_json)?;
    let (scheme, options) = (profile.scheme(), profile.options());
    scheme::check_algorithm(scheme, key_algorithm)?;
    key_algorithm.check_secret_length(secret_length)?;
    scheme::check_secret_length(scheme, options, secret_length)?;
    for &action in uses {
        scheme::check_action(scheme, action)?;
    }
    lifetime::check(scheme, options)?;
    scheme.check(&profile)?;
    Ok(CheckedDelivery {
        base_url: profile.base_url().as_str().to_owned(),
        options_json: options.to_json(),
        refuses_final_digit: scheme.refuses_final_digit(options),
    })
}

/// Signs with the delivery's key once for each use, so that whatever is wrong with them shows when a delivery is written.
///
/// # Errors
/// Those of [`Profile::signer`] and [`crate::UrlSigner::write_url`], but for what only a path or an address can be wrong with.
pub fn try_delivery(
    checked: &CheckedDelivery,
    scheme: &str,
    uses: &[Action],
    key: &SigningKey,
) -> Result<(), ShareError> {
    let profile = Profile::new(scheme, &checked.base_url, &checked.options_json)?;
    let signer = profile.signer(key)?;
    for &action in uses {
        let mut request = UrlRequest::new("a/b.ts", action, Uuid::nil(), 1);
        request.signed_at = SOME_TIME;
        request.expires_at = Some(SOME_TIME + 60);
        match signer.write_url(&request, &mut Output::new()) {
            Ok(()) | Err(ShareError::InvalidMediaPath { .. } | ShareError::MissingAddress) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// 2033-05-18 in Unix seconds: a signature shows what is wrong at any time.
const SOME_TIME: i64 = 2_000_000_000;

#[cfg(test)]
mod tests {
    use super::{check_delivery, try_delivery};
    use crate::action::Action;
    use crate::algorithm::Algorithm;
    use crate::error::ShareError;
    use crate::key::SigningKey;

    fn check(scheme: &str, url: &str, options: &str) -> Result<String, ShareError> {
        check_delivery(
            scheme,
            url,
            options,
            &[Action::Stream],
            Algorithm::Hs256,
            32,
        )
        .map(|checked| checked.base_url)
    }

    #[test]
    fn a_good_delivery_is_normalised() {
        assert_eq!(
            check("uri_signing", "HTTPS://CDN.example:443/", "{}").unwrap(),
            "https://cdn.example"
        );
    }

    #[test]
    fn an_unknown_scheme_is_answered_with_the_known_ones() {
        let error = check("jwt", "https://h", "{}").unwrap_err();
        assert_eq!(
            error.hint().unwrap(),
            format!("known schemes: {}", crate::scheme::names())
        );
    }

    #[test]
    fn each_part_is_checked() {
        assert!(matches!(
            check("uri_signing", "h", "{}"),
            Err(ShareError::InvalidBaseUrl(_))
        ));
        assert!(matches!(
            check("uri_signing", "https://h", "[]"),
            Err(ShareError::InvalidProfile(_))
        ));
        assert!(matches!(
            check("nginx_secure_link", "https://h", "{}"),
            Err(ShareError::WrongAlgorithm { .. })
        ));
        assert!(matches!(
            check("nginx_secure_link", "https://h", r#"{"issuer":"x"}"#),
            Err(ShareError::UnknownOption { .. })
        ));
        assert!(matches!(
            check_delivery(
                "uri_signing",
                "https://h",
                "{}",
                &[Action::Upload],
                Algorithm::Hs256,
                32
            ),
            Err(ShareError::Unsupported { .. })
        ));
        assert!(matches!(
            check_delivery("uri_signing", "https://h", "{}", &[], Algorithm::Hs256, 31),
            Err(ShareError::InvalidSecret(_))
        ));
    }

    #[test]
    fn a_key_or_a_use_that_cannot_sign_shows_when_a_delivery_is_written() {
        let tried = |scheme, options, action, algorithm, secret: &[u8]| {
            let checked = check_delivery(
                scheme,
                "https://h",
                options,
                &[action],
                algorithm,
                secret.len(),
            )?;
            let key = SigningKey::new("k1", algorithm, secret.to_vec())?;
            try_delivery(&checked, scheme, &[action], &key)
        };
        let (stream, download, preview) = (Action::Stream, Action::Download, Action::Preview);
        let (sha256, sha1, md5) = (Algorithm::HmacSha256, Algorithm::HmacSha1, Algorithm::Md5);
        let text = b"0123456789abcdef0123456789abcdef";
        let zero = b"0123456789abcde\x000123456789abcdef";
        let cdn77 = r#"{"preset":"cdn77"}"#;
        for (scheme, options, action, algorithm, secret, fits) in [
            ("cloudflare_hmac", "{}", stream, sha256, text, true),
            ("cloudflare_hmac", "{}", stream, sha256, zero, false),
            ("ats_url_sig", "{}", stream, sha1, zero, false),
            ("fastly", "{}", stream, sha256, zero, false),
            ("imgproxy", "{}", preview, sha256, text, false),
            ("nginx_secure_link", cdn77, stream, md5, text, true),
            ("nginx_secure_link", cdn77, download, md5, text, false),
        ] {
            let tried = tried(scheme, options, action, algorithm, secret);
            assert_eq!(tried.is_ok(), fits, "{scheme} {options} {tried:?}");
        }
    }
}
