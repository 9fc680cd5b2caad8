//! What holds for each text that is stored as a playlist.

use share_core::{BaseUrl, Window, check_playlist, rewrite_playlist};

const PATH: &str = "film/720p/index.m3u8";

/// What is accepted can be signed, whole and cut, and what comes out is accepted again.
pub(crate) fn check(text: &str) {
    let accepted = check_playlist(text, PATH, &["allowed.example"]);
    let Ok(base_url) = BaseUrl::parse("https://cdn.example") else {
        return;
    };
    for window in [None, window("0", "1"), window("3.5", "7")] {
        let mut out = String::new();
        let rewritten = rewrite_playlist(
            text,
            PATH,
            &base_url,
            window,
            &mut |target, out| {
                assert!(!target.path.as_str().split('/').any(|part| part == ".."));
                out.push_str("https://allowed.example/");
                out.push_str(&target.path.encoded());
                Ok(())
            },
            &mut out,
        );
        if accepted.is_ok() && window.is_none() {
            assert!(rewritten.is_ok(), "{rewritten:?}");
        }
        if accepted.is_ok() && rewritten.is_ok() && out.lines().all(|line| line.len() < 8192) {
            let again = check_playlist(&out, PATH, &["allowed.example"]);
            assert!(again.is_ok(), "{again:?}");
        }
    }
}

fn window(start: &str, end: &str) -> Option<Window> {
    Window::parse(start, end).ok()
}
