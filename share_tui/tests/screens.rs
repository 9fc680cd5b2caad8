//! Each screen by keys and answers: pictures, and what is asked of the server.

mod play;

#[path = "screens/frame.rs"]
mod frame;
#[path = "screens/preview.rs"]
mod preview;
#[path = "screens/shares.rs"]
mod shares;
