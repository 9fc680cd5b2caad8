//! Goes through hosts and their addresses until one serves, as libpq does.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::net::{IpAddr, ToSocketAddrs};

use zeroize::Zeroizing;

use crate::attempt::{Ask, Attempt, Typed};
use crate::choice::{SslMode, Wanted};
use crate::connected::Connected;
use crate::hosts::Host;
use crate::origin::Prompt;
use crate::problem::Problem;
use crate::settings::Settings;

/// Connects to the first host that serves.
///
/// The user is asked for a password only if the server wants one and there is none, and up to three times. A host that turns
/// the user away ends the search; one that cannot be reached, is not ready or is not what `target_session_attrs` asks for does not.
pub fn connect(
    settings: &Settings,
    ask_password: &mut dyn FnMut(&Prompt) -> Option<Zeroizing<String>>,
) -> Result<Connected, Problem> {
    let mut typed = Typed::default();
    let mut found = search(settings, &mut typed, ask_password);
    if settings.wanted == Wanted::PreferStandby && found.as_ref().is_err_and(Problem::lets_go_on) {
        let mut any = settings.clone();
        any.wanted = Wanted::Any;
        found = search(&any, &mut typed, ask_password);
    }
    found
}

fn search(settings: &Settings, typed: &mut Typed, ask: &mut Ask<'_>) -> Result<Connected, Problem> {
    let mut problems = Vec::new();
    for number in order(settings.hosts.len(), settings.shuffled) {
        match host(settings, &settings.hosts[number], typed, ask) {
            Err(problem) if problem.lets_go_on() => problems.push(problem),
            ended => return ended,
        }
    }
    match problems.pop() {
        Some(only) if problems.is_empty() => Err(only),
        Some(last) => {
            problems.push(last);
            Err(Problem::Hosts(problems))
        }
        None => Err(Problem::Conflict("no host is named")),
    }
}

/// Tries the addresses of a host; only silence leads from one to the next.
fn host(
    settings: &Settings,
    host: &Host,
    typed: &mut Typed,
    ask: &mut Ask<'_>,
) -> Result<Connected, Problem> {
    if settings.mode == SslMode::VerifyFull && !host.is_socket() && !host.named {
        return Err(Problem::Conflict(
            "sslmode=verify-full needs the name of the host beside its hostaddr",
        ));
    }
    let addresses = if host.is_socket() {
        vec![None]
    } else {
        addresses(host)?.into_iter().map(Some).collect()
    };
    let mut last = None;
    for number in order(addresses.len(), settings.shuffled) {
        let attempt = Attempt {
            settings,
            host,
            address: addresses[number],
        };
        match attempt.connect(typed, ask) {
            Err(
                problem @ (Problem::Unreachable { .. }
                | Problem::TimedOut { .. }
                | Problem::Broken { .. }),
            ) => last = Some(problem),
            ended => return ended,
        }
    }
    Err(last.unwrap_or_else(|| unresolved(host, "there is none".to_owned())))
}

fn addresses(host: &Host) -> Result<Vec<IpAddr>, Problem> {
    if let Some(address) = host.address {
        return Ok(vec![address]);
    }
    let found = (host.name.as_str(), host.port)
        .to_socket_addrs()
        .map_err(|came| unresolved(host, came.to_string()))?;
    let mut addresses = Vec::new();
    for address in found.map(|found| found.ip()) {
        if !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    Ok(addresses)
}

fn unresolved(host: &Host, said: String) -> Problem {
    Problem::Unresolved {
        host: host.name.clone(),
        said,
    }
}

/// The numbers below a count, in their order or a random one.
fn order(count: usize, shuffled: bool) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..count).collect();
    if shuffled {
        // The standard library's hashes have a random key.
        let random = RandomState::new();
        numbers.sort_by_cached_key(|number| random.hash_one(number));
    }
    numbers
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_random_order_has_every_host_once_and_each_of_them_first_now_and_then() {
        assert_eq!(vec![0, 1, 2], order(3, false));
        let mut first = HashSet::new();
        for _ in 0..200 {
            let mut numbers = order(3, true);
            first.insert(numbers[0]);
            numbers.sort_unstable();
            assert_eq!(vec![0, 1, 2], numbers);
        }
        assert_eq!(3, first.len());
    }
}
