//! A stock nginx takes the URLs of scheme `nginx_secure_link` and no others.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use share_core::key_export::export;
use share_core::{
    Action, Algorithm, BaseUrl, ExportFormat, Profile, SigningKey, UrlRequest, scheme,
};
use share_tests::{Error, Nginx, Place, Response, Result, get, get_with};
use uuid::Uuid;

/// The example of the documentation.
const SITE: &str = include_str!("demo/nginx.conf");
const KEY: &str = "a-key-that-only-this-test-knows";
const PAGE: &str = "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000";

/// A running nginx and the key that it knows.
struct Edge {
    nginx: Nginx,
    key: SigningKey,
}

impl Edge {
    /// Serves the demo's media by the documentation's example.
    fn example() -> Result<Self> {
        Self::serving(SITE, &Place::get()?.readable(&media())?)
    }

    fn serving(site: &str, media: &Path) -> Result<Self> {
        let pages = Place::get()?.folder_of_process("pages")?;
        fs::write(
            pages.join(format!("{PAGE}.html")),
            "<title>the page of a share</title>",
        )?;
        let values = [
            ("KEY", KEY),
            ("MEDIA", &media.display().to_string()),
            ("PAGES", &pages.display().to_string()),
        ];
        let key = SigningKey::new("edge", Algorithm::Md5, KEY.into())?;
        Ok(Self {
            nginx: Nginx::start(site, &values)?,
            key,
        })
    }

    /// Signs a URL that ends so many seconds from now.
    fn url(&self, path: &str, action: Action, seconds: i64, name: Option<&str>) -> Result<String> {
        let profile = Profile::new("nginx_secure_link", &self.nginx.base_url(), "{}")?;
        let signer =
            scheme("nginx_secure_link").and_then(|scheme| scheme.prepare(&profile, &self.key))?;
        let mut request = UrlRequest::new(path, action, Uuid::nil(), 0);
        request.expires_at = Some(now()? + seconds);
        request.file_name = name;
        let mut url = String::new();
        signer.write_url(&request, &mut url)?;
        Ok(url)
    }

    fn stream(&self) -> Result<String> {
        self.url("film/master.m3u8", Action::Stream, 60, None)
    }

    fn download(&self) -> Result<String> {
        self.url(
            "originals/film.mp4",
            Action::Download,
            60,
            Some("Der Film, größer.mp4"),
        )
    }
}

fn media() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/media")
}

fn now() -> Result<i64> {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_err(|came| Error::new(came.to_string()))?;
    i64::try_from(since.as_secs()).map_err(|came| Error::new(came.to_string()))
}

/// Puts another path segment or file behind the last slash.
fn beside(url: &str, relative: &str) -> String {
    let end = url.rfind('/').map_or(url.len(), |slash| slash + 1);
    format!("{}{relative}", &url[..end])
}

fn status(url: &str) -> Result<u16> {
    Ok(get(url)?.status)
}

#[test]
fn the_whole_stream_plays_from_one_url() -> Result {
    let edge = Edge::example()?;
    let url = edge.stream()?;
    let master = get(&url)?;
    assert_eq!(200, master.status, "{url}\n{}", edge.nginx.log());
    assert_eq!(
        Some("application/vnd.apple.mpegurl"),
        master.header("content-type")
    );
    assert_eq!(Some("*"), master.header("access-control-allow-origin"));
    let mut segments = 0;
    for child in uris(&master) {
        let child = beside(&url, &child);
        let playlist = get(&child)?;
        assert_eq!(200, playlist.status, "{child}");
        for segment in uris(&playlist) {
            let segment = get(&beside(&child, &segment))?;
            assert_eq!(
                (200, Some("video/mp2t")),
                (segment.status, segment.header("content-type"))
            );
            segments += 1;
        }
    }
    assert_eq!(8, segments);
    Ok(())
}

