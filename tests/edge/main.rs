//! A stock nginx with the documentation's configuration takes the URLs that SQL signs, and no others.

mod bounds;
mod directories;
mod edge;
mod names;
mod player;
mod rotation;
mod shares;
mod urls;
