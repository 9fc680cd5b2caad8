//! The private `PostgreSQL` that the tests use. Never the system's own.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{clean, run};
use crate::{Error, Result};

/// A `PostgreSQL` tree with the extension in it.
#[derive(Clone, Debug)]
pub struct Installation {
    programs: PathBuf,
}

impl Installation {
    /// Finds the tree that `make` built: the one of `SHARE_PG_CONFIG`, else the newest below `target`.
    pub(crate) fn find(target: &Path) -> Result<Self> {
        if let Some(pg_config) = std::env::var_os("SHARE_PG_CONFIG") {
            return Self::of(Path::new(&pg_config));
        }
        let mut trees: Vec<PathBuf> = fs::read_dir(target.join("postgresql"))
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .collect();
        trees.sort_by_key(|tree| {
            tree.file_name()
                .and_then(|name| name.to_str()?.parse::<u32>().ok())
        });
        let newest = trees
            .iter()
            .rev()
            .find_map(|tree| find_file(tree, "pg_config"));
        Self::of(&newest.ok_or_else(|| {
            Error::new(format!(
                "no PostgreSQL stands below {}: run a verb of the Makefile first",
                target.display()
            ))
        })?)
    }

    fn of(pg_config: &Path) -> Result<Self> {
        let programs = pg_config.parent().filter(|_| pg_config.is_file());
        let programs = programs
            .ok_or_else(|| Error::new(format!("{} is no pg_config", pg_config.display())))?;
        Ok(Self {
            programs: programs.to_owned(),
        })
    }

    /// The path of one of its programs.
    #[must_use]
    pub fn program(&self, name: &str) -> PathBuf {
        self.programs.join(name)
    }

    /// What its `pg_config` answers to an option.
    pub fn config(&self, option: &str) -> Result<String> {
        Ok(run(clean(self.program("pg_config")).arg(option), "")?
            .trim_end()
            .to_owned())
    }

    /// The major version.
    pub fn major(&self) -> Result<u32> {
        let version = self.config("--version")?;
        let digits = version.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        let end = digits
            .find(|letter: char| !letter.is_ascii_digit())
            .unwrap_or(digits.len());
        digits[..end]
            .parse()
            .map_err(|_| Error::new(format!("no version can be read from {version}")))
    }

    /// The library of the extension and the folder of its control file and scripts.
    pub(crate) fn extension(&self) -> Result<(PathBuf, PathBuf)> {
        let library = PathBuf::from(self.config("--pkglibdir")?).join("pg_share.so");
        Ok((
            library,
            PathBuf::from(self.config("--sharedir")?).join("extension"),
        ))
    }

    /// The folder that holds the whole tree, which the copying script marks.
    pub(crate) fn tree(&self) -> Result<&Path> {
        let tree = self
            .programs
            .ancestors()
            .find(|folder| folder.join(".copy_of").is_file());
        tree.ok_or_else(|| {
            Error::new(format!(
                "{} is no private copy: run a verb of the Makefile first",
                self.programs.display()
            ))
        })
    }

    /// The same tree at another place.
    pub(crate) fn moved(&self, tree: &Path) -> Result<Self> {
        let relative = self
            .programs
            .strip_prefix(self.tree()?)
            .map_err(|came| Error::new(came.to_string()))?;
        Ok(Self {
            programs: tree.join(relative),
        })
    }
}

/// Finds the first file of a name in the folders `bin` below a folder.
fn find_file(folder: &Path, name: &str) -> Option<PathBuf> {
    let wanted = folder.join("bin").join(name);
    if wanted.is_file() {
        return Some(wanted);
    }
    let folders = fs::read_dir(folder)
        .ok()?
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    folders
        .map(|entry| entry.path())
        .filter(|path| !path.ends_with("share") && !path.ends_with("include"))
        .find_map(|path| find_file(&path, name))
}
