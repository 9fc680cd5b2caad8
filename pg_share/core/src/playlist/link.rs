//! Links from one stored playlist to another, which the application serves.

use crate::media_path::MediaPath;
use crate::percent;

/// Appends the link from the playlist at `from` to the one at `to`: behind `base`, if there is one, the path below the
/// stream's directory, else the path relative to `from`.
pub fn child_link(
    from: &str,
    directory: &str,
    to: MediaPath<'_>,
    base: Option<&str>,
    out: &mut String,
) {
    if let Some(base) = base {
        let below = to.as_str().strip_prefix(directory);
        out.push_str(base);
        percent::push_path(
            below.map_or(to.as_str(), |rest| rest.trim_start_matches('/')),
            out,
        );
        return;
    }
    let folders = from.rsplit_once('/').map_or("", |(folders, _)| folders);
    let mut folders = folders.split_terminator('/').peekable();
    let mut rest = to.as_str();
    // The folders that both are in.
    while let Some(own) = folders.peek()
        && let Some((folder, after)) = rest.split_once('/')
        && folder == *own
    {
        folders.next();
        rest = after;
    }
    for _ in folders {
        out.push_str("../");
    }
    percent::push_path(rest, out);
}

#[cfg(test)]
mod tests {
    use super::child_link;
    use crate::media_path::MediaPath;

    fn link(from: &str, to: &str, base: Option<&str>) -> String {
        let mut out = String::new();
        child_link(from, "film", MediaPath::parse(to).unwrap(), base, &mut out);
        out
    }

    #[test]
    fn a_link_is_relative_to_its_playlist() {
        for (from, to, expected) in [
            ("film/master.m3u8", "film/720/index.m3u8", "720/index.m3u8"),
            ("film/master.m3u8", "film/a b:c.m3u8", "a%20b%3Ac.m3u8"),
            (
                "film/720/index.m3u8",
                "film/360/index.m3u8",
                "../360/index.m3u8",
            ),
            ("film/a/b/x.m3u8", "film/y.m3u8", "../../y.m3u8"),
            ("film/x", "film/x/y.m3u8", "x/y.m3u8"),
            ("film/x/y.m3u8", "film/x.m3u8", "../x.m3u8"),
        ] {
            assert_eq!(link(from, to, None), expected, "{from} {to}");
        }
    }

    #[test]
    fn a_base_stands_before_the_path_below_the_directory() {
        assert_eq!(
            link("film/master.m3u8", "film/720/i n.m3u8", Some("/hls?path=")),
            "/hls?path=720/i%20n.m3u8"
        );
    }
}
