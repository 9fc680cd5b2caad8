//! What the URLs of each scheme must show at a server that checks them: what opens, and five ways to be refused.

use share_tests::{Error, Result};
use uuid::Uuid;

use crate::checker::Checker;
use crate::edge::{Delivery, Edge};
use crate::signed::Signed;
use crate::visit::Visit;

/// What is stored beside the film, near enough to it to be opened by mistake.
const NEIGHBOURS: [&str; 8] = [
    "film/stream/1.ts",
    "film/stream/720p/0.ts",
    "film/streams/master.m3u8",
    "film/master.m3u8",
    "film/cut",
    "other/master.m3u8",
    "other/source",
    "other/poster.jpg",
];

/// The film itself.
const FILM: [&str; 3] = ["film/stream/master.m3u8", "film/source", "film/poster.jpg"];

/// All that is stored, for a server that does not serve the folder of the database.
pub(crate) fn objects() -> impl Iterator<Item = &'static str> {
    FILM.into_iter().chain(NEIGHBOURS)
}

/// What the signature of a stream opens beside its playlist.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    Nothing,
    /// What lies in the playlist's directory, and nothing below that.
    Directory,
    Below,
}

/// A scheme, and a stock server in the place of the vendor's.
pub(crate) struct Vendor {
    pub(crate) delivery: Delivery,
    /// Starts the server with the key that the delivery has at the time.
    pub(crate) server: fn(&mut Edge) -> Result<Checker>,
    pub(crate) reach: Reach,
    /// What stands before the signature, and the digits that this is written with.
    pub(crate) mark: &'static str,
    pub(crate) digits: &'static [u8],
    /// How the server refuses a URL that has ended; all others get 403.
    pub(crate) ended: u16,
}

/// A database with a film and a private share of it.
pub(crate) struct Held<'a> {
    vendor: &'a Vendor,
    pub(crate) edge: Edge,
    pub(crate) share: Uuid,
}

impl<'a> Held<'a> {
    pub(crate) fn new(vendor: &'a Vendor) -> Result<Self> {
        let mut edge = Edge::with(&vendor.delivery)?;
        let file = edge.file("film.mp4", "film")?;
        for path in NEIGHBOURS {
            edge.store(path)?;
        }
        let share = edge.share(file, "private")?;
        Ok(Self {
            vendor,
            edge,
            share,
        })
    }

    pub(crate) fn server(&mut self) -> Result<Checker> {
        (self.vendor.server)(&mut self.edge)
    }

    /// The URL that is signed now; none while SQL gives none.
    fn signed_now(&mut self, action: &str, address: Option<&str>) -> Result<Option<Signed>> {
        let row = self.edge.client.query_one(
            &format!(
                "select url, cookie from share.share_sign_{action}($1, client_address => $2::text::inet)"
            ),
            &[&self.share, &address],
        )?;
        let url: Option<String> = row.get(0);
        Ok(url.map(|url| Signed {
            url,
            cookie: row.get(1),
        }))
    }

    pub(crate) fn signed(&mut self, action: &str) -> Result<Signed> {
        self.signed_now(action, None)?
            .ok_or_else(|| Error::new(format!("no URL for a {action}")))
    }

    pub(crate) fn signed_for(&mut self, action: &str, address: &str) -> Result<Signed> {
        self.signed_now(action, Some(address))?
            .ok_or_else(|| Error::new(format!("no URL for a {action} from {address}")))
    }

    /// The URL that will be signed in so many seconds.
    pub(crate) fn signed_later(&mut self, action: &str, seconds: f64) -> Result<Signed> {
        let row = self.edge.client.query_one(
            &format!(
                "select url, cookie from share.share_sign_{action}($1, at => now() + make_interval(secs => $2))"
            ),
            &[&self.share, &seconds],
        )?;
        Ok(Signed {
            url: row.get(0),
            cookie: row.get(1),
        })
    }

    /// The URL that was signed at the time that leaves it so many seconds, or that let it end so many seconds ago.
    pub(crate) fn signed_with_left(&mut self, action: &str, seconds: f64) -> Result<Signed> {
        let row = self.edge.client.query_one(
            &format!(
                "select u.url, u.cookie from share.share_sign_{action}($1) n, share.share_sign_{action}($1,
                    at => now() - (n.expires_at - now()) + make_interval(secs => $2)) u"
            ),
            &[&self.share, &seconds],
        )?;
        Ok(Signed {
            url: row.get(0),
            cookie: row.get(1),
        })
    }

    /// What the delivery signs, and what it opens.
    fn uses(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        let uses = self.vendor.delivery.uses;
        ["stream", "download", "preview"]
            .into_iter()
            .zip(FILM)
            .filter(|(action, _)| uses.contains(action))
    }

    fn all(&mut self) -> Result<Vec<Signed>> {
        self.uses().map(|(action, _)| self.signed(action)).collect()
    }

    /// The URL of an object as it is without a signature.
    fn bare(&self, path: &str) -> String {
        format!("{}/{path}", self.vendor.delivery.base_url)
    }
}

