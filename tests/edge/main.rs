//! A stock nginx with the documentation's configuration takes the URLs that SQL signs, and no others.

mod edge;
mod paths;
mod rotation;
mod shares;
mod urls;
