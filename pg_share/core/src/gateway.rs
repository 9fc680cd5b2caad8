//! What an HTTP gateway says of a request: the claims of the token that it has verified (RFC 7519), and the headers.

use serde_json::{Map, Value};
use uuid::Uuid;

/// Characters that a user's id has at most.
const LONGEST_USER: usize = 255;

/// Names the user, and the account if one was chosen.
#[derive(Debug, PartialEq, Eq)]
pub struct GatewayClaims {
    /// Claim `sub` (RFC 7519 section 4.1.2): 1 to 255 characters, no control characters.
    pub user_id: String,
    /// Claim `account_id`.
    pub account_id: Option<Uuid>,
}

/// Reads the claims; none where they are no JSON object, name no usable user, or choose an account that cannot be one.
#[must_use]
pub fn read_claims(text: &str) -> Option<GatewayClaims> {
    let claims: Value = serde_json::from_str(text).ok()?;
    let user_id = claims.get("sub")?.as_str()?;
    let usable = !user_id.is_empty()
        && user_id.chars().count() <= LONGEST_USER
        && !user_id.chars().any(char::is_control);
    let account_id = match claims.get("account_id") {
        None | Some(Value::Null) => None,
        Some(chosen) => Some(Uuid::try_parse(chosen.as_str()?).ok()?),
    };
    usable.then(|| GatewayClaims {
        user_id: user_id.to_owned(),
        account_id,
    })
}

/// Reads headers by their names; none where they are no JSON object. What is not text, or has a NUL, is left out.
#[must_use]
pub fn read_headers(text: &str) -> Option<Map<String, Value>> {
    let Value::Object(mut headers) = serde_json::from_str(text).ok()? else {
        return None;
    };
    headers.retain(|name, value| {
        !name.contains('\0') && value.as_str().is_some_and(|value| !value.contains('\0'))
    });
    Some(headers)
}

#[cfg(test)]
mod tests {
    use super::{read_claims, read_headers};

    const ACCOUNT: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

    fn user(text: &str) -> Option<String> {
        read_claims(text).map(|claims| claims.user_id)
    }

    #[test]
    fn sub_is_the_user() {
        let text = r#"{"role": "share_user", "sub": "ada", "exp": 1}"#;
        assert_eq!(user(text).as_deref(), Some("ada"));
        let longest = "é".repeat(255);
        assert_eq!(user(&format!(r#"{{"sub": "{longest}"}}"#)), Some(longest));
    }

    #[test]
    fn an_account_may_be_chosen() {
        let text = format!(r#"{{"sub": "ada", "account_id": "{ACCOUNT}"}}"#);
        let claims = read_claims(&text).unwrap();
        assert_eq!(claims.account_id.unwrap().to_string(), ACCOUNT);
        let none = read_claims(r#"{"sub": "ada", "account_id": null}"#).unwrap();
        assert_eq!(none.account_id, None);
    }

    #[test]
    fn claims_without_a_usable_user_name_nobody() {
        for text in [
            "",
            "ada",
            "null",
            "[]",
            r#"["sub", "ada"]"#,
            "{}",
            "{\"sub\": \"ada\"",
            r#"{"sub": null}"#,
            r#"{"sub": 7}"#,
            r#"{"sub": ["ada"]}"#,
            r#"{"sub": ""}"#,
            r#"{"sub": "a\u0000b"}"#,
            r#"{"sub": "a\nb"}"#,
            r#"{"Sub": "ada"}"#,
        ] {
            assert_eq!(read_claims(text), None, "{text}");
        }
        let too_long = format!(r#"{{"sub": "{}"}}"#, "a".repeat(256));
        assert_eq!(read_claims(&too_long), None);
        let deep = format!("{}1{}", r#"{"sub":"#.repeat(9999), "}".repeat(9999));
        assert_eq!(read_claims(&deep), None);
    }

    #[test]
    fn headers_are_the_texts_of_an_object() {
        let text = r#"{"referer": "https://example.com/", "a": 1, "b": null, "c": ["x"], "d": "x\u0000y", "e\u0000": "x", "f": ""}"#;
        let headers = read_headers(text).unwrap();
        let names: Vec<_> = headers.keys().map(String::as_str).collect();
        assert_eq!(names, ["f", "referer"]);
        assert_eq!(headers["referer"], "https://example.com/");
        // The last one of a name counts, as in the server's jsonb.
        assert_eq!(read_headers(r#"{"a": "x", "a": "y"}"#).unwrap()["a"], "y");
        assert!(read_headers("{}").unwrap().is_empty());
    }

    #[test]
    fn what_is_no_object_has_no_headers() {
        for text in [
            "",
            "x",
            "null",
            "7",
            "[]",
            r#"["a"]"#,
            r#"{"a": "x""#,
            r#"{"a": "\ud800"}"#,
        ] {
            assert_eq!(read_headers(text), None, "{text}");
        }
        let deep = format!("{}1{}", r#"{"a":"#.repeat(9999), "}".repeat(9999));
        assert_eq!(read_headers(&deep), None);
    }

    #[test]
    fn an_account_that_cannot_be_one_names_nobody() {
        for account in ["7", r#""acme""#, r#""""#, "[]", "{}", "true"] {
            let text = format!(r#"{{"sub": "ada", "account_id": {account}}}"#);
            assert_eq!(read_claims(&text), None, "{account}");
        }
    }
}
