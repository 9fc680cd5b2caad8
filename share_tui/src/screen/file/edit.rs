//! Changes a file: renames, moves, says who serves it.

use serde_json::Value;

use super::about::{Details, Drive};
use crate::call::Call;
use crate::screen::dialog::{Dialog, Field, patch};

/// The dialog for a file whose account has these drives.
pub(super) fn dialog(file: &Details, drives: &[Drive]) -> Dialog {
    let text = |name: &str, value: &Option<String>, help: &str| {
        Field::text(name, value.clone().unwrap_or_default(), help)
    };
    let drives = drives
        .iter()
        .map(|drive| (drive.id.clone(), drive.name.clone()))
        .collect();
    let states = ["pending", "processing", "completed", "failed"];
    let served = "name of a delivery of the account; empty: the one that the account names";
    let fields = vec![
        Field::text(
            "path",
            file.path.clone(),
            "path on the drive, from its root; shares go on working after a move",
        ),
        Field::choice(
            "drive_id",
            drives,
            &file.drive_id,
            "the drive that the file lies on",
        ),
        Field::words("status", &states, &file.status, "processing of the media"),
        text(
            "external_id",
            &file.external_id,
            "the application's own id of the file",
        ),
        text("mime_type", &file.mime_type, "MIME type of the source"),
        text("stream_delivery", &file.stream_delivery, served),
        text("download_delivery", &file.download_delivery, served),
        text("preview_delivery", &file.preview_delivery, served),
    ];
    let (id, title) = (file.id.clone(), format!("edit file {}", file.path));
    Dialog::new(title, fields, "the file is changed", move |fields| {
        let patch = patch(fields);
        if patch.is_empty() {
            return Err((0, "nothing is changed yet".to_owned()));
        }
        Ok(Call::write("file_update")
            .with("id", &id)
            .with("patch", Value::Object(patch)))
    })
}
