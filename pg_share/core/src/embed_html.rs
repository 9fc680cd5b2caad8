//! The HTML that puts a share's page into another page.
//!
//! Whoever pastes it trusts it with their page, so nothing of a share may leave its attribute.

use url::{Host, Url};

use crate::error::ShareError;

/// The greatest length of a page's URL in bytes.
const MAX_URL: usize = 2048;

/// The greatest width and height in CSS pixels.
const MAX_SIZE: i32 = 10_000;

/// What is shown, and how.
#[derive(Debug, Clone, Copy)]
pub struct Embed<'a> {
    /// The page, `https` or on this machine; what it shows and how is in its query.
    pub page_url: &'a str,
    /// What screen readers say; left out when empty.
    pub title: &'a str,
    /// Width in CSS pixels.
    pub width: i32,
    /// Height in CSS pixels.
    pub height: i32,
    /// Whether the page may start to play by itself.
    pub autoplay: bool,
}

/// Gives one `iframe` element.
///
/// It hands the page the permissions that a player needs and no others, and tells it only the embedding site's origin.
///
/// # Errors
/// [`ShareError::InvalidEmbed`].
pub fn embed_html(embed: &Embed<'_>) -> Result<String, ShareError> {
    let url = page(embed.page_url)?;
    for size in [embed.width, embed.height] {
        if !(1..=MAX_SIZE).contains(&size) {
            return Err(ShareError::InvalidEmbed(
                "width and height are 1 to 10000 pixels",
            ));
        }
    }
    let mut html = String::with_capacity(512);
    html.push_str("<iframe");
    push_attribute("src", url.as_str(), &mut html);
    if !embed.title.is_empty() {
        push_attribute("title", embed.title, &mut html);
    }
    push_attribute("width", &embed.width.to_string(), &mut html);
    push_attribute("height", &embed.height.to_string(), &mut html);
    push_attribute("allow", allow(embed.autoplay), &mut html);
    html.push_str(" allowfullscreen");
    push_attribute("loading", "lazy", &mut html);
    push_attribute("referrerpolicy", "strict-origin", &mut html);
    push_attribute("style", "border: 0", &mut html);
    html.push_str("></iframe>");
    Ok(html)
}

const fn allow(autoplay: bool) -> &'static str {
    if autoplay {
        "autoplay; encrypted-media; fullscreen; picture-in-picture"
    } else {
        "encrypted-media; fullscreen; picture-in-picture"
    }
}

fn page(text: &str) -> Result<Url, ShareError> {
    if text.len() > MAX_URL {
        return Err(ShareError::InvalidEmbed(
            "the page's URL has more than 2048 bytes",
        ));
    }
    // Crate url takes these out or turns them round; a repaired URL is not what was asked for.
    if text.contains('\\')
        || text
            .chars()
            .any(|one| one.is_control() || one.is_whitespace())
    {
        return Err(ShareError::InvalidEmbed(
            "the page's URL has a blank, a control character or a backslash",
        ));
    }
    let url = Url::parse(text).map_err(|_| ShareError::InvalidEmbed("the page has no URL"))?;
    let is_safe = match url.scheme() {
        "https" => true,
        "http" => is_loopback(&url),
        _ => false,
    };
    if !is_safe {
        return Err(ShareError::InvalidEmbed(
            "the page's URL is neither https nor on this machine",
        ));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(ShareError::InvalidEmbed("the page's URL has a user name"));
    }
    Ok(url)
}

