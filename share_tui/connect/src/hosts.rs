//! Lays hosts, addresses and ports side by side, as libpq does, with the password that a password file has for each.

use std::fmt;
use std::net::IpAddr;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::environment::{Environment, Files};
use crate::origin::PasswordOrigin;
use crate::parameter::Parameters;
use crate::passfile::{self, Wanted};
use crate::problem::Problem;

/// One place where a server may be.
#[derive(Clone, Eq, PartialEq)]
pub struct Host {
    /// The name as it was given: a DNS name, an address, or the folder of a socket.
    pub name: String,
    /// The address by `hostaddr`, in the place of what the name resolves to.
    pub address: Option<IpAddr>,
    /// The port.
    pub port: u16,
    /// Whether `name` was given, else it is an address or folder in its place.
    pub(crate) named: bool,
    pub(crate) password: Option<(Zeroizing<String>, PasswordOrigin)>,
}

impl Host {
    /// Whether it is reached through a socket of this machine.
    #[must_use]
    pub fn is_socket(&self) -> bool {
        self.address.is_none() && self.name.starts_with('/')
    }

    /// Host and port as one reads them.
    #[must_use]
    pub fn place(&self) -> String {
        if self.name.contains(':') {
            return format!("[{}]:{}", self.name, self.port);
        }
        format!("{}:{}", self.name, self.port)
    }
}

/// Shows no password.
impl fmt::Debug for Host {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Host")
            .field("name", &self.name)
            .field("address", &self.address)
            .field("port", &self.port)
            .finish_non_exhaustive()
    }
}

/// All hosts of the parameters, in their order.
pub(crate) fn hosts(
    parameters: &Parameters,
    environment: &Environment,
    files: &dyn Files,
) -> Result<Vec<Host>, Problem> {
    let list = |name| {
        parameters
            .filled(name)
            .map(|value| value.split(',').collect::<Vec<_>>())
    };
    let (names, addresses) = (list("host"), list("hostaddr"));
    let count = addresses.as_ref().or(names.as_ref()).map_or(1, Vec::len);
    let ports = list("port").unwrap_or_else(|| vec![""]);
    let wrong = |name, others| Problem::Count {
        hosts: count,
        name,
        others,
    };
    if let Some(names) = names.as_ref().filter(|names| names.len() != count) {
        return Err(wrong("host", names.len()));
    }
    if ports.len() != 1 && ports.len() != count {
        return Err(wrong("port", ports.len()));
    }
    let mut hosts = Vec::with_capacity(count);
    for number in 0..count {
        let of = |list: &Option<Vec<&str>>| {
            let found = list.as_ref().and_then(|list| list.get(number));
            found
                .filter(|text| !text.is_empty())
                .map(|text| (*text).to_owned())
        };
        let port = port(ports.get(number).unwrap_or(&ports[0]))?;
        let address = of(&addresses).map(|text| address(&text)).transpose()?;
        let given = of(&names);
        let is_given = given.is_some();
        let name = given.or_else(|| address.map(|address| address.to_string()));
        let name = name.unwrap_or_else(|| default_host(environment, files, port));
        if name.starts_with('@') {
            return Err(Problem::Unsupported {
                name: "host",
                why: "abstract sockets cannot be reached here",
            });
        }
        hosts.push(Host {
            name,
            address,
            port,
            named: is_given,
            password: None,
        });
    }
    Ok(hosts)
}

/// The folder in which a server of this machine has its socket, else the one where it ought to be.
fn default_host(environment: &Environment, files: &dyn Files, port: u16) -> String {
    let folders = &environment.socket_folders;
    let found = folders
        .iter()
        .find(|folder| files.exists(&folder.join(format!(".s.PGSQL.{port}"))));
    found.or(folders.first()).map_or_else(
        || "localhost".to_owned(),
        |folder| folder.to_string_lossy().into_owned(),
    )
}

fn port(text: &str) -> Result<u16, Problem> {
    let text = text.trim_matches(crate::conninfo::is_blank);
    if text.is_empty() {
        return Ok(5432);
    }
    text.parse()
        .ok()
        .filter(|port| *port > 0)
        .ok_or_else(|| Problem::Value {
            name: "port".to_owned(),
            wanted: "numbers from 1 to 65535",
        })
}

fn address(text: &str) -> Result<IpAddr, Problem> {
    text.parse().map_err(|_| Problem::Value {
        name: "hostaddr".to_owned(),
        wanted: "addresses of IPv4 or IPv6",
    })
}

