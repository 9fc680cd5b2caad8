//! Runs inside the copy of the crate that has the added scheme.

use share_core::{Action, Algorithm, Output, Profile, SigningKey, UrlRequest, check_delivery};

#[test]
fn the_added_scheme_is_known_checked_and_signs() {
    let base_url = "https://h.example";
    let uses = [Action::Stream];
    let checked = check_delivery("initials", base_url, "{}", &uses, Algorithm::HmacSha256, 32);
    assert_eq!(checked.unwrap().base_url, base_url);
    assert!(check_delivery("initials", base_url, "{}", &uses, Algorithm::Md5, 32).is_err());
    let profile = Profile::new("initials", base_url, r#"{"epoch_in_path":true}"#).unwrap();
    let key = SigningKey::new("k1", Algorithm::HmacSha256, vec![b'x'; 32]).unwrap();
    let mut out = Output::explaining();
    let request = UrlRequest {
        expires_at: Some(1_700_000_000),
        ..UrlRequest::new("a/b.mp4", Action::Stream, uuid::Uuid::nil(), 3)
    };
    let signer = profile.signer(&key).unwrap();
    signer.write_url(&request, &mut out).unwrap();
    let folder = "https://h.example/s/00000000-0000-0000-0000-000000000000.3/a/b.mp4?";
    assert!(out.url.starts_with(folder), "{}", out.url);
    assert_eq!(out.steps()[0].name, "string to sign");
}
