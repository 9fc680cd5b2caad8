//! The demo's film as the files of its stream, to be put where an edge serves them from.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use share_tests::Result;

/// How long it plays, in seconds.
pub(crate) const SECONDS: f64 = 8.0;
/// How many pictures it has a second.
pub(crate) const PICTURES: f64 = 25.0;
/// What the stream begins with.
pub(crate) const MASTER: &str = "film/master.m3u8";

/// One file of the stream.
pub(crate) struct Piece {
    /// Where it lies below the address of an edge.
    pub(crate) path: String,
    pub(crate) content: Vec<u8>,
}

/// All files of the stream: playlists and segments.
pub(crate) fn pieces() -> Result<Vec<Piece>> {
    let media = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/media");
    let mut all = Vec::new();
    for folder in ["film", "film/180p", "film/360p"] {
        for entry in fs::read_dir(media.join(folder))? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                all.push(Piece {
                    path: format!("{folder}/{}", entry.file_name().display()),
                    content: fs::read(entry.path())?,
                });
            }
        }
    }
    Ok(all)
}

/// Writes the stream into a folder where the user who runs the servers can read it.
pub(crate) fn write(to: &Path) -> Result {
    for piece in pieces()? {
        let file = to.join(&piece.path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
            fs::set_permissions(folder, Permissions::from_mode(0o755))?;
        }
        fs::write(&file, &piece.content)?;
        fs::set_permissions(&file, Permissions::from_mode(0o644))?;
    }
    // Made on the way to the first file below it.
    Ok(fs::set_permissions(
        to.join("film"),
        Permissions::from_mode(0o755),
    )?)
}
