//! Templates of the texts that are signed and of the URLs that carry the result, for nginx's secure link and its kin.
//!
//! A template is text with parts in braces, as in `{expires}{path} {secret}`; a stretch in square brackets is left out
//! when its `{name}` is empty. What a template may say is checked in [`crate::secure_link::rules`].

use crate::base_url::BaseUrl;
use crate::base64url;
use crate::hex;
use crate::md5_token::Md5Token;
use crate::media_path::MediaPath;
use crate::percent;

/// One piece of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// Stands as it is.
    Literal(String),
    /// The end in Unix seconds.
    Expires,
    /// The path of one file from the host on.
    Path,
    /// The path of a directory, with the slash behind it.
    Directory,
    /// The path of a directory, without the slash behind it.
    Folder,
    /// The name of the file in its directory.
    File,
    /// The name under which a download is saved, percent-encoded, or nothing.
    Name,
    /// The address of the client.
    Address,
    /// The secret.
    Secret,
    /// The digest in base64url without padding.
    Token,
    /// The digest in base64url with padding.
    TokenPadded,
    /// The digest in hexadecimal digits.
    TokenHex,
    /// Left out when there is no name.
    WithName(Vec<Part>),
}

/// Holds a template that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Template(pub(crate) Vec<Part>);

/// What fills a text to sign; base and paths are in the form that the edge hashes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Values<'a> {
    pub(crate) expires: &'a str,
    pub(crate) base: &'a [u8],
    pub(crate) path: &'a [u8],
    pub(crate) directory: &'a [u8],
    pub(crate) name: &'a str,
    pub(crate) address: &'a str,
}

impl Template {
    /// Reads a template; the error says in words what is wrong with it.
    pub(crate) fn parse(text: &str) -> Result<Self, &'static str> {
        let Some((before, rest)) = text.split_once('[') else {
            return parse_parts(text).map(Self);
        };
        let (inside, behind) = rest
            .split_once(']')
            .ok_or("with a closing bracket for each opening one")?;
        let mut parts = parse_parts(before)?;
        let inside = parse_parts(inside)?;
        if !inside.contains(&Part::Name) {
            return Err("with {name} inside of the square brackets");
        }
        parts.push(Part::WithName(inside));
        parts.extend(parse_parts(behind)?);
        Ok(Self(parts))
    }

    /// Tells whether a part occurs.
    pub(crate) fn has(&self, part: &Part) -> bool {
        self.all().any(|own| own == part)
    }

    /// Gives all parts, those in brackets too.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Part> {
        self.0.iter().flat_map(|part| match part {
            Part::WithName(inside) => inside.as_slice(),
            other => std::slice::from_ref(other),
        })
    }

    /// Hashes the text to sign.
    pub(crate) fn hash(&self, values: &Values<'_>, secret: &[u8]) -> Md5Token {
        let mut md5 = Md5Token::default();
        self.each_piece(values, secret, |piece| md5.add(piece));
        md5
    }

    /// Gives the text to sign with `<secret>` in the place of the secret.
    pub(crate) fn shown(&self, values: &Values<'_>) -> String {
        let mut text = Vec::new();
        self.each_piece(values, b"<secret>", |piece| text.extend_from_slice(piece));
        String::from_utf8_lossy(&text).into_owned()
    }

    fn each_piece(&self, values: &Values<'_>, secret: &[u8], mut take: impl FnMut(&[u8])) {
        for part in &self.0 {
            match part {
                Part::Literal(text) => take(text.as_bytes()),
                Part::Expires => take(values.expires.as_bytes()),
                Part::Path => {
                    take(values.base);
                    take(b"/");
                    take(values.path);
                }
                Part::Directory | Part::Folder => {
                    take(values.base);
                    take(b"/");
                    take(values.directory);
                    if *part == Part::Directory {
                        take(b"/");
                    }
                }
                Part::Name => take(values.name.as_bytes()),
                Part::Address => take(values.address.as_bytes()),
                Part::Secret => take(secret),
                // The rules keep these out of texts to sign.
                Part::File
                | Part::Token
                | Part::TokenPadded
                | Part::TokenHex
                | Part::WithName(_) => {}
            }
        }
    }

    /// Appends what stands behind the host of a URL.
    pub(crate) fn push_url(
        &self,
        base: &BaseUrl,
        path: MediaPath<'_>,
        values: &Values<'_>,
        digest: &[u8; 16],
        out: &mut String,
    ) {
        push_parts(&self.0, base, path, values, digest, out);
    }
}

