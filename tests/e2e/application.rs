//! What a user of the extension writes: an HTTP server with the pages of players, which asks SQL for each playlist and for subtitles.

use std::fs;
use std::io::{BufRead, BufReader, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use postgres::Client;
use share_tests::{Database, Error, Place, Result};

use crate::playlists::{Wanted, playlist};
use crate::subtitles::subtitles;

const PAGE: &str = include_str!("page.html");

/// A running server; dropping it stops it.
pub(crate) struct Application {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

struct State {
    client: Mutex<Client>,
    players: PathBuf,
}

/// A status, a media type and a body.
type Answer = (&'static str, &'static str, Vec<u8>);

impl Application {
    /// Starts it on a free port over a database.
    pub(crate) fn start(database: &Database<'_>) -> Result<Self> {
        let state = Arc::new(State {
            client: Mutex::new(database.connect()?),
            players: Place::target().join("e2e/node_modules"),
        });
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let stopped = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&stopped);
        let thread = thread::spawn(move || {
            for stream in listener.incoming().map_while(std::result::Result::ok) {
                if told.load(Ordering::Relaxed) {
                    return;
                }
                let state = Arc::clone(&state);
                // A browser opens connections that it then does not use: none may hold up the others.
                thread::spawn(move || state.serve(stream));
            }
        });
        Ok(Self {
            address,
            stopped,
            thread: Some(thread),
        })
    }

    /// The port that it listens on.
    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }
}

impl Drop for Application {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        // It looks at the sign when someone calls.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl State {
    fn serve(&self, mut stream: TcpStream) -> Option<()> {
        stream
            .set_read_timeout(Some(Duration::from_secs(30)))
            .ok()?;
        let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
        let request = lines.next()?.ok()?;
        // All of the request is read, lest the answer be cut off with the connection.
        for line in lines.map_while(std::result::Result::ok) {
            if line.is_empty() {
                break;
            }
        }
        let path = request.strip_prefix("GET ")?.split(' ').next()?;
        let (status, kind, body) = self.answer(path.split('?').next()?);
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).ok()?;
        stream.write_all(&body).ok()
    }

    fn answer(&self, path: &str) -> Answer {
        match path {
            "/play" => ("200 OK", "text/html", PAGE.into()),
            "/players/hls.js" => self.script("hls.js/dist/hls.min.js"),
            "/players/video.js" => self.script("video.js/dist/video.min.js"),
            _ => match Wanted::read(path) {
                Some(wanted) => self.playlist(&wanted),
                None => self.subtitles(path),
            },
        }
    }

    fn subtitles(&self, path: &str) -> Answer {
        let mut client = self.client.lock().unwrap_or_else(PoisonError::into_inner);
        match subtitles(&mut client, path) {
            Some(Ok(text)) => ("200 OK", "text/vtt", text.into_bytes()),
            Some(Err(came)) => failed(&came),
            None => not_found(),
        }
    }

    fn script(&self, path: &str) -> Answer {
        fs::read(self.players.join(path))
            .map_or_else(|_| not_found(), |text| ("200 OK", "text/javascript", text))
    }

    fn playlist(&self, wanted: &Wanted<'_>) -> Answer {
        let mut client = self.client.lock().unwrap_or_else(PoisonError::into_inner);
        match playlist(&mut client, wanted) {
            Ok(Some(text)) => ("200 OK", "application/vnd.apple.mpegurl", text.into_bytes()),
            Ok(None) => not_found(),
            Err(came) => failed(&came),
        }
    }
}

fn failed(came: &Error) -> Answer {
    let said = came.to_string();
    ("500 Internal Server Error", "text/plain", said.into_bytes())
}

fn not_found() -> Answer {
    ("404 Not Found", "text/plain", Vec::new())
}
