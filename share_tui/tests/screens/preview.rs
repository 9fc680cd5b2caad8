//! The preview picture of a share.

use serde_json::json;
use share_tui::message::Message;
use share_tui::screen::preview::Preview;

use crate::play::Play;

const ID: &str = "00000000-0000-7000-8000-000000000001";
const URL: &str = "https://cdn.example/poster.jpg?sig=x";

fn signed() -> Play {
    Play::new()
        .answer("share_sign_preview", json!({"id": ID, "url": URL}))
        .open(Box::new(Preview::new(ID.to_owned())))
}

#[cfg(feature = "pictures")]
/// The darkest and the brightest pixel, as a bitmap that any reader knows.
fn bitmap() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture =
        image::RgbImage::from_fn(2, 2, |x, y| image::Rgb([if x == y { 255 } else { 0 }; 3]));
    picture
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

#[cfg(feature = "pictures")]
#[test]
fn the_picture_is_got_from_where_it_is_signed_and_drawn() {
    let mut play = signed();
    assert_eq!(
        vec![share_tui::desk::Effect::Fetch(URL.to_owned())],
        play.effects
    );
    assert!(
        play.picture(60, 6)
            .contains("getting it from https://cdn.example…")
    );
    let picture = share_tui::picture::Picture::read(&bitmap()).unwrap();
    let mut play = play.then(Message::Fetched(Ok(picture)));
    play = play.documented("preview");
    insta::assert_snapshot!(play.picture(60, 8));
}

#[test]
fn why_there_is_no_picture_is_said() {
    let mut play = signed().then(Message::Fetched(Err("the answer is 403\u{1b}".to_owned())));
    let picture = play.picture(70, 6);
    assert!(
        picture.contains("https://cdn.example: the answer is 403\u{FFFD}"),
        "{picture}"
    );
    let mut play = Play::new()
        .answer("share_sign_preview", json!({"id": ID, "url": null}))
        .open(Box::new(Preview::new(ID.to_owned())));
    assert!(play.picture(60, 6).contains("the share has no preview"));
}
