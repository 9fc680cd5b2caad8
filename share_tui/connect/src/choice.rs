//! Turns values of parameters into what they mean: words, numbers, switches.

use std::time::Duration;

use crate::parameter::Parameters;
use crate::problem::Problem;

/// The six sslmodes, from none to full verification.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum SslMode {
    /// Never TLS.
    Disable,
    /// TLS only where the server insists.
    Allow,
    /// TLS where the server has it.
    Prefer,
    /// TLS, with whomever.
    Require,
    /// TLS with a certificate of a trusted authority.
    VerifyCa,
    /// The same, and the certificate has the name of the host.
    VerifyFull,
}

impl SslMode {
    const ALL: [(&'static str, Self); 6] = [
        ("disable", Self::Disable),
        ("allow", Self::Allow),
        ("prefer", Self::Prefer),
        ("require", Self::Require),
        ("verify-ca", Self::VerifyCa),
        ("verify-full", Self::VerifyFull),
    ];

    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        word(&Self::ALL, self)
    }
}

/// What the server has to be, by `target_session_attrs`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Wanted {
    /// Anything.
    Any,
    /// One that lets write.
    ReadWrite,
    /// One that does not.
    ReadOnly,
    /// Not a standby.
    Primary,
    /// A standby.
    Standby,
    /// A standby, or else anything.
    PreferStandby,
}

impl Wanted {
    const ALL: [(&'static str, Self); 6] = [
        ("any", Self::Any),
        ("read-write", Self::ReadWrite),
        ("read-only", Self::ReadOnly),
        ("primary", Self::Primary),
        ("standby", Self::Standby),
        ("prefer-standby", Self::PreferStandby),
    ];

    pub(crate) fn word(self) -> &'static str {
        word(&Self::ALL, self)
    }

    /// Whether a server fits that says so of itself; `read_only` is its default for transactions.
    pub(crate) fn fits(self, standby: bool, read_only: bool) -> bool {
        match self {
            Self::Any => true,
            Self::ReadWrite => !standby && !read_only,
            Self::ReadOnly => standby || read_only,
            Self::Primary => !standby,
            Self::Standby | Self::PreferStandby => standby,
        }
    }
}

