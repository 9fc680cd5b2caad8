//! A native token as it is presented, bare or in a URL; its claims are not read before its signature holds.

use std::borrow::Cow;

use crate::claims::Claims;
use crate::jws::{self, Hs256, Parts};
use crate::key::SigningKey;
use crate::presented_url::{MAX_URL, PresentedUrl};
use crate::refusal::Refusal;
use crate::verified::Verified;

/// Holds a token and, when it came in one, its URL without the token.
#[derive(Debug, Clone)]
pub struct Presented {
    token: String,
    kid: String,
    url: Option<String>,
}

impl Presented {
    /// Finds the token: the whole text, or in an absolute URL the one path-style (`;name=token`) or form-style
    /// (`?name=token`) parameter that is a token (RFC 9246 asks for both), whatever its name. Behind a URL without one
    /// may stand a blank and the header `Cookie`, of which one cookie is the token.
    ///
    /// # Errors
    /// [`Refusal::Malformed`] for no token, more than one, or more than 8192 bytes.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        if text.len() > MAX_URL {
            return Err(Refusal::Malformed);
        }
        if let Some((url, cookies)) = text.split_once(' ') {
            return PresentedUrl::parse(url)
                .and_then(|url| Self::find_cookie(&url, cookies))
                .ok_or(Refusal::Malformed);
        }
        if !text.contains(':') {
            return Ok(Self {
                kid: jws::split(text)?.kid().to_owned(),
                token: text.to_owned(),
                url: None,
            });
        }
        PresentedUrl::parse(text)
            .and_then(|url| Self::find(&url))
            .ok_or(Refusal::Malformed)
    }

    fn find(url: &PresentedUrl) -> Option<Self> {
        let mut found = None;
        let rest = without_token(url, &mut found)?;
        let (token, kid) = found?;
        Some(Self {
            token,
            kid,
            url: Some(rest),
        })
    }

    fn find_cookie(url: &PresentedUrl, cookies: &str) -> Option<Self> {
        let mut found = None;
        let rest = without_token(url, &mut found)?;
        if found.is_some() {
            return None;
        }
        for cookie in cookies.split(';') {
            take_token(cookie.trim_start_matches(' '), &mut found)?;
        }
        let (token, kid) = found?;
        Some(Self {
            token,
            kid,
            url: Some(rest),
        })
    }

    /// Gives the key id: a name to look up and nothing more.
    #[must_use]
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// Checks signature, claims, time (Unix seconds; at `exp` it is over, without leeway, RFC 9246 §2.1.4) and,
    /// when it came in a URL, that this URL is covered.
    ///
    /// # Errors
    /// The first of these that does not hold.
    pub fn verify(&self, key: &SigningKey, now: i64) -> Result<Verified, Refusal> {
        let parts = jws::split(&self.token)?;
        if key.kid() != parts.kid() {
            return Err(Refusal::UnknownKey);
        }
        let claims = signed_claims(key, &parts)?;
        if now >= claims.expires_at {
            return Err(Refusal::Expired);
        }
        if let Some(url) = &self.url
            && !claims.scope.contains(url)
        {
            return Err(Refusal::OutOfScope);
        }
        Ok(Verified {
            action: claims.action,
            share_id: Some(claims.share_id),
            epoch: Some(claims.epoch),
            expires_at: claims.expires_at,
            window: claims.window,
            kid: self.kid.clone(),
            visit: claims.visit.map(Cow::into_owned),
            recipient: claims.recipient.map(Cow::into_owned),
        })
    }
}

fn signed_claims(key: &SigningKey, parts: &Parts<'_>) -> Result<Claims<'static>, Refusal> {
    // A key for another algorithm is none that this token can name.
    let verifier = Hs256::new(key).map_err(|_| Refusal::UnknownKey)?;
    if !verifier.verify(parts) {
        return Err(Refusal::BadSignature);
    }
    parts
        .payload()
        .and_then(|payload| Claims::parse(&payload))
        .ok_or(Refusal::Malformed)
}

/// Gives the URL without its token; `None` when it holds two.
fn without_token(url: &PresentedUrl, found: &mut Option<(String, String)>) -> Option<String> {
    let mut rest = String::with_capacity(url.head.len());
    for (at, segment) in url.head.split('/').enumerate() {
        if at > 0 {
            rest.push('/');
        }
        for (at, parameter) in segment.split(';').enumerate() {
            if at > 0 && take_token(parameter, found)? {
                continue;
            }
            if at > 0 {
                rest.push(';');
            }
            rest.push_str(parameter);
        }
    }
    let mut mark = '?';
    for parameter in url.query.iter().flat_map(|query| query.split('&')) {
        if !take_token(parameter, found)? {
            rest.push(mark);
            rest.push_str(parameter);
            mark = '&';
        }
    }
    Some(rest)
}

/// Gives the URL in a text that [`Presented::parse`] reads.
pub(crate) fn url_part(text: &str) -> &str {
    text.split_once(' ').map_or(text, |(url, _)| url)
}

/// Tells whether a parameter is a token and keeps it; `None` when it is the second one.
fn take_token(parameter: &str, found: &mut Option<(String, String)>) -> Option<bool> {
    let Some((name, value)) = parameter.split_once('=') else {
        return Some(false);
    };
    let Ok(parts) = jws::split(value) else {
        return Some(false);
    };
    if name.is_empty() || found.is_some() {
        return None;
    }
    *found = Some((value.to_owned(), parts.kid().to_owned()));
    Some(true)
}

#[cfg(test)]
#[path = "presented_tests.rs"]
mod tests;
