//! What the user gives on the command line, and how it, the service file, the environment and the defaults are laid together.
//!
//! The order is libpq's: what stands in a connection string, then the options, the service, the environment, the defaults.

use std::fmt;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::environment::{Environment, Files};
use crate::parameter::{PARAMETERS, Parameters};
use crate::problem::Problem;
use crate::{conninfo, service_file, uri};

/// The first argument and the options that psql has.
#[derive(Clone, Default)]
pub struct Given {
    /// A URI, a conninfo string or the name of a database: psql's first argument.
    pub target: Option<String>,
    /// `-h`
    pub host: Option<String>,
    /// `-p`
    pub port: Option<String>,
    /// `-U`
    pub user: Option<String>,
    /// `-d`: all that [`Self::target`] may be.
    pub dbname: Option<String>,
    /// A password that was asked for before, as `-W` does.
    pub password: Option<Zeroizing<String>>,
    /// Parameters of the program itself, in force where nobody says otherwise.
    pub defaults: Vec<(&'static str, String)>,
}

impl fmt::Debug for Given {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The target may hold a password.
        formatter
            .debug_struct("Given")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("user", &self.user)
            .finish_non_exhaustive()
    }
}

impl Given {
    /// The parameters of the command line alone.
    pub fn parameters(&self) -> Result<Parameters, Problem> {
        let mut parameters = Parameters::default();
        let options = [
            ("host", self.host.as_deref()),
            ("port", self.port.as_deref()),
            ("user", self.user.as_deref()),
            ("password", self.password.as_ref().map(|it| it.as_str())),
        ];
        for (name, value) in options {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                parameters.set(name, value)?;
            }
        }
        let target = match (&self.target, &self.dbname) {
            (Some(_), Some(_)) => {
                return Err(Problem::Conflict(
                    "the database is named twice: as an argument and by -d",
                ));
            }
            (target, dbname) => target.as_ref().or(dbname.as_ref()),
        };
        match target.filter(|target| !target.is_empty()) {
            Some(target) if is_string(target) => parameters.replace_by(parse(target)?),
            Some(target) => parameters.set("dbname", target)?,
            None => {}
        }
        Ok(parameters)
    }

    /// All parameters, with what the service file, the environment and the defaults add.
    pub fn resolve(
        &self,
        environment: &Environment,
        files: &dyn Files,
    ) -> Result<Parameters, Problem> {
        let mut parameters = self.parameters()?;
        add_service(&mut parameters, environment, files)?;
        for parameter in &PARAMETERS {
            let variable = parameter.variable.and_then(|it| environment.variable(it));
            if let Some(value) = variable {
                parameters.add(parameter.name, value)?;
            }
            // Of the time before sslmode.
            if parameter.name == "sslmode" && environment.variable("PGREQUIRESSL") == Some("1") {
                parameters.add("sslmode", "require")?;
            }
        }
        // Who trusts all authorities of the system has to look at the name as well.
        if parameters.get("sslrootcert") == Some("system") {
            parameters.add("sslmode", "verify-full")?;
        }
        for (name, value) in &self.defaults {
            parameters.add(name, value)?;
        }
        for parameter in &PARAMETERS {
            if let Some(value) = parameter.default {
                parameters.add(parameter.name, value)?;
            }
        }
        if let Some(user) = &environment.user {
            parameters.add("user", user)?;
        }
        Ok(parameters)
    }
}

/// Reads a URI or a conninfo string.
pub fn parse(text: &str) -> Result<Parameters, Problem> {
    if uri::without_scheme(text).is_some() {
        uri::parse(text)
    } else {
        conninfo::parse(text)
    }
}

/// Whether libpq takes a text for a connection string, and not for the name of a database.
fn is_string(text: &str) -> bool {
    uri::without_scheme(text).is_some() || text.contains('=')
}