/// Gives each host the password of the password file; returns a warning if that file cannot be trusted.
pub(crate) fn add_passwords(
    hosts: &mut [Host],
    parameters: &Parameters,
    environment: &Environment,
    files: &dyn Files,
    (user, database): (&str, &str),
) -> Option<String> {
    let named = parameters.filled("passfile").map(PathBuf::from);
    let path = named.or_else(|| environment.in_home(".pgpass"))?;
    let state = files.state(&path).ok()?;
    if !state.plain {
        return Some(format!(
            "password file {} is not a plain file and is not read",
            path.display()
        ));
    }
    if state.mode & 0o077 != 0 {
        return Some(format!(
            "password file {} has group or world access and is not read; permissions should be u=rw (0600) or less",
            path.display()
        ));
    }
    let bytes = Zeroizing::new(files.read(&path).ok()?);
    let Ok(text) = std::str::from_utf8(&bytes) else {
        return Some(format!(
            "password file {} is no UTF-8 and is not read",
            path.display()
        ));
    };
    for host in hosts {
        let ordinary = environment
            .socket_folders
            .iter()
            .any(|folder| folder == Path::new(&host.name));
        let wanted = Wanted {
            host: if ordinary { "localhost" } else { &host.name },
            port: &host.port.to_string(),
            database,
            user,
        };
        host.password = passfile::password(text, wanted)
            .map(|password| (password, PasswordOrigin::File(path.clone())));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::environment::Imagined;

    fn around() -> Environment {
        Environment {
            home: Some("/home/ada".into()),
            socket_folders: vec!["/run".into(), "/tmp".into()],
            ..Environment::default()
        }
    }

    fn places(text: &str, files: &Imagined) -> Result<Vec<String>, Problem> {
        let found = hosts(&crate::given::parse(text)?, &around(), files)?;
        Ok(found.iter().map(Host::place).collect())
    }

    #[test]
    fn lists_go_side_by_side_and_one_port_serves_all() {
        let none = Imagined::default();
        for (text, wanted) in [
            ("", vec!["/run:5432"]),
            ("host=a,b port=1,2", vec!["a:1", "b:2"]),
            ("host=a,b port=7", vec!["a:7", "b:7"]),
            ("host=a,,/s port=,2,", vec!["a:5432", "/run:2", "/s:5432"]),
            ("host=a,b hostaddr=::1,", vec!["a:5432", "b:5432"]),
            ("hostaddr=::1", vec!["[::1]:5432"]),
        ] {
            assert_eq!(wanted, places(text, &none).unwrap(), "{text}");
        }
    }

    #[test]
    fn lists_of_other_lengths_and_wrong_numbers_are_refused() {
        for text in [
            "host=a,b hostaddr=::1",
            "host=a,b port=1,2,3",
            "port=0",
            "port=65536",
            "port=x",
            "hostaddr=a",
            "host=@a",
        ] {
            assert!(places(text, &Imagined::default()).is_err(), "{text}");
        }
    }

    #[test]
    fn a_socket_is_looked_for_where_it_is() {
        let mut files = Imagined::default();
        files
            .0
            .insert("/tmp/.s.PGSQL.7".into(), (0o777, Vec::new()));
        assert_eq!(vec!["/tmp:7"], places("port=7", &files).unwrap());
        assert_eq!(vec!["/run:8"], places("port=8", &files).unwrap());
    }

    #[test]
    fn each_host_has_its_own_password_and_a_socket_is_localhost() {
        let mut files = Imagined::default();
        let text = b"localhost:*:*:*:near\ndb:*:*:*:far\n".to_vec();
        files
            .0
            .insert("/home/ada/.pgpass".into(), (0o600, text.clone()));
        let parameters = crate::given::parse("host=db,,other").unwrap();
        let mut all = hosts(&parameters, &around(), &files).unwrap();
        let login = ("ada", "media");
        assert_eq!(
            None,
            add_passwords(&mut all, &parameters, &around(), &files, login)
        );
        let found: Vec<_> = all
            .iter()
            .map(|host| {
                host.password
                    .as_ref()
                    .map(|(password, _)| password.as_str())
            })
            .collect();
        assert_eq!(vec![Some("far"), Some("near"), None], found);
        assert!(!format!("{all:?}").contains("far"));

        files.0.insert("/home/ada/.pgpass".into(), (0o640, text));
        let mut all = hosts(&parameters, &around(), &files).unwrap();
        let warning = add_passwords(&mut all, &parameters, &around(), &files, login);
        assert!(warning.unwrap().contains("0600"));
        assert!(all.iter().all(|host| host.password.is_none()));
    }
}