fn push_parts(
    parts: &[Part],
    base: &BaseUrl,
    path: MediaPath<'_>,
    values: &Values<'_>,
    digest: &[u8; 16],
    out: &mut String,
) {
    for part in parts {
        match part {
            Part::Literal(text) => out.push_str(text),
            Part::Expires => out.push_str(values.expires),
            Part::Path => {
                out.push_str(base.path());
                out.push('/');
                percent::push_path(path.as_str(), out);
            }
            Part::Directory | Part::Folder => {
                out.push_str(base.path());
                out.push('/');
                percent::push_path(path.directory().unwrap_or_default(), out);
                if *part == Part::Directory {
                    out.push('/');
                }
            }
            Part::File => percent::push_path(path.file_name(), out),
            Part::Name => out.push_str(values.name),
            Part::Address => out.push_str(values.address),
            // The rules keep it out of URLs.
            Part::Secret => {}
            Part::Token => base64url::encode_into(digest, out),
            Part::TokenPadded => {
                base64url::encode_into(digest, out);
                out.push_str("==");
            }
            Part::TokenHex => hex::push(digest, out),
            Part::WithName(inside) => {
                if !values.name.is_empty() {
                    push_parts(inside, base, path, values, digest, out);
                }
            }
        }
    }
}

fn parse_parts(text: &str) -> Result<Vec<Part>, &'static str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((literal, after)) = rest.split_once('{') {
        push_literal(literal, &mut parts)?;
        let (word, behind) = after
            .split_once('}')
            .ok_or("with a closing brace for each opening one")?;
        parts.push(named(word)?);
        rest = behind;
    }
    push_literal(rest, &mut parts)?;
    Ok(parts)
}

fn push_literal(text: &str, parts: &mut Vec<Part>) -> Result<(), &'static str> {
    if text.contains(['}', '[', ']']) {
        return Err("without stray braces and with at most one pair of square brackets");
    }
    if !text.is_empty() {
        parts.push(Part::Literal(text.to_owned()));
    }
    Ok(())
}

fn named(word: &str) -> Result<Part, &'static str> {
    Ok(match word {
        "expires" => Part::Expires,
        "path" => Part::Path,
        "directory" => Part::Directory,
        "folder" => Part::Folder,
        "file" => Part::File,
        "name" => Part::Name,
        "address" => Part::Address,
        "secret" => Part::Secret,
        "token" => Part::Token,
        "token_padded" => Part::TokenPadded,
        "token_hex" => Part::TokenHex,
        _ => {
            return Err(
                "of the parts {expires} {path} {directory} {folder} {file} {name} {address} {secret} {token} \
                 {token_padded} {token_hex}",
            );
        }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Part, Template, Values};

    #[test]
    fn a_template_is_read_into_its_parts() {
        let parts = Template::parse("d{expires}{path}[&n={name}] {secret}")
            .unwrap()
            .0;
        assert_eq!(
            parts,
            [
                Part::Literal("d".to_owned()),
                Part::Expires,
                Part::Path,
                Part::WithName(vec![Part::Literal("&n=".to_owned()), Part::Name]),
                Part::Literal(" ".to_owned()),
                Part::Secret,
            ]
        );
    }

    #[test]
    fn a_broken_template_is_refused() {
        for text in [
            "{",
            "}",
            "{path",
            "path}",
            "{paths}",
            "{}",
            "[",
            "]",
            "[x]",
            "[{name}][{name}]",
            "{pa{th}",
        ] {
            assert!(Template::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_text_is_shown_without_the_secret() {
        let text =
            Template::parse("{expires}{directory}|{path}|{folder} {name} {address} {secret}");
        let values = Values {
            expires: "9",
            base: b"/m",
            path: b"a/b",
            directory: b"a",
            name: "n",
            address: "1.2.3.4",
        };
        assert_eq!(
            text.unwrap().shown(&values),
            "9/m/a/|/m/a/b|/m/a n 1.2.3.4 <secret>"
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[{}\\[\\]a-z]{0,30}|.*") {
            let _ = Template::parse(&text);
        }
    }
}
