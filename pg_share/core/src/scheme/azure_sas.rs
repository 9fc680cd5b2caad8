//! Service SAS of Azure Blob Storage, signed with an account key.
//!
//! Source: "Create a service SAS" of the Azure Storage REST reference, the string to sign from version 2020-12-06 on:
//! sixteen lines of values that are not percent-encoded. No line can hold a line break, so no two requests share one.

use std::cell::RefCell;
use std::net::IpAddr;

use base64ct::{Base64, Encoding as _};

use crate::action::Action;
use crate::algorithm::Algorithm;
use crate::azure_container::AzureContainer;
use crate::base_url::BaseUrl;
use crate::binding::Binding;
use crate::content_type::ContentType;
use crate::disposition;
use crate::error::ShareError;
use crate::file_name::FileName;
use crate::key::SigningKey;
use crate::mac::Mac;
use crate::media_path::MediaPath;
use crate::media_url::MediaUrl;
use crate::options::{OptionKind, OptionRule, Options};
use crate::output::Output;
use crate::percent;
use crate::presented_url::MAX_URL;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::scheme::{Scheme, UrlSigner, bound, required_expiry};
use crate::sink::Sink;
use crate::utc::Utc;

const NAME: &str = "azure_sas";

const ACCOUNT: usize = 0;
const VERSION: usize = 1;
const STREAM_SCOPE: usize = 2;

static OPTIONS: [OptionRule; 3] = [
    OptionRule {
        name: "account",
        kind: OptionKind::Text {
            length: 3..=24,
            allows: |byte| byte.is_ascii_lowercase() || byte.is_ascii_digit(),
            shape: "3 to 24 of a-z 0-9",
        },
        default: None,
        meaning: "name of the storage account; where it is left out, the first label of a host like <account>.blob.core.windows.net, or the first part of the path where the host is an address or has no dot, as with Azurite; a custom domain needs it",
    },
    OptionRule {
        name: "version",
        kind: OptionKind::Choice(&[
            "2020-12-06",
            "2021-12-02",
            "2022-11-02",
            "2023-11-03",
            "2024-11-04",
            "2025-11-05",
        ]),
        default: Some("2022-11-02"),
        meaning: "version of the storage service (sv) under whose rules the URL is checked; all of these sign alike",
    },
    OptionRule {
        name: "stream_scope",
        kind: OptionKind::Choice(&["blob", "directory", "container"]),
        default: Some("blob"),
        meaning: "what a stream's URL opens: blob is the playlist alone, whose URIs are then signed one by one; directory is all in and below its directory, in accounts with a hierarchical namespace; container is everything in the container, whoever it is for",
    },
];

/// The scheme of Azure Blob Storage.
#[derive(Debug)]
pub struct AzureSas;

impl Scheme for AzureSas {
    fn name(&self) -> &'static str {
        NAME
    }

    fn meaning(&self) -> &'static str {
        "Azure Blob Storage, by service SAS; the base URL is that of the container, and perhaps a folder in it"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::HmacSha256]
    }

    fn options(&self) -> &'static [OptionRule] {
        &OPTIONS
    }

    fn actions(&self) -> &'static [Action] {
        &Action::ALL
    }

    fn bindings(&self) -> &'static [Binding] {
        &[
            Binding::Directory,
            Binding::Address,
            Binding::FileName,
            Binding::ContentType,
        ]
    }

    fn check(&self, profile: &Profile) -> Result<(), ShareError> {
        container(profile).map(|_| ())
    }

    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError> {
        let options = profile.options();
        let version = options.text(&OPTIONS[VERSION]).to_owned();
        let protocol = if profile.base_url().as_str().starts_with("https:") {
            "https"
        } else {
            ""
        };
        let mut query = format!("?sv={version}");
        if !protocol.is_empty() {
            query.push_str("&spr=");
            query.push_str(protocol);
        }
        query.push_str("&se=");
        Ok(Box::new(Signer {
            mac: Mac::new(key.secret())?,
            base: profile.base_url().clone(),
            container: container(profile)?,
            stream_scope: stream_scope(options),
            version,
            protocol,
            query,
            message: RefCell::default(),
        }))
    }
}

fn container(profile: &Profile) -> Result<AzureContainer, ShareError> {
    let (rule, options) = (&OPTIONS[ACCOUNT], profile.options());
    let account = options.has(rule).then(|| options.text(rule));
    AzureContainer::find(profile.base_url(), account).map_err(|reason| {
        ShareError::InvalidDelivery {
            scheme: NAME,
            reason,
        }
    })
}

/// What a signature opens, by the letter of the parameter `sr`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Resource {
    Blob,
    Directory,
    Container,
}

impl Resource {
    const fn letter(self) -> &'static str {
        match self {
            Self::Blob => "b",
            Self::Directory => "d",
            Self::Container => "c",
        }
    }
}

