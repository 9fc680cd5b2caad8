#![no_main]

#[path = "../../tests/properties/delivery.rs"]
mod delivery;

libfuzzer_sys::fuzz_target!(|parts: (&str, &str, &str)| {
    let (base_url, options, path) = parts;
    delivery::check(base_url, options, path);
});
