//! Reads from files whom to trust and who one is: authorities, revoked certificates, a certificate with its key.

use std::path::PathBuf;
use std::sync::Arc;

use postgres::config::SslNegotiation;
use rustls::client::danger::ServerCertVerifier;
use rustls::client::{VerifierBuilderError, WebPkiServerVerifier};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, CertificateRevocationListDer, PrivateKeyDer};
use rustls::version::{TLS12, TLS13};
use rustls::{RootCertStore, SupportedProtocolVersion};

use crate::choice::{SslMode, choice};
use crate::environment::{Environment, Files};
use crate::parameter::Parameters;
use crate::problem::Problem;
use crate::verifier::AnyName;

pub(crate) fn wrong(name: &'static str, path: PathBuf, what: impl Into<String>) -> Problem {
    Problem::File {
        name,
        path,
        what: what.into(),
    }
}

/// A chain of certificates, its key and the key's file.
pub(crate) type Identity = (
    Vec<CertificateDer<'static>>,
    PrivateKeyDer<'static>,
    PathBuf,
);

/// Reads what parameters name, or else what stands in the home.
pub(crate) struct Reader<'all> {
    pub(crate) parameters: &'all Parameters,
    pub(crate) environment: &'all Environment,
    pub(crate) files: &'all dyn Files,
}

