//! Adding a scheme is one new file and one line: done here to a copy of the crate, which is then built and run.

#![expect(clippy::unwrap_used, reason = "a broken copy ends the test")]

use std::fs;
use std::path::Path;
use std::process::Command;

const REGISTRY: &str = "pg_share/core/src/scheme/mod.rs";
const LIST: &str = "schemes! {\n";
const LINE: &str = "    initials::Initials,\n";

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The workspace with this crate alone in it.
fn copied(root: &Path, place: &Path) {
    let _ = fs::remove_dir_all(place.join("pg_share"));
    copy(
        &root.join("pg_share/core/src"),
        &place.join("pg_share/core/src"),
    );
    fs::copy(root.join("Cargo.lock"), place.join("Cargo.lock")).unwrap();
    let package = fs::read_to_string(root.join("pg_share/core/Cargo.toml")).unwrap();
    let package = package.replace("proptest.workspace = true\n", "");
    fs::write(place.join("pg_share/core/Cargo.toml"), package).unwrap();
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let alone = |line: &str| match line.split_once(" = ") {
        Some((list @ ("members" | "default-members"), _)) => {
            format!("{list} = [\"pg_share/core\"]\n")
        }
        _ => format!("{line}\n"),
    };
    let manifest: String = manifest.lines().map(alone).collect();
    assert_eq!(2, manifest.matches(" = [\"pg_share/core\"]").count());
    fs::write(place.join("Cargo.toml"), manifest).unwrap();
}

#[test]
fn a_scheme_is_one_new_file_and_one_line() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new_scheme");
    copied(root, &place);
    let file = place.join("pg_share/core/src/scheme/initials.rs");
    fs::write(file, include_str!("new_scheme/initials.rs")).unwrap();
    let registry = fs::read_to_string(place.join(REGISTRY)).unwrap();
    assert!(registry.contains(LIST));
    let registry = registry.replacen(LIST, &format!("{LIST}{LINE}"), 1);
    fs::write(place.join(REGISTRY), registry).unwrap();
    let tests = place.join("pg_share/core/tests");
    fs::create_dir_all(&tests).unwrap();
    fs::write(tests.join("signs.rs"), include_str!("new_scheme/signs.rs")).unwrap();
    let built = Command::new(env!("CARGO"))
        .args(["test", "--offline", "--quiet", "--test", "signs"])
        .current_dir(&place)
        // Not the folder of this test: cargo takes the two copies for one and the same crate.
        .env("CARGO_TARGET_DIR", place.join("target"))
        .output()
        .unwrap();
    assert!(
        built.status.success(),
        "{}",
        String::from_utf8_lossy(&built.stderr)
    );
}