/// The URIs of a playlist.
fn uris(playlist: &Response) -> Vec<String> {
    playlist
        .text()
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_download_is_saved_under_its_name_and_a_preview_is_shown() -> Result {
    let edge = Edge::example()?;
    let download = get(&edge.download()?)?;
    assert_eq!(
        (200, Some("video/mp4")),
        (download.status, download.header("content-type"))
    );
    assert_eq!(
        Some("attachment; filename*=UTF-8''Der%20Film%2C%20gr%C3%B6%C3%9Fer.mp4"),
        download.header("content-disposition")
    );
    assert_eq!(fs::read(media().join("originals/film.mp4"))?, download.body);
    let preview = get(&edge.url("posters/film.jpg", Action::Preview, 60, None)?)?;
    assert_eq!(
        (200, Some("image/jpeg"), None),
        (
            preview.status,
            preview.header("content-type"),
            preview.header("content-disposition")
        )
    );
    Ok(())
}

#[test]
fn a_player_may_seek_by_ranges() -> Result {
    let part = get_with(&Edge::example()?.download()?, &[("Range", "bytes=4-7")])?;
    assert_eq!((206, "ftyp".to_owned()), (part.status, part.text()));
    Ok(())
}

#[test]
fn one_changed_character_is_refused_with_403() -> Result {
    let edge = Edge::example()?;
    for url in [edge.stream()?, edge.download()?] {
        assert_eq!(200, status(&url)?);
        let path = url
            .find("://")
            .and_then(|at| url[at + 3..].find('/').map(|slash| at + 3 + slash + 1))
            .unwrap_or(0);
        // The file behind a stream's token is free to choose within the directory; all before it is signed.
        let end = if url.contains('?') {
            url.len()
        } else {
            url.rfind('/').unwrap_or(url.len())
        };
        for at in path..end {
            // The last character of a token has four bits that nginx does not look at: `w` and `5` differ in these alone.
            let other = match url.as_bytes()[at] {
                b'w' => 'A',
                b'5' => '6',
                _ => '5',
            };
            let changed = format!("{}{other}{}", &url[..at], &url[at + 1..]);
            // The names of the arguments are no secret: another name is a missing argument, which is refused too.
            assert_eq!(403, status(&changed)?, "{changed}");
        }
    }
    Ok(())
}

#[test]
fn an_expired_url_is_answered_with_410() -> Result {
    let edge = Edge::example()?;
    assert_eq!(
        410,
        status(&edge.url("film/master.m3u8", Action::Stream, -1, None)?)?
    );
    assert_eq!(
        410,
        status(&edge.url("originals/film.mp4", Action::Download, -1, Some("film.mp4"))?)?
    );
    Ok(())
}

#[test]
fn a_token_opens_nothing_beside_its_own_path() -> Result {
    let edge = Edge::example()?;
    let (stream, download) = (edge.stream()?, edge.download()?);
    for other in [
        stream
            .replace("/film/", "/originals/")
            .replace("master.m3u8", "film.mp4"),
        beside(&stream, "../../../originals/film.mp4"),
        beside(&stream, "%2e%2e/%2e%2e/%2e%2e/originals/film.mp4"),
        beside(&stream, "..%2f..%2f..%2foriginals/film.mp4"),
        download.replace("/originals/film.mp4", "/posters/film.jpg"),
        download.replace("originals/", "originals/../posters/../film/"),
        format!(
            "{}/film/master.m3u8{}",
            edge.nginx.base_url(),
            &download[download.find('?').unwrap_or(0)..]
        ),
    ] {
        let answer = status(&other)?;
        assert!(answer == 403 || answer == 400, "{other} gave {answer}");
    }
    Ok(())
}

#[test]
fn nothing_is_served_or_listed_without_a_token() -> Result {
    let edge = Edge::example()?;
    for path in [
        "/",
        "/film/",
        "/film/master.m3u8",
        "/originals/film.mp4",
        "/README.md",
        "/share/../README.md",
        "/posters/film.jpg?md5=&expires=",
    ] {
        assert_eq!(
            403,
            status(&format!("{}{path}", edge.nginx.base_url()))?,
            "{path}"
        );
    }
    let folder = beside(&edge.stream()?, "360p/");
    assert_eq!(403, status(&folder)?);
    Ok(())
}

#[test]
fn the_page_of_a_share_needs_no_token() -> Result {
    let edge = Edge::example()?;
    let page = get(&format!(
        "{}/share/{PAGE}?layout=minimal&s=2",
        edge.nginx.base_url()
    ))?;
    assert_eq!(
        (200, Some("text/html")),
        (page.status, page.header("content-type"))
    );
    assert_eq!(
        404,
        status(&format!(
            "{}/share/{}",
            edge.nginx.base_url(),
            PAGE.replace('9', "8")
        ))?
    );
    Ok(())
}

/// Names that mean something in a URL, a regular expression, a shell or an nginx configuration.
const HOSTILE: [&str; 6] = [
    "a b",
    "50% off?",
    "größe",
    "$uri {2}",
    "a+b&c=d;e",
    "Zk9oZ3Z0Yl9wYXJ0X29mXw/7",
];

#[test]
fn hostile_names_of_folders_and_files_play_too() -> Result {
    plays_hostile_names(SITE)
}

#[test]
fn an_exported_configuration_is_taken_as_it_is() -> Result {
    let key = SigningKey::new("edge", Algorithm::Md5, KEY.into())?;
    let base = BaseUrl::parse("http://127.0.0.1")?;
    let locations = export(&[&key], ExportFormat::Nginx, "", &[base])?;
    plays_hostile_names(&format!(
        "server {{\nlisten 127.0.0.1:@PORT@;\nroot \"@MEDIA@\";\n{}\n}}\n",
        *locations
    ))
}

fn plays_hostile_names(site: &str) -> Result {
    let media = Place::get()?.folder_of_process("hostile")?;
    let edge = Edge::serving(site, &media)?;
    for name in HOSTILE {
        fs::create_dir_all(media.join(name))?;
        fs::write(
            media
                .join(name)
                .join(format!("{}.m3u8", name.replace('/', "_"))),
            name,
        )?;
        let path = format!("{name}/{}.m3u8", name.replace('/', "_"));
        for action in [Action::Stream, Action::Download] {
            let url = edge.url(&path, action, 60, None)?;
            let response = get(&url)?;
            assert_eq!(
                (200, name.to_owned()),
                (response.status, response.text()),
                "{url}\n{}",
                edge.nginx.log()
            );
        }
    }
    Ok(())
}
