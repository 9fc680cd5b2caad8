//! Changes a drive: its name, and what new shares of its files must be like.

use serde_json::Value;

use super::Details;
use crate::call::Call;
use crate::screen::dialog::{Dialog, Field, patch};
use crate::screen::policy;

/// The dialog for a drive.
pub(in crate::screen) fn change(drive: &Details) -> Dialog {
    let mut fields = vec![Field::text(
        "name",
        drive.name.clone(),
        "unique in the account",
    )];
    fields.extend(policy::of_drive(&drive.policy));
    let (account, id) = (drive.account_id.clone(), drive.id.clone());
    let held = drive.policy.clone();
    let title = format!("edit drive {}", drive.name);
    Dialog::new(title, fields, "the drive is changed", move |fields| {
        let mut changes = patch(fields.iter().take(1));
        if let Some(policy) = policy::changed(&held, fields)? {
            changes.insert("policy".to_owned(), policy);
        }
        if changes.is_empty() {
            return Err((0, "nothing is changed yet".to_owned()));
        }
        Ok(Call::write("drive_update")
            .with("id", &id)
            .with("account_id", &account)
            .with("patch", Value::Object(changes)))
    })
}
