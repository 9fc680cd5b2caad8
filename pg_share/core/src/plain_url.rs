//! URLs without a signature, for deliveries that serve public shares openly.

use crate::epoch_path;
use crate::error::ShareError;
use crate::media_path::MediaPath;
use crate::media_url::MediaUrl;
use crate::profile::{EPOCH_IN_PATH, Profile};
use crate::request::UrlRequest;

/// Appends base URL and encoded path, with the window as a media fragment; an expiry is not expressed.
///
/// # Errors
/// [`ShareError::InvalidMediaPath`]; nothing is appended then.
pub fn plain_url_into(
    profile: &Profile,
    request: &UrlRequest<'_>,
    out: &mut String,
) -> Result<(), ShareError> {
    if profile.options().flag(EPOCH_IN_PATH) {
        epoch_path::with_folder(request, |request| push(profile, request, out))
    } else {
        push(profile, request, out)
    }
}

fn push(profile: &Profile, request: &UrlRequest<'_>, out: &mut String) -> Result<(), ShareError> {
    let path = MediaPath::parse(request.path)?;
    MediaUrl {
        base: profile.base_url(),
        path: path.as_str(),
    }
    .push(out);
    if let Some(window) = request.window {
        window.push_fragment(out);
    }
    Ok(())
}

/// Gives the same as a text of its own.
///
/// # Errors
/// [`ShareError::InvalidMediaPath`].
pub fn plain_url(profile: &Profile, request: &UrlRequest<'_>) -> Result<String, ShareError> {
    let mut out = String::new();
    plain_url_into(profile, request, &mut out)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::plain_url;
    use crate::action::Action;
    use crate::profile::Profile;
    use crate::request::UrlRequest;
    use crate::window::Window;

    #[test]
    fn a_plain_url_has_path_and_fragment_alone() {
        let profile =
            Profile::parse(r#"{"scheme":"uri_signing","base_url":"https://h/m","kid":"k1"}"#)
                .unwrap();
        let mut request = UrlRequest::new("a b/c;d.mp4", Action::Stream, Uuid::nil(), 0);
        assert_eq!(
            plain_url(&profile, &request).unwrap(),
            "https://h/m/a%20b/c%3Bd.mp4"
        );
        request.window = Some(Window::parse("2", "5").unwrap());
        assert_eq!(
            plain_url(&profile, &request).unwrap(),
            "https://h/m/a%20b/c%3Bd.mp4#t=2,5"
        );
        request.path = "../x";
        assert!(plain_url(&profile, &request).is_err());
    }
}
