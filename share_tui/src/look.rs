//! Styles by what they mean. The only file that names colours; no meaning hangs on a colour alone.

use jiff::Timestamp;
use ratatui::style::{Color, Modifier, Style};

use crate::picture::Painter;

/// How things are shown.
#[derive(Debug, Clone)]
pub struct Look {
    /// Whether colours are used.
    pub is_coloured: bool,
    /// How pictures are shown.
    pub painter: Painter,
    /// The time, for all that is said in relation to it.
    pub now: Timestamp,
}

impl Look {
    fn coloured(&self, colour: Color) -> Style {
        if self.is_coloured {
            Style::new().fg(colour)
        } else {
            Style::new()
        }
    }

    /// Plain text.
    #[must_use]
    pub fn plain(&self) -> Style {
        Style::new()
    }

    /// What matters less.
    #[must_use]
    pub fn muted(&self) -> Style {
        if self.is_coloured {
            self.coloured(Color::DarkGray)
        } else {
            Style::new().add_modifier(Modifier::DIM)
        }
    }

    /// Headings.
    #[must_use]
    pub fn heading(&self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The row or field that keys act on.
    #[must_use]
    pub fn selection(&self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// All is well.
    #[must_use]
    pub fn good(&self) -> Style {
        self.coloured(Color::Green)
    }

    /// Wants attention.
    #[must_use]
    pub fn warning(&self) -> Style {
        self.coloured(Color::Yellow).add_modifier(Modifier::BOLD)
    }

    /// Has gone wrong, or cannot be undone.
    #[must_use]
    pub fn danger(&self) -> Style {
        self.coloured(Color::Red).add_modifier(Modifier::BOLD)
    }

    /// Keys in the footer and on the help page.
    #[must_use]
    pub fn key(&self) -> Style {
        self.coloured(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    /// A colour that an option of an attribute has; its name is always there too.
    #[must_use]
    pub fn option(&self, colour: &str) -> Style {
        match colour {
            "pink" => self.coloured(Color::LightMagenta),
            "red" => self.coloured(Color::Red),
            "yellow" => self.coloured(Color::Yellow),
            "light_green" => self.coloured(Color::LightGreen),
            "dark_green" => self.coloured(Color::Green),
            "light_blue" => self.coloured(Color::LightBlue),
            "dark_blue" => self.coloured(Color::Blue),
            "purple" => self.coloured(Color::Magenta),
            _ => Style::new(),
        }
    }

    /// The label of a connection, in the colour that its owner gave it.
    #[must_use]
    pub fn label(&self, colour: Option<&str>) -> Style {
        let style = Style::new().add_modifier(Modifier::BOLD | Modifier::REVERSED);
        match colour.and_then(|name| name.parse::<Color>().ok()) {
            Some(colour) if self.is_coloured => style.fg(colour),
            _ => style,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Look;
    use crate::attribute::COLORS;
    use crate::picture::Painter;

    #[test]
    fn each_colour_of_an_option_is_its_own_and_none_without_colours() {
        let look = |is_coloured| Look {
            is_coloured,
            painter: Painter::half_blocks(),
            now: jiff::Timestamp::UNIX_EPOCH,
        };
        let styles = |is_coloured| -> BTreeSet<String> {
            COLORS
                .map(|name| format!("{:?}", look(is_coloured).option(name)))
                .into()
        };
        assert_eq!((COLORS.len(), 1), (styles(true).len(), styles(false).len()));
    }
}
