//! Makes of sslmode, authorities, certificates and versions what rustls takes.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rustls::ClientConfig;
use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::CryptoProvider;
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::certificates::{Reader, wrong};
use crate::choice::{SslMode, switch};
use crate::environment::{Environment, Files};
use crate::parameter::Parameters;
use crate::problem::Problem;
use crate::verifier::Anybody;

/// How TLS is spoken, whatever the host.
#[derive(Clone, Debug)]
pub(crate) struct Tls {
    config: ClientConfig,
    verified: bool,
    named: bool,
    pub(crate) direct: bool,
}

impl Tls {
    /// Reads the files that the parameters name, or the ones of the user's home.
    pub(crate) fn read(
        parameters: &Parameters,
        mode: SslMode,
        environment: &Environment,
        files: &dyn Files,
    ) -> Result<Self, Problem> {
        let reader = Reader {
            parameters,
            environment,
            files,
        };
        let direct = reader.direct(mode)?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let verifier = reader.verifier(mode, &provider)?;
        let trusting = verifier.is_none();
        let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
            .with_protocol_versions(&reader.versions()?)
            .map_err(|_| {
                Problem::Conflict("no cipher goes with the versions of TLS that are left")
            })?;
        let verifier = verifier.unwrap_or_else(|| anybody(&provider, &Arc::default()));
        let builder = builder
            .dangerous()
            .with_custom_certificate_verifier(verifier);
        let mut config = match reader.identity()? {
            None => builder.with_no_client_auth(),
            Some((chain, key, path)) => builder
                .with_client_auth_cert(chain, key)
                .map_err(|came| wrong("sslkey", path, came.to_string()))?,
        };
        config.enable_sni = switch(parameters, "sslsni", true)?;
        config.alpn_protocols = vec![b"postgresql".to_vec()];
        Ok(Self {
            config,
            verified: !trusting,
            named: mode == SslMode::VerifyFull,
            direct,
        })
    }

    /// Whether the name of the host counts.
    pub(crate) fn named(&self) -> bool {
        self.named
    }

    /// What makes a connection, and whether its server has left the key of its certificate unproved.
    pub(crate) fn connector(&self) -> (MakeRustlsConnect, Arc<AtomicBool>) {
        let mut config = self.config.clone();
        let unproved = Arc::default();
        if !self.verified {
            let provider = Arc::clone(config.crypto_provider());
            config
                .dangerous()
                .set_certificate_verifier(anybody(&provider, &unproved));
        }
        (MakeRustlsConnect::new(config), unproved)
    }
}

fn anybody(
    provider: &Arc<CryptoProvider>,
    unproved: &Arc<AtomicBool>,
) -> Arc<dyn ServerCertVerifier> {
    Arc::new(Anybody {
        provider: Arc::clone(provider),
        unproved: Arc::clone(unproved),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::environment::Imagined;

    fn read(text: &str, files: &Imagined) -> Result<Tls, Problem> {
        let parameters = crate::given::parse(text)?;
        let environment = Environment {
            home: Some("/home/ada".into()),
            ..Environment::default()
        };
        Tls::read(
            &parameters,
            crate::choice::ssl_mode(&parameters)?,
            &environment,
            files,
        )
    }

    #[test]
    fn verification_needs_an_authority_and_lower_modes_do_not() {
        let none = Imagined::default();
        for text in ["sslmode=allow", "", "sslmode=require"] {
            assert!(!read(text, &none).unwrap().verified, "{text}");
        }
        for text in [
            "sslmode=verify-ca",
            "sslmode=verify-full",
            "sslmode=require sslrootcert=/none",
        ] {
            let refused = read(text, &none).unwrap_err();
            assert!(
                matches!(
                    refused,
                    Problem::File {
                        name: "sslrootcert",
                        ..
                    }
                ),
                "{text}: {refused}"
            );
        }
    }

    #[test]
    fn files_with_something_else_in_them_are_refused() {
        let mut files = Imagined::default();
        files.0.insert("/f".into(), (0o600, b"nothing".to_vec()));
        for (text, wanted) in [
            ("sslmode=verify-ca sslrootcert=/f", "sslrootcert"),
            ("sslcert=/f", "sslcert"),
        ] {
            match read(text, &files) {
                Err(Problem::File { name, .. }) => assert_eq!(wanted, name, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn a_key_that_is_encrypted_or_missing_is_told() {
        let certificate = b"-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n";
        let key =
            b"-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----\n";
        let mut files = Imagined::default();
        files.0.insert("/c".into(), (0o600, certificate.to_vec()));
        let told = |files: &Imagined| read("sslcert=/c sslkey=/k", files).unwrap_err().to_string();
        assert!(told(&files).contains("cannot be read"), "{}", told(&files));
        files.0.insert("/k".into(), (0o600, key.to_vec()));
        assert!(told(&files).contains("is encrypted"), "{}", told(&files));
    }

    #[test]
    fn combinations_that_are_less_safe_than_they_look_are_refused() {
        for text in [
            "sslnegotiation=direct",
            "sslmode=require sslrootcert=system",
            "sslmode=verify-ca sslrootcert=system",
            "ssl_max_protocol_version=TLSv1.1",
            "ssl_min_protocol_version=TLSv1.3 ssl_max_protocol_version=TLSv1.2",
            "ssl_min_protocol_version=SSLv3",
        ] {
            assert!(read(text, &Imagined::default()).is_err(), "{text}");
        }
    }

    #[test]
    fn versions_of_tls_are_bounded_both_ways() {
        let none = Imagined::default();
        for text in [
            "ssl_min_protocol_version=TLSv1",
            "ssl_max_protocol_version=TLSv1.2",
            "ssl_min_protocol_version=TLSv1.3",
        ] {
            read(text, &none).unwrap();
        }
    }
}
