//! The folder `s/<share>.<epoch>/` before a path: a new epoch gives new URLs, and the old ones can be withdrawn at the edge
//! as one folder.

use uuid::Uuid;

use crate::action::Action;
use crate::error::ShareError;
use crate::media_path::MediaPath;
use crate::output::Output;
use crate::refusal::Refusal;
use crate::request::UrlRequest;
use crate::scheme::UrlSigner;
use crate::sink::Sink;
use crate::verified::Verified;

/// Bytes that the folder has at most: `s/`, an id, a point, an epoch and a slash.
pub(crate) const MAX_LENGTH: usize = 2 + 36 + 1 + 11 + 1;

/// Calls `work` with the request for the path behind its share's folder.
pub(crate) fn with_folder<R>(
    request: &UrlRequest<'_>,
    work: impl FnOnce(&UrlRequest<'_>) -> R,
) -> R {
    let mut path = String::with_capacity(MAX_LENGTH + request.path.len());
    path.push_str("s/");
    path.push_str(
        request
            .share_id
            .as_hyphenated()
            .encode_lower(&mut Uuid::encode_buffer()),
    );
    path.push('.');
    path.push_integer(i64::from(request.epoch));
    path.push('/');
    path.push_str(request.path);
    work(&UrlRequest {
        path: &path,
        ..*request
    })
}

/// Signs what lies in the folders of shares.
pub(crate) struct FolderSigner(pub(crate) Box<dyn UrlSigner>);

impl UrlSigner for FolderSigner {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        // Behind the folder each path has a directory: that of the share, which the edge takes off.
        if request.action == Action::Stream {
            MediaPath::parse(request.path)?.stream_directory()?;
        }
        with_folder(request, |request| self.0.write_url(request, out))
    }
}

/// Adds to what a signature says the share that the folder names; `below` is the URL below its base URL.
pub(crate) fn add_share(verified: Verified, below: &str) -> Result<Verified, Refusal> {
    let (share_id, epoch) = read(below).ok_or(Refusal::Malformed)?;
    let agrees = verified.share_id.is_none_or(|own| own == share_id)
        && verified.epoch.is_none_or(|own| own == epoch);
    if !agrees {
        return Err(Refusal::OutOfScope);
    }
    Ok(Verified {
        share_id: Some(share_id),
        epoch: Some(epoch),
        ..verified
    })
}

/// Reads back exactly what [`with_folder`] writes.
fn read(below: &str) -> Option<(Uuid, i32)> {
    let (folder, _) = below.strip_prefix("s/")?.split_once('/')?;
    let (id, epoch) = folder.split_once('.')?;
    let share_id = Uuid::try_parse(id).ok()?;
    let epoch_number: i32 = epoch.parse().ok()?;
    let written = format!("{}.{epoch_number}", share_id.as_hyphenated());
    (written == folder).then_some((share_id, epoch_number))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{read, with_folder};
    use crate::action::Action;
    use crate::algorithm::Algorithm;
    use crate::error::ShareError;
    use crate::key::SigningKey;
    use crate::output::Output;
    use crate::profile::Profile;
    use crate::request::UrlRequest;

    #[test]
    fn the_folder_reads_back() {
        let id = Uuid::from_u128(7);
        let request = UrlRequest::new("film/a.m3u8", Action::Stream, id, 12);
        let path = with_folder(&request, |request| request.path.to_owned());
        assert_eq!(
            path,
            "s/00000000-0000-0000-0000-000000000007.12/film/a.m3u8"
        );
        assert_eq!(read(&path), Some((id, 12)));
    }

    #[test]
    fn other_spellings_of_a_folder_are_refused() {
        for path in [
            "",
            "film/a.m3u8",
            "s/00000000-0000-0000-0000-000000000007.12",
            "s/00000000-0000-0000-0000-000000000007/a",
            "s/00000000-0000-0000-0000-000000000007.012/a",
            "s/00000000-0000-0000-0000-000000000007.+1/a",
            "s/00000000-0000-0000-0000-00000000000A.1/a",
            "s/00000000000000000000000000000007.1/a",
        ] {
            assert_eq!(read(path), None, "{path}");
        }
    }

    #[test]
    fn a_stream_without_a_directory_of_its_own_is_refused() {
        let profile =
            Profile::new("uri_signing", "https://h", r#"{"epoch_in_path":true}"#).unwrap();
        let key = SigningKey::new("k1", Algorithm::Hs256, vec![b'x'; 32]).unwrap();
        let signer = profile.signer(&key).unwrap();
        let sign = |path, action| {
            let mut request = UrlRequest::new(path, action, Uuid::nil(), 1);
            request.expires_at = Some(2_000_000_000);
            signer.write_url(&request, &mut Output::new())
        };
        assert!(sign("film/a.m3u8", Action::Stream).is_ok());
        assert!(sign("a.mp4", Action::Download).is_ok());
        assert!(matches!(
            sign("a.m3u8", Action::Stream),
            Err(ShareError::MissingDirectory(_))
        ));
    }
}
