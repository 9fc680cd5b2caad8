//! Tests of the scheme of nginx.

use proptest::prelude::*;
use uuid::Uuid;

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::error::ShareError;
use crate::key::SigningKey;
use crate::md5_token::Md5Token;
use crate::output::Output;
use crate::profile::Profile;
use crate::refusal::Refusal;
use crate::request::UrlRequest;
use crate::verified::Verified;
use crate::window::Window;

const EXP: i64 = 2_147_483_647;
const SECRET: &str = "sixteen-characters";

fn key() -> SigningKey {
    SigningKey::new("n1", Algorithm::Md5, SECRET.as_bytes().to_vec()).unwrap()
}

fn profile() -> Profile {
    Profile::parse(
        r#"{"scheme":"nginx_secure_link","base_url":"https://cdn.example/m%20n","kid":"n1"}"#,
    )
    .unwrap()
}

fn request(path: &str, action: Action) -> UrlRequest<'_> {
    UrlRequest {
        expires_at: Some(EXP),
        ..UrlRequest::new(path, action, Uuid::nil(), 0)
    }
}

fn signed(request: &UrlRequest<'_>) -> Result<String, ShareError> {
    let mut out = Output::new();
    profile().signer(&key())?.write_url(request, &mut out)?;
    Ok(out.url)
}

fn verify(url: &str) -> Result<Verified, Refusal> {
    profile().verify_url(&key(), url, EXP)
}

fn token(text: &str) -> String {
    let mut out = String::new();
    Md5Token::default().with(text).write(&mut out);
    out
}

#[test]
fn a_stream_is_signed_before_its_file() {
    let token = token(&format!("s{EXP}/m n/a b/v1/ {SECRET}"));
    assert_eq!(
        signed(&request("a b/v1/master.m3u8", Action::Stream)).unwrap(),
        format!("https://cdn.example/m%20n/a%20b/v1/{token}/{EXP}/master.m3u8")
    );
}

#[test]
fn a_download_is_signed_with_its_name() {
    let named = UrlRequest {
        file_name: Some("ü b.mp4"),
        ..request("a/f.mp4", Action::Download)
    };
    let token_named = token(&format!("d{EXP}/m n/a/f.mp4 %C3%BC%20b.mp4 {SECRET}"));
    assert_eq!(
        signed(&named).unwrap(),
        format!(
            "https://cdn.example/m%20n/a/f.mp4?md5={token_named}&expires={EXP}&name=%C3%BC%20b.mp4"
        )
    );
    let token = token(&format!("d{EXP}/m n/a/f.mp4  {SECRET}"));
    assert_eq!(
        signed(&request("a/f.mp4", Action::Preview)).unwrap(),
        format!("https://cdn.example/m%20n/a/f.mp4?md5={token}&expires={EXP}")
    );
}

#[test]
fn a_window_becomes_a_fragment() {
    let url = signed(&UrlRequest {
        window: Some(Window::parse("2", "5").unwrap()),
        ..request("a/b.m3u8", Action::Stream)
    })
    .unwrap();
    assert!(url.ends_with("/b.m3u8#t=2,5"), "{url}");
    assert!(verify(&url).is_ok());
}

#[test]
fn the_second_of_the_expiry_still_counts() {
    let url = signed(&request("a/b.m3u8", Action::Stream)).unwrap();
    assert!(profile().verify_url(&key(), &url, EXP).is_ok());
    assert_eq!(
        profile().verify_url(&key(), &url, EXP + 1),
        Err(Refusal::Expired)
    );
}

#[test]
fn children_keep_the_token_and_neighbours_do_not_get_it() {
    let url = signed(&request("a/b.m3u8", Action::Stream)).unwrap();
    let stem = url.strip_suffix("b.m3u8").unwrap();
    for child in ["720p/1.ts", "1.ts?x=1", ""] {
        assert!(verify(&format!("{stem}{child}")).is_ok(), "{child}");
    }
    assert_eq!(verify(&format!("{stem}../x")), Err(Refusal::Malformed));
    assert_eq!(verify(&format!("{stem}..%2fx")), Err(Refusal::Malformed));
    assert_eq!(
        verify(&url.replace("/a/", "/b/")),
        Err(Refusal::BadSignature)
    );
    assert_eq!(
        verify(&url.replace("/a/", "/a/a/")),
        Err(Refusal::BadSignature)
    );
    assert_eq!(
        verify(&url.replace("cdn.", "cdn2.")),
        Err(Refusal::OutOfScope)
    );
    assert_eq!(
        verify(&url.replace("/2147483647/", "/2147483646/")),
        Err(Refusal::BadSignature)
    );
    assert_eq!(
        verify(&url.replace("/2147483647/", "/02147483647/")),
        Err(Refusal::Malformed)
    );
}

