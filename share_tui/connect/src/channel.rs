//! Negotiates TLS with a server and watches what it answers first, up to a point in time.
//!
//! The client library takes all of this for its TLS: so one place decides about falling back, and waits no longer than told.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::task::{Context, Poll};

use postgres::Socket;
use postgres::tls::{ChannelBinding, MakeTlsConnect, TlsConnect, TlsStream};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadBuf};
use tokio::time::{Instant, Sleep};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::tls::Tls;

/// The message that asks a server for TLS.
const REQUEST: [u8; 8] = [0, 0, 0, 8, 4, 210, 22, 47];

/// Whether a connection is to have TLS.
#[derive(Clone, Debug)]
pub(crate) enum Encryption {
    Never,
    WhereOffered(Tls),
    Always(Tls),
}

/// How far a connection has come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub(crate) enum Stage {
    /// There is no answer to the question for TLS.
    Asking,
    /// The server has no TLS, and there is to be.
    Refused,
    /// TLS is being agreed on.
    Handshake,
    /// Messages go in the clear.
    Clear,
    /// Messages go through TLS.
    Encrypted,
}

/// What has been seen of a connection.
#[derive(Debug)]
pub(crate) struct Watch {
    stage: AtomicU8,
    first: AtomicU8,
    settled: AtomicBool,
}

impl Watch {
    pub(crate) fn stage(&self) -> Stage {
        match self.stage.load(Ordering::Relaxed) {
            1 => Stage::Refused,
            2 => Stage::Handshake,
            3 => Stage::Clear,
            4 => Stage::Encrypted,
            _ => Stage::Asking,
        }
    }

    fn reach(&self, stage: Stage) {
        self.stage.store(stage as u8, Ordering::Relaxed);
    }

    /// Whether the server began with an error, before it asked for any proof.
    pub(crate) fn turned_away(&self) -> bool {
        self.first.load(Ordering::Relaxed) == b'E'
    }

    /// Whether the server has said anything beyond TLS.
    pub(crate) fn answered(&self) -> bool {
        self.first.load(Ordering::Relaxed) != 0
    }

    /// Lifts the limit of time.
    pub(crate) fn settle(&self) {
        self.settled.store(true, Ordering::Relaxed);
    }
}

/// One connection to be made.
#[derive(Clone)]
pub(crate) struct Dial {
    pub(crate) encryption: Encryption,
    /// The name to agree on TLS with, unless the certificate's name counts.
    pub(crate) address: String,
    pub(crate) deadline: Option<std::time::Instant>,
    pub(crate) watch: Arc<Watch>,
}

impl Dial {
    pub(crate) fn new(
        encryption: Encryption,
        address: String,
        deadline: Option<std::time::Instant>,
    ) -> Self {
        Self {
            encryption,
            address,
            deadline,
            watch: Arc::new(Watch {
                stage: AtomicU8::new(Stage::Asking as u8),
                first: AtomicU8::new(0),
                settled: AtomicBool::new(false),
            }),
        }
    }

    async fn negotiate(self, name: String, mut socket: Socket) -> io::Result<Inner> {
        let (tls, always) = match &self.encryption {
            Encryption::Never => return Ok(Inner::Clear(socket)),
            Encryption::WhereOffered(tls) => (tls, false),
            Encryption::Always(tls) => (tls, true),
        };
        if !tls.direct {
            socket.write_all(&REQUEST).await?;
            let mut answer = [0];
            socket.read_exact(&mut answer).await?;
            match &answer {
                b"S" => {}
                b"N" if !always => return Ok(Inner::Clear(socket)),
                b"N" => {
                    self.watch.reach(Stage::Refused);
                    return Err(io::Error::other("no TLS is offered"));
                }
                _ => {
                    return Err(io::Error::other(
                        "the answer to the question for TLS is none",
                    ));
                }
            }
        }
        self.watch.reach(Stage::Handshake);
        let (mut connector, unproved) = tls.connector();
        // The name of a host that does not count may be one that no certificate can have.
        let readable = rustls::pki_types::ServerName::try_from(name.as_str()).is_ok();
        let name = if tls.named() || readable {
            &name
        } else {
            &self.address
        };
        let connect = MakeTlsConnect::<Socket>::make_tls_connect(&mut connector, name)
            .map_err(io::Error::other)?;
        let stream = connect.connect(socket).await?;
        Ok(Inner::Encrypted(Box::new(stream), unproved))
    }
}

