//! Pictures in the terminal: by its own protocol where it has one, in half blocks elsewhere.

use std::io::{Cursor, Read as _};
use std::sync::Arc;
use std::time::Duration;

use image::{DynamicImage, ImageReader, Limits};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui_image::picker::Picker;
use ratatui_image::{Resize, StatefulImage};

/// More than any thumbnail, and little enough to wait for.
const MOST_BYTES: u64 = 8 << 20;
/// Cells of a picture are coarse: this is more than a large terminal shows.
const MOST_PIXELS: u32 = 1_600;
/// What decoding may take in memory.
const MOST_MEMORY: u64 = 256 << 20;
/// Terminals with a protocol for pictures: Kitty's, iTerm2's or sixels.
const ANSWERING: [&str; 8] = [
    "kitty", "ghostty", "wezterm", "iterm", "foot", "mlterm", "konsole", "contour",
];
const PATIENCE: Duration = Duration::from_secs(10);

/// How this terminal shows pictures.
#[derive(Debug, Clone)]
pub struct Painter(Picker);

impl Painter {
    /// Asks the terminal what it can; before its keys are read by others, since the answer comes as input. Only those that
    /// are known to answer are asked: the rest would be waited for.
    #[must_use]
    pub fn of_terminal() -> Self {
        let of = |name: &str| std::env::var(name).unwrap_or_default().to_lowercase();
        let names = [of("TERM"), of("TERM_PROGRAM")];
        let answers = ANSWERING
            .iter()
            .any(|known| names.iter().any(|name| name.contains(known)));
        if !answers {
            return Self::half_blocks();
        }
        Self(Picker::from_query_stdio().unwrap_or_else(|_| Picker::halfblocks()))
    }

    /// Two pixels to a cell, which every terminal with colours can.
    #[must_use]
    pub fn half_blocks() -> Self {
        Self(Picker::halfblocks())
    }
}

/// A picture that has been read.
#[derive(Clone)]
pub struct Picture(Arc<DynamicImage>);

impl Picture {
    /// Reads a picture; bytes of others may claim any size.
    ///
    /// # Errors
    /// What is no picture, or too large a one, in words.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let mut reader = ImageReader::new(Cursor::new(bytes))
            .with_guessed_format()
            .map_err(|came| came.to_string())?;
        let mut limits = Limits::default();
        limits.max_image_width = Some(16_384);
        limits.max_image_height = Some(16_384);
        limits.max_alloc = Some(MOST_MEMORY);
        reader.limits(limits);
        let picture = reader.decode().map_err(|came| came.to_string())?;
        let is_large = picture.width().max(picture.height()) > MOST_PIXELS;
        Ok(Self(Arc::new(if is_large {
            picture.thumbnail(MOST_PIXELS, MOST_PIXELS)
        } else {
            picture
        })))
    }

    /// Draws it as large as the place allows, keeping its proportions.
    pub fn view(&self, painter: &Painter, frame: &mut Frame<'_>, area: Rect) {
        let mut shown = painter.0.new_resize_protocol(self.0.as_ref().clone());
        frame.render_stateful_widget(
            StatefulImage::default().resize(Resize::Scale(None)),
            area,
            &mut shown,
        );
    }
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Picture({}x{})", self.0.width(), self.0.height())
    }
}

/// Gets a picture from its URL. Follows no redirect: the URL was signed for one place.
///
/// # Errors
/// A place that does not answer or has no picture, in words.
pub fn fetch(url: &str) -> Result<Picture, String> {
    let agent = ureq::Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .max_redirects(0)
        .build()
        .new_agent();
    let answer = agent.get(url).call().map_err(|came| came.to_string())?;
    if !answer.status().is_success() {
        return Err(format!("the answer is {}", answer.status()));
    }
    let mut bytes = Vec::new();
    let body = answer.into_body().into_reader().take(MOST_BYTES + 1);
    std::io::BufReader::new(body)
        .read_to_end(&mut bytes)
        .map_err(|came| came.to_string())?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(format!("it has more than {} MiB", MOST_BYTES >> 20));
    }
    Picture::read(&bytes)
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpListener;

    use image::{DynamicImage, ImageFormat};

    use super::{MOST_BYTES, Picture, fetch};

    /// A place that answers once, and its URL.
    fn place(head: &'static str, body: Vec<u8>) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/poster", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = stream.read(&mut [0; 4096]);
            // Who has had enough hangs up.
            let _ = write!(stream, "HTTP/1.1 {head}\r\nConnection: close\r\n\r\n");
            let _ = stream.write_all(&body);
        });
        url
    }

    fn png() -> Vec<u8> {
        let mut bytes = std::io::Cursor::new(Vec::new());
        let picture = DynamicImage::new_rgb8(8, 4);
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_picture_is_got_from_its_place() {
        let picture = fetch(&place("200 OK", png())).unwrap();
        assert_eq!("Picture(8x4)", format!("{picture:?}"));
    }

    #[test]
    fn a_place_without_a_picture_is_told() {
        let much = vec![0; usize::try_from(MOST_BYTES).unwrap() + 1];
        for (head, body, told) in [
            ("403 Forbidden", Vec::new(), "403"),
            (
                "302 Found\r\nLocation: http://127.0.0.1:1/",
                Vec::new(),
                "302",
            ),
            ("200 OK", b"<html>".to_vec(), "format"),
            ("200 OK", much, "8 MiB"),
        ] {
            let why = fetch(&place(head, body)).unwrap_err();
            assert!(why.contains(told), "{head}: {why}");
        }
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        for bytes in [&b""[..], b"<svg/>", b"\x89PNG\r\n\x1a\n"] {
            assert!(Picture::read(bytes).is_err());
        }
    }
}
