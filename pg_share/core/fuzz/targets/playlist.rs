#![no_main]

#[path = "../../tests/properties/playlist.rs"]
mod playlist;

libfuzzer_sys::fuzz_target!(|text: &str| playlist::check(text));
