//! The log: what was asked of which server and what became of it. Never arguments, which may be secret; never raw text.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use jiff::Timestamp;

use crate::place;
use crate::text::clean;

/// The file below the state folder; the one before it ends in `.1`.
const FILE: &str = "share_tui.log";
/// A log that has grown beyond this begins anew.
const LARGEST: u64 = 1 << 20;

static LOG: OnceLock<Mutex<File>> = OnceLock::new();

/// Begins to write the log, if there is a place for it.
///
/// # Errors
/// A place that cannot be written to.
pub fn begin() -> io::Result<()> {
    let Some(folder) = place::state() else {
        return Ok(());
    };
    let file = open(&folder)?;
    // Begun once; a second time goes on with the first.
    let _ = LOG.set(Mutex::new(file));
    Ok(())
}

/// Where the log is.
#[must_use]
pub fn path() -> Option<PathBuf> {
    place::state().map(|folder| folder.join(FILE))
}

fn open(folder: &Path) -> io::Result<File> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    let path = folder.join(FILE);
    if fs::metadata(&path).is_ok_and(|known| known.len() > LARGEST) {
        fs::rename(&path, folder.join(format!("{FILE}.1")))?;
    }
    OpenOptions::new()
        .create(true)
        .append(true)
        .mode(0o600)
        .open(path)
}

/// Writes a line. A log that cannot be written stops nothing.
pub fn write(what: &str, words: &str) {
    if let Some(log) = LOG.get() {
        let mut file = log.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = file.write_all(line(Timestamp::now(), what, words).as_bytes());
    }
}

/// One line, whatever the words hold.
fn line(now: Timestamp, what: &str, words: &str) -> String {
    let process = std::process::id();
    format!("{now:.3} {process} {what}: {}\n", clean(words))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Write as _;
    use std::os::unix::fs::PermissionsExt as _;

    use super::{FILE, LARGEST, line, open};

    #[test]
    fn hostile_words_stay_one_harmless_line() {
        let now = "2026-01-02T12:00:00Z".parse().unwrap();
        let line = line(now, "share_get", "a\u{1b}[2J\u{202E}\r\nforged: x");
        assert_eq!(1, line.lines().count());
        assert!(line.ends_with('\n') && !line.contains(['\u{1b}', '\u{202E}', '\r']));
        assert!(line.starts_with("2026-01-02T12:00:00.000Z "), "{line}");
    }

    #[test]
    fn the_log_is_the_users_alone_and_begins_anew_when_it_is_long() {
        let folder = std::env::temp_dir().join(format!("share_tui_log_{}", std::process::id()));
        let mut file = open(&folder).unwrap();
        file.write_all(&vec![b'x'; usize::try_from(LARGEST).unwrap() + 1])
            .unwrap();
        let path = folder.join(FILE);
        assert_eq!(
            0o600,
            fs::metadata(&path).unwrap().permissions().mode() & 0o777
        );
        assert_eq!(0, open(&folder).unwrap().metadata().unwrap().len());
        assert!(folder.join(format!("{FILE}.1")).exists());
        fs::remove_dir_all(folder).unwrap();
    }
}
