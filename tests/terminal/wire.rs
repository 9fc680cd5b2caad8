//! A network before a server, which can be cut without a word, as when somebody pulls the cable.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use share_tests::Result;

const PAUSE: Duration = Duration::from_millis(20);

/// Leads from a port of loopback to the socket of a server, while it is whole.
pub(crate) struct Wire {
    port: u16,
    cut: Arc<AtomicBool>,
}

impl Wire {
    /// Leads to the socket from now on, until the tests end.
    pub(crate) fn to(socket: &Path) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let port = listener.local_addr()?.port();
        let cut = Arc::new(AtomicBool::new(false));
        let (socket, seen) = (socket.to_owned(), Arc::clone(&cut));
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let (socket, cut) = (socket.clone(), Arc::clone(&seen));
                thread::spawn(move || lead(&client, &socket, &cut));
            }
        });
        Ok(Self { port, cut })
    }

    /// The port to connect to.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Loses from now on whatever is sent, and tells nobody.
    pub(crate) fn cut(&self) {
        self.cut.store(true, Ordering::SeqCst);
    }

    /// Leads on. What has lost something meanwhile ends.
    pub(crate) fn mend(&self) {
        self.cut.store(false, Ordering::SeqCst);
    }
}

fn lead(client: &TcpStream, socket: &PathBuf, cut: &AtomicBool) {
    let Ok(server) = UnixStream::connect(socket) else {
        return;
    };
    thread::scope(|both| {
        both.spawn(|| {
            copy(client, &server, cut);
            let _ = server.shutdown(Shutdown::Both);
        });
        copy(&server, client, cut);
        let _ = client.shutdown(Shutdown::Both);
    });
}

/// Copies until one side ends, or something was lost and the network is back.
fn copy(mut from: impl Read, mut to: impl Write, cut: &AtomicBool) {
    let mut bytes = [0; 8192];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        if cut.load(Ordering::SeqCst) {
            while cut.load(Ordering::SeqCst) {
                thread::sleep(PAUSE);
            }
            return;
        }
        if to.write_all(&bytes[..count]).is_err() {
            return;
        }
    }
}