impl Reader<'_> {
    /// Whether TLS begins at once, which only servers from 17 on understand.
    pub(crate) fn direct(&self, mode: SslMode) -> Result<bool, Problem> {
        let all = [
            ("postgres", SslNegotiation::Postgres),
            ("direct", SslNegotiation::Direct),
        ];
        let found = choice(
            self.parameters,
            "sslnegotiation",
            &all,
            "postgres or direct",
        )?;
        let direct = found == Some(SslNegotiation::Direct);
        if direct && mode < SslMode::Require {
            return Err(Problem::Conflict(
                "sslnegotiation=direct needs sslmode=require, verify-ca or verify-full",
            ));
        }
        Ok(direct)
    }

    pub(crate) fn versions(&self) -> Result<Vec<&'static SupportedProtocolVersion>, Problem> {
        let all = [
            ("", 0),
            ("TLSv1", 10),
            ("TLSv1.1", 11),
            ("TLSv1.2", 12),
            ("TLSv1.3", 13),
        ];
        let wanted = "TLSv1, TLSv1.1, TLSv1.2 or TLSv1.3";
        let of = |name| choice(self.parameters, name, &all, wanted);
        let least = of("ssl_min_protocol_version")?.unwrap_or(12);
        let most = of("ssl_max_protocol_version")?
            .filter(|most| *most > 0)
            .unwrap_or(13);
        let found: Vec<_> = [(12, &TLS12), (13, &TLS13)]
            .into_iter()
            .filter(|(number, _)| (least..=most).contains(number))
            .map(|(_, version)| version)
            .collect();
        if found.is_empty() {
            return Err(Problem::Conflict(
                "ssl_min_protocol_version and ssl_max_protocol_version leave neither TLSv1.2 nor TLSv1.3",
            ));
        }
        Ok(found)
    }

    /// The verifier that the mode asks for, none where anybody will do.
    pub(crate) fn verifier(
        &self,
        mode: SslMode,
        provider: &Arc<CryptoProvider>,
    ) -> Result<Option<Arc<dyn ServerCertVerifier>>, Problem> {
        let Some((roots, path)) = self.roots(mode)? else {
            return Ok(None);
        };
        let mut builder =
            WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(provider));
        let list = self.optional("sslcrl", "root.crl")?;
        if let Some((path, text)) = &list {
            let lists = CertificateRevocationListDer::pem_slice_iter(text)
                .collect::<Result<Vec<_>, _>>()
                .ok()
                .filter(|lists| !lists.is_empty())
                .ok_or_else(|| {
                    wrong(
                        "sslcrl",
                        path.clone(),
                        "has no list of revoked certificates",
                    )
                })?;
            builder = builder.with_crls(lists);
        }
        let verifier = builder.build().map_err(|came| match (&came, list) {
            (VerifierBuilderError::InvalidCrl(_), Some((path, _))) => {
                wrong("sslcrl", path, "has a list that is not of version 2")
            }
            _ => wrong("sslrootcert", path, came.to_string()),
        })?;
        Ok(Some(if mode == SslMode::VerifyFull {
            verifier
        } else {
            Arc::new(AnyName(verifier))
        }))
    }

    /// The authorities to trust and where they stand, none where the mode does not look at them.
    fn roots(&self, mode: SslMode) -> Result<Option<(RootCertStore, PathBuf)>, Problem> {
        // libpq looks too, and goes on without TLS when it does not like what it sees: no gain.
        if mode < SslMode::Require {
            return Ok(None);
        }
        if self.parameters.get("sslrootcert") == Some("system") {
            if mode != SslMode::VerifyFull {
                return Err(Problem::Conflict(
                    "sslrootcert=system needs sslmode=verify-full",
                ));
            }
            let mut roots = RootCertStore::empty();
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
            return Ok(Some((roots, "system".into())));
        }
        let Some((path, text)) = self.optional("sslrootcert", "root.crt")? else {
            if mode == SslMode::Require {
                return Ok(None);
            }
            let path = self.in_home("root.crt").unwrap_or_default();
            return Err(wrong(
                "sslrootcert",
                path,
                "is not there, and sslmode asks for it",
            ));
        };
        let mut roots = RootCertStore::empty();
        for certificate in CertificateDer::pem_slice_iter(&text) {
            certificate
                .ok()
                .and_then(|certificate| roots.add(certificate).ok())
                .ok_or_else(|| {
                    wrong(
                        "sslrootcert",
                        path.clone(),
                        "has something that is no certificate",
                    )
                })?;
        }
        if roots.is_empty() {
            return Err(wrong("sslrootcert", path, "has no certificate"));
        }
        Ok(Some((roots, path)))
    }

    pub(crate) fn identity(&self) -> Result<Option<Identity>, Problem> {
        if self.parameters.get("sslcertmode") == Some("disable") {
            return Ok(None);
        }
        let Some((path, text)) = self.optional("sslcert", "postgresql.crt")? else {
            return Ok(None);
        };
        let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&text).collect();
        let chain = chain.ok().filter(|chain| !chain.is_empty());
        let chain = chain.ok_or_else(|| wrong("sslcert", path.clone(), "has no certificate"))?;
        if self
            .parameters
            .filled("sslkey")
            .is_some_and(|key| key.starts_with("engine:"))
        {
            return Err(Problem::Unsupported {
                name: "sslkey",
                why: "keys in engines of OpenSSL cannot be used; name a file",
            });
        }
        let Some((path, text)) = self.optional("sslkey", "postgresql.key")? else {
            return Err(wrong("sslcert", path, "is there, but no key for it"));
        };
        let text = zeroize::Zeroizing::new(text);
        let state = self
            .files
            .state(&path)
            .map_err(|came| wrong("sslkey", path.clone(), came.to_string()))?;
        // A key of root may be lent to a group.
        let closed = if state.owner == 0 { 0o037 } else { 0o077 };
        if !state.plain || state.mode & closed != 0 {
            return Err(wrong(
                "sslkey",
                path,
                "is open to others; permissions should be u=rw (0600) or less",
            ));
        }
        let encrypted = text.windows(9).any(|part| part == b"ENCRYPTED");
        let key = PrivateKeyDer::from_pem_slice(&text).map_err(|_| {
            let what = if encrypted {
                "is encrypted; decrypt it with openssl pkey"
            } else {
                "has no key"
            };
            wrong("sslkey", path.clone(), what)
        })?;
        Ok(Some((chain, key, path)))
    }

    fn in_home(&self, name: &str) -> Option<PathBuf> {
        self.environment
            .in_home(".postgresql")
            .map(|folder| folder.join(name))
    }

    /// A file that is named and has to be there, or the one of the home, which may be.
    fn optional(
        &self,
        name: &'static str,
        ordinary: &str,
    ) -> Result<Option<(PathBuf, Vec<u8>)>, Problem> {
        let named = self.parameters.filled(name).map(PathBuf::from);
        let found = named.or_else(|| {
            self.in_home(ordinary)
                .filter(|path| self.files.exists(path))
        });
        let Some(path) = found else {
            return Ok(None);
        };
        let text = self
            .files
            .read(&path)
            .map_err(|came| wrong(name, path.clone(), format!("cannot be read: {came}")))?;
        Ok(Some((path, text)))
    }
}
