//! The command line, the environment, service files and password files together mean what they mean to libpq.
//!
//! Left out is an empty user, which libpq only lets the server refuse.

use std::cell::RefCell;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use share_connect::passfile::{self, Wanted};
use share_connect::{Disk, Environment, Given, Settings};
use share_tests::{Place, Result};

use crate::libpq::{Libpq, Values, failed, runner};

/// One case of everything that can say something about a parameter.
#[derive(Debug)]
struct Scene {
    target: String,
    options: [String; 4],
    variables: Values,
    services: String,
}

fn scenes() -> impl Strategy<Value = Scene> {
    let known = [
        ("PGPORT", &["1", " 7 ", "", "1,2"][..]),
        ("PGUSER", &["variable"]),
        ("PGDATABASE", &["variable", ""]),
        ("PGPASSWORD", &["variable", ""]),
        ("PGAPPNAME", &["variable"]),
        ("PGOPTIONS", &["-c a=b"]),
        ("PGCONNECT_TIMEOUT", &["3", "0"]),
        ("PGSSLMODE", &["disable", "verify-full", "wrong", ""]),
        ("PGREQUIRESSL", &["1", "0"]),
        ("PGTARGETSESSIONATTRS", &["primary", "wrong"]),
        ("PGCHANNELBINDING", &["disable", "wrong"]),
        ("PGSERVICE", &["one", "two", "none"]),
    ];
    let variable = select(known.to_vec())
        .prop_flat_map(|(name, values)| (Just(name.to_owned()), select(values.to_vec())));
    let variables = vec(variable, 0..4).prop_map(|all| {
        all.into_iter()
            .map(|(name, value)| (name, value.to_owned()))
            .collect()
    });
    let targets = [
        "",
        "media",
        "user=string",
        "host=/nowhere/s port=3",
        "dbname=string password=''",
        "port='' sslmode=allow",
        "service=one",
        "service=two host=/nowhere/s",
        "postgres:///uri",
        "postgres://uri@%2Fnowhere%2Fs:9/d",
        "postgres://?service=one&host=/nowhere/q",
        "host=/nowhere/a,/nowhere/b",
        "host=/nowhere/a,/nowhere/b port=5,6",
        "postgres://%2Fnowhere%2Fa,%2Fnowhere%2Fb:6/",
        "requiressl=1",
        "application_name='' target_session_attrs=standby",
        "wrong=1",
        "user=a user=b",
        "dbname=",
        "postgres://u:p@/?user=q",
    ];
    let lines = [
        "[one]",
        "[two]",
        "[one]x",
        "# text",
        "",
        "host=/nowhere/file",
        "port=4",
        "user=file",
        " user = blank",
        "user=again",
        "sslmode=require",
        "sslmode=wrong",
        "wrong=1",
        "service=two",
        "requiressl=1",
        "nothing",
        "application_name=  file  ",
        "password=file",
    ];
    let option = |values: &'static [&'static str]| select(values.to_vec()).prop_map(str::to_owned);
    let options = (
        option(&["", "", "/nowhere/o"]),
        option(&["", "", "2", "8,9"]),
        option(&["", "", "option"]),
        option(&["", "", "option"]),
    );
    (
        select(targets.to_vec()),
        options,
        variables,
        vec(select(lines.to_vec()), 0..10),
    )
        .prop_map(
            |(target, (host, port, user, password), variables, lines)| Scene {
                target: target.to_owned(),
                options: [host, port, user, password],
                variables,
                services: format!("[one]\n{}\n", lines.join("\n")),
            },
        )
}

/// An empty home, and variables that lead nowhere else.
fn home() -> Result<(PathBuf, Values)> {
    let home = Place::get()?.folder_of_process("home")?;
    let path = home.display().to_string();
    let variables = [
        ("HOME", path.clone()),
        ("PGSYSCONFDIR", path),
        ("PGHOST", "/nowhere/variable".to_owned()),
    ];
    Ok((
        home,
        variables
            .map(|(name, value)| (name.to_owned(), value))
            .into(),
    ))
}

