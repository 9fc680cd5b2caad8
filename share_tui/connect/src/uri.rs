//! Reads `postgresql://` and `postgres://` URIs as libpq does: several hosts, IPv6, percent-encoding, parameters.
//!
//! Its errors name places and never text, which may be part of a password.

use zeroize::Zeroizing;

use crate::parameter::Parameters;
use crate::problem::Problem;

/// What follows the scheme, if the text begins with one.
#[must_use]
pub fn without_scheme(text: &str) -> Option<&str> {
    text.strip_prefix("postgresql://")
        .or_else(|| text.strip_prefix("postgres://"))
}

/// Reads a URI.
pub fn parse(text: &str) -> Result<Parameters, Problem> {
    let rest = without_scheme(text).ok_or(Problem::Syntax {
        what: "no URI of PostgreSQL begins",
        at: 1,
    })?;
    let mut parameters = Parameters::default();
    let mut reader = Reader { text, rest };
    reader.login(&mut parameters)?;
    let slash = reader.hosts(&mut parameters)?;
    let query = if slash {
        let (database, query) = split(reader.rest, '?');
        reader.store(&mut parameters, "dbname", database)?;
        query
    } else {
        Some(reader.rest)
    };
    reader.query(query.unwrap_or_default(), &mut parameters)?;
    Ok(parameters)
}

struct Reader<'text> {
    text: &'text str,
    rest: &'text str,
}

impl<'text> Reader<'text> {
    /// User and password before an at sign.
    fn login(&mut self, parameters: &mut Parameters) -> Result<(), Problem> {
        let end = self.rest.find(['@', '/']).unwrap_or(self.rest.len());
        if !self.rest[end..].starts_with('@') {
            return Ok(());
        }
        let (user, password) = split(&self.rest[..end], ':');
        self.store(parameters, "user", user)?;
        self.store(parameters, "password", password.unwrap_or_default())?;
        self.rest = &self.rest[end + 1..];
        Ok(())
    }

    /// Hosts and ports; says whether a slash ended them, else it was the end or a question mark.
    fn hosts(&mut self, parameters: &mut Parameters) -> Result<bool, Problem> {
        let (mut hosts, mut ports) = (String::new(), String::new());
        let slash = loop {
            hosts.push_str(self.host()?);
            if let Some(port) = self.rest.strip_prefix(':') {
                let end = port.find(['/', '?', ',']).unwrap_or(port.len());
                ports.push_str(&port[..end]);
                self.rest = &port[end..];
            }
            let mut letters = self.rest.chars();
            let ended = letters.next();
            self.rest = letters.as_str();
            if ended != Some(',') {
                break ended == Some('/');
            }
            hosts.push(',');
            ports.push(',');
        };
        self.store(parameters, "host", &hosts)?;
        self.store(parameters, "port", &ports)?;
        Ok(slash)
    }

