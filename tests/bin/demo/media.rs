//! The demo's media, copied to where the user who runs nginx can read it.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use share_tests::Result;

/// The whole film, the source of its file.
pub(crate) const FILM: &str = "originals/film.mp4";
/// Second 2 to 5 of it, the source of the segment.
pub(crate) const CLIP: &str = "originals/film-2-5.mp4";

/// Copies all of it into a folder, the stream a second time as that of another film.
pub(crate) fn copy(to: &Path) -> Result {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/media");
    copy_folder(&kept, to)?;
    copy_folder(&kept.join("film"), &to.join("other"))
}

/// The rights are set, because a clone of a careful user is closed to all others.
fn copy_folder(from: &Path, to: &Path) -> Result {
    fs::create_dir_all(to)?;
    fs::set_permissions(to, Permissions::from_mode(0o755))?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let copy = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &copy)?;
        } else {
            fs::copy(entry.path(), &copy)?;
            fs::set_permissions(&copy, Permissions::from_mode(0o644))?;
        }
    }
    Ok(())
}
