//! Secure links as nginx's module checks them, and the CDNs that are built like it: a signed text and a URL, both filled in
//! from templates.

pub(crate) mod presets;
pub(crate) mod rules;
pub(crate) mod signer;
pub(crate) mod template;
