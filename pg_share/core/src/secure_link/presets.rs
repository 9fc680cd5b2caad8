//! The secure links of nginx and of the CDNs that are built like it, as filled-in templates.

use crate::error::ShareError;
use crate::secure_link::rules::{self, Purpose};
use crate::secure_link::template::{Part, Template};

/// Four templates; an empty pair is a use that the edge does not have.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Texts<'a> {
    pub(crate) stream_message: &'a str,
    pub(crate) stream_url: &'a str,
    pub(crate) file_message: &'a str,
    pub(crate) file_url: &'a str,
}

/// The text to sign and the URL of one use.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) message: Template,
    pub(crate) url: Template,
}

/// What a delivery offers.
#[derive(Debug, Clone)]
pub(crate) struct Links {
    pub(crate) stream: Option<Link>,
    pub(crate) file: Option<Link>,
}

/// The names of all presets and of the delivery's own templates, the default first.
pub(crate) const NAMES: &[&str] = &[
    "nginx",
    "gcore",
    "cdn77",
    "cdn77_query",
    "keycdn",
    "yandex",
    "custom",
];

/// What an edge signs that knows one file at a time.
const fn per_file(message: &'static str, url: &'static str) -> Texts<'static> {
    Texts {
        stream_message: message,
        stream_url: url,
        file_message: message,
        file_url: url,
    }
}

/// Gives the templates of a preset; none for `custom`.
///
/// Sources: nginx.org `ngx_http_secure_link_module`; gcore.com "Configure and use Secure Token" (the token of a directory
/// does not reach its sub-directories); client.cdn77.com "How do I set up Signed URLs" (a CDN resource checks either the
/// path or the parameter); keycdn.com "Secure Token"; yandex.cloud "Secure tokens".
pub(crate) fn preset(name: &str) -> Option<Texts<'static>> {
    Some(match name {
        "nginx" => Texts {
            stream_message: "s{expires}{directory} {secret}",
            stream_url: "{directory}{token}/{expires}/{file}",
            file_message: "d{expires}{path} {name} {secret}",
            file_url: "{path}?md5={token}&expires={expires}[&name={name}]",
        },
        "gcore" => Texts {
            stream_message: "{expires}{directory}{address} {secret}",
            stream_url: "{directory}{file}?md5={token}&expires={expires}",
            file_message: "{expires}{path}{address} {secret}",
            file_url: "{path}?md5={token}&expires={expires}",
        },
        "cdn77" => Texts {
            stream_message: "{expires}{folder}{secret}",
            stream_url: "/{token_padded},{expires}{directory}{file}",
            file_message: "",
            file_url: "",
        },
        "cdn77_query" => per_file(
            "{expires}{path}{secret}",
            "{path}?secure={token_padded},{expires}",
        ),
        "keycdn" => per_file(
            "{path}{secret}{expires}",
            "{path}?token={token}&expire={expires}",
        ),
        "yandex" => per_file(
            "{expires}{path}{address} {secret}",
            "{path}?md5={token}&expires={expires}",
        ),
        _ => return None,
    })
}

impl Links {
    /// Reads and checks templates; without `address` a preset's part for it is left out.
    ///
    /// # Errors
    /// [`ShareError::InvalidOption`] with what a template must be.
    pub(crate) fn read(texts: &Texts<'_>, address: bool) -> Result<Self, ShareError> {
        let link = |names: [&'static str; 2], message: &str, url: &str, purpose| {
            let invalid = |option: &'static str, expected: &str| ShareError::InvalidOption {
                option,
                expected: format!("a template {expected}"),
            };
            if message.is_empty() && url.is_empty() {
                return Ok(None);
            }
            let mut message = Template::parse(message).map_err(|rule| invalid(names[0], rule))?;
            let url = Template::parse(url).map_err(|rule| invalid(names[1], rule))?;
            if !address {
                message.0.retain(|part| *part != Part::Address);
            }
            rules::check_message(&message, purpose).map_err(|rule| invalid(names[0], rule))?;
            rules::check_url(&url, &message, purpose).map_err(|rule| invalid(names[1], rule))?;
            Ok(Some(Link { message, url }))
        };
        let links = Self {
            stream: link(
                ["stream_message", "stream_url"],
                texts.stream_message,
                texts.stream_url,
                Purpose::Stream,
            )?,
            file: link(
                ["file_message", "file_url"],
                texts.file_message,
                texts.file_url,
                Purpose::File,
            )?,
        };
        if let (Some(stream), Some(file)) = (&links.stream, &links.file) {
            rules::check_pair(&stream.message, &file.message).map_err(|rule| {
                ShareError::InvalidOption {
                    option: "file_message",
                    expected: format!("such that {rule}"),
                }
            })?;
        }
        Ok(links)
    }

    /// Gives the texts to sign.
    pub(crate) fn messages(&self) -> impl Iterator<Item = &Template> {
        self.stream
            .iter()
            .chain(&self.file)
            .map(|link| &link.message)
    }
}

#[cfg(test)]
mod tests {
    use super::{Links, NAMES, preset};

    #[test]
    fn each_preset_keeps_the_rules() {
        for name in NAMES {
            let Some(texts) = preset(name) else {
                assert_eq!(*name, "custom");
                continue;
            };
            for address in [false, true] {
                let links = Links::read(&texts, address).unwrap();
                assert!(links.messages().count() > 0, "{name}");
            }
        }
    }
}
