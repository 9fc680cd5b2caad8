//! What a caller of this crate can get wrong; it never holds a secret, a token or a whole URL.

use crate::algorithm::Algorithm;
use crate::encoding::Encoding;
use crate::export_format::ExportFormat;
use crate::share_token::Purpose;
use crate::window::Seconds;

/// Names one mistake of a caller: the text of the variant is constant, values stand in [`ShareError::detail`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// An action other than stream, download or preview.
    #[error("unknown action")]
    UnknownAction(String),
    /// A key algorithm that no scheme here uses.
    #[error("unknown key algorithm")]
    UnknownAlgorithm(String),
    /// A purpose that no share token has.
    #[error("unknown purpose of a token")]
    UnknownPurpose(String),
    /// A key that cannot make share tokens, by its algorithm or its id.
    #[error("the key makes no share tokens")]
    InvalidTokenKey,
    /// A way of writing a secret that is not known.
    #[error("unknown encoding of a secret")]
    UnknownEncoding(String),
    /// An action that the scheme has no URLs for.
    #[error("the signing scheme cannot do that")]
    Unsupported {
        /// The scheme's name.
        scheme: &'static str,
        /// What it cannot do.
        what: &'static str,
    },
    /// Options that do not go together, or a base URL that the scheme cannot use.
    #[error("the delivery does not fit its signing scheme")]
    InvalidDelivery {
        /// The scheme's name.
        scheme: &'static str,
        /// The rule that is broken.
        reason: &'static str,
    },
    /// A key id of the wrong length or with other characters.
    #[error("invalid key id")]
    InvalidKeyId,
    /// A secret that its algorithm cannot use; the reason never quotes it.
    #[error("invalid key secret")]
    InvalidSecret(&'static str),
    /// A path that is no plain relative path of an origin.
    #[error("invalid media path")]
    InvalidMediaPath {
        /// The path as given.
        path: String,
        /// The rule that it breaks.
        reason: &'static str,
    },
    /// A stream whose path names no directory that a token could cover.
    #[error("the path of a stream needs a directory")]
    MissingDirectory(String),
    /// A base URL that cannot stand before a path; the URL is not kept, it may hold credentials.
    #[error("invalid base URL")]
    InvalidBaseUrl(&'static str),
    /// Seconds that are no short decimal number, or a window that does not run forwards.
    #[error("invalid window")]
    InvalidWindow(&'static str),
    /// A name that cannot be the name of a downloaded file.
    #[error("invalid file name")]
    InvalidFileName(&'static str),
    /// A media type that cannot stand in a header.
    #[error("invalid content type")]
    InvalidContentType(&'static str),
    /// A scope in another form than this crate writes.
    #[error("invalid token scope")]
    InvalidScope,
    /// A password that cannot be set; neither it nor its hash is kept.
    #[error("invalid password")]
    InvalidPassword(&'static str),
    /// A chosen address that breaks a rule of slugs.
    #[error("invalid slug")]
    InvalidSlug(&'static str),
    /// What cannot be put into another page.
    #[error("invalid embed")]
    InvalidEmbed(&'static str),
    /// The memory for a computation is not to be had.
    #[error("out of memory")]
    OutOfMemory,
    /// A text in a claim that is empty or too long.
    #[error("invalid claim")]
    InvalidClaim {
        /// The claim's name.
        claim: &'static str,
        /// What is accepted.
        expected: &'static str,
    },
    /// A text that is no address of the Internet Protocol.
    #[error("invalid address")]
    InvalidAddress,
    /// A request without an address, where the delivery makes each URL for one.
    #[error("the delivery signs for an address only")]
    MissingAddress,
    /// A request for an address where public shares are served plain.
    #[error("a plain URL is for every address")]
    PlainForAddress,
    /// A request to sign without an end; an unsigned URL is asked for with `plain_url`.
    #[error("a signed URL needs an expiry")]
    MissingExpiry,
    /// An expiry outside the years that a token can name.
    #[error("invalid expiry")]
    InvalidExpiry(&'static str),
    /// A URL or token longer than verifiers accept.
    #[error("the signed URL would be too long")]
    UrlTooLong {
        /// The greatest length in bytes.
        limit: usize,
    },
    /// A scheme that is not in the registry.
    #[error("unknown signing scheme")]
    UnknownScheme(String),
    /// An option that the scheme does not have.
    #[error("unknown delivery option")]
    UnknownOption {
        /// The scheme's name.
        scheme: &'static str,
        /// The option as given.
        option: String,
        /// The options it has, comma separated.
        accepted: String,
    },
    /// An option's value of the wrong type or outside its range.
    #[error("invalid delivery option")]
    InvalidOption {
        /// The option's name.
        option: &'static str,
        /// What is accepted.
        expected: String,
    },
    /// Delivery options or a profile that are no JSON object of the expected shape.
    #[error("invalid delivery profile")]
    InvalidProfile(&'static str),
    /// A key whose algorithm the scheme cannot use.
    #[error("the key's algorithm does not fit the signing scheme")]
    WrongAlgorithm {
        /// The scheme's name.
        scheme: &'static str,
        /// What the scheme takes, comma separated.
        needed: String,
        /// What the key has.
        given: Algorithm,
    },
    /// A key other than the one that the profile names.
    #[error("the key is not the key of the delivery")]
    WrongKey {
        /// The key id in the profile.
        wanted: String,
        /// The key id of the key.
        given: String,
    },
    /// An export format that does not exist.
    #[error("unknown key export format")]
    UnknownFormat(String),
    /// Keys whose algorithm an export format cannot hold.
    #[error("the export format does not fit the key's algorithm")]
    FormatMismatch {
        /// The format's name.
        format: &'static str,
        /// The key's algorithm.
        algorithm: Algorithm,
        /// The formats that fit it, comma separated.
        fitting: String,
    },
    /// An export that lacks something or cannot be written for this key.
    #[error("the key cannot be exported")]
    InvalidExport(&'static str),
    /// A page option with another value than it knows.
    #[error("invalid page option")]
    InvalidPageOption {
        /// The option's name.
        option: &'static str,
        /// What is accepted.
        expected: &'static str,
    },
    /// A playlist longer than is stored.
    #[error("the playlist is too long")]
    PlaylistTooLong {
        /// The greatest length in bytes.
        limit: usize,
    },
    /// A playlist that cannot be signed, or that players read in different ways.
    #[error("invalid playlist")]
    InvalidPlaylist {
        /// The line, counted from one; it is not quoted, a URI may hold a token.
        line: usize,
        /// The rule that it breaks.
        reason: &'static str,
    },
    /// A playlist that names a server which is not allowed.
    #[error("the playlist names a host that is not allowed")]
    ForeignHost {
        /// The line, counted from one.
        line: usize,
        /// The host alone.
        host: String,
    },
    /// A window in which a playlist has no segment.
    #[error("the window lies outside of the playlist")]
    WindowOutsidePlaylist {
        /// How long the playlist is.
        duration: Seconds,
    },
    /// What an export of subtitles or comments cannot be written from.
    #[error("invalid argument of an export")]
    InvalidExportArgument {
        /// The argument's name.
        argument: &'static str,
        /// What is accepted.
        expected: String,
    },
    /// A signed URL that would break the playlist; it is not quoted.
    #[error("the signed URL cannot stand in a playlist")]
    InvalidSignedUrl,
}

/// Shortens a caller's text for a DETAIL, so that no message grows with its input.
fn shown(text: &str) -> String {
    const LIMIT: usize = 120;
    let mut short: String = text
        .chars()
        .take(LIMIT)
        .flat_map(char::escape_debug)
        .collect();
    if text.chars().nth(LIMIT).is_some() {
        short.push('…');
    }
    short
}

impl ShareError {
    /// Gives the values that belong to the message, without secrets.
    #[must_use]
    pub fn detail(&self) -> Option<String> {
        Some(match self {
            Self::UnknownAction(name)
            | Self::UnknownAlgorithm(name)
            | Self::UnknownPurpose(name)
            | Self::UnknownScheme(name)
            | Self::UnknownEncoding(name)
            | Self::UnknownFormat(name) => format!("\"{}\" is not known", shown(name)),
            Self::InvalidMediaPath { path, reason } => {
                format!("path \"{}\" {reason}", shown(path))
            }
            Self::MissingDirectory(path) => {
                format!("path \"{}\" has no directory", shown(path))
            }
            Self::InvalidSecret(reason)
            | Self::InvalidBaseUrl(reason)
            | Self::InvalidWindow(reason)
            | Self::InvalidFileName(reason)
            | Self::InvalidContentType(reason)
            | Self::InvalidExpiry(reason)
            | Self::InvalidProfile(reason)
            | Self::InvalidExport(reason)
            | Self::InvalidEmbed(reason) => (*reason).to_owned(),
            Self::Unsupported { scheme, what } => format!("scheme {scheme} has no {what}"),
            Self::InvalidDelivery { scheme, reason } => format!("scheme {scheme}: {reason}"),
            Self::InvalidPassword(reason) | Self::InvalidSlug(reason) => format!("it {reason}"),
            Self::InvalidClaim { claim, expected } => format!("{claim} must be {expected}"),
            Self::UrlTooLong { limit } | Self::PlaylistTooLong { limit } => {
                format!("the limit is {limit} bytes")
            }
            Self::UnknownOption { scheme, option, .. } => {
                format!("scheme {scheme} has no option \"{}\"", shown(option))
            }
            Self::InvalidOption { option, expected }
            | Self::InvalidExportArgument {
                argument: option,
                expected,
            } => format!("{option} must be {expected}"),
            Self::WrongAlgorithm {
                scheme,
                needed,
                given,
            } => {
                format!("scheme {scheme} needs {needed}, the key has {given}")
            }
            Self::WrongKey { wanted, given } => {
                format!(
                    "the delivery names {}, the key is {}",
                    shown(wanted),
                    shown(given)
                )
            }
            Self::FormatMismatch {
                format, algorithm, ..
            } => {
                format!("format {format} cannot hold a key for {algorithm}")
            }
            Self::InvalidPageOption { option, expected } => format!("{option} must be {expected}"),
            Self::InvalidPlaylist { line, reason } => format!("line {line} {reason}"),
            Self::ForeignHost { line, host } => format!("line {line} names \"{}\"", shown(host)),
            Self::WindowOutsidePlaylist { duration } => {
                format!("the playlist has {duration} seconds")
            }
            Self::InvalidKeyId
            | Self::InvalidTokenKey
            | Self::OutOfMemory
            | Self::InvalidScope
            | Self::InvalidAddress
            | Self::MissingAddress
            | Self::PlainForAddress
            | Self::MissingExpiry
            | Self::InvalidSignedUrl => return None,
        })
    }

    /// Gives advice on what to do instead.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            Self::UnknownAction(_) => "actions are stream, download, preview and upload".to_owned(),
            Self::UnknownAlgorithm(_) => format!("algorithms are {}", Algorithm::names()),
            Self::UnknownPurpose(_) => {
                format!("purposes are {}", Purpose::ALL.map(Purpose::as_str).join(", "))
            }
            Self::UnknownEncoding(_) => {
                format!("encodings are {}", Encoding::ALL.map(Encoding::as_str).join(", "))
            },
            Self::Unsupported { .. } => {
                "share.share_delivery_schemes() shows what each scheme can bind".to_owned()
            }
            Self::InvalidTokenKey => {
                "the id of a key for share_token is k and 12 hexadecimal digits in lower case; leave kid out".to_owned()
            }
            Self::InvalidSlug(_) => crate::slug::RULE.to_owned(),
            Self::MissingAddress => "give client_address".to_owned(),
            Self::InvalidKeyId => "a key id has 1 to 64 of A-Z a-z 0-9 _ -".to_owned(),
            Self::MissingDirectory(_) => {
                "put the files of a stream into a directory of their own".to_owned()
            }
            Self::UnknownScheme(_) => {
                format!("known schemes: {}", crate::scheme::names())
            }
            Self::UnknownOption { accepted, .. } => format!("accepted options: {accepted}"),
            Self::UnknownFormat(_) => format!("formats are {}", ExportFormat::names()),
            Self::FormatMismatch { fitting, .. } => format!("formats that fit: {fitting}"),
            Self::WrongAlgorithm { needed, .. } => format!("use a signing key for {needed}"),
            Self::UrlTooLong { .. } => "use a shorter base URL or path".to_owned(),
            Self::InvalidBaseUrl(_) => {
                "give scheme, host, and if needed port and path, as in https://cdn.example.com/media"
                    .to_owned()
            }
            Self::ForeignHost { .. } => {
                "give URIs relative to the playlist, or allow the host".to_owned()
            }
            _ => return None,
        })
    }
}