fn stream_scope(options: &Options) -> Resource {
    match options.text(&OPTIONS[STREAM_SCOPE]) {
        "directory" => Resource::Directory,
        "container" => Resource::Container,
        _ => Resource::Blob,
    }
}

struct Signer {
    mac: Mac,
    base: BaseUrl,
    container: AzureContainer,
    stream_scope: Resource,
    version: String,
    protocol: &'static str,
    query: String,
    message: RefCell<String>,
}

/// The fields of the string to sign that change from URL to URL.
struct Fields<'a> {
    permissions: &'static str,
    end: Utc,
    resource: Resource,
    name: Option<&'a str>,
    address: &'a str,
    disposition: &'a str,
    content_type: &'a str,
}

impl Signer {
    fn push_message(&self, fields: &Fields<'_>, out: &mut String) {
        out.push_str(fields.permissions);
        out.push_str("\n\n");
        fields.end.push_extended(out);
        out.push('\n');
        out.push_str(match fields.resource {
            Resource::Container => self.container.resource(),
            Resource::Blob | Resource::Directory => self.container.resource_with_folder(),
        });
        if let Some(name) = fields.name {
            out.push('/');
            out.push_str(name);
        }
        out.push_str("\n\n");
        for field in [
            fields.address,
            self.protocol,
            &self.version,
            fields.resource.letter(),
        ] {
            out.push_str(field);
            out.push('\n');
        }
        // No snapshot, no encryption scope, no cache control.
        out.push_str("\n\n\n");
        out.push_str(fields.disposition);
        // No content encoding and no content language.
        out.push_str("\n\n\n");
        out.push_str(fields.content_type);
    }
}

/// Azure takes IPv4 addresses alone.
fn sip(address: IpAddr) -> Result<String, ShareError> {
    match address.to_canonical() {
        IpAddr::V4(address) => Ok(address.to_string()),
        IpAddr::V6(_) => Err(ShareError::Unsupported {
            scheme: NAME,
            what: "way to bind an IPv6 address",
        }),
    }
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        let path = MediaPath::parse(request.path)?;
        let file_name = request.file_name.map(FileName::parse).transpose()?;
        let content_type = request.content_type.map(ContentType::parse).transpose()?;
        if request.action == Action::Upload && content_type.is_some() {
            return Err(ShareError::Unsupported {
                scheme: NAME,
                what: "way to bind the content type of an upload",
            });
        }
        let address = request.address.map(sip).transpose()?.unwrap_or_default();
        let (resource, permissions) = match request.action {
            Action::Stream => (self.stream_scope, "r"),
            Action::Download | Action::Preview => (Resource::Blob, "r"),
            Action::Upload => (Resource::Blob, "cw"),
        };
        let name = match resource {
            Resource::Blob => Some(path.as_str()),
            Resource::Directory => Some(path.stream_directory()?),
            Resource::Container => None,
        };
        let mut disposition = String::new();
        if request.action == Action::Download
            && let Some(name) = file_name
        {
            disposition::push_disposition(name, request.inline, &mut disposition);
        }
        // A wider signature serves segments too, which are of another type than the playlist.
        let is_answer = resource == Resource::Blob && request.action != Action::Upload;
        let content_type = content_type.filter(|_| is_answer);
        let fields = Fields {
            permissions,
            end: Utc::new(required_expiry(request)?)?,
            resource,
            name,
            address: &address,
            disposition: &disposition,
            content_type: content_type.map_or("", ContentType::as_str),
        };
        let mut message = self.message.borrow_mut();
        message.clear();
        self.push_message(&fields, &mut message);
        out.explain("string to sign", || message.clone());

        let url = &mut out.url;
        let start = url.len();
        MediaUrl {
            base: &self.base,
            path: path.as_str(),
        }
        .push(url);
        url.push_str(&self.query);
        fields.end.push_extended(&mut percent::ValueSink(url));
        push_parameter("&sip=", fields.address, url);
        push_parameter("&sr=", resource.letter(), url);
        if let (Resource::Directory, Some(name)) = (resource, name) {
            url.push_str("&sdd=");
            url.push_integer(self.container.depth_of(name));
        }
        push_parameter("&sp=", permissions, url);
        push_parameter("&rscd=", fields.disposition, url);
        push_parameter("&rsct=", fields.content_type, url);
        let mut signature = [0; 44];
        let signature = Base64::encode(&self.mac.tag(message.as_bytes()), &mut signature);
        // The 44 characters of 32 bytes always fit.
        push_parameter("&sig=", signature.unwrap_or_default(), url);
        if let Some(window) = request.window {
            window.push_fragment(url);
        }
        bound(url.len() - start, MAX_URL)
    }
}

fn push_parameter(name: &str, value: &str, url: &mut String) {
    if !value.is_empty() {
        url.push_str(name);
        percent::push_value(value, url);
    }
}

#[cfg(test)]
#[path = "azure_sas_tests.rs"]
mod tests;
