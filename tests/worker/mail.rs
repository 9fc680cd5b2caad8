//! Jobs that are mails.

use std::fmt::Write as _;
use std::net::SocketAddr;

use lettre::message::header::ContentType;
use lettre::{Message, SmtpTransport, Transport as _};
use share_tests::{Error, Result};

use crate::Failure;
use crate::job::Job;

const SENDER: &str = "shares@example.com";

/// Hands mails to an SMTP server.
pub(crate) struct Mailer {
    server: SmtpTransport,
}

impl Mailer {
    pub(crate) fn new(address: &str) -> Result<Self> {
        let address: SocketAddr = address
            .parse()
            .map_err(|_| Error::new(format!("not an address: {address}")))?;
        // Without TLS: a server of loopback.
        let server = SmtpTransport::builder_dangerous(address.ip().to_string())
            .port(address.port())
            .build();
        Ok(Self { server })
    }

    pub(crate) fn deliver(&self, job: &Job) -> std::result::Result<(), Failure> {
        let recipient = job
            .text("email")
            .ok_or_else(|| Failure::lasting(&"the job names no mail address"))?;
        let (subject, text) = written(job);
        let mail = Message::builder()
            .from(SENDER.parse().map_err(|came| Failure::lasting(&came))?)
            .to(recipient.parse().map_err(|came| Failure::lasting(&came))?)
            // A mail that is sent twice is known by it.
            .message_id(Some(format!("<{}@example.com>", job.id)))
            .subject(subject)
            .header(ContentType::TEXT_PLAIN)
            .body(text)
            .map_err(|came| Failure::lasting(&came))?;
        match self.server.send(&mail) {
            Ok(_) => Ok(()),
            Err(came) if came.is_permanent() => Err(Failure::lasting(&came)),
            Err(came) => Err(Failure::passing(&came)),
        }
    }
}

/// Subject and text.
fn written(job: &Job) -> (String, String) {
    let title = job.text("title").unwrap_or("untitled");
    let mut text = String::new();
    if let Some(name) = job.text("name") {
        let _ = writeln!(text, "Dear {name},\n");
    }
    let subject = match job.kind.as_str() {
        "email_code" => {
            let _ = writeln!(
                text,
                "your code is {}",
                job.text("code").unwrap_or_default()
            );
            format!("Your code for {title}")
        }
        "access_request" => {
            let who = job.text("from_name").or(job.text("from_email"));
            format!("{} asks for access to {title}", who.unwrap_or("someone"))
        }
        _ => format!("{} shares {title}", job.text("sender").unwrap_or("someone")),
    };
    for line in [job.text("message"), job.text("link")]
        .into_iter()
        .flatten()
    {
        let _ = writeln!(text, "{line}\n");
    }
    (subject, text)
}
