#![no_main]

#[path = "../../tests/properties/token.rs"]
mod token;

libfuzzer_sys::fuzz_target!(|text: &str| token::check(text));
