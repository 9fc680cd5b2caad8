//! As much of an HLS playlist (RFC 8216) as the demo's own have: comments, tags and relative URIs.

/// The URIs of a playlist, resolved against its own address.
pub(crate) fn uris(address: &str, playlist: &str) -> Vec<String> {
    playlist
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|relative| format!("{}{relative}", folder(address)))
        .collect()
}

/// The address up to its last slash, without a fragment.
fn folder(address: &str) -> &str {
    let address = address
        .split_once('#')
        .map_or(address, |(before, _)| before);
    address
        .rfind('/')
        .map_or(address, |slash| &address[..=slash])
}
