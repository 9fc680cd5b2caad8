//! Where servers keep their data and sockets, and which user runs them.

use std::fs::{self, DirBuilder, Permissions};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::command::{clean, run};
use crate::server_user::{ServerUser, caller};
use crate::watchdog::Watchdog;
use crate::{Error, Installation, Result};

/// A socket's path may have 107 bytes; what stands below the base needs 30 of them.
const LONGEST_BASE: usize = 70;

/// A folder that the servers' user can reach, with a `PostgreSQL` that it can run.
#[derive(Debug)]
pub struct Place {
    installation: Installation,
    base: PathBuf,
    user: Option<ServerUser>,
}

impl Place {
    /// The place of this process, chosen once: below `target` where that serves, else in `/tmp`, which it then says.
    pub fn get() -> Result<&'static Self> {
        static PLACE: OnceLock<Result<Place>> = OnceLock::new();
        PLACE
            .get_or_init(Self::choose)
            .as_ref()
            .map_err(Clone::clone)
    }

    /// The folder of everything generated.
    #[must_use]
    pub fn target() -> PathBuf {
        let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("target");
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(beside, PathBuf::from)
    }

    fn choose() -> Result<Self> {
        let target = Self::target();
        let user = ServerUser::find()?;
        let place = Self {
            installation: Installation::find(&target)?,
            base: target,
            user,
        };
        if place.base.as_os_str().len() > LONGEST_BASE {
            return place.elsewhere("its path is too long for a socket");
        }
        if !place.reachable()? {
            return place.elsewhere("the user who runs the servers cannot reach it");
        }
        Ok(place)
    }

    /// Whether the servers' user can run the programs, tried by letting it.
    fn reachable(&self) -> Result<bool> {
        let (library, scripts) = self.installation.extension()?;
        let mut wanted = vec![
            ("-x", self.installation.program("postgres")),
            ("-x", self.base.clone()),
        ];
        if library.exists() {
            wanted.extend([("-r", library), ("-r", scripts.join("pg_share.control"))]);
        }
        for (right, path) in wanted {
            if !self.may(right, &path)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether the servers' user has a right, an option of `test`, on a path.
    fn may(&self, right: &str, path: &Path) -> Result<bool> {
        let mut command = Command::new("test");
        command.arg(right).arg(path).current_dir("/");
        if let Some(user) = self.user {
            user.apply(&mut command);
        }
        let status = command
            .status()
            .map_err(|came| Error::new(format!("test could not be run: {came}")))?;
        Ok(status.success())
    }

    /// The same with everything in a folder of `/tmp`, the tree included; a link below `target` tells where.
    fn elsewhere(self, reason: &str) -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        self.base.hash(&mut hasher);
        let caller = caller()?;
        let base = PathBuf::from(format!(
            "/tmp/pg_share-{caller}-{:08x}",
            hasher.finish() >> 32
        ));
        eprintln!(
            "{} does not serve ({reason}): servers run in {}",
            self.base.display(),
            base.display()
        );
        folder(&base)?;
        // Anybody may have made it first: ours must be a plain folder of our own that nobody else writes to.
        let found =
            fs::symlink_metadata(&base).map_err(|came| Error::path("reading", &base, &came))?;
        if !found.is_dir() || found.uid() != caller || found.mode() & 0o022 != 0 {
            return Err(Error::new(format!(
                "{} is not ours alone: remove it",
                base.display()
            )));
        }
        let link = self.base.join("elsewhere");
        if fs::read_link(&link).ok().as_ref() != Some(&base) {
            let _ = fs::remove_file(&link);
            symlink(&base, &link).map_err(|came| Error::path("making", &link, &came))?;
        }
        let tree = base
            .join("postgresql")
            .join(self.installation.major()?.to_string());
        DirBuilder::new()
            .mode(0o755)
            .recursive(true)
            .create(&tree)
            .map_err(|came| Error::path("making", &tree, &came))?;
        run(
            Command::new("cp")
                .args(["-a", "--update", "--remove-destination"])
                .arg(self.installation.tree()?.join("."))
                .arg(&tree),
            "",
        )?;
        run(
            Command::new("chmod")
                .args(["-R", "a+rX"])
                .arg(base.join("postgresql")),
            "",
        )?;
        Ok(Self {
            installation: self.installation.moved(&tree)?,
            base,
            user: self.user,
        })
    }

    /// Removes what this or an earlier process has put outside of `target`.
    pub fn remove_elsewhere(&self) -> Result {
        let link = Self::target().join("elsewhere");
        let Ok(folder) = fs::read_link(&link) else {
            return Ok(());
        };
        // The link is only a note: nothing but a folder of the one name that we give is removed.
        if folder
            .to_string_lossy()
            .starts_with(&format!("/tmp/pg_share-{}-", caller()?))
            && folder.exists()
        {
            fs::remove_dir_all(&folder).map_err(|came| Error::path("removing", &folder, &came))?;
        }
        fs::remove_file(&link).map_err(|came| Error::path("removing", &link, &came))
    }

    /// The `PostgreSQL` to use.
    #[must_use]
    pub fn installation(&self) -> &Installation {
        &self.installation
    }

    /// The folder that holds all others.
    #[must_use]
    pub fn base(&self) -> &Path {
        &self.base
    }

    /// The folder of this process, which a watchdog removes when the process has ended.
    pub(crate) fn of_process(&self) -> Result<&'static Path> {
        static FOLDER: OnceLock<Result<(PathBuf, Watchdog)>> = OnceLock::new();
        let made = FOLDER.get_or_init(|| {
            let all = self.base.join("run");
            folder(&all)?;
            let own = all.join(std::process::id().to_string());
            // What an earlier process of this number left behind.
            let _ = fs::remove_dir_all(&own);
            folder(&own)?;
            Ok((own.clone(), Watchdog::start(&own)?))
        });
        made.as_ref()
            .map(|(own, _)| own.as_path())
            .map_err(Clone::clone)
    }

    /// A new folder of this process for a test's own files, which the servers' user can read.
    pub fn folder_of_process(&self, name: &str) -> Result<PathBuf> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let path = self
            .of_process()?
            .join(format!("{name}{}", NUMBER.fetch_add(1, Ordering::Relaxed)));
        folder(&path)?;
        Ok(path)
    }

    /// Makes a folder that only the servers' user can enter.
    pub(crate) fn private_folder(&self, path: &Path) -> Result {
        DirBuilder::new()
            .mode(0o700)
            .create(path)
            .map_err(|came| Error::path("making", path, &came))?;
        self.give(path)
    }

    /// Gives a file or folder to the servers' user.
    pub(crate) fn give(&self, path: &Path) -> Result {
        self.user.map_or(Ok(()), |user| user.own(path))
    }

    /// A program of `PostgreSQL`, to be run as the servers' user.
    pub(crate) fn server_program(&self, name: &str) -> Command {
        self.as_server(self.installation.program(name))
    }

    /// Any program, to be run as the servers' user.
    pub(crate) fn as_server(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = clean(program);
        // The caller's own folder may be closed to that user.
        command.current_dir(&self.base);
        if let Some(user) = self.user {
            user.apply(&mut command);
        }
        command
    }
}

/// Makes a folder that all may enter, unless it is there.
fn folder(path: &Path) -> Result {
    match fs::create_dir(path) {
        // Said again, because a umask may have taken the rights of others.
        Ok(()) => fs::set_permissions(path, Permissions::from_mode(0o755)),
        Err(came) if came.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(came) => Err(came),
    }
    .map_err(|came| Error::path("making", path, &came))
}
