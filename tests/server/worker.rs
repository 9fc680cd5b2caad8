//! The reference worker delivers to a real mail server and to a receiver that checks signatures by itself.

use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use postgres::Client;
use serde_json::{Value, json};
use share_tests::{Cluster, Database, Error, Python, Result, send_to};
use uuid::Uuid;

use crate::factory::{self, library};
use crate::session::login;

/// Longer than any test takes: who waits for so long has to be woken.
const FOR_EVER: &str = "3600";

/// A worker process, killed when dropped.
struct Worker(Child);

impl Drop for Worker {
    fn drop(&mut self) {
        // It may be dead already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

struct Scene {
    client: Client,
    account: Uuid,
    film: Uuid,
    mails: Python,
    login: &'static str,
    // Last, so that it is dropped when nobody is connected any more.
    database: Database<'static>,
}

impl Scene {
    /// A database with a login for workers, and a mail server that takes some time over each mail.
    fn new(login_name: &'static str, seconds: &str) -> Result<Self> {
        let database = Cluster::shared()?.database()?;
        let mut client = database.connect()?;
        client.batch_execute("set pg_share.link_base_url = 'https://app.example.com'")?;
        login(&mut client, login_name, &["share_app"])?;
        let library = library(&mut client)?;
        Ok(Self {
            client,
            account: library.account,
            film: library.film,
            mails: Python::start("mail", include_str!("mail_server.py"), &[seconds])?,
            login: login_name,
            database,
        })
    }

    fn worker(&self, lease: &str, max_jobs: &str, patience: &str) -> Result<Worker> {
        let mail_server = self.mails.address().to_string();
        self.worker_for(&mail_server, &[lease, max_jobs, patience])
    }

    fn worker_for(&self, mail_server: &str, arguments: &[&str]) -> Result<Worker> {
        let uri = self
            .database
            .uri()
            .replacen("//postgres@", &format!("//{}@", self.login), 1);
        let worker = Command::new(env!("CARGO_BIN_EXE_worker"))
            .args([&uri, mail_server])
            .args(arguments)
            .spawn()?;
        Ok(Worker(worker))
    }

    fn add(&mut self, kind: &str, payload: &Value) -> Result<Uuid> {
        let added = self.client.query_one(
            "select share.job_add($1, $2, $3)",
            &[&self.account, &kind, payload],
        )?;
        Ok(added.get(0))
    }

    /// State, attempts and last error of a job.
    fn job(&mut self, id: Uuid) -> Result<(String, i32, Option<String>)> {
        let row = self.client.query_one(
            "select state, attempts, last_error from share.job_get($1)",
            &[&id],
        )?;
        Ok((row.get(0), row.get(1), row.get(2)))
    }

    /// Waits until so many jobs are in a state; purges are nobody's here.
    fn wait_for(&mut self, state: &str, number: i64) -> Result {
        until(&format!("{number} jobs are {state}"), || {
            let row = self.client.query_one(
                "select count(*) from share.job where state = $1 and kind <> 'purge'",
                &[&state],
            )?;
            Ok(row.get::<_, i64>(0) == number)
        })
    }
}

fn until(what: &str, mut holds: impl FnMut() -> Result<bool>) -> Result {
    let deadline = Instant::now() + Duration::from_mins(1);
    while Instant::now() < deadline {
        if holds()? {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(20));
    }
    Err(Error::new(format!("not within a minute: {what}")))
}

/// The ids of jobs whose mails came, as Message-ID has them, and when.
fn arrivals(mails: &Python) -> Result<Vec<(Uuid, f64)>> {
    let mails = mails.received()?;
    let read = mails.iter().filter_map(|mail| {
        let id = mail["id"].as_str()?.trim_matches(['<', '>']);
        let id = Uuid::parse_str(id.split('@').next()?).ok()?;
        Some((id, mail["at"].as_f64()?))
    });
    Ok(read.collect())
}

#[test]
fn a_mail_reaches_its_recipient_with_the_link_as_soon_as_it_is_asked_for() -> Result {
    let mut scene = Scene::new("worker_mail", "0")?;
    let _worker = scene.worker("1 minute", "1", FOR_EVER)?;
    let share = factory::share(&mut scene.client, scene.film)?;
    let row = scene
        .client
        .query_one("select share_url from share.share_get($1)", &[&share])?;
    let link: String = row.get(0);
    // One after the other, so that the worker waits before the second.
    for (number, title) in [(1, "Launch film"), (2, "Überraschung 🎬")] {
        let job = scene.add(
            "AssetSharedExternal",
            &json!({"email": "bob@example.org", "name": "Bob", "sender": "ada", "title": title, "link": link}),
        )?;
        scene.wait_for("done", number)?;
        assert_eq!(("done".to_owned(), 1, None), scene.job(job)?);
        let mails = scene.mails.received()?;
        let mail = &mails[mails.len() - 1];
        assert_eq!(json!(["bob@example.org"]), mail["to"]);
        assert_eq!(json!(format!("ada shares {title}")), mail["subject"]);
        assert!(
            mail["text"]
                .as_str()
                .is_some_and(|text| text.lines().any(|line| line == link)),
            "{mail}"
        );
    }
    Ok(())
}

#[test]
fn a_mail_that_is_refused_for_good_is_given_up() -> Result {
    let mut scene = Scene::new("worker_refused", "0")?;
    let refused = scene.add(
        "email_code",
        &json!({"email": "x@nobody.example.com", "code": "123456"}),
    )?;
    let _worker = scene.worker("1 minute", "5", FOR_EVER)?;
    scene.wait_for("dead", 1)?;
    let (state, attempts, error) = scene.job(refused)?;
    assert_eq!(("dead", 1), (state.as_str(), attempts));
    assert!(
        error.is_some_and(|error| error.contains("no such mailbox")),
        "the answer of the mail server is kept"
    );
    Ok(())
}

#[test]
fn a_mail_waits_while_there_is_no_mail_server() -> Result {
    let mut scene = Scene::new("worker_unreached", "0")?;
    let payload = json!({"email": "bob@example.org", "code": "123456"});
    let job = scene.add("email_code", &payload)?;
    // Nobody listens at this port, nor ever will.
    let lost = scene.worker_for("127.0.0.1:1", &["1 minute", "1", FOR_EVER])?;
    until("the first try has failed", || {
        Ok(scene.job(job)?.2.is_some())
    })?;
    let (state, attempts, _) = scene.job(job)?;
    assert_eq!(("queued", 1), (state.as_str(), attempts));
    drop(lost);
    scene
        .client
        .execute("update share.job set run_at = now()", &[])?;
    let _worker = scene.worker("1 minute", "1", FOR_EVER)?;
    scene.wait_for("done", 1)?;
    assert_eq!(1, scene.mails.received()?.len());
    Ok(())
}

#[test]
fn a_webhook_hears_of_a_share_and_a_receiver_with_another_secret_refuses_it() -> Result {
    let mut scene = Scene::new("worker_webhook", "0")?;
    let hooks = Python::start("receiver", include_str!("webhook_receiver.py"), &[])?;
    let tell = |secret: &str| {
        let url = format!("{}/", hooks.base_url());
        send_to(hooks.address(), "PUT", &url, &[], secret.as_bytes())
    };
    let hook = scene.client.query_one(
        "select id, secret from share.webhook_create($1, $2, '{share.*}')",
        &[&scene.account, &format!("{}/hook?a=b", hooks.base_url())],
    )?;
    let (id, secret): (Uuid, String) = (hook.get(0), hook.get(1));
    assert_eq!(204, tell(&secret)?.status);
    let _worker = scene.worker("1 minute", "1", FOR_EVER)?;
    let share = factory::share(&mut scene.client, scene.film)?;
    scene.wait_for("done", 1)?;
    let received = hooks.received()?;
    assert_eq!(1, received.len());
    assert_eq!(json!(204), received[0]["status"]);
    let body: Value = serde_json::from_str(received[0]["body"].as_str().unwrap_or_default())
        .map_err(|came| Error::new(came.to_string()))?;
    assert_eq!(json!("share.created"), body["type"]);
    assert_eq!(json!(share.to_string()), body["data"]["share_id"]);

    // The receiver has not learnt the new secret yet: it still takes the request, by the old one.
    let rotate = "select secret from share.webhook_rotate($1, keep => $2::text::interval)";
    scene.client.query_one(rotate, &[&id, &"1 hour"])?;
    scene
        .client
        .execute("select from share.share_delete($1)", &[&share])?;
    scene.wait_for("done", 2)?;

    // Then the old one is taken away.
    let new: String = scene.client.query_one(rotate, &[&id, &"0"])?.get(0);
    factory::share(&mut scene.client, scene.film)?;
    until("the receiver refuses a request", || {
        Ok(hooks
            .received()?
            .last()
            .is_some_and(|last| last["status"] == json!(401)))
    })?;
    scene.wait_for("queued", 1)?;
    let failed = scene.client.query_one(
        "select id from share.job_list(state => 'queued', kind => 'webhook')",
        &[],
    )?;
    let (_, attempts, error) = scene.job(failed.get(0))?;
    assert_eq!((1, Some("answered with 401")), (attempts, error.as_deref()));

    // Once it knows the new one, the next try gets through, with the same id.
    assert_eq!(204, tell(&new)?.status);
    scene.client.batch_execute(
        "update share.job set run_at = now() where state = 'queued'; notify pg_share_job",
    )?;
    scene.wait_for("done", 3)?;
    let received = hooks.received()?;
    let last = &received[received.len() - 2..];
    assert_eq!(json!(204), last[1]["status"]);
    assert_eq!(
        last[0]["headers"]["Webhook-Id"],
        last[1]["headers"]["Webhook-Id"]
    );
    Ok(())
}

#[test]
fn a_worker_that_is_killed_loses_no_mail_and_nothing_is_sent_twice_within_its_lease() -> Result {
    let mut scene = Scene::new("worker_killed", "0.1")?;
    let mut jobs = Vec::new();
    for number in 0..10 {
        let payload = json!({"email": format!("b{number}@example.org"), "code": "123456"});
        jobs.push(scene.add("email_code", &payload)?);
    }
    let first = scene.worker("5 seconds", "10", "1")?;
    until("three mails have come", || {
        Ok(scene.mails.received()?.len() >= 3)
    })?;
    // SIGKILL.
    drop(first);
    let rows = scene.client.query(
        "select job_id, extract(epoch from lease_until)::float8 from share.job where state = 'running'",
        &[],
    )?;
    let held: Vec<(Uuid, f64)> = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
    assert!(!held.is_empty(), "it was killed half-way");
    let _second = scene.worker("5 seconds", "10", "1")?;
    scene.wait_for("done", 10)?;
    let mails = arrivals(&scene.mails)?;
    for job in jobs {
        let came: Vec<f64> = mails
            .iter()
            .filter(|(id, _)| *id == job)
            .map(|(_, at)| *at)
            .collect();
        if let Some((_, lease_until)) = held.iter().find(|(id, _)| *id == job) {
            // At most the one that was on its way came before, and is sent again.
            let within = came.iter().filter(|at| *at < lease_until).count();
            assert!(
                within <= 1 && came.len() == within + 1,
                "{came:?} {lease_until}"
            );
        } else {
            assert_eq!(1, came.len());
        }
    }
    Ok(())
}
