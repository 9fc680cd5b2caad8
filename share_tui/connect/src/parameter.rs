//! The connection parameters that libpq knows, with their environment variables and defaults, and a set of values for them.
//!
//! Says nothing about what a value means.

use std::collections::BTreeMap;
use std::fmt;

use zeroize::Zeroizing;

use crate::problem::Problem;

/// A parameter of libpq, of its versions up to 18.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) variable: Option<&'static str>,
    pub(crate) default: Option<&'static str>,
}

const fn parameter(
    name: &'static str,
    variable: Option<&'static str>,
    default: Option<&'static str>,
) -> Parameter {
    Parameter {
        name,
        variable,
        default,
    }
}

/// All of them.
#[rustfmt::skip]
pub(crate) const PARAMETERS: [Parameter; 52] = [
    parameter("service", Some("PGSERVICE"), None),
    parameter("servicefile", Some("PGSERVICEFILE"), None),
    parameter("user", Some("PGUSER"), None),
    parameter("password", Some("PGPASSWORD"), None),
    parameter("passfile", Some("PGPASSFILE"), None),
    parameter("channel_binding", Some("PGCHANNELBINDING"), Some("prefer")),
    parameter("connect_timeout", Some("PGCONNECT_TIMEOUT"), None),
    parameter("dbname", Some("PGDATABASE"), None),
    parameter("host", Some("PGHOST"), None),
    parameter("hostaddr", Some("PGHOSTADDR"), None),
    parameter("port", Some("PGPORT"), Some("5432")),
    parameter("client_encoding", Some("PGCLIENTENCODING"), None),
    parameter("options", Some("PGOPTIONS"), Some("")),
    parameter("application_name", Some("PGAPPNAME"), None),
    parameter("fallback_application_name", None, None),
    parameter("keepalives", None, None),
    parameter("keepalives_idle", None, None),
    parameter("keepalives_interval", None, None),
    parameter("keepalives_count", None, None),
    parameter("tcp_user_timeout", None, None),
    parameter("sslmode", Some("PGSSLMODE"), Some("prefer")),
    parameter("sslnegotiation", Some("PGSSLNEGOTIATION"), Some("postgres")),
    parameter("sslcompression", Some("PGSSLCOMPRESSION"), Some("0")),
    parameter("sslcert", Some("PGSSLCERT"), None),
    parameter("sslkey", Some("PGSSLKEY"), None),
    parameter("sslcertmode", Some("PGSSLCERTMODE"), None),
    parameter("sslpassword", None, None),
    parameter("sslrootcert", Some("PGSSLROOTCERT"), None),
    parameter("sslcrl", Some("PGSSLCRL"), None),
    parameter("sslcrldir", Some("PGSSLCRLDIR"), None),
    parameter("sslsni", Some("PGSSLSNI"), Some("1")),
    parameter("sslkeylogfile", None, None),
    parameter("requirepeer", Some("PGREQUIREPEER"), None),
    parameter("require_auth", Some("PGREQUIREAUTH"), None),
    parameter("min_protocol_version", Some("PGMINPROTOCOLVERSION"), None),
    parameter("max_protocol_version", Some("PGMAXPROTOCOLVERSION"), None),
    parameter("ssl_min_protocol_version", Some("PGSSLMINPROTOCOLVERSION"), Some("TLSv1.2")),
    parameter("ssl_max_protocol_version", Some("PGSSLMAXPROTOCOLVERSION"), None),
    // As in a libpq that was built without GSSAPI: `prefer` and `disable` are the same to us.
    parameter("gssencmode", Some("PGGSSENCMODE"), Some("prefer")),
    parameter("krbsrvname", Some("PGKRBSRVNAME"), Some("postgres")),
    parameter("gsslib", Some("PGGSSLIB"), None),
    parameter("gssdelegation", Some("PGGSSDELEGATION"), Some("0")),
    parameter("replication", None, None),
    parameter("target_session_attrs", Some("PGTARGETSESSIONATTRS"), Some("any")),
    parameter("load_balance_hosts", Some("PGLOADBALANCEHOSTS"), Some("disable")),
    parameter("scram_client_key", None, None),
    parameter("scram_server_key", None, None),
    parameter("oauth_issuer", None, None),
    parameter("oauth_client_id", None, None),
    parameter("oauth_client_secret", None, None),
    parameter("oauth_scope", None, None),
    parameter("oauth_ca_file", Some("PGOAUTHCAFILE"), None),
];

