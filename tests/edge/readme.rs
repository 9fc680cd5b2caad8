//! Servers with the configurations that stand in README.md, or that it links to, take what its SQL signs, and nothing else.

use share_tests::{Error, Result, S3};

use crate::checker::Checker;
use crate::edge::Edge;
use crate::readme_section::{Key, Section, revoke};
use crate::visit::Visit;

/// What a section promises.
struct Promise {
    heading: &'static str,
    delivery: &'static str,
    /// Stands before the signature in a URL; where it stands more than once, the last counts.
    mark: &'static str,
    /// Whether the signature of a stream opens its directory.
    opens_children: bool,
    /// The status of what has ended.
    ended: u16,
}

impl Promise {
    fn holds(&self, start: impl Fn(&Section, &Edge, &Key) -> Result<Checker>) -> Result {
        let section = Section::named(self.heading)?;
        let (mut edge, share) = section.edge(self.delivery)?;
        for path in ["stream/720p/0.ts", "source", "poster.jpg"] {
            edge.store(&format!("film/{path}"))?;
            edge.store(&format!("other/{path}"))?;
        }
        edge.store("other/stream/master.m3u8")?;
        let key = Key::of(&mut edge)?;
        let server = start(&section, &edge, &key)?;
        let good = self.urls(&mut edge, share, 0)?;
        for (url, path) in &good {
            server.assert_opens(url, path)?;
            for changed in self.changed(url) {
                server.assert_status(&changed, 403)?;
            }
            server.assert_status(&url.replacen("/film/", "/other/", 1), 403)?;
            let host = url.split("/film/").next().unwrap_or_default();
            server.assert_closed(&format!("{host}/{path}"))?;
        }
        if self.opens_children {
            let child = good[0].0.replacen("/master.m3u8", "/720p/0.ts", 1);
            server.assert_opens(&child, "film/stream/720p/0.ts")?;
        }
        for (url, _) in self.urls(&mut edge, share, 30)? {
            server.assert_status(&url, self.ended)?;
        }

        revoke(&mut edge, self.delivery, share)?;
        let next = Key::of(&mut edge)?;
        let wrong = Key {
            kid: key.kid,
            ..Key::of(&mut edge)?
        };
        let with_wrong_key = start(&section, &edge, &wrong)?;
        let without_revoked_key = start(&section, &edge, &next)?;
        for (url, _) in &good {
            with_wrong_key.assert_status(url, 403)?;
            without_revoked_key.assert_status(url, 403)?;
        }
        for (url, path) in self.urls(&mut edge, share, 0)? {
            without_revoked_key.assert_opens(&url, path)?;
        }
        Ok(())
    }

    /// The URLs that the delivery signs, the stream first, with the objects they are for.
    fn urls(
        &self,
        edge: &mut Edge,
        share: uuid::Uuid,
        days: i32,
    ) -> Result<Vec<(String, &'static str)>> {
        let base: String = edge
            .client
            .query_one(
                "select base_url from share.delivery_get($1, $2)",
                &[&edge.account, &self.delivery],
            )?
            .get(0);
        let urls = edge.signed_before(share, days)?;
        let objects = ["film/stream/master.m3u8", "film/source", "film/poster.jpg"];
        let signed: Vec<_> = urls
            .each()
            .into_iter()
            .map(str::to_owned)
            .zip(objects)
            .filter(|(url, _)| url.starts_with(&base))
            .collect();
        if signed.is_empty() {
            return Err(Error::new(format!("nothing is signed for {base}")));
        }
        Ok(signed)
    }

    /// The URL with one character of its signature changed, once for each of some places.
    fn changed(&self, url: &str) -> Vec<String> {
        let start = url.rfind(self.mark).map_or(0, |at| at + self.mark.len());
        let length = url[start..].find(['/', '&']).unwrap_or(url.len() - start);
        assert!(start > 0 && length > 20, "{url}");
        [0, 1, length / 2, length - 2]
            .into_iter()
            .map(|at| {
                let at = start + at;
                let other = if url.as_bytes()[at] == b'5' { '6' } else { '5' };
                format!("{}{other}{}", &url[..at], &url[at + 1..])
            })
            .collect()
    }
}

