//! Which templates sign what they seem to: every text to sign has one reading.
//!
//! A path may hold any character, so that it is told apart from both sides: what stands before it is read from the
//! left, what stands behind it from the right, and each piece of changing length ends where a character comes that it
//! cannot have. A secret counts as a fixed text that nobody knows.

use crate::percent::is_unreserved;
use crate::secure_link::template::{Part, Template};

/// What a template is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Everything below a directory.
    Stream,
    /// One file.
    File,
}

/// Checks the text to sign; the error says what a template must be.
pub(crate) fn check_message(message: &Template, purpose: Purpose) -> Result<(), &'static str> {
    let parts = &message.0;
    let count = |wanted: &Part| parts.iter().filter(|part| *part == wanted).count();
    if parts.iter().any(|part| {
        matches!(
            part,
            Part::Token | Part::TokenPadded | Part::TokenHex | Part::File | Part::WithName(_)
        )
    }) {
        return Err("without {token}, {file} and square brackets, which belong into the URL");
    }
    if count(&Part::Secret) != 1 || count(&Part::Expires) != 1 {
        return Err("with {secret} and {expires} once each");
    }
    if count(&Part::Name) > 1 || count(&Part::Address) > 1 {
        return Err("with {name} and {address} at most once");
    }
    if purpose == Purpose::Stream && count(&Part::Name) > 0 {
        return Err("without {name}, as a stream is not saved under a name");
    }
    let free = match purpose {
        Purpose::File => "with {path} once, and neither {directory} nor {folder}",
        Purpose::Stream => "with one of {directory}, {folder} and {path}, once",
    };
    let mut places = parts.iter().enumerate().filter(|(_, part)| is_free(part));
    let (Some((place, part)), None) = (places.next(), places.next()) else {
        return Err(free);
    };
    if purpose == Purpose::File && *part != Part::Path {
        return Err(free);
    }
    for at in 0..place {
        let follows = match (&parts[at], &parts[at + 1]) {
            (_, Part::Literal(text)) => text.chars().next(),
            (_, part) if is_free(part) => Some('/'),
            (Part::Literal(_) | Part::Secret, _) | (_, Part::Secret) => None,
            _ => return Err(ADJACENT),
        };
        if follows.is_some_and(|next| may_have(&parts[at], next)) {
            return Err(ADJACENT);
        }
    }
    for at in place + 1..parts.len() {
        let before = match (&parts[at - 1], &parts[at]) {
            (Part::Literal(text), _) => text.chars().next_back(),
            (Part::Directory, _) => Some('/'),
            // What a path that ends in a digit could do here is left to its own check.
            (Part::Path, Part::Expires | Part::Address)
            | (Part::Secret, _)
            | (_, Part::Literal(_) | Part::Secret) => None,
            _ => return Err(ADJACENT),
        };
        if before.is_some_and(|last| may_have(&parts[at], last)) {
            return Err(ADJACENT);
        }
    }
    Ok(())
}

const ADJACENT: &str = "in which a separator stands between parts that could run into each other, such as a blank between {path} and {name}; {expires}{path} needs none";

const fn is_free(part: &Part) -> bool {
    matches!(part, Part::Path | Part::Directory | Part::Folder)
}

/// Tells whether a part of changing length could go on with a character.
fn may_have(part: &Part, character: char) -> bool {
    let byte = u8::try_from(character).unwrap_or(0);
    match part {
        Part::Expires => byte.is_ascii_digit(),
        Part::Name => is_unreserved(byte) || byte == b'%',
        Part::Address => byte.is_ascii_hexdigit() || matches!(byte, b'.' | b':'),
        _ => false,
    }
}

/// Tells whether a path that ends in a digit could be read together with what follows it.
pub(crate) fn follows_a_path(message: &Template) -> bool {
    message
        .0
        .windows(2)
        .any(|pair| pair[0] == Part::Path && matches!(pair[1], Part::Expires | Part::Address))
}

/// Tells whether digits of a secret could be read together with the expiry.
pub(crate) fn expiry_touches_secret(message: &Template) -> bool {
    message.0.windows(2).any(|pair| {
        matches!(
            (&pair[0], &pair[1]),
            (Part::Secret, Part::Expires) | (Part::Expires, Part::Secret)
        )
    })
}

/// Checks that no text of a stream is that of a file: they begin with different letters, or are alike but for the slash
/// that ends a directory and never a file.
pub(crate) fn check_pair(stream: &Template, file: &Template) -> Result<(), &'static str> {
    if let (Some(Part::Literal(one)), Some(Part::Literal(other))) =
        (stream.0.first(), file.0.first())
        && one.bytes().zip(other.bytes()).any(|(a, b)| a != b)
    {
        return Ok(());
    }
    let alike =
        stream.0.len() == file.0.len()
            && stream.0.iter().zip(&file.0).all(|(one, other)| {
                one == other || (*one == Part::Directory && *other == Part::Path)
            });
    if alike {
        Ok(())
    } else {
        Err(
            "stream_message and file_message begin with different letters, or are alike but for {directory} in the place of {path}",
        )
    }
}

/// Checks the URL that carries a text's token; the error says what a template must be.
pub(crate) fn check_url(
    url: &Template,
    message: &Template,
    purpose: Purpose,
) -> Result<(), &'static str> {
    let count = |wanted: &[Part]| url.all().filter(|part| wanted.contains(part)).count();
    let plain = |byte: u8| is_unreserved(byte) || b"/?&=,;:@!$'()*+".contains(&byte);
    if url.all().any(|part| match part {
        Part::Literal(text) => !text.bytes().all(plain),
        other => *other == Part::Secret,
    }) {
        return Err("of characters that stand in URLs as they are, without {secret}");
    }
    if count(&[Part::Token, Part::TokenPadded, Part::TokenHex]) != 1 || count(&[Part::Expires]) != 1
    {
        return Err("with {expires} once and one of {token}, {token_padded} and {token_hex} once");
    }
    let whole =
        count(&[Part::Path]) == 1 && count(&[Part::Directory, Part::Folder, Part::File]) == 0;
    let split = count(&[Part::Path]) == 0
        && count(&[Part::Directory, Part::Folder]) == 1
        && count(&[Part::File]) == 1
        && url.0.windows(2).any(|pair| {
            pair[1] == Part::File
                && match &pair[0] {
                    Part::Literal(text) => text.ends_with('/'),
                    other => *other == Part::Directory,
                }
        });
    if !(whole || split) {
        return Err("with {path} once, or {directory} or {folder} once and {file} behind a slash");
    }
    if purpose == Purpose::Stream && whole && !message.has(&Part::Path) {
        return Err("with {directory} or {folder} and {file}, as its text covers a directory");
    }
    let begins = match url.0.first() {
        Some(Part::Literal(text)) => text.starts_with('/'),
        Some(part) => is_free(part),
        None => false,
    };
    if !begins {
        return Err("that begins with a slash, {path}, {directory} or {folder}");
    }
    if count(&[Part::Name]) > 1 || url.has(&Part::Name) != message.has(&Part::Name) {
        return Err("with {name} once if the text to sign has it, and not otherwise");
    }
    if url.has(&Part::Address) && !message.has(&Part::Address) {
        return Err("without {address}, which the text to sign does not have");
    }
    Ok(())
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