/// Values of parameters, each wiped when it is dropped.
#[derive(Clone, Default, Eq, PartialEq)]
pub struct Parameters(BTreeMap<&'static str, Zeroizing<String>>);

impl Parameters {
    /// The value of a parameter, also an empty one.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|value| value.as_str())
    }

    /// The value of a parameter unless it is empty, which is as good as none to libpq.
    #[must_use]
    pub fn filled(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|value| !value.is_empty())
    }

    /// All names and values, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str()))
    }

    /// Sets a value in the place of an earlier one; a name that libpq does not know is refused.
    ///
    /// `requiressl` becomes the `sslmode` that it stands for.
    pub(crate) fn set(&mut self, name: &str, value: &str) -> Result<(), Problem> {
        if name == "requiressl" {
            let mode = if value.starts_with('1') {
                "require"
            } else {
                "prefer"
            };
            return self.set("sslmode", mode);
        }
        let known = known(name).ok_or_else(|| Problem::UnknownParameter(name.to_owned()))?;
        self.0.insert(known, Zeroizing::new(value.to_owned()));
        Ok(())
    }

    /// Sets a value unless there is one, even an empty one.
    pub(crate) fn add(&mut self, name: &str, value: &str) -> Result<(), Problem> {
        if self.get(name).is_some() {
            return Ok(());
        }
        self.set(name, value)
    }

    /// Takes over all values of another set.
    pub(crate) fn replace_by(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}

/// Shows what is not a secret.
impl fmt::Debug for Parameters {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self
            .iter()
            .map(|(name, value)| (name, if is_secret(name) { "…" } else { value }));
        formatter.debug_map().entries(shown).finish()
    }
}

/// Whether a parameter's value is for nobody's eyes.
fn is_secret(name: &str) -> bool {
    matches!(
        name,
        "password"
            | "sslpassword"
            | "scram_client_key"
            | "scram_server_key"
            | "oauth_client_secret"
    )
}

/// The name as this program keeps it, if libpq knows it.
fn known(name: &str) -> Option<&'static str> {
    PARAMETERS
        .iter()
        .map(|parameter| parameter.name)
        .find(|known| *known == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_twice() {
        for (number, one) in PARAMETERS.iter().enumerate() {
            assert!(
                PARAMETERS[number + 1..]
                    .iter()
                    .all(|other| one.name != other.name),
                "{}",
                one.name
            );
        }
    }

    #[test]
    fn a_debug_picture_has_no_secret() {
        let mut parameters = Parameters::default();
        for name in ["password", "sslpassword", "oauth_client_secret", "user"] {
            parameters.set(name, "hidden").unwrap();
        }
        let text = format!("{parameters:?}");
        assert_eq!(1, text.matches("hidden").count(), "{text}");
    }

    #[test]
    fn requiressl_is_the_sslmode_that_it_stands_for() {
        let mut parameters = Parameters::default();
        parameters.set("requiressl", "1").unwrap();
        assert_eq!(Some("require"), parameters.get("sslmode"));
        parameters.set("requiressl", "0").unwrap();
        assert_eq!(Some("prefer"), parameters.get("sslmode"));
    }

    #[test]
    fn an_unknown_name_is_refused_by_its_name() {
        let refused = Parameters::default().set("hots", "x").unwrap_err();
        assert!(matches!(refused, Problem::UnknownParameter(name) if name == "hots"));
    }
}