impl MakeTlsConnect<Socket> for Dial {
    type Stream = Stream;
    type TlsConnect = Named;
    type Error = io::Error;

    fn make_tls_connect(&mut self, domain: &str) -> Result<Named, io::Error> {
        Ok(Named(self.clone(), domain.to_owned()))
    }
}

/// A connection to be made to a host of this name.
pub(crate) struct Named(Dial, String);

impl TlsConnect<Socket> for Named {
    type Stream = Stream;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Stream>> + Send>>;

    fn connect(self, socket: Socket) -> Self::Future {
        let Self(dial, name) = self;
        Box::pin(async move {
            let (watch, deadline) = (
                Arc::clone(&dial.watch),
                dial.deadline.map(Instant::from_std),
            );
            let negotiation = dial.negotiate(name, socket);
            let inner = match deadline {
                None => negotiation.await?,
                Some(deadline) => tokio::time::timeout_at(deadline, negotiation)
                    .await
                    .map_err(|_| io::ErrorKind::TimedOut)??,
            };
            watch.reach(match inner {
                Inner::Clear(_) => Stage::Clear,
                Inner::Encrypted(..) => Stage::Encrypted,
            });
            Ok(Stream {
                inner,
                watch,
                limit: deadline.map(|deadline| Box::pin(tokio::time::sleep_until(deadline))),
            })
        })
    }
}

type Encrypted = <MakeRustlsConnect as MakeTlsConnect<Socket>>::Stream;

enum Inner {
    Clear(Socket),
    Encrypted(Box<Encrypted>, Arc<AtomicBool>),
}

/// A connection with or without TLS.
pub(crate) struct Stream {
    inner: Inner,
    watch: Arc<Watch>,
    limit: Option<Pin<Box<Sleep>>>,
}

impl TlsStream for Stream {
    fn channel_binding(&self) -> ChannelBinding {
        match &self.inner {
            Inner::Encrypted(stream, unproved) if !unproved.load(Ordering::Relaxed) => {
                stream.channel_binding()
            }
            _ => ChannelBinding::none(),
        }
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.watch.settled.load(Ordering::Relaxed) {
            self.limit = None;
        }
        if let Some(limit) = &mut self.limit
            && limit.as_mut().poll(context).is_ready()
        {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        let before = buffer.filled().len();
        let polled = match &mut self.inner {
            Inner::Clear(socket) => Pin::new(socket).poll_read(context, buffer),
            Inner::Encrypted(stream, _) => Pin::new(stream.as_mut()).poll_read(context, buffer),
        };
        if let Some(first) = buffer.filled().get(before) {
            // Only the very first one is kept.
            let kept = &self.watch.first;
            let _ = kept.compare_exchange(0, *first, Ordering::Relaxed, Ordering::Relaxed);
        }
        polled
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match &mut self.inner {
            Inner::Clear(socket) => Pin::new(socket).poll_write(context, bytes),
            Inner::Encrypted(stream, _) => Pin::new(stream.as_mut()).poll_write(context, bytes),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.inner {
            Inner::Clear(socket) => Pin::new(socket).poll_flush(context),
            Inner::Encrypted(stream, _) => Pin::new(stream.as_mut()).poll_flush(context),
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.inner {
            Inner::Clear(socket) => Pin::new(socket).poll_shutdown(context),
            Inner::Encrypted(stream, _) => Pin::new(stream.as_mut()).poll_shutdown(context),
        }
    }
}
