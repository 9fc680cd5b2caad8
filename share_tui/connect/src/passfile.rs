//! Reads password files as libpq does: `host:port:database:user:password`, backslashes, wildcards.

use zeroize::Zeroizing;

/// What a password is wanted for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'text> {
    /// The host as it was given; `localhost` for a socket in its ordinary folder.
    pub host: &'text str,
    /// The port.
    pub port: &'text str,
    /// The database.
    pub database: &'text str,
    /// The user.
    pub user: &'text str,
}

/// The password of the first line that fits.
#[must_use]
pub fn password(text: &str, wanted: Wanted<'_>) -> Option<Zeroizing<String>> {
    text.split('\n')
        .filter(|line| !line.starts_with('#'))
        .find_map(|line| of_line(line.trim_end_matches('\r'), wanted))
}

fn of_line(line: &str, wanted: Wanted<'_>) -> Option<Zeroizing<String>> {
    let rest = behind(line, wanted.host)?;
    let rest = behind(rest, wanted.port)?;
    let rest = behind(rest, wanted.database)?;
    let rest = behind(rest, wanted.user)?;
    let mut password = Zeroizing::new(String::with_capacity(rest.len()));
    let mut letters = rest.chars();
    while let Some(letter) = letters.next() {
        match letter {
            // A sign for fields that may follow one day.
            ':' => break,
            '\\' => password.push(letters.next().unwrap_or('\\')),
            _ => password.push(letter),
        }
    }
    Some(password)
}

/// What follows a field and its colon, if the field is the value or a star.
fn behind<'line>(line: &'line str, value: &str) -> Option<&'line str> {
    if let Some(rest) = line.strip_prefix("*:") {
        return Some(rest);
    }
    let mut letters = line.chars();
    let mut value = value.chars();
    loop {
        match (letters.next()?, value.next()) {
            (':', None) => return Some(letters.as_str()),
            ('\\', Some(wanted)) if letters.next()? == wanted => {}
            (letter, Some(wanted)) if letter != '\\' && letter == wanted => {}
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<String> {
        let wanted = Wanted {
            host: "db:1",
            port: "5432",
            database: "media",
            user: "a\\b",
        };
        password(text, wanted).map(|password| password.to_string())
    }

    #[test]
    fn fields_are_compared_without_their_backslashes() {
        assert_eq!(
            Some("it:is\\me".to_owned()),
            found("db\\:1:5432:media:a\\\\b:it\\:is\\\\me:rest")
        );
    }

    #[test]
    fn a_star_fits_all_and_the_first_line_counts() {
        assert_eq!(
            Some("two".to_owned()),
            found("#*:*:*:*:none\n*:5433:*:*:one\n*:*:*:*:two\r\n*:*:*:*:three\n")
        );
    }

    #[test]
    fn a_line_that_fits_in_part_gives_nothing() {
        for line in [
            "",
            "*",
            "*:*:*:*",
            "*:*:*:a\\\\:x",
            "*:*:*:a\\\\bc:x",
            "**:*:*:*:x",
            "*:*:*:a\\",
        ] {
            assert_eq!(None, found(line), "{line}");
        }
    }

    #[test]
    fn a_backslash_at_the_end_of_a_password_is_kept() {
        assert_eq!(Some("x\\".to_owned()), found("*:*:*:*:x\\"));
    }
}
