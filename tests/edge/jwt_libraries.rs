//! Libraries of other languages, as the distribution packages them, read the native token with nothing but its secret.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;
use share_tests::{Error, Result};
use uuid::Uuid;

use crate::edge::Edge;
use crate::formula::PYTHON;
use crate::native::edge;
use crate::token::{flipped, forged, opened, token_parts};

/// A program, the option after which it takes a script, and the script.
const LIBRARIES: [[&str; 3]; 3] = [
    [PYTHON, "-c", include_str!("jwt/read.py")],
    ["/usr/bin/ruby", "-e", include_str!("jwt/read.rb")],
    ["/usr/bin/perl", "-e", include_str!("jwt/read.pl")],
];

/// What the library says of each token: the claims, or why it refuses it.
fn read(
    [program, option, script]: [&str; 3],
    secret: &str,
    tokens: &[&str],
) -> Result<Vec<String>> {
    let failed = |what: &str| Error::new(format!("{program}: {what}"));
    let mut child = Command::new(program)
        .args([option, script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|came| failed(&came.to_string()))?;
    if let Some(mut input) = child.stdin.take() {
        writeln!(input, "{secret}\n{}", tokens.join("\n"))?;
    }
    let output = child.wait_with_output()?;
    let lines: Vec<String> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(str::to_owned)
        .collect();
    if output.status.success() && lines.len() == tokens.len() {
        return Ok(lines);
    }
    Err(failed(&String::from_utf8_lossy(&output.stderr)))
}

/// The tokens of a stream, a download and a preview.
fn tokens(edge: &mut Edge, share: Uuid, days: i32) -> Result<[String; 3]> {
    let urls = edge.signed_before(share, days)?;
    Ok(urls.each().map(|url| token_parts(url)[1].to_owned()))
}

#[test]
fn the_libraries_read_the_claims_that_the_database_wrote() -> Result {
    let mut edge = edge()?;
    let [(share, _), ..] = edge.film()?;
    let tokens = tokens(&mut edge, share, 0)?;
    let texts = tokens.each_ref().map(String::as_str);
    for library in LIBRARIES {
        let read = read(library, &edge.secret, &texts)?;
        for ((token, action), claims) in texts.into_iter().zip(["s", "d", "p"]).zip(read) {
            let claims: Value = serde_json::from_str(&claims)
                .map_err(|came| Error::new(format!("{claims}: {came}")))?;
            assert_eq!(opened(token, 1)?, claims, "{}", library[0]);
            assert_eq!(share.to_string(), claims["sh"]);
            assert_eq!(action, claims["a"]);
            assert_eq!("pg_share", claims["iss"]);
            assert!(claims["exp"].is_i64(), "{claims}");
        }
    }
    Ok(())
}

#[test]
fn the_libraries_refuse_flipped_bits_other_keys_and_ended_tokens() -> Result {
    let mut edge = edge()?;
    let [(share, _), ..] = edge.film()?;
    let [good, ..] = tokens(&mut edge, share, 0)?;
    let [ended, ..] = tokens(&mut edge, share, 30)?;
    let claims = opened(&good, 1)?.to_string();
    let unsigned = forged(r#"{"alg":"none"}"#, &claims, &edge.secret)?;
    let flipped = flipped(&good);
    let mut bad: Vec<&str> = flipped.iter().map(String::as_str).collect();
    bad.push(&unsigned[..=unsigned.rfind('.').unwrap_or(0)]);
    bad.push(&ended);
    let other_secret = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    for library in LIBRARIES {
        let said = read(library, &edge.secret, &[&good])?;
        assert!(said[0].starts_with('{'), "{said:?}");
        let mut said = read(library, &edge.secret, &bad)?;
        assert!(said[said.len() - 1].contains("exp"), "{said:?}");
        said.extend(read(library, other_secret, &[&good])?);
        assert!(
            said.iter().all(|said| said.starts_with("refused: ")),
            "{said:?}"
        );
    }
    Ok(())
}
