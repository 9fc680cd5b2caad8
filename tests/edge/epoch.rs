//! Paths with the share's epoch in them: new URLs for a new epoch, and old ones that can be withdrawn as one folder.

use share_tests::Result;

use crate::checker::Checker;
use crate::edge::{Delivery, Edge, MEDIA};
use crate::signed::{BASE64URL, Signed};
use crate::vendor::{Held, Reach, Vendor, held};

const STREAM: Vendor = epoch(&["stream"], "/film/stream/");
const FILE: Vendor = epoch(&["download", "preview"], "md5=");
const ALL: Vendor = epoch(MEDIA, "");

const fn epoch(uses: &'static [&'static str], mark: &'static str) -> Vendor {
    Vendor {
        delivery: Delivery {
            scheme: "nginx_secure_link",
            algorithm: "MD5",
            imported: None,
            base_url: "http://media.example",
            uses,
            options: r#"{"epoch_in_path":true}"#,
        },
        server: |edge| server(edge, "s/none"),
        reach: Reach::Below,
        mark,
        digits: BASE64URL,
        ended: 410,
    }
}

fn server(edge: &mut Edge, withdrawn: &str) -> Result<Checker> {
    let site = include_str!("nginx_epoch.conf");
    Checker::nginx(edge, site, &[("WITHDRAWN", withdrawn)])
}

held!(a_stream, STREAM);
held!(a_file, FILE);

fn reason(held: &mut Held<'_>, url: &str) -> Result<Option<String>> {
    let row = held
        .edge
        .client
        .query_one("select reason from share.share_verify($1)", &[&url])?;
    Ok(row.get(0))
}

#[test]
fn a_new_epoch_gives_new_urls_and_the_old_ones_can_be_withdrawn() -> Result {
    let mut held = Held::new(&ALL)?;
    let all = |held: &mut Held<'_>| -> Result<Vec<Signed>> {
        MEDIA.iter().map(|action| held.signed(action)).collect()
    };
    let old = all(&mut held)?;
    let folder = |epoch: i32| format!("s/{}.{epoch}", held.share);
    let (first, second) = (folder(1), folder(2));
    for signed in &old {
        assert!(signed.url.contains(&format!("/{first}/")), "{signed:?}");
        assert_eq!(None, reason(&mut held, &signed.url)?);
    }
    held.edge.client.execute(
        "update share.share set epoch = epoch + 1 where share_id = $1",
        &[&held.share],
    )?;
    let new = all(&mut held)?;
    let before = server(&mut held.edge, "s/none")?;
    let after = server(&mut held.edge, &first)?;
    for (old, new) in old.iter().zip(&new) {
        assert!(new.url.contains(&format!("/{second}/")), "{new:?}");
        assert_eq!(Some("superseded"), reason(&mut held, &old.url)?.as_deref());
        assert_eq!(None, reason(&mut held, &new.url)?);
        // nginx knows no epochs: it takes both until it is told that the old folder is gone.
        old.assert_status(&before, 200)?;
        new.assert_status(&before, 200)?;
        old.assert_status(&after, 410)?;
        new.assert_status(&after, 200)?;
        for moved in old.elsewhere(&first, &second) {
            moved.assert_status(&after, 403)?;
        }
        for moved in new.elsewhere(&second, "s") {
            moved.assert_status(&after, 403)?;
        }
    }
    Ok(())
}
