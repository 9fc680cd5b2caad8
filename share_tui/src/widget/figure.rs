//! Numbers for people.

/// A number with a comma between thousands.
#[must_use]
pub fn grouped(number: u64) -> String {
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

/// A number that is known up to a bound: `10,000+` at the bound.
#[must_use]
pub fn bounded(number: u64, bound: u64) -> String {
    let more = if number >= bound { "+" } else { "" };
    format!("{}{more}", grouped(number))
}

/// A number, with a sign where it is estimated.
#[must_use]
pub fn about(number: u64, is_exact: bool) -> String {
    let sign = if is_exact { "" } else { "~" };
    format!("{sign}{}", grouped(number))
}

/// One or many of something: `1 job`, `2 jobs`.
#[must_use]
pub fn counted(number: u64, one: &str, many: &str) -> String {
    let word = if number == 1 { one } else { many };
    format!("{} {word}", grouped(number))
}

#[cfg(test)]
mod tests {
    use super::{about, bounded, counted, grouped};

    #[test]
    fn thousands_are_set_apart_and_bounds_are_said() {
        assert_eq!(
            ["0", "999", "1,000", "12,345,678"],
            [0, 999, 1000, 12_345_678]
                .map(grouped)
                .each_ref()
                .map(String::as_str)
        );
        assert_eq!("9,999", bounded(9_999, 10_000));
        assert_eq!("10,000+", bounded(10_000, 10_000));
        assert_eq!("~7", about(7, false));
        assert_eq!("1 job", counted(1, "job", "jobs"));
        assert_eq!("0 jobs", counted(0, "job", "jobs"));
    }
}
