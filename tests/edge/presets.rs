//! Secure links of the CDNs that are built like nginx, and of templates of one's own, at a stock nginx.

use share_tests::Result;

use crate::checker::Checker;
use crate::edge::{Delivery, Edge, MEDIA};
use crate::signed::BASE64URL;
use crate::vendor::{Held, Reach, Vendor, held, is_bound_to_an_address};

const GCORE: Vendor = Vendor {
    reach: Reach::Directory,
    ..link(MEDIA, r#"{"preset":"gcore"}"#, "?md5=", |edge| {
        let text = "$secure_link_expires$share_covered @KEY@";
        links(edge, "$arg_md5,$arg_expires", text)
    })
};
const GCORE_ADDRESS: Vendor = Vendor {
    reach: Reach::Directory,
    ..link(
        MEDIA,
        r#"{"preset":"gcore","bind_address":true}"#,
        "?md5=",
        |edge| {
            let text = "$secure_link_expires$share_covered$remote_addr @KEY@";
            links(edge, "$arg_md5,$arg_expires", text)
        },
    )
};
const KEYCDN: Vendor = link(MEDIA, r#"{"preset":"keycdn"}"#, "?token=", |edge| {
    links(
        edge,
        "$arg_token,$arg_expire",
        "${uri}@KEY@$secure_link_expires",
    )
});
const YANDEX: Vendor = link(MEDIA, r#"{"preset":"yandex"}"#, "?md5=", |edge| {
    links(
        edge,
        "$arg_md5,$arg_expires",
        "$secure_link_expires$uri @KEY@",
    )
});
const YANDEX_ADDRESS: Vendor = link(
    MEDIA,
    r#"{"preset":"yandex","bind_address":true}"#,
    "?md5=",
    |edge| {
        let text = "$secure_link_expires$uri$remote_addr @KEY@";
        links(edge, "$arg_md5,$arg_expires", text)
    },
);
const CDN77: Vendor = Vendor {
    reach: Reach::Below,
    ..link(
        &["stream"],
        r#"{"preset":"cdn77"}"#,
        "http://media.example/",
        |edge| Checker::nginx(edge, include_str!("nginx_cdn77.conf"), &[]),
    )
};
const CDN77_QUERY: Vendor = link(MEDIA, r#"{"preset":"cdn77_query"}"#, "?secure=", |edge| {
    links(edge, "$arg_secure", "$secure_link_expires${uri}@KEY@")
});
/// The example of the documentation, and a file whose name is signed too.
const CUSTOM: &str = r#"{"preset":"custom",
    "stream_message":"play:{expires}:{directory}:{secret}", "stream_url":"{directory}t-{token}-{expires}/{file}",
    "file_message":"save:{expires}:{path}|{name}|{secret}", "file_url":"{path}?t={token}&e={expires}[&as={name}]"}"#;
const CUSTOM_STREAM: Vendor = Vendor {
    reach: Reach::Below,
    ..link(&["stream"], CUSTOM, "/t-", custom)
};
const CUSTOM_FILE: Vendor = link(&["download", "preview"], CUSTOM, "?t=", custom);

const fn link(
    uses: &'static [&'static str],
    options: &'static str,
    mark: &'static str,
    server: fn(&mut Edge) -> Result<Checker>,
) -> Vendor {
    Vendor {
        delivery: Delivery {
            scheme: "nginx_secure_link",
            algorithm: "MD5",
            // Gcore and Yandex take at most 32 characters.
            imported: Some("text"),
            base_url: "http://media.example",
            uses,
            options,
        },
        server,
        reach: Reach::Nothing,
        mark,
        digits: BASE64URL,
        ended: 410,
    }
}

fn links(edge: &mut Edge, link: &str, text: &str) -> Result<Checker> {
    let values = [("LINK", link), ("TEXT", text)];
    Checker::nginx(edge, include_str!("nginx_links.conf"), &values)
}

fn custom(edge: &mut Edge) -> Result<Checker> {
    Checker::nginx(edge, include_str!("nginx_custom.conf"), &[])
}

held!(gcore, GCORE);
held!(keycdn, KEYCDN);
held!(yandex, YANDEX);
held!(cdn77_path, CDN77);
held!(cdn77_parameter, CDN77_QUERY);
held!(own_template_of_a_stream, CUSTOM_STREAM);
held!(own_template_of_a_file, CUSTOM_FILE);

#[test]
fn tokens_of_gcore_and_yandex_count_for_their_address_alone() -> Result {
    is_bound_to_an_address(&GCORE_ADDRESS)?;
    is_bound_to_an_address(&YANDEX_ADDRESS)
}

#[test]
fn a_download_is_saved_under_its_signed_name_and_no_other() -> Result {
    let mut held = Held::new(&CUSTOM_FILE)?;
    let server = held.server()?;
    let signed = held.signed("download")?;
    assert_eq!(
        Some("attachment; filename*=UTF-8''film.mp4"),
        signed.visit(&server)?.header("content-disposition")
    );
    for (from, to) in [("&as=film.mp4", ""), ("film.mp4", "other.mp4")] {
        for other in signed.elsewhere(from, to) {
            other.assert_status(&server, 403)?;
        }
    }
    Ok(())
}