/// Names and addresses that never leave the machine (RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3).
fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Writes a name and a quoted value. Besides what ends the attribute, all that some old parser has taken for an end or a start is
/// escaped too; control characters, which HTML cannot hold, become blanks.
fn push_attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    for character in value.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '`' => html.push_str("&#96;"),
            control if control.is_control() => html.push(' '),
            other => html.push(other),
        }
    }
    html.push('"');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Embed, embed_html};
    use crate::error::ShareError;

    const PAGE: &str = "https://app.example.com/share/x?layout=minimal";

    fn embed<'a>(page_url: &'a str, title: &'a str) -> Embed<'a> {
        Embed {
            page_url,
            title,
            width: 711,
            height: 400,
            autoplay: true,
        }
    }

    /// The attributes as HTML reads them (the rules of its tokenizer for double-quoted values); none unless the text is one empty
    /// `iframe`.
    fn read(html: &str) -> Option<Vec<(String, String)>> {
        let mut rest = html.strip_prefix("<iframe")?.strip_suffix("></iframe>")?;
        let mut attributes = Vec::new();
        while let Some(next) = rest.strip_prefix(' ') {
            let end = next.find([' ', '=', '>', '"', '<']).unwrap_or(next.len());
            let (name, behind) = next.split_at(end);
            let value;
            if let Some(quoted) = behind.strip_prefix("=\"") {
                (value, rest) = quoted.split_once('"')?;
            } else {
                (value, rest) = ("", behind);
            }
            let value = value
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#96;", "`")
                .replace("&amp;", "&");
            attributes.push((name.to_owned(), value));
        }
        rest.is_empty().then_some(attributes)
    }

    #[test]
    fn an_embed_has_these_attributes() {
        let html = embed_html(&embed(PAGE, "Launch & more")).unwrap();
        assert_eq!(
            html,
            "<iframe src=\"https://app.example.com/share/x?layout=minimal\" title=\"Launch &amp; more\" width=\"711\" height=\"400\" \
             allow=\"autoplay; encrypted-media; fullscreen; picture-in-picture\" allowfullscreen loading=\"lazy\" \
             referrerpolicy=\"strict-origin\" style=\"border: 0\"></iframe>"
        );
        let quiet = Embed {
            autoplay: false,
            title: "",
            ..embed(PAGE, "")
        };
        let html = embed_html(&quiet).unwrap();
        assert!(
            !html.contains("autoplay") && !html.contains("title"),
            "{html}"
        );
    }

    #[test]
    fn a_hostile_title_stays_in_its_attribute() {
        let names: Vec<_> = read(&embed_html(&embed(PAGE, "x")).unwrap()).unwrap();
        for title in [
            "\" onload=\"alert(1)",
            "' onload='alert(1)",
            "` onload=`alert(1)",
            "\"><script>alert(1)</script>",
            "</iframe><script>alert(1)</script>",
            "&quot; onload=&quot;alert(1)",
            "&#34; onload=",
            "-->\"]]><!--",
            "\u{0}\"\u{b}onload=alert(1)",
            "\u{202e}\u{ff02}>",
        ] {
            let html = embed_html(&embed(PAGE, title)).unwrap();
            let read = read(&html).unwrap();
            assert_eq!(read.len(), names.len(), "{html}");
            let shown = title.replace(char::is_control, " ");
            assert_eq!(read[1], ("title".to_owned(), shown), "{html}");
            assert_eq!(html.matches(['<', '>']).count(), 4, "{html}");
        }
    }

    #[test]
    fn only_pages_that_nobody_on_the_way_can_change_are_embedded() {
        for url in [
            PAGE,
            "HTTPS://App.Example.COM/share/x",
            "https://app.example.com:8443/share/%22x?s=2.5&e=5#t",
            "http://localhost:3000/share/x",
            "http://app.localhost/share/x",
            "http://127.0.0.1:3000/share/x",
            "http://[::1]/share/x",
        ] {
            assert!(embed_html(&embed(url, "")).is_ok(), "{url}");
        }
        let long = format!("https://app.example.com/{}", "a".repeat(2048));
        for url in [
            "",
            "/share/x",
            "//app.example.com/share/x",
            "http://app.example.com/share/x",
            "http://localhost.example.com/",
            "http://127.0.0.1.example.com/",
            "http://10.0.0.1/",
            "ftp://app.example.com/",
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "blob:https://app.example.com/x",
            "file:///etc/passwd",
            "https://user@app.example.com/",
            "https://:secret@app.example.com/",
            "https:\\\\app.example.com\\",
            "https://app.example.com/ x",
            "https://app.example.com/\u{0}",
            "https://",
            &long,
        ] {
            assert!(
                matches!(
                    embed_html(&embed(url, "")),
                    Err(ShareError::InvalidEmbed(_))
                ),
                "{url}"
            );
        }
    }

    #[test]
    fn a_hostile_page_url_stays_in_its_attribute() {
        for url in [
            "https://app.example.com/share/x\"><script>alert(1)</script>",
            "https://app.example.com/share/x?a='\"<>`&b",
            "https://app.example.com/share/x#\"onload=alert(1)",
        ] {
            let html = embed_html(&embed(url, "")).unwrap();
            let read = read(&html).unwrap();
            assert_eq!(read.len(), 8, "{html}");
            assert_eq!(html.matches(['<', '>']).count(), 4, "{html}");
        }
    }

    #[test]
    fn a_size_outside_of_a_page_is_refused() {
        for size in [i32::MIN, -1, 0, 10_001, i32::MAX] {
            for (width, height) in [(size, 400), (711, size)] {
                let odd = Embed {
                    width,
                    height,
                    ..embed(PAGE, "")
                };
                assert!(embed_html(&odd).is_err(), "{width} x {height}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_title_reads_back(title: String) {
            let html = embed_html(&embed(PAGE, &title)).unwrap();
            let read = read(&html).unwrap();
            let shown = title.replace(char::is_control, " ");
            let found = read.iter().find(|(name, _)| name == "title");
            prop_assert_eq!(found.map_or("", |(_, value)| value), shown.as_str());
        }
    }
}
