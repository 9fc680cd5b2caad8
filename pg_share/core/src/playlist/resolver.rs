//! Leads a playlist's URIs to paths of origins (RFC 3986 §5); none of them leaves the place below the base URL.

use super::reference::{Absolute, Reference, is_plain_path};
use super::short_text;
use crate::base_url::BaseUrl;
use crate::error::ShareError;
use crate::media_path::MediaPath;
use crate::percent;

/// Holds where a playlist lies, and one path at a time.
#[derive(Debug)]
pub(super) struct Resolver<'a> {
    directory: &'a str,
    base_url: Option<&'a BaseUrl>,
    path: String,
}

impl<'a> Resolver<'a> {
    /// Starts at a playlist's own path; without a base URL no absolute URL is led to a path.
    ///
    /// # Errors
    /// [`ShareError::InvalidMediaPath`].
    pub(super) fn new(
        playlist_path: &'a str,
        base_url: Option<&'a BaseUrl>,
    ) -> Result<Self, ShareError> {
        Ok(Self {
            directory: MediaPath::parse(playlist_path)?
                .directory()
                .unwrap_or_default(),
            base_url,
            path: String::with_capacity(MediaPath::MAX_LENGTH),
        })
    }

    /// Gives the path that a URI points to; none for what is left to the player as it stands: keys of other
    /// ways, URLs elsewhere, and own ones that are more than a path.
    ///
    /// # Errors
    /// The rule that the URI breaks, as the end of a sentence about its line.
    pub(super) fn resolve(
        &mut self,
        reference: &Reference<'_>,
    ) -> Result<Option<MediaPath<'_>>, &'static str> {
        match reference {
            Reference::Relative(path) => {
                join(&mut self.path, self.directory, path)?;
                MediaPath::parse(&self.path).map(Some).map_err(|_| NO_PATH)
            }
            Reference::OtherKey => Ok(None),
            Reference::Absolute(url) => {
                let path = self.base_url.and_then(|base| below(url, base));
                match path.map(|path| join(&mut self.path, "", path)) {
                    Some(Ok(())) => Ok(MediaPath::parse(&self.path).ok()),
                    _ => Ok(None),
                }
            }
        }
    }
}

const NO_PATH: &str = "has a URI that is no path of an origin";

/// Joins an encoded path to a directory, and decodes it once, as a server does; the result may still be too long,
/// or have a control character.
fn join(out: &mut String, directory: &str, path: &str) -> Result<(), &'static str> {
    out.clear();
    out.push_str(directory);
    if is_settled(path) {
        if !directory.is_empty() {
            out.push('/');
        }
        out.push_str(path);
        return Ok(());
    }
    let mut names_a_file = false;
    let mut rest = Some(path);
    while let Some(path) = rest {
        let (segment, behind) = short_text::split_once(path, b'/')
            .map_or((path, None), |(segment, behind)| (segment, Some(behind)));
        rest = behind;
        names_a_file = false;
        match segment {
            "." => {}
            ".." => {
                if out.is_empty() {
                    return Err("has a URI that climbs above the root");
                }
                out.truncate(out.rfind('/').unwrap_or(0));
            }
            "" => return Err("has a URI with an empty segment"),
            _ => {
                if !out.is_empty() {
                    out.push('/');
                }
                push_decoded(out, segment)?;
                names_a_file = true;
            }
        }
    }
    if names_a_file { Ok(()) } else { Err(NO_PATH) }
}

/// Tells whether a path is what it stands for: nothing encoded, no segment that may be a dot segment or empty.
fn is_settled(path: &str) -> bool {
    let mut is_start = true;
    let starts_well = path.bytes().all(|byte| {
        let refused = is_start && matches!(byte, b'.' | b'/');
        is_start = byte == b'/';
        !refused
    });
    starts_well && !is_start && is_plain_path(path)
}

fn push_decoded(out: &mut String, segment: &str) -> Result<(), &'static str> {
    if !short_text::contains(segment, [b'%']) {
        out.push_str(segment);
        return Ok(());
    }
    let mut escapes = segment.match_indices('%');
    if escapes.any(|(at, _)| percent::octet(&segment[at..]).is_none()) {
        return Err("has a URI with a broken escape");
    }
    let decoded = percent::decode(segment);
    let decoded = str::from_utf8(&decoded).map_err(|_| "has a URI that is not in UTF-8")?;
    if matches!(decoded, "." | "..") || short_text::contains(decoded, [b'/', b'\\']) {
        return Err("has a URI with a hidden dot, slash or backslash");
    }
    out.push_str(decoded);
    Ok(())
}