/// The six tests of a vendor, in a module of its own.
macro_rules! held {
    ($name:ident, $vendor:ident) => {
        mod $name {
            use share_tests::Result;

            #[test]
            fn a_url_opens_what_it_was_signed_for() -> Result {
                crate::vendor::opens(&super::$vendor)
            }

            #[test]
            fn one_flipped_bit_is_refused() -> Result {
                crate::vendor::refuses_a_flipped_bit(&super::$vendor)
            }

            #[test]
            fn another_path_is_refused() -> Result {
                crate::vendor::refuses_another_path(&super::$vendor)
            }

            #[test]
            fn an_ended_url_is_refused() -> Result {
                crate::vendor::refuses_an_ended_url(&super::$vendor)
            }

            #[test]
            fn another_secret_is_refused() -> Result {
                crate::vendor::refuses_another_secret(&super::$vendor)
            }

            #[test]
            fn a_revoked_key_opens_nothing_and_signs_nothing() -> Result {
                crate::vendor::refuses_a_revoked_key(&super::$vendor)
            }
        }
    };
}
pub(crate) use held;

pub(crate) fn opens(vendor: &Vendor) -> Result {
    let mut held = Held::new(vendor)?;
    let server = held.server()?;
    for (action, path) in held.uses() {
        let signed = held.signed(action)?;
        signed.assert_opens(&server, path)?;
        if action == "stream" {
            for (child, opens) in [
                ("1.ts", vendor.reach != Reach::Nothing),
                ("720p/0.ts", vendor.reach == Reach::Below),
            ] {
                if opens {
                    let path = format!("film/stream/{child}");
                    signed.child(child).assert_opens(&server, &path)?;
                } else {
                    signed.child(child).assert_status(&server, 403)?;
                }
            }
        }
    }
    Ok(())
}

pub(crate) fn refuses_a_flipped_bit(vendor: &Vendor) -> Result {
    let mut held = Held::new(vendor)?;
    let server = held.server()?;
    for signed in held.all()? {
        signed.assert_status(&server, 200)?;
        let flipped = signed.flipped(vendor.mark, vendor.digits);
        assert!(flipped.len() > 20, "{signed:?}");
        for flipped in flipped {
            flipped.assert_status(&server, 403)?;
        }
    }
    Ok(())
}

pub(crate) fn refuses_another_path(vendor: &Vendor) -> Result {
    let mut held = Held::new(vendor)?;
    let server = held.server()?;
    for (action, path) in held.uses() {
        let signed = held.signed(action)?;
        signed.assert_status(&server, 200)?;
        let (from, others): (_, &[_]) = match action {
            "stream" => ("film/stream", &["film/streams", "film", "other"]),
            "download" => (path, &["film/cut", "film/poster.jpg", "other/source"]),
            _ => (path, &["film/source", "other/poster.jpg"]),
        };
        for other in others {
            for elsewhere in signed.elsewhere(from, other) {
                elsewhere.assert_status(&server, 403)?;
            }
        }
        server.assert_status(&held.bare(path), 403)?;
    }
    Ok(())
}

pub(crate) fn refuses_an_ended_url(vendor: &Vendor) -> Result {
    let mut held = Held::new(vendor)?;
    let server = held.server()?;
    for (action, path) in held.uses() {
        let alive = held.signed_with_left(action, 30.0)?;
        alive.assert_opens(&server, path)?;
        let ended = held.signed_with_left(action, -2.0)?;
        ended.assert_status(&server, vendor.ended)?;
    }
    Ok(())
}

pub(crate) fn refuses_another_secret(vendor: &Vendor) -> Result {
    // Both name their key alike.
    let (mut held, mut other) = (Held::new(vendor)?, Held::new(vendor)?);
    assert_ne!(held.edge.export("hex")?, other.edge.export("hex")?);
    let server = held.server()?;
    for signed in held.all()? {
        signed.assert_status(&server, 200)?;
    }
    for signed in other.all()? {
        signed.assert_status(&server, 403)?;
    }
    Ok(())
}

pub(crate) fn refuses_a_revoked_key(vendor: &Vendor) -> Result {
    let mut held = Held::new(vendor)?;
    let before = held.server()?;
    let old = held.all()?;
    for signed in &old {
        signed.assert_status(&before, 200)?;
    }
    held.edge.revoke()?;
    for (action, _) in held.uses() {
        assert!(held.signed_now(action, None)?.is_none(), "{action}");
    }
    held.edge.renew(&vendor.delivery)?;
    let after = held.server()?;
    for signed in &old {
        signed.assert_status(&after, 403)?;
    }
    for (action, path) in held.uses() {
        held.signed(action)?.assert_opens(&after, path)?;
    }
    Ok(())
}

/// A URL that was signed for a visitor's address opens for that one and for no other.
pub(crate) fn is_bound_to_an_address(vendor: &Vendor) -> Result {
    let mut held = Held::new(vendor)?;
    let server = held.server()?;
    for (action, path) in held.uses() {
        held.signed_for(action, "127.0.0.1")?
            .assert_opens(&server, path)?;
        held.signed_for(action, "192.0.2.1")?
            .assert_status(&server, 403)?;
    }
    Ok(())
}