#[test]
fn a_directory_may_look_like_a_token() {
    let path = format!("{}/123/v/master.m3u8", "A".repeat(22));
    let url = signed(&request(&path, Action::Stream)).unwrap();
    assert!(verify(&url).is_ok());
    let path = format!("x/{path}");
    let url = signed(&request(&path, Action::Stream)).unwrap();
    assert!(verify(&url).is_ok());
}

#[test]
fn a_changed_download_is_refused() {
    let url = signed(&UrlRequest {
        file_name: Some("n"),
        ..request("a/f.mp4", Action::Download)
    })
    .unwrap();
    assert_eq!(verify(&url).unwrap().action, Action::Download);
    for (from, to, refusal) in [
        ("&name=n", "", Refusal::BadSignature),
        ("&name=n", "&name=m", Refusal::BadSignature),
        ("&name=n", "&name=", Refusal::Malformed),
        ("&name=n", "&name=a/b", Refusal::Malformed),
        ("&name=n", "&name=n&x=1", Refusal::Malformed),
        ("f.mp4", "g.mp4", Refusal::BadSignature),
        ("?md5=", "?x=1&md5=", Refusal::Malformed),
        ("&expires=2147483647", "", Refusal::Malformed),
        (
            "&expires=2147483647",
            "&expires=2147483648",
            Refusal::BadSignature,
        ),
        ("&expires=2147483647", "&expires=-1", Refusal::Malformed),
    ] {
        assert_eq!(verify(&url.replace(from, to)), Err(refusal), "{to}");
    }
    assert_eq!(
        profile().verify_url(
            &SigningKey::new("n1", Algorithm::Md5, vec![b'x'; 20]).unwrap(),
            &url,
            EXP
        ),
        Err(Refusal::BadSignature)
    );
    assert_eq!(
        profile().verify_url(
            &SigningKey::new("n1", Algorithm::Hs256, vec![b'x'; 32]).unwrap(),
            &url,
            EXP
        ),
        Err(Refusal::UnknownKey)
    );
}

#[test]
fn a_stream_token_is_no_download_token_of_a_hostile_directory() {
    let url = signed(&request("a b/v.m3u8", Action::Stream)).unwrap();
    let token = url.split('/').nth(5).unwrap();
    assert_eq!(token.len(), 22);
    for forged in [
        format!("https://cdn.example/m%20n/a?md5={token}&expires={EXP}&name=b/"),
        format!("https://cdn.example/m%20n/a?md5={token}&expires={EXP}&name=b%2F"),
        format!("https://cdn.example/m%20n/a%20b/?md5={token}&expires={EXP}"),
    ] {
        assert!(verify(&forged).is_err(), "{forged}");
    }
}

#[test]
fn a_bad_request_is_refused() {
    let signer = profile().signer(&key()).unwrap();
    let mut out = Output::new();
    for request in [
        UrlRequest {
            expires_at: None,
            ..request("a/b", Action::Download)
        },
        UrlRequest {
            expires_at: Some(-1),
            ..request("a/b", Action::Download)
        },
        UrlRequest {
            file_name: Some("a\nb"),
            ..request("a/b", Action::Download)
        },
        request("b", Action::Stream),
        request("a//b", Action::Stream),
    ] {
        assert!(signer.write_url(&request, &mut out).is_err(), "{request:?}");
    }
}

proptest! {
    #[test]
    fn what_is_signed_is_verified(
        path in "\\PC{1,20}(/\\PC{1,20}){1,3}",
        name in prop::option::of("\\PC{1,20}"),
        action in prop::sample::select(Action::ALL.to_vec()),
    ) {
        let request = UrlRequest { file_name: name.as_deref(), ..request(&path, action) };
        if let Ok(url) = signed(&request) {
            let verified = verify(&url).unwrap();
            prop_assert_eq!(verified.action == Action::Stream, action == Action::Stream);
        }
    }

    #[test]
    fn streams_and_downloads_never_share_a_token(
        stream in "[ab /]{1,8}",
        file in "[ab /]{1,8}",
        name in prop::option::of("[ab ]{1,4}"),
    ) {
        let stream = signed(&request(&stream, Action::Stream));
        let file = signed(&UrlRequest { file_name: name.as_deref(), ..request(&file, Action::Download) });
        if let (Ok(stream), Ok(file)) = (stream, file) {
            let (_, rest) = file.split_once("?md5=").unwrap();
            prop_assert!(!stream.contains(&rest[..22]));
        }
    }

    #[test]
    fn any_text_is_answered(text in ".*|https://cdn.example/m%20n/[!-~]{0,80}") {
        let _ = verify(&text);
    }
}
