//! Visits to a server by the name that its URLs are signed for.

use share_tests::{Response, Result, Service, send_to};

/// What a visitor sees of a server.
pub(crate) trait Visit {
    fn send(
        &self,
        method: &str,
        url: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Result<Response>;

    fn visit_with(&self, url: &str, headers: &[(&str, &str)]) -> Result<Response> {
        self.send("GET", url, headers, b"")
    }

    fn visit(&self, url: &str) -> Result<Response> {
        self.visit_with(url, &[])
    }

    /// Its name, for what is said of a failure.
    fn server(&self) -> &str;

    /// The URL opens the object of that path.
    fn assert_opens(&self, url: &str, path: &str) -> Result {
        let response = self.visit(url)?;
        assert_eq!(
            (200, path.to_owned()),
            (response.status, response.text()),
            "{url} {}",
            self.server()
        );
        Ok(())
    }

    fn assert_status(&self, url: &str, status: u16) -> Result {
        assert_eq!(status, self.visit(url)?.status, "{url} {}", self.server());
        Ok(())
    }

    /// The URL is refused in one of the ways in which servers refuse what they cannot read.
    fn assert_closed(&self, url: &str) -> Result {
        let status = self.visit(url)?.status;
        assert!(
            matches!(status, 400 | 403 | 404),
            "{url} gave {status} {}",
            self.server()
        );
        Ok(())
    }
}

impl Visit for Service {
    fn send(
        &self,
        method: &str,
        url: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Result<Response> {
        send_to(self.address(), method, url, headers, body)
    }

    fn server(&self) -> &str {
        self.name()
    }
}