fn word<T: Copy + PartialEq>(all: &[(&'static str, T)], wanted: T) -> &'static str {
    all.iter()
        .find(|(_, one)| *one == wanted)
        .map_or("", |(word, _)| word)
}

pub(crate) fn ssl_mode(parameters: &Parameters) -> Result<SslMode, Problem> {
    let wanted = "disable, allow, prefer, require, verify-ca or verify-full";
    choice(parameters, "sslmode", &SslMode::ALL, wanted).map(|mode| mode.unwrap_or(SslMode::Prefer))
}

pub(crate) fn session(parameters: &Parameters) -> Result<Wanted, Problem> {
    let wanted = "any, read-write, read-only, primary, standby or prefer-standby";
    let found = choice(parameters, "target_session_attrs", &Wanted::ALL, wanted)?;
    Ok(found.unwrap_or(Wanted::Any))
}

/// The meaning of a word; none where the parameter is not given.
pub(crate) fn choice<T: Copy>(
    parameters: &Parameters,
    name: &'static str,
    all: &[(&'static str, T)],
    wanted: &'static str,
) -> Result<Option<T>, Problem> {
    let Some(value) = parameters.get(name) else {
        return Ok(None);
    };
    let found = all.iter().find(|(word, _)| *word == value);
    found
        .map(|(_, meaning)| Some(*meaning))
        .ok_or_else(|| Problem::Value {
            name: name.to_owned(),
            wanted,
        })
}

/// A whole number, with blanks around it as C's `strtol` has them; none where it is not given or empty.
pub(crate) fn number(parameters: &Parameters, name: &'static str) -> Result<Option<i32>, Problem> {
    let Some(value) = parameters.filled(name) else {
        return Ok(None);
    };
    let read = value.trim_matches(crate::conninfo::is_blank).parse();
    read.map(Some).map_err(|_| Problem::Value {
        name: name.to_owned(),
        wanted: "a whole number",
    })
}

/// A time in whole seconds of which nought and less mean none.
pub(crate) fn seconds(
    parameters: &Parameters,
    name: &'static str,
) -> Result<Option<Duration>, Problem> {
    Ok(number(parameters, name)?
        .and_then(|seconds| u64::try_from(seconds).ok())
        .filter(|seconds| *seconds > 0)
        .map(Duration::from_secs))
}

/// Whether a switch is on, which is a number but nought.
pub(crate) fn switch(
    parameters: &Parameters,
    name: &'static str,
    default: bool,
) -> Result<bool, Problem> {
    Ok(number(parameters, name)?.map_or(default, |value| value != 0))
}

/// Refuses what asks for more than is done here; what asks for less is passed over.
pub(crate) fn refuse_what_cannot_be_had(parameters: &Parameters) -> Result<(), Problem> {
    /// Parameters, the values of them that change nothing, and why others are refused.
    const REFUSED: [(&str, &[&str], &str); 17] = [
        (
            "requirepeer",
            &[],
            "the user of the server cannot be read from a socket here",
        ),
        (
            "require_auth",
            &[],
            "ways of signing in cannot be restricted here",
        ),
        (
            "sslcertmode",
            &["allow", "disable"],
            "whether the server asks for a certificate is not known here",
        ),
        (
            "sslpassword",
            &[],
            "encrypted keys cannot be read; decrypt the key with openssl pkey",
        ),
        (
            "sslcrldir",
            &[],
            "only one file of revoked certificates is read; name it by sslcrl",
        ),
        ("sslkeylogfile", &[], "keys of sessions are written nowhere"),
        (
            "gssencmode",
            &["prefer", "disable"],
            "there is no encryption by GSSAPI here",
        ),
        ("gssdelegation", &["0"], "there is no GSSAPI here"),
        (
            "replication",
            &["false", "off", "no", "0"],
            "this program does not replicate",
        ),
        (
            "min_protocol_version",
            &["3.0"],
            "only protocol 3.0 is spoken here",
        ),
        (
            "max_protocol_version",
            &["3.0", "3.2", "latest"],
            "only protocol 3.0 is spoken here",
        ),
        (
            "scram_client_key",
            &[],
            "only passwords serve for SCRAM here",
        ),
        (
            "scram_server_key",
            &[],
            "only passwords serve for SCRAM here",
        ),
        ("oauth_issuer", &[], "there is no OAuth here"),
        ("oauth_client_id", &[], "there is no OAuth here"),
        ("oauth_client_secret", &[], "there is no OAuth here"),
        ("oauth_ca_file", &[], "there is no OAuth here"),
    ];
    for (name, harmless, why) in REFUSED {
        if let Some(value) = parameters.filled(name)
            && !harmless.contains(&value)
        {
            return Err(Problem::Unsupported { name, why });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, value: &str) -> Parameters {
        let mut parameters = Parameters::default();
        parameters.set(name, value).unwrap();
        parameters
    }

    #[test]
    fn modes_are_known_by_their_words_alone() {
        for (word, mode) in SslMode::ALL {
            assert_eq!(mode, ssl_mode(&of("sslmode", word)).unwrap());
            assert_eq!(word, mode.word());
        }
        for wrong in ["", "Require", "verify_full", "require "] {
            assert!(ssl_mode(&of("sslmode", wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn servers_fit_by_what_they_say_of_themselves() {
        use Wanted::*;
        let fitting = |standby, read_only| {
            Wanted::ALL
                .iter()
                .filter(|(_, wanted)| wanted.fits(standby, read_only))
                .map(|(_, wanted)| *wanted)
                .collect::<Vec<_>>()
        };
        assert_eq!(vec![Any, ReadWrite, Primary], fitting(false, false));
        assert_eq!(vec![Any, ReadOnly, Primary], fitting(false, true));
        assert_eq!(
            vec![Any, ReadOnly, Standby, PreferStandby],
            fitting(true, false)
        );
    }

    #[test]
    fn times_are_whole_seconds_and_nought_is_none() {
        let read = |value| seconds(&of("connect_timeout", value), "connect_timeout");
        assert_eq!(Some(Duration::from_secs(3)), read(" 3\t").unwrap());
        assert_eq!(None, read("0").unwrap());
        assert_eq!(None, read("-1").unwrap());
        assert_eq!(None, read("").unwrap());
        for wrong in ["3s", "1e3", "99999999999", "3.0"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_would_be_less_safe_than_asked_for_is_refused_by_name() {
        for (name, value) in [
            ("requirepeer", "postgres"),
            ("require_auth", "scram-sha-256"),
            ("gssencmode", "require"),
            ("sslcrldir", "/crl"),
            ("min_protocol_version", "3.2"),
        ] {
            match refuse_what_cannot_be_had(&of(name, value)) {
                Err(Problem::Unsupported { name: told, .. }) => assert_eq!(name, told),
                other => panic!("{name}: {other:?}"),
            }
        }
        for (name, value) in [("requirepeer", ""), ("gssencmode", "disable")] {
            refuse_what_cannot_be_had(&of(name, value)).unwrap();
        }
    }
}
