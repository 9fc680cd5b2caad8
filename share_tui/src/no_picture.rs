//! In place of pictures, in a program that was built without them.

use ratatui::Frame;
use ratatui::layout::Rect;

/// How this terminal shows pictures: not at all.
#[derive(Debug, Clone)]
pub struct Painter;

impl Painter {
    /// There is nothing to ask.
    #[must_use]
    pub fn of_terminal() -> Self {
        Self
    }

    /// There is nothing to choose.
    #[must_use]
    pub fn half_blocks() -> Self {
        Self
    }
}

/// There is none.
#[derive(Debug, Clone)]
pub enum Picture {}

impl Picture {
    /// Is never called.
    pub fn view(&self, _: &Painter, _: &mut Frame<'_>, _: Rect) {
        match *self {}
    }
}

/// Says that there are no pictures.
///
/// # Errors
/// Always.
pub fn fetch(_: &str) -> Result<Picture, String> {
    Err("this share_tui was built without the feature pictures".to_owned())
}
