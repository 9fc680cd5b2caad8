//! Servers that are none, or mean no good: connecting to them ends with a problem, and is not led astray.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use share_tests::{Cluster, Result};

use crate::connecting::Operator;

/// Answers each connection with these bytes, in turn after each thing that it receives, and closes it.
fn serve(answers: &[&[u8]]) -> Result<u16> {
    let answers: Vec<Vec<u8>> = answers.iter().map(|answer| answer.to_vec()).collect();
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let port = listener.local_addr()?.port();
    // It ends with the process of the tests.
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answers = answers.clone();
            thread::spawn(move || answer(stream, &answers));
        }
    });
    Ok(port)
}

fn answer(mut stream: TcpStream, answers: &[Vec<u8>]) {
    let mut received = [0; 4096];
    for answer in answers {
        let read = stream.read(&mut received);
        if read.is_err() || stream.write_all(answer).is_err() {
            return;
        }
    }
    // Whatever else comes is read, so that nothing is reset before it is looked at.
    let _ = stream.shutdown(std::net::Shutdown::Write);
    let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
    while stream.read(&mut received).is_ok_and(|count| count > 0) {}
}

/// What each mode makes of a server, from the least to the most demanding.
fn outcomes(answers: &[&[u8]]) -> Result<[String; 3]> {
    let (operator, port) = (Operator::new()?, serve(answers)?);
    let by = |mode: &str| {
        let password = "password=secret connect_timeout=2";
        operator.outcome(&format!(
            "host=127.0.0.1 port={port} sslmode={mode} {password}"
        ))
    };
    Ok([by("disable")?, by("prefer")?, by("require")?])
}

#[test]
fn a_server_of_something_else_is_none() -> Result {
    const STRANGE: [&[u8]; 6] = [
        b"",
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"\0\0\0\0\0\0\0\0\0",
        // Messages that are longer than anything.
        b"R\xff\xff\xff\xff\0\0\0\0",
        b"R\x7f\xff\xff\xff\0\0\0\0",
        // An error that is none.
        b"E\0\0\0\x05\x01",
    ];
    for answer in STRANGE {
        for outcome in outcomes(&[answer])? {
            assert!(
                ["Broken", "TimedOut"].contains(&&*outcome),
                "{answer:?}: {outcome}"
            );
        }
    }
    Ok(())
}

#[test]
fn a_server_that_says_yes_to_tls_and_speaks_none_gets_no_demanding_client() -> Result {
    let [_, _, require] = outcomes(&[b"S", b"no TLS at all"])?;
    assert_eq!("Tls", require);
    // Bytes behind the yes were put there by somebody in between.
    let [_, _, require] = outcomes(&[b"SR\0\0\0\x08\0\0\0\0"])?;
    assert_eq!("Tls", require);
    Ok(())
}

#[test]
fn a_server_that_says_no_to_tls_gets_no_demanding_client_although_it_would_let_it_in() -> Result {
    // Yes, you are in; and then nothing.
    let [_, prefer, require] = outcomes(&[b"N", b"R\0\0\0\x08\0\0\0\0"])?;
    assert_eq!(("Broken", "NoTls"), (&*prefer, &*require));
    Ok(())
}

#[test]
fn a_server_that_asks_for_proofs_that_do_not_exist_is_left() -> Result {
    for method in [
        b"R\0\0\0\x08\0\0\0\x02",
        b"R\0\0\0\x08\0\0\0\x07",
        b"R\0\0\0\x08\0\0\0\x63",
    ] {
        let (operator, port) = (Operator::new()?, serve(&[method])?);
        let outcome = operator.outcome(&format!(
            "host=127.0.0.1 port={port} sslmode=disable connect_timeout=2"
        ))?;
        assert!(
            ["Authentication", "Broken"].contains(&&*outcome),
            "{method:?}: {outcome}"
        );
    }
    Ok(())
}

/// What a server says when it turns somebody away.
fn error(code: &str) -> Vec<u8> {
    let fields = format!("SFATAL\0C{code}\0Mnot \x1b[2Jnow\0\0");
    let length = u32::try_from(fields.len() + 4).unwrap_or_default();
    [b"E", &length.to_be_bytes()[..], fields.as_bytes()].concat()
}

#[test]
fn a_server_that_is_not_ready_leads_to_the_next_host_and_one_that_refuses_does_not() -> Result {
    let (operator, server) = (Operator::new()?, Cluster::shared()?);
    for (code, alone, followed) in [
        ("57P03", "NotReady", "clear"),
        ("53300", "Full", "Full"),
        ("28000", "NotAllowed", "NotAllowed"),
        ("3D000", "NoDatabase", "NoDatabase"),
        ("XX000", "Server", "Server"),
    ] {
        let port = serve(&[&error(code)])?;
        let more = "user=postgres dbname=postgres sslmode=disable";
        let target = format!("host=127.0.0.1 port={port} {more}");
        assert_eq!(alone, operator.outcome(&target)?, "{code}");
        let next = server.folder().display();
        let target = format!("host=127.0.0.1,{next} port={port},{} {more}", server.port());
        assert_eq!(followed, operator.outcome(&target)?, "{code}");
    }
    Ok(())
}

#[test]
fn a_path_beside_an_address_is_no_socket() -> Result {
    let (operator, port) = (Operator::new()?, serve(&[&error("57P03")])?);
    let target = format!("host=/nowhere hostaddr=127.0.0.1 port={port}");
    assert_eq!(
        "NotReady",
        operator.outcome(&format!("{target} sslmode=disable"))?
    );
    Ok(())
}
