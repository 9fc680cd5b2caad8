//! Jobs that are requests to webhooks. The database signs them; no secret comes here.

use postgres::Client;
use serde_json::Value;
use share_tests::post;

use crate::Failure;
use crate::job::Job;

pub(crate) fn deliver(client: &mut Client, job: &Job) -> Result<(), Failure> {
    let request = client
        .query_opt(
            "select url, headers, body from share.job_webhook_request($1, $2)",
            &[&job.id, &job.worker],
        )
        .map_err(|came| Failure::passing(&came))?;
    // Nobody wants it any more, and it is done.
    let Some(request) = request else {
        return Ok(());
    };
    let (url, headers, body): (String, Value, String) =
        (request.get(0), request.get(1), request.get(2));
    let headers: Vec<(&str, &str)> = headers
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)))
        .collect();
    let answer = post(&url, &headers, body.as_bytes()).map_err(|came| Failure::passing(&came))?;
    match answer.status {
        200..300 => Ok(()),
        // The receiver says that it will never want it again.
        410 => Err(Failure::lasting(&"answered with 410")),
        status => Err(Failure::passing(&format!("answered with {status}"))),
    }
}
