//! The public address of a share, and what its page can be told.

use crate::base_url::BaseUrl;
use crate::error::ShareError;
use crate::percent::push_value;
use crate::window::Seconds;

/// Tells the page how to show a share; each is left out of the URL when it is not given.
#[derive(Debug, Clone, Copy, Default)]
pub struct PageOptions<'a> {
    /// `minimal` for the player alone.
    pub layout: Option<&'a str>,
    /// Where playing starts (`s`), in seconds of the file as decimal text.
    pub start: Option<&'a str>,
    /// Where playing ends (`e`), in seconds of the file as decimal text.
    pub end: Option<&'a str>,
    /// `hard` when nothing outside `s` and `e` may be played.
    pub clip: Option<&'a str>,
    /// Token of the recipient whose link it is (`r`).
    pub recipient: Option<&'a str>,
}

/// Gives `<base>/share/<address>` with `layout`, `s`, `e`, `clip` and `r` in this order; the address is an id or a slug.
///
/// # Errors
/// [`ShareError::InvalidPageOption`] and [`ShareError::InvalidWindow`].
pub fn page_url(
    base: &BaseUrl,
    address: &str,
    options: &PageOptions<'_>,
) -> Result<String, ShareError> {
    only("layout", options.layout, "minimal")?;
    only("clip", options.clip, "hard")?;
    let start = options.start.map(Seconds::parse).transpose()?;
    let end = options.end.map(Seconds::parse).transpose()?;
    if let (Some(start), Some(end)) = (start, end)
        && end <= start
    {
        return Err(ShareError::InvalidWindow(
            "the end must lie behind the start",
        ));
    }
    if options.clip.is_some() && (start.is_none() || end.is_none()) {
        return Err(ShareError::InvalidPageOption {
            option: "clip",
            expected: "given together with a start and an end",
        });
    }
    let mut url = format!("{base}/share/");
    push_value(address, &mut url);
    let mut mark = '?';
    let mut add = |name: &str, value: &str| {
        url.push(mark);
        url.push_str(name);
        url.push('=');
        url.push_str(value);
        mark = '&';
    };
    if let Some(layout) = options.layout {
        add("layout", layout);
    }
    if let Some(start) = start {
        add("s", &start.to_string());
    }
    if let Some(end) = end {
        add("e", &end.to_string());
    }
    if let Some(clip) = options.clip {
        add("clip", clip);
    }
    if let Some(recipient) = options.recipient {
        add("r", recipient);
    }
    Ok(url)
}

fn only(
    option: &'static str,
    value: Option<&str>,
    expected: &'static str,
) -> Result<(), ShareError> {
    match value {
        Some(value) if value != expected => Err(ShareError::InvalidPageOption { option, expected }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{BaseUrl, PageOptions, page_url};

    const PAGE: &str = "https://v.example/share/00000000-0000-0000-0000-000000000001";

    fn url(options: PageOptions<'_>) -> Option<String> {
        let base = BaseUrl::parse("https://V.example/").unwrap();
        page_url(&base, "00000000-0000-0000-0000-000000000001", &options).ok()
    }

    #[test]
    fn options_stand_in_their_order() {
        assert_eq!(url(PageOptions::default()).as_deref(), Some(PAGE));
        let all = PageOptions {
            layout: Some("minimal"),
            start: Some("2.50"),
            end: Some("10"),
            clip: Some("hard"),
            recipient: Some("abc"),
        };
        assert_eq!(
            url(all),
            Some(format!("{PAGE}?layout=minimal&s=2.5&e=10&clip=hard&r=abc"))
        );
        let start = PageOptions {
            start: Some("0"),
            ..PageOptions::default()
        };
        assert_eq!(url(start), Some(format!("{PAGE}?s=0")));
    }

    #[test]
    fn other_values_are_refused() {
        let none = PageOptions::default();
        for options in [
            PageOptions {
                layout: Some("full"),
                ..none
            },
            PageOptions {
                layout: Some(""),
                ..none
            },
            PageOptions {
                start: Some("5"),
                end: Some("5"),
                ..none
            },
            PageOptions {
                start: Some("-1"),
                ..none
            },
            PageOptions {
                end: Some("5&x=y"),
                ..none
            },
            PageOptions {
                clip: Some("hard"),
                ..none
            },
            PageOptions {
                clip: Some("hard"),
                start: Some("1"),
                ..none
            },
            PageOptions {
                clip: Some("soft"),
                start: Some("1"),
                end: Some("2"),
                ..none
            },
        ] {
            assert_eq!(url(options), None, "{options:?}");
        }
    }

    #[test]
    fn a_slug_is_encoded() {
        let base = BaseUrl::parse("https://v.example").unwrap();
        assert_eq!(
            page_url(&base, "für-alle", &PageOptions::default()).ok(),
            Some("https://v.example/share/f%C3%BCr-alle".to_owned())
        );
    }
}
