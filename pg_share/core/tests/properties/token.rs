//! What holds for each text that is presented as a token or a signed URL.

use share_core::{Algorithm, Presented, Profile, SCHEMES, SigningKey};

const NOW: i64 = 1_700_000_000;

/// No text that was not signed with the key is accepted, as a token or as a URL of any scheme.
pub(crate) fn check(text: &str) {
    let key = |algorithm| SigningKey::new("k1", algorithm, vec![b'x'; 32]);
    if let (Ok(presented), Ok(key)) = (Presented::parse(text), key(Algorithm::Hs256)) {
        assert!(presented.verify(&key, NOW).is_err());
    }
    for scheme in SCHEMES {
        let Ok(profile) = Profile::new(scheme.name(), "https://h.example/m", "{}") else {
            continue;
        };
        for &algorithm in scheme.algorithms() {
            if let Ok(key) = key(algorithm) {
                assert!(profile.verify_url(&key, text, NOW).is_err());
            }
        }
    }
}
