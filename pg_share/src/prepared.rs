//! What rows of one delivery have in common, kept between them: its profile, its signer, the end that was last asked for.

use std::cell::RefCell;
use std::rc::Rc;

use share_core::lifetime::{self, Lifetimes};
use share_core::{Action, BaseUrl, Profile, ShareError, UrlSigner};

use crate::fresh_scan::Stamp;
use crate::signing_key;
use crate::signing_key::StoredKey;
use crate::timestamp::unix_micros;

/// Holds what rows of one delivery have in common; a page or a bulk run mostly has one.
pub(crate) struct Prepared {
    /// The delivery as SQL hands it over: scheme, key id, base URL and options, a line each.
    delivery: String,
    kid: String,
    pub(crate) profile: Profile,
    private_grid: i64,
    public_grid: i64,
    /// The end that was last asked for, without that of a share: rows of a statement mostly have one.
    last_end: Option<(Asked, i64)>,
    /// The statement for which the key was looked up.
    stamp: Stamp,
    /// None when no key counts.
    pub(crate) signer: Option<(Rc<StoredKey>, Box<dyn UrlSigner>)>,
}

/// What the end of a URL depends on beside the delivery; the time in Unix microseconds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Asked {
    /// What the settings say, which can change within a statement's block.
    pub(crate) settings: Lifetimes,
    pub(crate) public: bool,
    pub(crate) action: Action,
    pub(crate) at: i64,
}

impl Prepared {
    fn new(delivery: &str, stamp: Stamp) -> Result<Self, ShareError> {
        let mut lines = delivery.splitn(4, '\n');
        let (Some(scheme), Some(kid), Some(base_url), Some(options)) =
            (lines.next(), lines.next(), lines.next(), lines.next())
        else {
            return Err(ShareError::InvalidProfile(
                "a delivery has scheme, kid, base URL and options, a line each",
            ));
        };
        let profile = Profile::new(scheme, base_url, options)?;
        let grid = |public| lifetime::grid(profile.scheme(), profile.options(), public);
        let mut prepared = Self {
            delivery: delivery.to_owned(),
            kid: kid.to_owned(),
            last_end: None,
            private_grid: grid(false),
            public_grid: grid(true),
            profile,
            stamp,
            signer: None,
        };
        prepared.look_up()?;
        Ok(prepared)
    }

    /// Gives the end of a URL in Unix seconds, however soon its share ends; none where public shares are served plain.
    pub(crate) fn end(&mut self, asked: Asked) -> Result<Option<i64>, ShareError> {
        if let Some((known, end)) = self.last_end
            && known == asked
        {
            return Ok(Some(end));
        }
        let (scheme, options) = (self.profile.scheme(), self.profile.options());
        if asked.public && options.flag("public_plain") {
            return Ok(None);
        }
        let lifetimes = Lifetimes::of(scheme, options, asked.settings);
        let lifetime = lifetimes.seconds(asked.public, asked.action);
        let end = lifetime::end(scheme, options, asked.public, lifetime, asked.at)?;
        self.last_end = Some((asked, end));
        Ok(Some(end))
    }

    pub(crate) fn base_url(&self) -> &BaseUrl {
        self.profile.base_url()
    }

    pub(crate) fn has_key(&self) -> bool {
        self.signer.is_some()
    }

    /// Rounded down to the grid, so that equal viewers get equal URLs where these name their time.
    pub(crate) fn signing_time(&self, public: bool, seconds: i64) -> i64 {
        let grid = if public {
            self.public_grid
        } else {
            self.private_grid
        };
        lifetime::signing_time(seconds, grid)
    }

    /// Each statement asks for the key anew; what was made of the same secret is kept.
    fn look_up(&mut self) -> Result<(), ShareError> {
        let now = unix_micros(pgrx::datetime::statement_timestamp());
        self.signer = match (signing_key::signing(&self.kid, now), self.signer.take()) {
            (None, _) => None,
            (Some(found), Some((known, signer))) if found.key.is_same(&known.key) => {
                Some((found, signer))
            }
            (Some(found), _) => {
                let signer = self.profile.signer(&found.key)?;
                Some((found, signer))
            }
        };
        Ok(())
    }
}

thread_local! {
    static PREPARED: RefCell<Vec<Prepared>> = const { RefCell::new(Vec::new()) };
}

/// Deliveries that are kept prepared: streams, downloads and previews of a few accounts.
const MOST_PREPARED: usize = 16;

pub(crate) fn with_prepared<R>(
    delivery: &str,
    work: impl FnOnce(&mut Prepared) -> Result<R, ShareError>,
) -> Result<R, ShareError> {
    let stamp = Stamp::now();
    PREPARED.with_borrow_mut(|all| {
        let known = all.iter().position(|known| known.delivery == delivery);
        let index = known.unwrap_or(0);
        if known.is_none() {
            all.truncate(MOST_PREPARED - 1);
            all.insert(0, Prepared::new(delivery, stamp)?);
        }
        let prepared = &mut all[index];
        if prepared.stamp != stamp {
            prepared.look_up()?;
            prepared.stamp = stamp;
        }
        work(prepared)
    })
}
