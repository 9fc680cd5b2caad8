//! What filter lines mean.

use super::{Account, Filter};
use crate::call::Call;

const ID: &str = "019c0000-0000-7000-8000-000000000001";

fn read(line: &str) -> Result<Vec<(&'static str, String)>, String> {
    let now = "2026-03-01T12:00:00Z".parse().unwrap();
    let filter = Filter::parse(line, now).map_err(|wrong| wrong.to_string())?;
    Ok(filter
        .apply(Call::read("share_search"))
        .arguments()
        .to_vec())
}

#[test]
fn each_term_is_an_argument() {
    for (line, name, value) in [
        ("state:active", "state", "active"),
        ("visibility:private", "visibility", "private"),
        (&format!("account:{ID}"), "account_id", ID),
        (&format!("file:{ID}"), "file_id", ID),
        (&format!("segment:{ID}"), "file_segment_id", ID),
        ("recipient:ada@example.com", "recipient", "ada@example.com"),
        (r#"owner:"a b""#, "owner_id", "a b"),
        ("password:yes", "has_password", "true"),
        ("password:no", "has_password", "false"),
        ("expires:>1d", "expires_after", "2026-03-02T12:00:00Z"),
        (
            "expires:<2026-04-01",
            "expires_before",
            "2026-04-01T00:00:00Z",
        ),
        ("created:<7d", "created_after", "2026-02-22T12:00:00Z"),
        ("created:>7d", "created_before", "2026-02-22T12:00:00Z"),
        (
            "created:<2026-01-01T06:00",
            "created_before",
            "2026-01-01T06:00:00Z",
        ),
        (
            "created:>2026-01-01",
            "created_after",
            "2026-01-01T00:00:00Z",
        ),
        ("Blue film", "text", "Blue film"),
        (r#""a: b" c"#, "text", "a: b c"),
        ("50%_\\'", "text", "50%_\\'"),
    ] {
        assert_eq!(Ok(vec![(name, value.to_owned())]), read(line), "{line}");
    }
}

#[test]
fn what_ends_soon_has_not_ended_and_a_day_is_whole() {
    assert_eq!(
        Ok(vec![
            ("expires_after", "2026-03-01T12:00:00Z".to_owned()),
            ("expires_before", "2026-03-08T12:00:00Z".to_owned())
        ]),
        read("expires:<7d")
    );
    assert_eq!(
        Ok(vec![
            ("created_after", "2026-02-27T00:00:00Z".to_owned()),
            ("created_before", "2026-02-28T00:00:00Z".to_owned())
        ]),
        read("created:2026-02-27")
    );
}

#[test]
fn what_is_wrong_is_told_with_what_is_wanted() {
    for (line, told) in [
        (
            "state:",
            "state: wants active scheduled disabled exhausted expired revoked",
        ),
        (
            "state:deleted",
            "state: wants active scheduled disabled exhausted expired revoked",
        ),
        ("visibility:secret", "visibility: wants public private"),
        ("file:1", "file: wants id"),
        (
            "expires:7d",
            "expires: wants <7d >1d <2026-03-01 2026-03-01",
        ),
        (
            "expires:<soon",
            "expires: wants <7d >1d <2026-03-01 2026-03-01",
        ),
        (
            "created:>2026-13-01",
            "created: wants <7d >30d <2026-03-01 2026-03-01",
        ),
        ("password:maybe", "password: wants yes no"),
        ("state:active state:active", "state: is there twice"),
        ("\"a", "a quote is not closed"),
    ] {
        assert_eq!(Err(told.to_owned()), read(line), "{line}");
    }
    assert!(
        read("colour:red")
            .unwrap_err()
            .starts_with("no filter colour: (there are state ")
    );
}

#[test]
fn a_url_is_found_and_not_searched() {
    let now = "2026-03-01T12:00:00Z".parse().unwrap();
    for line in [
        "https://cdn.example/s/a.m3u8?sig=\"x&state:active",
        " /media/films/a.mp4 ",
    ] {
        let filter = Filter::parse(line, now).unwrap();
        assert_eq!(Some(line.trim().to_owned()), filter.link);
        assert!(filter.is_open());
        assert!(filter.arguments.is_empty());
    }
    let slug = Filter::parse("link:spring-film state:active", now).unwrap();
    assert_eq!(Some("spring-film"), slug.link.as_deref());
}

#[test]
fn an_account_by_its_name_is_looked_up_first() {
    let now = "2026-03-01T12:00:00Z".parse().unwrap();
    let filter = Filter::parse(r#"account:"Nord Film""#, now).unwrap();
    assert_eq!(Some(Account::Name("Nord Film".to_owned())), filter.account);
    assert!(filter.is_open());
    assert!(Filter::parse("", now).unwrap().is_empty());
}
