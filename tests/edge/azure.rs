//! Service SAS of Azure Blob Storage, checked by its documented formula with stock `HAProxy`.

use share_tests::Result;

use crate::checker::Checker;
use crate::edge::{Delivery, MEDIA};
use crate::signed::BASE64;
use crate::vendor::{Held, Reach, Vendor, held, is_bound_to_an_address};

const BLOB: Vendor = Vendor {
    delivery: Delivery {
        scheme: "azure_sas",
        algorithm: "HMAC-SHA256",
        imported: None,
        base_url: "http://media.example/container",
        uses: MEDIA,
        options: r#"{"account":"acme"}"#,
    },
    server: |edge| Checker::haproxy(edge, include_str!("haproxy_azure.cfg"), &[]),
    reach: Reach::Nothing,
    mark: "&sig=",
    digits: BASE64,
    ended: 403,
};

held!(a_signature_of_a_blob, BLOB);

#[test]
fn a_download_is_saved_under_its_name_and_no_other() -> Result {
    let mut held = Held::new(&BLOB)?;
    let server = held.server()?;
    let signed = held.signed("download")?;
    assert_eq!(
        Some("attachment; filename=\"film.mp4\"; filename*=UTF-8''film.mp4"),
        signed.visit(&server)?.header("content-disposition")
    );
    for other in signed.elsewhere("film.mp4", "other.mp4") {
        other.assert_status(&server, 403)?;
    }
    Ok(())
}

#[test]
fn a_signature_counts_for_its_address_alone() -> Result {
    is_bound_to_an_address(&BLOB)
}