/// Gives what lies below a base URL, still encoded; none for a URL with more than a path.
fn below<'a>(url: &Absolute<'a>, base: &BaseUrl) -> Option<&'a str> {
    let origin = base.as_str().strip_suffix(base.path())?;
    let (scheme, authority) = origin.split_once("://")?;
    let default_port = if scheme == "http" { ":80" } else { ":443" };
    let given = url.authority;
    let given = given.strip_suffix(default_port).unwrap_or(given);
    if !given.eq_ignore_ascii_case(authority)
        || !url
            .scheme
            .is_none_or(|given| given.eq_ignore_ascii_case(scheme))
        || short_text::contains(url.rest, [b'?', b'#'])
    {
        return None;
    }
    // As many segments as the base has, compared in their one normal form.
    let depth = base.path().matches('/').count();
    let mut slashes = url
        .rest
        .bytes()
        .enumerate()
        .filter(|(_, byte)| *byte == b'/')
        .map(|(at, _)| at);
    let end = slashes.nth(depth)?;
    let (prefix, path) = url.rest.split_at(end);
    let is_base = prefix == base.path()
        || percent::normalise(prefix).is_some_and(|prefix| prefix == base.path());
    if is_base {
        path.strip_prefix('/')
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::reference::Reference;
    use super::Resolver;
    use crate::base_url::BaseUrl;
    use crate::media_path::MediaPath;
    use crate::percent;

    fn resolve(playlist: &str, base: &str, uri: &str) -> Result<Option<String>, &'static str> {
        let base = BaseUrl::parse(base).unwrap();
        let mut resolver = Resolver::new(playlist, Some(&base)).unwrap();
        let path = resolver.resolve(&Reference::read(uri, false)?)?;
        Ok(path.map(|path| path.as_str().to_owned()))
    }

    #[test]
    fn relative_uris_start_at_the_playlist() {
        for (playlist, uri, path) in [
            ("film/720/index.m3u8", "seg1.ts", "film/720/seg1.ts"),
            ("film/720/index.m3u8", "../audio/a.m4s", "film/audio/a.m4s"),
            ("film/720/index.m3u8", "../../a.ts", "a.ts"),
            ("film/720/index.m3u8", "./a/./b/../c.ts", "film/720/a/c.ts"),
            ("index.m3u8", "a/b.ts", "a/b.ts"),
            ("index.m3u8", "a/../b.ts", "b.ts"),
            ("a b/i.m3u8", "c%20d%3F%25.ts", "a b/c d?%.ts"),
            ("ü/i.m3u8", "%C3%BC ü.ts", "ü/ü ü.ts"),
            ("i.m3u8", "1:2/..c../d", "1:2/..c../d"),
        ] {
            assert_eq!(
                resolve(playlist, "https://h", uri),
                Ok(Some(path.to_owned())),
                "{uri}"
            );
        }
    }

    #[test]
    fn no_uri_leaves_its_place() {
        let long = "a".repeat(2 * MediaPath::MAX_LENGTH);
        for uri in [
            "../../../a.ts",
            "a/../../../../b.ts",
            "..",
            ".",
            "a/..",
            "a/",
            "a//b.ts",
            "%2e%2e/a.ts",
            ".%2E/a.ts",
            "%2e%2e/../a.ts",
            "..%2fa.ts",
            "a%2Fb.ts",
            "a%5cb.ts",
            "a%00.ts",
            "a%0a.ts",
            "a%7F",
            "a%C2%85",
            "a%ff.ts",
            "a%zz",
            "a%",
            "a%é",
            &long,
        ] {
            assert!(
                resolve("film/720/index.m3u8", "https://h", uri).is_err(),
                "{uri}"
            );
        }
    }

    #[test]
    fn urls_below_the_base_are_paths() {
        let base = "https://cdn.example/m%20n/o";
        for (url, path) in [
            ("https://cdn.example/m%20n/o/a/b.ts", Some("a/b.ts")),
            ("HTTPS://CDN.example:443/m%20%6e/o/a%20b.ts", Some("a b.ts")),
            ("//cdn.example/m%20n/o/a.ts", Some("a.ts")),
            ("http://cdn.example/m%20n/o/a.ts", None),
            ("https://cdn.example:8443/m%20n/o/a.ts", None),
            ("https://cdn.example.evil/m%20n/o/a.ts", None),
            ("https://cdn.example/m%20n/other/a.ts", None),
            ("https://cdn.example/m%20n/o/../a.ts", None),
            ("https://cdn.example/m%20n/o/%2e%2e/a.ts", None),
            ("https://cdn.example/m%20n/o/a.ts?x=1", None),
            ("https://cdn.example/m%20n/o/", None),
            ("https://cdn.example/m%20n/o", None),
            ("https://cdn.example", None),
        ] {
            assert_eq!(
                resolve("x/i.m3u8", base, url),
                Ok(path.map(str::to_owned)),
                "{url}"
            );
        }
        assert_eq!(
            resolve("x/i.m3u8", "http://h:8080", "http://H:8080/a.ts"),
            Ok(Some("a.ts".to_owned()))
        );
    }

    proptest! {
        #[test]
        fn every_path_can_be_written_as_a_uri(
            name in "[^/]{1,20}",
            directory in "[a-zé %?#]{1,5}",
        ) {
            let path = format!("{directory}/{name}");
            if MediaPath::parse(&path).is_ok() {
                let mut uri = String::new();
                percent::push_path(&name, &mut uri);
                let playlist = format!("{directory}/i.m3u8");
                prop_assert_eq!(resolve(&playlist, "https://h", &uri), Ok(Some(path)));
            }
        }

        #[test]
        fn any_uri_leads_below_the_root_or_nowhere(
            uri in r"([.]{1,2}|/|%2e|%2[fF]|%5C|%|a|é|\\|//h|:|%00| ){0,10}"
        ) {
            if let Ok(Some(path)) = resolve("a/b/i.m3u8", "https://h/c", &uri) {
                prop_assert!(MediaPath::parse(&path).is_ok());
                prop_assert!(path.split('/').all(|segment| !matches!(segment, "." | ".." | "")));
            }
        }
    }
}
