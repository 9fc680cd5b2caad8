//! Tests of the exported forms.

use super::export;
use crate::algorithm::Algorithm;
use crate::base_url::BaseUrl;
use crate::error::ShareError;
use crate::export_format::ExportFormat;
use crate::key::SigningKey;

const SECRET: &str = "SECRET-of-PATH-and-BASE";

fn hs256(kid: &str) -> SigningKey {
    SigningKey::new(kid, Algorithm::Hs256, vec![0xff; 32]).unwrap()
}

fn md5() -> SigningKey {
    SigningKey::new("m1", Algorithm::Md5, SECRET.as_bytes().to_vec()).unwrap()
}

fn base(url: &str) -> [BaseUrl; 1] {
    [BaseUrl::parse(url).unwrap()]
}

fn written(keys: &[&SigningKey], format: ExportFormat) -> Result<String, ShareError> {
    let urls = base("https://h.example/m.v");
    export(keys, format, "pg_share", &urls).map(|text| text.to_string())
}

#[test]
fn a_key_set_holds_each_key() {
    let secret = format!("{}8", "_".repeat(42));
    assert_eq!(
        written(&[&hs256("k2"), &hs256("k1")], ExportFormat::Jwk).unwrap(),
        format!(
            r#"{{"keys":[{{"kty":"oct","kid":"k2","alg":"HS256","k":"{secret}"}},{{"kty":"oct","kid":"k1","alg":"HS256","k":"{secret}"}}]}}"#
        )
    );
}

#[test]
fn traffic_server_renews_with_the_current_key() {
    let text = written(&[&hs256("k2"), &hs256("k1")], ExportFormat::Ats).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["pg_share"]["renewal_kid"], "k2");
    assert_eq!(json["pg_share"]["keys"][1]["kid"], "k1");
    assert!(export(&[&hs256("k1")], ExportFormat::Ats, "a b", &[]).is_err());
}

#[test]
fn haproxy_gets_one_line_for_each_key() {
    let text = written(&[&hs256("k2"), &hs256("k1")], ExportFormat::Haproxy).unwrap();
    let secret = format!("{}8=", "/".repeat(42));
    for kid in ["k1", "k2"] {
        let line = format!("str({secret}),b64dec if {{ var(txn.share_kid) -m str {kid} }}\n");
        assert!(text.contains(&line), "{text}");
    }
}

#[test]
fn haproxy_does_not_get_a_secret_that_it_would_cut() {
    let mut secret = vec![1; 32];
    secret[0] = 0;
    let key = SigningKey::new("k1", Algorithm::Hs256, secret).unwrap();
    assert!(matches!(
        written(&[&key], ExportFormat::Haproxy),
        Err(ShareError::InvalidExport(_))
    ));
}

#[test]
fn nginx_gets_both_expressions() {
    let text = written(&[&md5()], ExportFormat::Nginx).unwrap();
    for line in [
        "location ~ \"^(?<share_directory>/m[.]v/.+/)(?<share_token>",
        "location /m.v/ {",
        "secure_link_md5 \"s$secure_link_expires$share_directory SECRET-of-PATH-and-BASE\";",
        "secure_link_md5 \"d$secure_link_expires$uri $arg_name SECRET-of-PATH-and-BASE\";",
        "server of https://h.example/m.v.",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn nginx_needs_one_key_and_a_plain_base_url() {
    assert!(written(&[&md5(), &md5()], ExportFormat::Nginx).is_err());
    assert!(export(&[&md5()], ExportFormat::Nginx, "", &[]).is_err());
    let odd = base("https://h.example/a$b");
    assert!(export(&[&md5()], ExportFormat::Nginx, "", &odd).is_err());
}

#[test]
fn a_format_for_another_algorithm_names_those_that_fit() {
    let error = written(&[&hs256("k1")], ExportFormat::Nginx).unwrap_err();
    assert_eq!(
        error.hint().unwrap(),
        "formats that fit: jwk, ats, haproxy, text, hex, base64, base64url"
    );
    let error = written(&[&md5()], ExportFormat::Jwk).unwrap_err();
    assert_eq!(
        error.hint().unwrap(),
        "formats that fit: nginx, text, hex, base64, base64url"
    );
    assert!(written(&[], ExportFormat::Jwk).is_err());
}

#[test]
fn format_names_read_back() {
    for format in ExportFormat::ALL {
        assert_eq!(ExportFormat::parse(format.as_str()), Ok(format));
    }
    assert!(ExportFormat::parse("JWK").is_err());
}