/// Adds what the service says, from the user's file or else the system's.
fn add_service(
    parameters: &mut Parameters,
    environment: &Environment,
    files: &dyn Files,
) -> Result<(), Problem> {
    let named = parameters
        .get("service")
        .or_else(|| environment.variable("PGSERVICE"));
    let Some(service) = named.map(str::to_owned) else {
        return Ok(());
    };
    let file = parameters
        .get("servicefile")
        .or_else(|| environment.variable("PGSERVICEFILE"));
    let users = match file {
        // Who names a file wants it to be there.
        Some(named) => Some(PathBuf::from(named)),
        None => environment
            .in_home(".pg_service.conf")
            .filter(|path| files.exists(path)),
    };
    let folder = environment
        .variable("PGSYSCONFDIR")
        .map_or(environment.system_folder.as_path(), Path::new);
    let systems = Some(folder.join("pg_service.conf")).filter(|path| files.exists(path));
    for path in users.into_iter().chain(systems) {
        let wrong = |what: String| Problem::File {
            name: "service",
            path: path.clone(),
            what,
        };
        let bytes = files.read(&path).map_err(|came| wrong(came.to_string()))?;
        let text = String::from_utf8(bytes).map_err(|_| wrong("is no UTF-8".to_owned()))?;
        let text = Zeroizing::new(text);
        if let Some(found) = service_file::section(&text, &service, &path.to_string_lossy())? {
            for (name, value) in found.iter() {
                parameters.add(name, value)?;
            }
            return Ok(());
        }
    }
    Err(Problem::UnknownService(service))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::environment::Imagined;

    fn environment(variables: &[(&str, &str)]) -> Environment {
        Environment {
            variables: variables
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
            home: Some("/home/ada".into()),
            user: Some("ada".to_owned()),
            system_folder: "/etc/pg".into(),
            socket_folders: vec!["/run".into()],
        }
    }

    fn files(all: &[(&str, &str)]) -> Imagined {
        let of = |(path, text): &(&str, &str)| ((*path).into(), (0o600, text.as_bytes().to_vec()));
        Imagined(all.iter().map(of).collect())
    }

    fn given(target: &str) -> Given {
        Given {
            target: Some(target.to_owned()),
            host: Some("option".to_owned()),
            ..Given::default()
        }
    }

    #[test]
    fn a_string_goes_before_options_a_service_the_environment_and_defaults() {
        let around = environment(&[
            ("PGSERVICE", "media"),
            ("PGHOST", "variable"),
            ("PGPORT", "2"),
            ("PGAPPNAME", "variable"),
        ]);
        let files = files(&[("/home/ada/.pg_service.conf", "[media]\nhost=file\nport=1\n")]);
        let read = |given: Given, name: &str| {
            let found = given.resolve(&around, &files).unwrap();
            found.get(name).map(str::to_owned)
        };
        assert_eq!(
            Some("string".to_owned()),
            read(given("host=string"), "host")
        );
        assert_eq!(Some("option".to_owned()), read(given("media"), "host"));
        assert_eq!(Some("file".to_owned()), read(Given::default(), "host"));
        assert_eq!(Some("1".to_owned()), read(given("media"), "port"));
        let mut own = Given::default();
        own.defaults.push(("application_name", "own".to_owned()));
        own.defaults.push(("connect_timeout", "10".to_owned()));
        assert_eq!(
            Some("variable".to_owned()),
            read(own.clone(), "application_name")
        );
        assert_eq!(Some("10".to_owned()), read(own.clone(), "connect_timeout"));
        assert_eq!(Some("ada".to_owned()), read(own.clone(), "user"));
        assert_eq!(Some("prefer".to_owned()), read(own, "sslmode"));
    }

    #[test]
    fn the_systems_service_file_is_read_where_the_users_does_not_have_the_service() {
        let around = environment(&[]);
        let files = files(&[
            ("/home/ada/.pg_service.conf", "[other]\nhost=a\n"),
            ("/etc/pg/pg_service.conf", "[media]\nhost=b\n"),
        ]);
        let found = given("postgres://?service=media").resolve(&around, &files);
        assert_eq!(Some("option"), found.unwrap().get("host"));
        let mut plain = given("service=media");
        plain.host = None;
        assert_eq!(
            Some("b"),
            plain.resolve(&around, &files).unwrap().get("host")
        );
    }

    #[test]
    fn a_service_that_nobody_has_is_an_error() {
        let none = Imagined::default();
        let found = given("service=media").resolve(&environment(&[]), &none);
        assert!(matches!(found, Err(Problem::UnknownService(name)) if name == "media"));
        let named = environment(&[("PGSERVICEFILE", "/none")]);
        let found = given("service=media").resolve(&named, &none);
        assert!(matches!(
            found,
            Err(Problem::File {
                name: "service",
                ..
            })
        ));
    }

    #[test]
    fn the_authorities_of_the_system_are_asked_for_the_name_too() {
        let none = Imagined::default();
        let found = given("sslrootcert=system").resolve(&environment(&[]), &none);
        assert_eq!(Some("verify-full"), found.unwrap().get("sslmode"));
    }

    #[test]
    fn a_debug_picture_has_no_password() {
        let mut given = given("postgres://ada:hidden@db");
        given.password = Some(Zeroizing::new("hidden".to_owned()));
        assert!(!format!("{given:?}").contains("hidden"));
    }
}
