//! Stock servers with the documentation's configurations take the URLs that SQL signs, and no others.

mod akamai;
mod bounds;
mod directories;
mod edge;
mod fastly;
mod formula;
mod jwt_libraries;
mod names;
mod native;
mod native_keys;
mod native_scope;
mod player;
mod rotation;
mod s3;
mod shares;
mod token;
mod url_sig;
mod urls;
mod visit;
