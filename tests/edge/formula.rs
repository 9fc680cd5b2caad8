//! Signatures by the formulas of the vendors' documents, computed by Python's own library and not by this project.

use std::process::Command;

use share_tests::{Error, Result};

/// The distribution's: another that comes first on the path may lack its modules.
pub(crate) const PYTHON: &str = "/usr/bin/python3";

/// What one of the formulas gives for its arguments.
pub(crate) fn formula(arguments: &[&str]) -> Result<String> {
    let output = Command::new(PYTHON)
        .args(["-c", include_str!("formulas.py")])
        .args(arguments)
        .output()?;
    if !output.status.success() {
        return Err(Error::new(format!(
            "formula {arguments:?}\n{}",
            String::from_utf8_lossy(&output.stderr)
        )));
    }
    Ok(String::from_utf8_lossy(&output.stdout)
        .trim_end()
        .to_owned())
}
