//! Figures as people read them.

/// A number with a comma at each thousand.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut said = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    said
}

/// So many shares.
pub(crate) fn shares(number: u64) -> String {
    match number {
        1 => "1 share".to_owned(),
        number => format!("{} shares", grouped(number)),
    }
}

#[cfg(test)]
mod tests {
    use super::{grouped, shares};

    #[test]
    fn thousands_are_set_apart() {
        for (number, said) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(said, grouped(number));
        }
        assert_eq!("1 share", shares(1));
        assert_eq!("2,000 shares", shares(2_000));
    }
}
