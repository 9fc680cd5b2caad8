//! Signing keys written the way the servers that check URLs read them; the result is a secret.

use base64ct::{Base64, Encoding};
use zeroize::Zeroizing;

use crate::algorithm::Algorithm;
use crate::base_url::BaseUrl;
use crate::claims::check_issuer;
use crate::error::ShareError;
use crate::export_format::ExportFormat;
use crate::json_text;
use crate::key::SigningKey;
use crate::percent::is_unreserved;

/// Writes keys, the current one first; the bare formats hold that one alone. The issuer is used by Traffic Server, the base URLs by nginx.
///
/// # Errors
/// [`ShareError::FormatMismatch`] for a key of another algorithm, [`ShareError::InvalidExport`] when something
/// is missing, [`ShareError::InvalidClaim`] for a bad issuer.
pub fn export(
    keys: &[&SigningKey],
    format: ExportFormat,
    issuer: &str,
    base_urls: &[BaseUrl],
) -> Result<Zeroizing<String>, ShareError> {
    let first = keys
        .first()
        .ok_or(ShareError::InvalidExport("there is no key"))?;
    for key in keys {
        check_format(format, key)?;
    }
    let mut out = Zeroizing::new(String::with_capacity(4096));
    match format {
        ExportFormat::Jwk => push_key_set(keys, &mut out),
        ExportFormat::Ats => {
            check_issuer(issuer)?;
            push_ats(keys, first, issuer, &mut out);
        }
        ExportFormat::Haproxy => push_haproxy(keys, &mut out)?,
        ExportFormat::Nginx => push_nginx(keys, base_urls, &mut out)?,
        ExportFormat::Bare(encoding) => out.push_str(&encoding.encode(first.secret()).ok_or(
            ShareError::InvalidExport("the secret is no text; export it as hex or base64"),
        )?),
    }
    Ok(out)
}

fn check_format(format: ExportFormat, key: &SigningKey) -> Result<(), ShareError> {
    let algorithm = key.algorithm();
    if algorithm == Algorithm::ShareToken {
        return Err(ShareError::InvalidExport(
            "a key for share tokens stays here; no edge checks them",
        ));
    }
    if format.fits(algorithm) {
        return Ok(());
    }
    let fitting: Vec<_> = ExportFormat::ALL
        .into_iter()
        .filter(|format| format.fits(algorithm))
        .map(ExportFormat::as_str)
        .collect();
    Err(ShareError::FormatMismatch {
        format: format.as_str(),
        algorithm,
        fitting: fitting.join(", "),
    })
}

/// The members of RFC 7517 §4 and RFC 7518 §6.4.
fn push_keys(keys: &[&SigningKey], out: &mut String) {
    out.push_str("\"keys\":[");
    for (at, key) in keys.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push_str("{\"kty\":\"oct\",\"kid\":");
        json_text::push_string(key.kid(), out);
        out.push_str(",\"alg\":");
        json_text::push_string(key.algorithm().as_str(), out);
        out.push_str(",\"k\":");
        json_text::push_string(&key.secret_text(), out);
        out.push('}');
    }
    out.push(']');
}

fn push_key_set(keys: &[&SigningKey], out: &mut String) {
    out.push('{');
    push_keys(keys, out);
    out.push('}');
}

/// The configuration of Traffic Server's `uri_signing` plugin: issuer to key set; it needs a renewal key.
fn push_ats(keys: &[&SigningKey], first: &SigningKey, issuer: &str, out: &mut String) {
    out.push('{');
    json_text::push_string(issuer, out);
    // Without strip_token the token would reach the origin and be part of the cache's key.
    out.push_str(":{\"strip_token\":true,\"renewal_kid\":");
    json_text::push_string(first.kid(), out);
    out.push(',');
    push_keys(keys, out);
    out.push_str("}}");
}

