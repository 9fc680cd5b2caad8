//! Presigned URLs at a server of buckets that checks AWS Signature Version 4.

use share_tests::{Result, S3};

use crate::checker::Checker;
use crate::edge::{Delivery, Edge};
use crate::signed::{HEX, Signed};
use crate::vendor::{Held, Reach, Vendor, held, objects};
use crate::visit::Visit;

const USES: &[&str] = &["stream", "download", "preview", "upload"];
const BUCKET: Vendor = s3(r"{}");
/// The server asks nobody whether the token is one that it gave out; it only has to be signed.
const SESSION: Vendor = s3(r#"{"session_token":"bWFkZSB1cA=="}"#);

const PLAYLIST: &str = "#EXTM3U
#EXT-X-TARGETDURATION:4
#EXTINF:4,
1.ts
#EXTINF:4,
720p/0.ts
#EXT-X-ENDLIST
";

const fn s3(options: &'static str) -> Vendor {
    Vendor {
        delivery: Delivery {
            scheme: "s3",
            algorithm: "AWS4-HMAC-SHA256",
            imported: Some("text"),
            base_url: "http://bucket.example/media",
            uses: USES,
            options,
        },
        server: |edge| Ok(Checker::new(bucket(edge)?, None)),
        reach: Reach::Nothing,
        mark: "X-Amz-Signature=",
        digits: HEX,
        ended: 403,
    }
}

/// A server with the film and what lies beside it, all in one bucket.
fn bucket(edge: &Edge) -> Result<S3> {
    let server = S3::start(&edge.kid, &edge.secret)?;
    for key in objects() {
        server.put("media", key, key)?;
    }
    Ok(server)
}

held!(a_url_of_an_object, BUCKET);
held!(a_url_of_temporary_credentials, SESSION);

#[test]
fn a_changed_parameter_is_refused() -> Result {
    let mut held = Held::new(&BUCKET)?;
    let server = held.server()?;
    let signed = held.signed("download")?;
    signed.assert_status(&server, 200)?;
    for (from, to) in [
        ("X-Amz-Expires=", "X-Amz-Expires=1"),
        ("us-east-1", "eu-west-1"),
        ("edge%2F", "edg3%2F"),
        ("X-Amz-Algorithm", "x=1&X-Amz-Algorithm"),
        ("film.mp4", "other.mp4"),
    ] {
        for other in signed.elsewhere(from, to) {
            other.assert_status(&server, 403)?;
        }
    }
    Ok(())
}

#[test]
fn a_download_is_saved_under_its_name_and_with_its_type() -> Result {
    let mut held = Held::new(&BUCKET)?;
    held.edge
        .client
        .execute("update share.file set mime_type = 'video/mp4'", &[])?;
    let server = held.server()?;
    let answer = held.signed("download")?.visit(&server)?;
    assert_eq!(
        (
            200,
            Some("attachment; filename=\"film.mp4\"; filename*=UTF-8''film.mp4"),
            Some("video/mp4")
        ),
        (
            answer.status,
            answer.header("content-disposition"),
            answer.header("content-type")
        )
    );
    Ok(())
}

#[test]
fn a_name_that_is_encoded_in_the_url_opens() -> Result {
    let mut held = Held::new(&BUCKET)?;
    let server = bucket(&held.edge)?;
    for key in ["film/a b ü+~&=.mp4", "film/it's (new) @ 100%,#1;:$!*?.mp4"] {
        server.put("media", key, key)?;
        held.edge.origin_put("source", key)?;
        held.signed("download")?.assert_opens(&server, key)?;
    }
    Ok(())
}

#[test]
fn a_url_to_get_is_none_to_look_or_to_put() -> Result {
    let mut held = Held::new(&BUCKET)?;
    let server = held.server()?;
    let url = held.signed("download")?.url;
    server.assert_opens(&url, "film/source")?;
    assert_eq!(403, server.send("HEAD", &url, &[], b"")?.status);
    assert_eq!(403, server.send("PUT", &url, &[], b"mine")?.status);
    server.assert_opens(&url, "film/source")
}

#[test]
fn an_upload_stores_its_object_and_no_other() -> Result {
    let mut held = Held::new(&BUCKET)?;
    let server = held.server()?;
    let row = held.edge.client.query_one(
        "select u.url from share.file f
        cross join lateral share.origin_sign_upload(f.file_id, 'film/new cut.mp4', content_type => 'video/mp4') u",
        &[],
    )?;
    let upload = Signed {
        url: row.get(0),
        cookie: None,
    };
    let video = [("Content-Type", "video/mp4")];
    for (url, headers) in [
        (&upload.url, &[][..]),
        (&upload.url, &[("Content-Type", "text/html")]),
        (&upload.elsewhere("new%20cut", "source")[0].url, &video),
        (&upload.elsewhere("new%20cut", "other")[0].url, &video),
    ] {
        assert_eq!(
            403,
            server.send("PUT", url, headers, b"cut")?.status,
            "{url} {headers:?}"
        );
    }
    assert_eq!(403, server.visit(&upload.url)?.status);
    assert_eq!(
        200,
        server
            .send("PUT", &upload.url, &video, b"the new cut")?
            .status
    );
    held.edge.origin_put("source", "film/new cut.mp4")?;
    assert_eq!(
        "the new cut",
        held.signed("download")?.visit(&server)?.text()
    );
    Ok(())
}

#[test]
fn a_signed_playlist_opens_its_segments_and_nothing_else() -> Result {
    let mut held = Held::new(&BUCKET)?;
    let server = held.server()?;
    held.edge.client.execute(
        "select share.playlist_put(f.file_id, 'film/stream/master.m3u8', $1) from share.file f",
        &[&PLAYLIST],
    )?;
    let playlist: String = held
        .edge
        .client
        .query_one(
            "select playlist from share.share_playlist($1)",
            &[&held.share],
        )?
        .get(0);
    let urls: Vec<_> = playlist
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    assert_eq!(2, urls.len(), "{playlist}");
    for (url, path) in urls
        .into_iter()
        .zip(["film/stream/1.ts", "film/stream/720p/0.ts"])
    {
        let signed = Signed {
            url: url.to_owned(),
            cookie: None,
        };
        signed.assert_opens(&server, path)?;
        for other in signed.flipped(BUCKET.mark, HEX) {
            other.assert_status(&server, 403)?;
        }
        for other in signed.elsewhere(path, "film/source") {
            other.assert_status(&server, 403)?;
        }
    }
    Ok(())
}
