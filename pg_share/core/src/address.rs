//! Addresses of machines in text, as requests and restrictions name them.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// Reads an address or a network, of which the prefix is checked and dropped; IPv4 in the form of IPv6 (RFC 4291 §2.5.5.2) is IPv4.
///
/// Everything that is read here `PostgreSQL` takes as `inet` too, and so a network of IPv4 may leave out what lies behind its prefix.
#[must_use]
pub fn read_address(text: &str) -> Option<IpAddr> {
    let (host, prefix) = match text.split_once('/') {
        Some((host, prefix)) => (host, Some(prefix)),
        None => (text, None),
    };
    if host.contains(':') {
        let address: Ipv6Addr = host.parse().ok()?;
        let is_network = prefix.is_none_or(|prefix| {
            (prefix == "0" || !prefix.starts_with('0'))
                && number::<u8>(prefix).is_some_and(|bits| bits <= 128)
        });
        return is_network.then(|| IpAddr::V6(address).to_canonical());
    }
    read_ipv4(host, prefix).map(IpAddr::V4)
}

/// Reads decimal digits, whatever zeros stand before them.
fn number<T: FromStr>(text: &str) -> Option<T> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

fn read_ipv4(host: &str, prefix: Option<&str>) -> Option<Ipv4Addr> {
    let mut octets = [0; 4];
    let mut count = 0;
    for part in host.split('.') {
        *octets.get_mut(count)? = number(part)?;
        count += 1;
    }
    let is_whole = match prefix.map(number::<u8>) {
        None => count == octets.len(),
        Some(bits) => bits.is_some_and(|bits| bits <= 32 && usize::from(bits / 8) <= count),
    };
    is_whole.then(|| octets.into())
}

#[cfg(test)]
mod tests {
    use super::read_address;

    fn address(text: &str) -> Option<String> {
        read_address(text).map(|address| address.to_string())
    }

    #[test]
    fn addresses_of_both_kinds_are_read() {
        for (text, read) in [
            ("192.0.2.7", "192.0.2.7"),
            ("192.000.002.007", "192.0.2.7"),
            ("0.0.0.0", "0.0.0.0"),
            ("::", "::"),
            ("2001:DB8:0:0::7", "2001:db8::7"),
            ("64:ff9b::192.0.2.7", "64:ff9b::c000:207"),
        ] {
            assert_eq!(address(text).as_deref(), Some(read), "{text}");
        }
    }

    #[test]
    fn ipv4_in_the_form_of_ipv6_is_ipv4() {
        for text in [
            "::ffff:192.0.2.7",
            "::FFFF:c000:207",
            "::ffff:192.0.2.7/128",
        ] {
            assert_eq!(address(text).as_deref(), Some("192.0.2.7"), "{text}");
        }
        // Neither a compatible address (RFC 4291 §2.5.5.1) nor the machine itself is one.
        assert_eq!(address("::1").as_deref(), Some("::1"));
        assert_eq!(address("::192.0.2.7").as_deref(), Some("::c000:207"));
    }

    #[test]
    fn the_prefix_of_a_network_is_dropped() {
        for (text, read) in [
            ("192.0.2.7/24", "192.0.2.7"),
            ("192.0.2/24", "192.0.2.0"),
            ("192.0.2.7/024", "192.0.2.7"),
            ("10/8", "10.0.0.0"),
            ("10/15", "10.0.0.0"),
            ("0/0", "0.0.0.0"),
            ("2001:db8::7/32", "2001:db8::7"),
        ] {
            assert_eq!(address(text).as_deref(), Some(read), "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_not_read() {
        for text in [
            "",
            "/",
            "/8",
            "localhost",
            "192.0.2",
            "192.0.2.",
            "192.0.2.7.",
            "192.0.2.7.1",
            "192.0.2.256",
            "192..2.7",
            "+1.0.2.7",
            "0x7f.0.0.1",
            "192.0.2.7 ",
            " 192.0.2.7",
            "192.0.2.7\0",
            "192.0.2.7:80",
            "192.0.2.7/",
            "192.0.2.7/33",
            "192.0.2.7/256",
            "192.0.2.7/+8",
            "192.0.2.7/8/8",
            "192.0.2.7/255.255.255.0",
            "10/16",
            ":",
            ":::",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "2001:db8::g",
            "fe80::1%eth0",
            "[::1]",
            "::1/129",
            "::1/",
            "::1/064",
            "::1/0000",
            "::ffff:192.0.2.256",
            "١٩٢.0.2.7",
        ] {
            assert_eq!(address(text), None, "{text}");
        }
    }
}
