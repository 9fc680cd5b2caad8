//! The smallest scheme there can be; it stands for one that someone adds.

use crate::algorithm::Algorithm;
use crate::binding::Binding;
use crate::error::ShareError;
use crate::key::SigningKey;
use crate::mac::Mac;
use crate::output::Output;
use crate::profile::Profile;
use crate::request::UrlRequest;
use crate::scheme::{Scheme, UrlSigner, required_expiry};

/// The scheme.
pub struct Initials;

impl Scheme for Initials {
    fn name(&self) -> &'static str {
        "initials"
    }

    fn meaning(&self) -> &'static str {
        "nobody"
    }

    fn algorithms(&self) -> &'static [Algorithm] {
        &[Algorithm::HmacSha256]
    }

    fn bindings(&self) -> &'static [Binding] {
        &[]
    }

    fn prepare(
        &self,
        profile: &Profile,
        key: &SigningKey,
    ) -> Result<Box<dyn UrlSigner>, ShareError> {
        Ok(Box::new(Signer {
            base_url: profile.base_url().as_str().to_owned(),
            mac: Mac::new(key.secret())?,
        }))
    }
}

struct Signer {
    base_url: String,
    mac: Mac,
}

impl UrlSigner for Signer {
    fn write_url(&self, request: &UrlRequest<'_>, out: &mut Output) -> Result<(), ShareError> {
        let message = format!("{} {}", required_expiry(request)?, request.path);
        let tag = self.mac.tag(message.as_bytes());
        out.explain("string to sign", || message);
        out.url = format!("{}/{}?{:02x}", self.base_url, request.path, tag[0]);
        Ok(())
    }
}
