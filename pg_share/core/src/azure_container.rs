//! Which account and container of Azure Blob Storage a base URL names; the signature says it in another way than the URL.

use crate::base_url::BaseUrl;
use crate::percent;

/// Holds what stands in signatures for a base URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AzureContainer {
    resource: String,
    container_end: usize,
}

impl AzureContainer {
    /// Reads account, container and folder from a base URL; the account may be given.
    ///
    /// # Errors
    /// What is missing.
    pub(crate) fn find(base: &BaseUrl, account: Option<&str>) -> Result<Self, &'static str> {
        let path = base.path().strip_prefix('/').unwrap_or_default();
        let path = String::from_utf8(percent::decode(path).into_owned())
            .map_err(|_| "the path of the base URL is not UTF-8")?;
        let host = base.host();
        // Emulators are told the account in the path, when the host has no place for it.
        let (account, path) = if is_bare(host) {
            let (first, rest) = path.split_once('/').unwrap_or((&path, ""));
            if account.is_some_and(|account| account != first) {
                return Err(
                    "the path of the base URL starts with the account, since its host is an address or has no dot",
                );
            }
            (first, rest)
        } else {
            let account = account.or_else(|| account_of(host));
            (
                account
                    .ok_or("the host does not name the account, so the option account has to")?,
                path.as_str(),
            )
        };
        let container = path.split('/').next().unwrap_or_default();
        if account.is_empty() || container.is_empty() {
            return Err("the path of the base URL names the container");
        }
        let mut resource = format!("/blob/{account}/");
        let container_end = resource.len() + container.len();
        resource.push_str(path);
        Ok(Self {
            resource,
            container_end,
        })
    }

    /// Gives the canonicalised resource of the container.
    pub(crate) fn resource(&self) -> &str {
        &self.resource[..self.container_end]
    }

    /// Gives the same with the folder that all paths of the base URL lie in, if it has one.
    pub(crate) fn resource_with_folder(&self) -> &str {
        &self.resource
    }

    /// Counts the directories from the container down to one below the base URL.
    pub(crate) fn depth_of(&self, directory: &str) -> i64 {
        let folder = &self.resource[self.container_end..];
        let slashes = [folder, directory].map(|path| path.bytes().filter(|&byte| byte == b'/'));
        let depth = slashes.into_iter().map(Iterator::count).sum::<usize>() + 1;
        i64::try_from(depth).unwrap_or(i64::MAX)
    }
}

fn is_bare(host: &str) -> bool {
    !host.contains('.') || host.parse::<std::net::Ipv4Addr>().is_ok()
}

/// Reads hosts like `account.blob.core.windows.net`, those with a zone behind the account, and the copy in a second region.
fn account_of(host: &str) -> Option<&str> {
    let (account, service) = host.split_once('.')?;
    let is_azure = service
        .split('.')
        .take(2)
        .any(|label| matches!(label, "blob" | "dfs"));
    is_azure.then(|| account.strip_suffix("-secondary").unwrap_or(account))
}

#[cfg(test)]
mod tests {
    use super::AzureContainer;
    use crate::base_url::BaseUrl;

    fn found(base_url: &str, account: Option<&str>) -> Result<(String, String), &'static str> {
        let base = BaseUrl::parse(base_url).unwrap();
        AzureContainer::find(&base, account).map(|found| {
            (
                found.resource().to_owned(),
                found.resource_with_folder().to_owned(),
            )
        })
    }

    #[test]
    fn account_and_container_are_found() {
        for (base_url, account, resource, with_folder) in [
            (
                "https://acc.blob.core.windows.net/c",
                None,
                "/blob/acc/c",
                "/blob/acc/c",
            ),
            (
                "https://acc.blob.core.windows.net/c/a%20b/d",
                None,
                "/blob/acc/c",
                "/blob/acc/c/a b/d",
            ),
            (
                "https://acc.z12.blob.storage.azure.net/c",
                None,
                "/blob/acc/c",
                "/blob/acc/c",
            ),
            (
                "https://acc-secondary.blob.core.windows.net/c",
                None,
                "/blob/acc/c",
                "/blob/acc/c",
            ),
            (
                "https://acc.blob.core.windows.net/acc/d",
                None,
                "/blob/acc/acc",
                "/blob/acc/acc/d",
            ),
            (
                "https://cdn.example/c/d",
                Some("acc"),
                "/blob/acc/c",
                "/blob/acc/c/d",
            ),
            (
                "http://127.0.0.1:10000/devstoreaccount1/c/d",
                None,
                "/blob/devstoreaccount1/c",
                "/blob/devstoreaccount1/c/d",
            ),
            (
                "http://[::1]:10000/acc/c",
                Some("acc"),
                "/blob/acc/c",
                "/blob/acc/c",
            ),
            (
                "http://azurite:10000/acc/c",
                None,
                "/blob/acc/c",
                "/blob/acc/c",
            ),
        ] {
            let expected = (resource.to_owned(), with_folder.to_owned());
            assert_eq!(found(base_url, account), Ok(expected), "{base_url}");
        }
    }

    #[test]
    fn what_names_no_container_is_refused() {
        for (base_url, account) in [
            ("https://acc.blob.core.windows.net", None),
            ("https://cdn.example/c", None),
            ("https://blob.example/c", None),
            ("http://127.0.0.1:10000", None),
            ("http://127.0.0.1:10000/acc", None),
            ("http://127.0.0.1:10000/acc/c", Some("other")),
            ("https://acc.blob.core.windows.net/%FF", None),
        ] {
            assert!(found(base_url, account).is_err(), "{base_url}");
        }
    }

    #[test]
    fn depths_count_from_the_container() {
        for (base_url, directory, depth) in [
            ("https://a.blob.core.windows.net/c", "x", 1),
            ("https://a.blob.core.windows.net/c", "x/y", 2),
            ("https://a.blob.core.windows.net/c/d/e", "x/y", 4),
        ] {
            let found = AzureContainer::find(&BaseUrl::parse(base_url).unwrap(), None).unwrap();
            assert_eq!(found.depth_of(directory), depth);
        }
    }
}
