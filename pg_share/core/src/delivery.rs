//! What is checked when a delivery is written, so that signing later has nothing left to complain about.

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::error::ShareError;
use crate::lifetime;
use crate::profile::Profile;
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

#[cfg(test)]
mod tests {
    use super::check_delivery;
    use crate::action::Action;
    use crate::algorithm::Algorithm;
    use crate::error::ShareError;

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
}
