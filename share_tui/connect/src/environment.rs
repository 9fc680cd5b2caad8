//! What a connection takes from around it: variables, the user, folders, files.
//!
//! All of it is an argument elsewhere, so that everything can be tried without the real one.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::problem::Problem;

/// Where `PostgreSQL` of the common distributions has its socket, the most common first.
const SOCKET_FOLDERS: [&str; 2] = ["/var/run/postgresql", "/tmp"];
/// Where Debian's libpq looks for the service file of the system.
const SYSTEM_FOLDER: &str = "/etc/postgresql-common";

/// The surroundings of a process.
#[derive(Clone, Default)]
pub struct Environment {
    /// The variables; only those that begin with `PG` count.
    pub variables: BTreeMap<String, String>,
    /// The user's home.
    pub home: Option<PathBuf>,
    /// The user's name in the operating system.
    pub user: Option<String>,
    /// Where the service file of the system lies unless `PGSYSCONFDIR` says it.
    pub system_folder: PathBuf,
    /// Where a socket may be when no host is named.
    pub socket_folders: Vec<PathBuf>,
}

impl Environment {
    /// That of this process.
    pub fn of_process() -> Result<Self, Problem> {
        let mut variables = BTreeMap::new();
        for (name, value) in std::env::vars_os() {
            let Some(name) = name.to_str().filter(|name| name.starts_with("PG")) else {
                continue;
            };
            let value = value.into_string().map_err(|_| Problem::Value {
                name: name.to_owned(),
                wanted: "text in UTF-8",
            })?;
            variables.insert(name.to_owned(), value);
        }
        Ok(Self {
            variables,
            home: std::env::home_dir().filter(|home| !home.as_os_str().is_empty()),
            user: whoami::username().ok(),
            system_folder: SYSTEM_FOLDER.into(),
            socket_folders: SOCKET_FOLDERS.map(PathBuf::from).to_vec(),
        })
    }

    pub(crate) fn variable(&self, name: &str) -> Option<&str> {
        self.variables.get(name).map(String::as_str)
    }

    /// A file in the folder for keys and certificates of the user.
    pub(crate) fn in_home(&self, name: &str) -> Option<PathBuf> {
        self.home.as_ref().map(|home| home.join(name))
    }
}

/// Shows the names of variables alone, since one of them is `PGPASSWORD`.
impl fmt::Debug for Environment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Environment")
            .field("variables", &self.variables.keys())
            .field("home", &self.home)
            .field("user", &self.user)
            .finish_non_exhaustive()
    }
}

/// What is asked about files.
pub trait Files {
    /// The content of a file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// What a path leads to.
    fn state(&self, path: &Path) -> io::Result<State>;

    /// Whether something is there.
    fn exists(&self, path: &Path) -> bool {
        self.state(path).is_ok()
    }
}

/// What is known of a file without reading it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct State {
    /// Whether it is a plain file.
    pub plain: bool,
    /// The rights, as `chmod` takes them.
    pub mode: u32,
    /// The number of the owner.
    pub owner: u32,
}

/// The real files.
#[derive(Clone, Copy, Debug)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        std::fs::read(path)
    }

    fn state(&self, path: &Path) -> io::Result<State> {
        use std::os::unix::fs::MetadataExt;
        let found = std::fs::metadata(path)?;
        Ok(State {
            plain: found.is_file(),
            mode: found.mode() & 0o7777,
            owner: found.uid(),
        })
    }
}

/// Files that are only thought of: paths with their rights and contents.
#[derive(Clone, Debug, Default)]
pub struct Imagined(pub BTreeMap<PathBuf, (u32, Vec<u8>)>);

impl Files for Imagined {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let found = self.0.get(path).map(|(_, content)| content.clone());
        found.ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn state(&self, path: &Path) -> io::Result<State> {
        let (mode, _) = self.0.get(path).ok_or(io::ErrorKind::NotFound)?;
        Ok(State {
            plain: true,
            mode: *mode,
            owner: 1000,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_process_has_a_user_and_nothing_but_variables_of_postgresql() {
        let found = Environment::of_process().unwrap();
        assert!(found.user.is_some_and(|user| !user.is_empty()));
        assert!(found.variables.keys().all(|name| name.starts_with("PG")));
    }

    #[test]
    fn a_debug_picture_has_no_password() {
        let variables = [("PGPASSWORD".to_owned(), "hidden".to_owned())];
        let environment = Environment {
            variables: variables.into(),
            ..Environment::default()
        };
        let text = format!("{environment:?}");
        assert!(
            text.contains("PGPASSWORD") && !text.contains("hidden"),
            "{text}"
        );
    }

    #[test]
    fn the_disk_tells_rights_and_kind() {
        let state = Disk.state(Path::new("/")).unwrap();
        assert!(!state.plain);
        assert_eq!(0, state.owner);
        assert!(!Disk.exists(Path::new("/no such file")));
    }
}
