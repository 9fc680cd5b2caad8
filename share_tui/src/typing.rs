//! Keys and pasted text that change a line of text.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tui_input::{Input, InputRequest};

/// What a key does to a line of text; none if it is no such key.
#[must_use]
pub fn request(key: KeyEvent) -> Option<InputRequest> {
    let is_control = key.modifiers.contains(KeyModifiers::CONTROL);
    Some(match key.code {
        KeyCode::Char('a') if is_control => InputRequest::GoToStart,
        KeyCode::Char('e') if is_control => InputRequest::GoToEnd,
        KeyCode::Char('w') if is_control => InputRequest::DeletePrevWord,
        KeyCode::Char('u') if is_control => InputRequest::DeleteLine,
        KeyCode::Char('k') if is_control => InputRequest::DeleteTillEnd,
        KeyCode::Char(letter) if !is_control && !letter.is_control() => {
            InputRequest::InsertChar(letter)
        }
        KeyCode::Backspace => InputRequest::DeletePrevChar,
        KeyCode::Delete => InputRequest::DeleteNextChar,
        KeyCode::Left if is_control => InputRequest::GoToPrevWord,
        KeyCode::Right if is_control => InputRequest::GoToNextWord,
        KeyCode::Left => InputRequest::GoToPrevChar,
        KeyCode::Right => InputRequest::GoToNextChar,
        KeyCode::Home => InputRequest::GoToStart,
        KeyCode::End => InputRequest::GoToEnd,
        _ => return None,
    })
}

/// Inserts text at the cursor at once: letter by letter a long one would take for ever.
pub fn insert(input: &mut Input, text: &str) {
    let letters = input.value().char_indices();
    let place = letters.map(|(place, _)| place).nth(input.cursor());
    let mut value = input.value().to_owned();
    value.insert_str(place.unwrap_or(value.len()), text);
    let cursor = input.cursor() + text.chars().count();
    *input = Input::new(value).with_cursor(cursor);
}

#[cfg(test)]
mod tests {
    use tui_input::Input;

    use super::insert;

    #[test]
    fn text_is_inserted_at_the_cursor_which_goes_behind_it() {
        for (cursor, wanted) in [(0, "日é|abc"), (2, "ab日é|c"), (3, "abc日é|")] {
            let mut input = Input::new("abc".to_owned()).with_cursor(cursor);
            insert(&mut input, "日é");
            insert(&mut input, "|");
            assert_eq!(wanted, input.value());
            assert_eq!(cursor + 3, input.cursor());
        }
    }
}