/// Traffic Server with a rule, whose origin is an nginx.
fn traffic_server(edge: &Edge, rule: &str, files: &[(&str, &str)]) -> Result<Checker> {
    Checker::traffic_server(edge, &rule.replace("origin.internal", "@ORIGIN@"), files)
}

#[test]
fn the_rule_of_traffic_server_takes_native_tokens() -> Result {
    let section = Section::named("Native token: Traffic Server, HAProxy, any JWT library")?;
    let (mut edge, share) = section.edge("native")?;
    let keys = edge.export("ats")?;
    let server = traffic_server(&edge, &section.blocks("text")[0], &[("keys.json", &keys)])?;
    let urls = edge.signed(share)?;
    let opened = ["film/stream/master.m3u8", "film/source", "film/poster.jpg"];
    for (url, path) in urls.each().into_iter().zip(opened) {
        server.assert_opens(url, path)?;
        server.assert_status(&url.replacen("/film/", "/other/", 1), 403)?;
    }
    Ok(())
}

#[test]
fn traffic_server_renews_a_short_token_by_cookie() -> Result {
    let section = Section::named("Native token: Traffic Server, HAProxy, any JWT library")?;
    let (mut edge, share) = section.edge("native-renewed")?;
    edge.store("film/stream/720p/0.ts")?;
    let keys = edge.export("ats")?;
    let rule = section.blocks("text")[0].replace("native.", "renewed.");
    let server = traffic_server(&edge, &rule, &[("keys.json", &keys)])?;
    let stream = edge.signed(share)?.stream;
    let answer = server.visit(&stream)?;
    assert_eq!(200, answer.status, "{stream}");
    let cookie = answer.header("set-cookie").unwrap_or_default();
    let (cookie, path) = cookie.split_once(';').unwrap_or_default();
    assert!(path.contains("/film/stream"), "{answer:?}");
    let child = "http://renewed.example.com/film/stream/720p/0.ts";
    let answer = server.visit_with(child, &[("Cookie", cookie)])?;
    assert_eq!(
        (200, "film/stream/720p/0.ts".to_owned()),
        (answer.status, answer.text())
    );
    server.assert_status(child, 403)?;
    let row = edge.client.query_one(
        "select reason from share.share_verify($1)",
        &[&format!("{child} {cookie}")],
    )?;
    assert_eq!("malformed", row.get::<_, &str>(0));
    Ok(())
}

#[test]
fn the_delivery_for_buckets_signs_what_a_bucket_takes() -> Result {
    let promise = Promise {
        heading: "S3 and compatible buckets",
        delivery: "minio",
        mark: "X-Amz-Signature=",
        opens_children: false,
        ended: 403,
    };
    promise.holds(|_, _, key| {
        let server = S3::start(&key.kid, &key.text)?;
        for folder in ["film", "other"] {
            for path in ["stream/master.m3u8", "source", "poster.jpg"] {
                let path = format!("{folder}/{path}");
                server.put("media", &path, &path)?;
            }
        }
        Ok(Checker::new(server, None))
    })
}

#[test]
fn the_location_of_a_custom_link_takes_its_streams() -> Result {
    let promise = Promise {
        heading: "nginx, stock",
        delivery: "own-link",
        mark: "/t-",
        opens_children: true,
        ended: 410,
    };
    promise.holds(|section, edge, key| {
        let location = section.blocks("nginx")[0].replace("SECRET", &key.text);
        let site = format!(
            "server {{\nlisten 127.0.0.1:@PORT@;\nroot \"@MEDIA@\";\n{location}\nlocation / {{ return 403; }}\n}}\n"
        );
        Ok(Checker::new(edge.nginx_with(&site, &[])?, None))
    })
}

#[test]
fn the_files_of_url_sig_take_its_urls() -> Result {
    let promise = Promise {
        heading: "Traffic Server's url_sig",
        delivery: "url-sig",
        mark: "=",
        opens_children: true,
        ended: 403,
    };
    promise.holds(|section, edge, key| {
        let blocks = section.blocks("text");
        let keys = format!("{}\n", blocks[0].replace("SECRET", &key.text));
        let deny = format!("{}\n", blocks[2]);
        traffic_server(
            edge,
            &blocks[1],
            &[("url_sig.config", &keys), ("deny.config", &deny)],
        )
    })
}