    fn host(&mut self) -> Result<&'text str, Problem> {
        let Some(address) = self.rest.strip_prefix('[') else {
            let end = self
                .rest
                .find([':', '/', '?', ','])
                .unwrap_or(self.rest.len());
            let (host, rest) = self.rest.split_at(end);
            self.rest = rest;
            return Ok(host);
        };
        let end = address
            .find(']')
            .ok_or_else(|| self.syntax("no ] closes the IPv6 address", address))?;
        if end == 0 {
            return Err(self.syntax("there is no IPv6 address", address));
        }
        self.rest = &address[end + 1..];
        if !self.rest.is_empty() && !self.rest.starts_with([':', '/', '?', ',']) {
            return Err(self.syntax("neither : nor / follows the IPv6 address", self.rest));
        }
        Ok(&address[..end])
    }

    /// The parameters behind the question mark.
    fn query(&self, query: &str, parameters: &mut Parameters) -> Result<(), Problem> {
        let mut rest = Some(query).filter(|query| !query.is_empty());
        while let Some(here) = rest {
            let (pair, behind) = split(here, '&');
            rest = behind.filter(|behind| !behind.is_empty());
            let (name, value) = split(pair, '=');
            let value = value.ok_or_else(|| self.syntax("a parameter has no =", pair))?;
            if value.contains('=') {
                return Err(self.syntax("a parameter has a second =", value));
            }
            let (name, value) = (self.decoded(name)?, self.decoded(value)?);
            // As JDBC has it.
            if (name.as_str(), value.as_str()) == ("ssl", "true") {
                parameters.set("sslmode", "require")?;
            } else {
                parameters.set(&name, &value)?;
            }
        }
        Ok(())
    }

    /// Keeps a part unless it is empty, so that an empty one does not hide what the environment says.
    fn store(&self, parameters: &mut Parameters, name: &str, part: &str) -> Result<(), Problem> {
        if part.is_empty() {
            return Ok(());
        }
        parameters.set(name, &self.decoded(part)?)
    }

    fn decoded(&self, part: &str) -> Result<Zeroizing<String>, Problem> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(part.len()));
        let mut left = part.bytes();
        while let Some(byte) = left.next() {
            bytes.push(if byte == b'%' {
                match (digit(left.next()), digit(left.next())) {
                    (Some(0), Some(0)) => {
                        return Err(self.syntax("%00 is not allowed", part));
                    }
                    (Some(high), Some(low)) => high << 4 | low,
                    _ => {
                        return Err(
                            self.syntax("a % is not followed by two hexadecimal digits", part)
                        );
                    }
                }
            } else {
                byte
            });
        }
        let text = std::str::from_utf8(&bytes)
            .map_err(|_| self.syntax("the percent-encoding is no UTF-8", part))?;
        Ok(Zeroizing::new(text.to_owned()))
    }

    /// A problem at the place of a part, which is a slice of the text, or else at the end.
    fn syntax(&self, what: &'static str, part: &str) -> Problem {
        let start = part.as_ptr() as usize;
        let at = start.checked_sub(self.text.as_ptr() as usize);
        Problem::Syntax {
            what,
            at: at
                .filter(|at| *at <= self.text.len())
                .unwrap_or(self.text.len())
                + 1,
        }
    }
}

fn digit(byte: Option<u8>) -> Option<u8> {
    char::from(byte?)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

/// What stands before and behind the first sign.
fn split(text: &str, sign: char) -> (&str, Option<&str>) {
    text.split_once(sign)
        .map_or((text, None), |(before, behind)| (before, Some(behind)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match parse(text) {
            Ok(parameters) => parameters
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect::<Vec<_>>()
                .join(" "),
            Err(Problem::Syntax { at, .. }) => format!("wrong at {at}"),
            Err(other) => other.to_string(),
        }
    }

    #[test]
    fn each_part_is_optional() {
        for (text, wanted) in [
            ("postgresql://", ""),
            ("postgres://a", "host=a"),
            ("postgres://a:1", "host=a port=1"),
            ("postgres:///d", "dbname=d"),
            ("postgres://u@", "user=u"),
            ("postgres://u:p@a/d", "dbname=d host=a password=p user=u"),
            ("postgres://@a", "host=a"),
            ("postgres://:p@a", "host=a password=p"),
            ("postgres://?host=/tmp", "host=/tmp"),
            ("postgres://a?", "host=a"),
        ] {
            assert_eq!(wanted, read(text), "{text}");
        }
    }

    #[test]
    fn several_hosts_keep_their_places() {
        assert_eq!(
            "dbname=d host=a,b,::2 port=,1,3",
            read("postgres://a,b:1,[::2]:3/d")
        );
    }

    #[test]
    fn percent_encoding_is_undone_once_and_everywhere() {
        assert_eq!(
            "host=/var/run user=ä%41",
            read("postgres://%C3%A4%2541@%2Fvar%2Frun")
        );
        assert_eq!("host=a", read("postgres://?%68ost=%61"));
    }

    #[test]
    fn the_words_of_jdbc_are_understood() {
        assert_eq!("host=a sslmode=require", read("postgres://a?ssl=true"));
    }

    #[test]
    fn a_service_can_be_named() {
        assert_eq!("service=media", read("postgres://?service=media"));
    }

    #[test]
    fn what_is_wrong_is_told_by_its_place() {
        for (text, wanted) in [
            ("http://a", "wrong at 1"),
            ("postgres://[::1", "wrong at 13"),
            ("postgres://[]", "wrong at 13"),
            ("postgres://[::1]x", "wrong at 17"),
            ("postgres://a?b", "wrong at 14"),
            ("postgres://a?host=b&&", "wrong at 21"),
            ("postgres://a?host=b=c", "wrong at 19"),
            ("postgres://%0", "wrong at 14"),
            ("postgres://a/%00", "wrong at 14"),
            ("postgres://a/%ff", "wrong at 14"),
        ] {
            assert_eq!(wanted, read(text), "{text}");
        }
    }
}
