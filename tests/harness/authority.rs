//! A certificate authority of one test, which issues certificates with the distribution's openssl.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::command::{clean, run};
use crate::{Error, Place, Result};

/// An authority with its files in a folder of this process.
#[derive(Debug)]
pub struct Authority {
    place: &'static Place,
    folder: PathBuf,
}

/// A certificate and its key.
#[derive(Clone, Debug)]
pub struct Identity {
    /// The file of the certificate.
    pub certificate: PathBuf,
    /// The file of the key, which only its owner can read.
    pub key: PathBuf,
}

impl Authority {
    /// Makes an authority.
    pub fn new() -> Result<Self> {
        let place = Place::get()?;
        let folder = place.folder_of_process("authority")?;
        let authority = Self { place, folder };
        fs::write(authority.file("revoked.txt"), "")?;
        authority.openssl(
            "req -x509 -nodes -days 2 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -subj /CN=authority \
             -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign -keyout ca.key -out ca.crt",
        )?;
        Ok(authority)
    }

    /// The file of its own certificate.
    #[must_use]
    pub fn certificate(&self) -> PathBuf {
        self.file("ca.crt")
    }

    /// Issues a certificate with extensions in the form of openssl's files; without any it is one of version 1.
    pub fn issue(&self, name: &str, extensions: &str) -> Result<Identity> {
        self.openssl(&format!(
            "req -nodes -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -subj /CN={name} -keyout {name}.key -out {name}.csr"
        ))?;
        let mut sign = format!(
            "x509 -req -days 2 -in {name}.csr -CA ca.crt -CAkey ca.key -CAcreateserial -out {name}.crt"
        );
        if !extensions.is_empty() {
            fs::write(self.file(&format!("{name}.ext")), extensions)?;
            sign = format!("{sign} -extfile {name}.ext");
        }
        self.openssl(&sign)?;
        let key = self.file(&format!("{name}.key"));
        fs::set_permissions(&key, Permissions::from_mode(0o600))?;
        Ok(Identity {
            certificate: self.file(&format!("{name}.crt")),
            key,
        })
    }

    /// The same for a server, with the names that it has, such as `DNS:localhost`.
    pub fn issue_to_server(&self, name: &str, names: &str) -> Result<Identity> {
        let extensions = format!("basicConstraints = CA:FALSE\nsubjectAltName = {names}\n");
        let identity = self.issue(name, &extensions)?;
        self.lend(&identity)?;
        Ok(identity)
    }

    /// Gives a key to the servers' user.
    pub fn lend(&self, identity: &Identity) -> Result {
        self.place.give(&identity.key)
    }

    /// A list of revoked certificates with these in it.
    pub fn revoke(&self, revoked: &[&Identity]) -> Result<PathBuf> {
        fs::write(
            self.file("ca.cnf"),
            "[ca]\ndefault_ca = own\n[own]\ndatabase = revoked.txt\ndefault_md = sha256\ndefault_crl_days = 2\ncrlnumber = number.txt\ncrl_extensions = list\n[list]\nauthorityKeyIdentifier = keyid\n",
        )?;
        // A list of version 2 has a number.
        fs::write(self.file("number.txt"), "01\n")?;
        let keys = "-config ca.cnf -keyfile ca.key -cert ca.crt";
        for identity in revoked {
            let file = identity.certificate.display();
            self.openssl(&format!("ca {keys} -revoke {file}"))?;
        }
        self.openssl(&format!("ca {keys} -gencrl -out ca.crl"))?;
        Ok(self.file("ca.crl"))
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn openssl(&self, arguments: &str) -> Result {
        let program = Path::new("/usr/bin/openssl");
        if !program.is_file() {
            return Err(Error::new(
                "no openssl is installed: package openssl has it",
            ));
        }
        let mut command = clean(program);
        command
            .current_dir(&self.folder)
            .args(arguments.split_whitespace());
        run(&mut command, "").map(drop)
    }
}
