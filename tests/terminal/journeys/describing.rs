//! A drive, by what its files are described, and how they were used.

use std::process::Command;

use serde_json::{Value, json};
use share_tests::{Error, Result, Tmux};

use super::Journey;

impl Journey<'_> {
    /// The rows of a subcommand.
    fn rows(&self, arguments: &[&str]) -> Result<Vec<Value>> {
        let output = Command::new(Tmux::program("share_tui")?)
            .args(["-d", &self.database.uri(), "--json"])
            .args(arguments)
            .env("XDG_STATE_HOME", self.shown.tmux.home())
            .env("XDG_CONFIG_HOME", self.shown.tmux.home())
            .output()?;
        let text = String::from_utf8_lossy(&output.stdout);
        let rows: std::result::Result<_, _> = text.lines().map(serde_json::from_str).collect();
        rows.map_err(|came| Error::new(format!("{came}: {output:?}")))
    }
}

#[test]
fn a_drive_gets_an_attribute_with_coloured_options_and_another_one_is_archived() -> Result {
    let mut journey = Journey::begin(3)?;
    let drive = journey.text(
        "select d.id::text from share.account_list() a cross join lateral share.drive_list(a.id) d",
    )?;
    journey.client.execute(
        "select from share.attribute_create($1::text::uuid, 'tape', 'str')",
        &[&drive],
    )?;
    let link = journey.text("select share_id::text from share.share where title = 'film 001'")?;
    journey
        .client
        .execute("select from share.share_open($1)", &[&link])?;
    journey.shown.go("drives")?;
    journey.see(">default")?;
    journey.keys(&["Enter"])?;
    journey.see("drive default")?;
    journey.keys(&["Tab"])?;
    journey.see(">tape")?;
    journey.keys(&["n"])?;
    journey.see("create attribute")?;
    journey.type_in("stage")?;
    journey.keys(&["Tab"])?;
    journey.type_in("Stage")?;
    journey.keys(&["Tab", "s"])?;
    journey.see("single_select")?;
    journey.keys(&["Tab"])?;
    journey.type_in("Draft:pink, Approved:dark_green")?;
    journey.keys(&["Enter"])?;
    journey.see("ok the attribute is there")?;
    journey.see("Draft (pink), Approved")?;

    // The selection has stayed with the other one.
    journey.see(">tape")?;
    journey.keys(&["a"])?;
    journey.agree("Archive the attribute tape?")?;
    journey.see("ok the attribute is archived")?;
    journey.see("archived")?;
    journey.keys(&["g"])?;
    journey.see(">stage")?;
    journey.keys(&["Enter"])?;
    journey.see("■ dark_green")?;
    // A third option, without a colour.
    journey.keys(&["n"])?;
    journey.see("add option to stage")?;
    journey.type_in("Final")?;
    journey.keys(&["Enter"])?;
    journey.see("ok the option is there")?;
    journey.see("Final")?;

    let rows = journey.rows(&["attribute", "list", &drive, "--archived"])?;
    let said: Vec<Value> = rows
        .iter()
        .map(|row| {
            let options = row["options"].as_array().into_iter().flatten();
            let options: Vec<Value> = options
                .map(|option| json!([option["name"], option["color"]]))
                .collect();
            json!([row["name"], row["value_type"], row["archived"], options])
        })
        .collect();
    assert_eq!(
        vec![
            json!([
                "stage",
                "single_select",
                false,
                [
                    ["Draft", "pink"],
                    ["Approved", "dark_green"],
                    ["Final", null]
                ]
            ]),
            json!(["tape", "str", true, []])
        ],
        said
    );
    assert_eq!(1, journey.rows(&["attribute", "list", &drive])?.len());

    // How the drive was used stands beside it, and its files are a key away.
    journey.shown.tmux.escape()?;
    journey.see("drive default")?;
    journey.keys(&["Tab"])?;
    journey.see("[usage]")?;
    journey.see(">/film.mp4")?;
    journey.keys(&["f"])?;
    journey.see("files of default")?;
    journey.see(">/film.mp4").map(drop)
}
