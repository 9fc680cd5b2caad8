//! Reads one section of a service file, as libpq does.

use crate::conninfo::is_blank;
use crate::parameter::Parameters;
use crate::problem::Problem;

/// libpq reads lines into a buffer of 1024 bytes.
const LONGEST: usize = 1023;

/// The parameters of a service, of whose name only the first section counts; none if the file does not have it.
///
/// `file` is the file's name, for errors.
pub fn section(text: &str, service: &str, file: &str) -> Result<Option<Parameters>, Problem> {
    let mut found: Option<Parameters> = None;
    for (number, line) in text.split('\n').enumerate() {
        let wrong = |what| Problem::ServiceFile {
            file: file.to_owned(),
            line: number + 1,
            what,
        };
        if line.len() >= LONGEST {
            return Err(wrong("is too long"));
        }
        let line = line.trim_matches(is_blank);
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix('[') {
            if found.is_some() {
                break;
            }
            // What follows the bracket counts for nothing.
            if name
                .strip_prefix(service)
                .is_some_and(|rest| rest.starts_with(']'))
            {
                found = Some(Parameters::default());
            }
            continue;
        }
        let Some(parameters) = &mut found else {
            continue;
        };
        if line.starts_with("ldap://") {
            return Err(wrong("asks for LDAP, which is not supported"));
        }
        let (name, value) = line.split_once('=').ok_or_else(|| wrong("has no ="))?;
        match name {
            "service" => return Err(wrong("names another service, which is not supported")),
            // Only the very names of the table count here.
            "requiressl" => return Err(wrong("has a name that is unknown")),
            "servicefile" => return Err(wrong("names another file, which is not supported")),
            _ => parameters
                .add(name, value)
                .map_err(|_| wrong("has a name that is unknown"))?,
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# all\n[other]\nnonsense\n\n [media]  \n  host=a \nport=1\nhost=b\nuser= c\n[media]\nport=2\n";

    #[test]
    fn the_first_section_of_the_name_counts_and_in_it_the_first_value() {
        let found = section(FILE, "media", "f").unwrap().unwrap();
        let all: Vec<_> = found.iter().collect();
        assert_eq!(vec![("host", "a"), ("port", "1"), ("user", " c")], all);
    }

    #[test]
    fn a_name_that_only_begins_alike_is_another() {
        assert_eq!(None, section(FILE, "medi", "f").unwrap());
        assert_eq!(None, section(FILE, "media2", "f").unwrap());
    }

    #[test]
    fn what_is_wrong_is_told_by_its_line() {
        for (line, wanted) in [
            ("host", "has no ="),
            ("hots=a", "has a name that is unknown"),
            ("service=b", "names another service, which is not supported"),
            ("ldap://a", "asks for LDAP, which is not supported"),
        ] {
            match section(&format!("[a]\n\n{line}\n"), "a", "f") {
                Err(Problem::ServiceFile { line: 3, what, .. }) => assert_eq!(wanted, what),
                other => panic!("{line}: {other:?}"),
            }
        }
        let long = format!("[a]\nhost={}\n", "x".repeat(LONGEST));
        assert!(section(&long, "a", "f").is_err());
    }
}