#[test]
fn strings_options_services_and_the_environment_are_laid_together_as_libpq_does() -> Result {
    let (home, base) = home()?;
    let file = home.join("services");
    let libpq = RefCell::new(Libpq::load()?);
    let seen = RefCell::new([0; 2]);
    let ran = runner(3000).run(&scenes(), |scene| {
        fs::write(&file, &scene.services).map_err(failed)?;
        let mut variables = base.clone();
        variables.extend(scene.variables.clone());
        variables.insert("PGSERVICEFILE".to_owned(), file.display().to_string());
        let [host, port, user, password] = &scene.options;
        let parameters = [
            ("host", host.as_str()),
            ("port", port),
            ("user", user),
            ("password", password),
            ("dbname", &scene.target),
        ];
        let wanted = libpq
            .borrow_mut()
            .settle(&parameters, &variables)
            .map_err(failed)?;
        seen.borrow_mut()[usize::from(wanted.is_some())] += 1;
        let environment = Environment {
            variables,
            home: Some(home.clone()),
            ..Environment::of_process().map_err(failed)?
        };
        let given = Given {
            target: Some(scene.target.clone()),
            host: Some(host.clone()),
            port: Some(port.clone()),
            user: Some(user.clone()),
            password: Some(password.clone().into()),
            ..Given::default()
        };
        let settings = Settings::resolve(&given, &environment, &Disk);
        let Some(wanted) = wanted else {
            prop_assert!(settings.is_err(), "libpq refuses");
            return Ok(());
        };
        let settings = settings.map_err(failed)?;
        let found = given.resolve(&environment, &Disk).map_err(failed)?;
        for name in [
            "host",
            "port",
            "sslmode",
            "application_name",
            "connect_timeout",
            "options",
            "target_session_attrs",
            "channel_binding",
        ] {
            // libpq keeps what is empty here and nothing there; both are as good as none.
            let wanted = wanted
                .values
                .get(name)
                .map(String::as_str)
                .filter(|value| !value.is_empty());
            prop_assert_eq!(wanted, found.filled(name), "{}", name);
        }
        prop_assert_eq!(
            wanted.values.get("user").map(String::as_str),
            Some(settings.user())
        );
        prop_assert_eq!(
            wanted.values.get("dbname").map(String::as_str),
            Some(settings.database())
        );
        prop_assert_eq!(
            wanted.password.as_str(),
            found.get("password").unwrap_or_default()
        );
        Ok(())
    });
    ran.map_err(|came| share_tests::Error::new(came.to_string()))?;
    let [refused, accepted] = *seen.borrow();
    assert!(
        refused > 100 && accepted > 100,
        "{refused} refused, {accepted} accepted"
    );
    Ok(())
}

#[test]
fn password_files_give_what_they_give_to_libpq() -> Result {
    let (home, base) = home()?;
    let file = home.join("passwords");
    fs::write(&file, "")?;
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600))?;
    let libpq = RefCell::new(Libpq::load()?);
    let found = RefCell::new([0; 2]);
    let parts = [
        "/nowhere/h",
        "*",
        "*",
        "*:",
        ":",
        ":",
        ":",
        "5433",
        "d",
        "u",
        "p",
        "\\",
        "\\:",
        "\\\\",
        "#",
        "\n",
        "\n",
        "\r\n",
        "ä",
        " ",
    ];
    let field = |values: &'static [&'static str]| select(values.to_vec());
    let line = (
        field(&[
            "/nowhere/h",
            "/nowhere/\\h",
            "*",
            "*",
            "/nowhere",
            "localhost",
        ]),
        field(&["5433", "*", "*", "543"]),
        field(&["d", "a\\:b", "*", "\\*", "*d"]),
        field(&["u", "a\\:b", "a\\\\b", "ä", "*", "u\\"]),
        field(&["one", "t\\:wo", "thr\\\\ee", "four:more", "", "five\\", " "]),
    );
    let line = line.prop_map(|(host, port, database, user, password)| {
        format!("{host}:{port}:{database}:{user}:{password}\n")
    });
    let noise = vec(select(parts.to_vec()), 0..9).prop_map(|parts| parts.concat());
    let texts = vec(prop_oneof![3 => line, 1 => noise], 0..6).prop_map(|lines| lines.concat());
    let logins = (
        select(vec!["u", "a:b", "a\\b", "ä"]),
        select(vec!["d", "a:b", "*"]),
    );
    let ran = runner(3000).run(&(texts, logins), |(text, (user, database))| {
        fs::write(&file, &text).map_err(failed)?;
        let mut variables = base.clone();
        variables.insert("PGPASSFILE".to_owned(), file.display().to_string());
        let (host, port) = ("/nowhere/h", "5433");
        let parameters = [
            ("host", host),
            ("port", port),
            ("user", user),
            ("dbname", database),
        ];
        let wanted = libpq
            .borrow_mut()
            .settle(&parameters, &variables)
            .map_err(failed)?;
        let wanted = wanted.ok_or_else(|| failed("refused"))?.password;
        let read = passfile::password(
            &text,
            Wanted {
                host,
                port,
                database,
                user,
            },
        );
        let read = read
            .as_ref()
            .map(|password| password.as_str())
            .unwrap_or_default();
        found.borrow_mut()[usize::from(wanted.is_empty())] += 1;
        prop_assert_eq!(wanted.as_str(), read);
        Ok(())
    });
    ran.map_err(|came| share_tests::Error::new(came.to_string()))?;
    assert!(found.borrow().iter().all(|count| *count > 100), "{found:?}");
    Ok(())
}
