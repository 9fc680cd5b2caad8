//! How an edge renews a token while a stream plays (RFC 9246 §2.1.11 to §2.1.13).

/// The greatest number of seconds for which a renewed token holds: a year.
pub const MAX_SECONDS: i64 = 31_536_000;

/// Names how the renewed token travels (`cdnistt`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Transport {
    /// In a cookie whose path is the first segments of the URI (`cdnistd`, their number).
    Cookie {
        /// The number of segments.
        depth: u16,
    },
    /// In a query parameter.
    Query,
}

/// Holds the wish that the edge renews the token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Renewal {
    /// For how many seconds from its making the renewed token holds (`cdniets`).
    pub seconds: i64,
    /// How it travels.
    pub transport: Transport,
}

impl Renewal {
    /// Gives the claims `cdniets`, `cdnistt` and `cdnistd` in this order.
    #[must_use]
    pub const fn claims(self) -> (i64, i64, Option<u16>) {
        match self.transport {
            Transport::Cookie { depth } => (self.seconds, 1, Some(depth)),
            Transport::Query => (self.seconds, 2, None),
        }
    }

    /// Reads the three claims; `None` for values that this crate never writes.
    #[must_use]
    pub fn from_claims(seconds: i64, transport: i64, depth: Option<i64>) -> Option<Self> {
        let transport = match (transport, depth) {
            (1, Some(depth)) => Transport::Cookie {
                depth: u16::try_from(depth).ok()?,
            },
            (2, None) => Transport::Query,
            _ => return None,
        };
        (1..=MAX_SECONDS)
            .contains(&seconds)
            .then_some(Self { seconds, transport })
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_SECONDS, Renewal, Transport};

    #[test]
    fn claims_read_back() {
        for transport in [Transport::Cookie { depth: 3 }, Transport::Query] {
            let renewal = Renewal {
                seconds: 60,
                transport,
            };
            let (seconds, transport, depth) = renewal.claims();
            let read = Renewal::from_claims(seconds, transport, depth.map(i64::from));
            assert_eq!(read, Some(renewal));
        }
    }

    #[test]
    fn other_claims_are_refused() {
        for (seconds, transport, depth) in [
            (0, 2, None),
            (-1, 2, None),
            (MAX_SECONDS + 1, 2, None),
            (60, 0, None),
            (60, 3, None),
            (60, 1, None),
            (60, 1, Some(-1)),
            (60, 1, Some(65_536)),
            (60, 2, Some(1)),
        ] {
            assert_eq!(Renewal::from_claims(seconds, transport, depth), None);
        }
    }
}
