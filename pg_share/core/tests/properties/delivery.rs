//! What holds for each delivery that someone writes.

use share_core::{Algorithm, Output, Profile, SCHEMES, SigningKey, UrlRequest, check_delivery};
use uuid::Uuid;

const LENGTHS: [usize; 4] = [16, 32, 43, 64];

/// What is accepted is stored in a form that is accepted as it is, and signs each path or says why not.
pub(crate) fn check(base_url: &str, options: &str, path: &str) {
    for scheme in SCHEMES {
        for &algorithm in scheme.algorithms() {
            for length in LENGTHS {
                check_one(scheme.name(), base_url, options, path, algorithm, length);
            }
        }
    }
}

fn check_one(
    scheme: &str,
    base_url: &str,
    options: &str,
    path: &str,
    algorithm: Algorithm,
    length: usize,
) {
    let Ok(stored) = check_delivery(scheme, base_url, options, &[], algorithm, length) else {
        return;
    };
    let again = check_delivery(
        scheme,
        &stored.base_url,
        &stored.options_json,
        &[],
        algorithm,
        length,
    );
    assert_eq!(again.as_ref(), Ok(&stored));
    let profile = Profile::new(scheme, &stored.base_url, &stored.options_json);
    assert!(profile.is_ok(), "{scheme} does not read its own options");
    let Ok(profile) = profile else {
        return;
    };
    // Some schemes want more of a secret than its length.
    let Ok(key) = SigningKey::new("k1", algorithm, vec![b'a'; length]) else {
        return;
    };
    let Ok(signer) = profile.signer(&key) else {
        return;
    };
    for &action in profile.scheme().actions() {
        let request = UrlRequest {
            expires_at: Some(1_700_000_300),
            signed_at: 1_700_000_000,
            ..UrlRequest::new(path, action, Uuid::from_u128(1), 1)
        };
        let mut out = Output::explaining();
        if signer.write_url(&request, &mut out).is_ok() {
            // Some put their token before the path of the base URL.
            let host: Vec<_> = stored.base_url.splitn(4, '/').take(3).collect();
            assert!(out.url.starts_with(&host.join("/")), "{}", out.url);
            let is_plain = out.url.bytes().all(|byte| byte.is_ascii_graphic());
            assert!(is_plain, "{}", out.url);
            let secret = "a".repeat(length);
            assert!(out.steps().iter().all(|step| !step.value.contains(&secret)));
        }
    }
}