/// `jwt_verify` takes the secret itself, as a variable; there `HAProxy` ends a secret at its first zero byte,
/// so that a secret with one would be shorter than it looks, or empty.
fn push_haproxy(keys: &[&SigningKey], out: &mut String) -> Result<(), ShareError> {
    out.push_str(
        "# Expects the token in txn.share_token; exp and cdniuc are left to the rules that follow.\n\
         http-request set-var(txn.share_kid) var(txn.share_token),jwt_header_query('$.kid')\n",
    );
    for key in keys {
        if key.secret().contains(&0) {
            return Err(ShareError::InvalidExport(
                "HAProxy would cut the secret at its zero byte; rotate the key",
            ));
        }
        let secret = Zeroizing::new(Base64::encode_string(key.secret()));
        out.push_str("http-request set-var(txn.share_secret) str(");
        out.push_str(&secret);
        out.push_str("),b64dec if { var(txn.share_kid) -m str ");
        out.push_str(key.kid());
        out.push_str(" }\n");
    }
    // jwt_verify believes its argument and does not look at the header's algorithm.
    out.push_str(
        "http-request deny deny_status 403 unless { var(txn.share_token),jwt_header_query('$.alg') -m str HS256 }\n\
         http-request deny deny_status 403 unless { var(txn.share_secret) -m found }\n\
         http-request deny deny_status 403 unless { var(txn.share_token),jwt_verify(HS256,txn.share_secret) 1 }\n",
    );
    Ok(())
}

/// The expressions that [`crate::scheme::nginx_secure_link`] signs. nginx checks one key in a request, so the key
/// before a rotation needs a server of its own, to which the first hands on what it does not know.
fn push_nginx(
    keys: &[&SigningKey],
    base_urls: &[BaseUrl],
    out: &mut String,
) -> Result<(), ShareError> {
    let [key] = keys else {
        return Err(ShareError::InvalidExport(
            "nginx checks one key in a request; export one at a time",
        ));
    };
    if base_urls.is_empty() {
        return Err(ShareError::InvalidExport(
            "nginx needs the base URL of a delivery",
        ));
    }
    let secret = key.secret_text();
    for base_url in base_urls {
        let path = base_url.path();
        let plain = |byte| is_unreserved(byte) || byte == b'/';
        if !path.bytes().all(plain) {
            return Err(ShareError::InvalidExport(
                "the path of a base URL has a character that needs escaping in an nginx configuration",
            ));
        }
        push_template(NGINX, base_url, &secret, out);
    }
    Ok(())
}

/// The name in the query is the visitor's to write; its check keeps the blanks of the expression countable.
const NGINX: &str = r#"# Belongs into the server of BASE. It holds the secret in clear text.
# Streams: everything below the directory that stands before the token.
location ~ "^(?<share_directory>PATTERN/.+/)(?<share_token>[A-Za-z0-9_-]{22})/(?<share_expires>[1-9][0-9]*)/(?<share_file>.+)$" {
    secure_link $share_token,$share_expires;
    secure_link_md5 "s$secure_link_expires$share_directory SECRET";
    if ($secure_link = "") { return 403; }
    if ($secure_link = "0") { return 410; }
    rewrite ^ $share_directory$share_file break;
}
# Downloads and previews: exactly one file.
location PATH/ {
    secure_link $arg_md5,$arg_expires;
    secure_link_md5 "d$secure_link_expires$uri $arg_name SECRET";
    if ($arg_name !~ "^[A-Za-z0-9._~%-]*$") { return 403; }
    if ($secure_link = "") { return 403; }
    if ($secure_link = "0") { return 410; }
    set $share_disposition "";
    if ($arg_name != "") { set $share_disposition "attachment; filename*=UTF-8''$arg_name"; }
    add_header Content-Disposition $share_disposition;
}
"#;

/// Fills the words in capitals in one pass, so that a secret that contains such a word stays as it is.
fn push_template(template: &str, base_url: &BaseUrl, secret: &str, out: &mut String) {
    let pattern = base_url.path().replace('.', "[.]");
    let words = [
        ("SECRET", secret),
        ("PATTERN", pattern.as_str()),
        ("PATH", base_url.path()),
        ("BASE", base_url.as_str()),
    ];
    let mut rest = template;
    loop {
        let next = words
            .iter()
            .filter_map(|(word, value)| Some((rest.find(word)?, word, value)))
            .min_by_key(|(at, _, _)| *at);
        let Some((at, word, value)) = next else {
            break;
        };
        out.push_str(&rest[..at]);
        out.push_str(value);
        rest = &rest[at + word.len()..];
    }
    out.push_str(rest);
}

#[cfg(test)]
#[path = "key_export_tests.rs"]
mod tests;
