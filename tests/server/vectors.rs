//! The published vectors once more, this time through SQL.

use std::fs;

use postgres::Client;
use serde_json::Value;
use share_tests::{Cluster, Error, Result};
use uuid::Uuid;

/// The vectors of all files, each of which is a list of objects.
fn vectors() -> Result<Vec<Value>> {
    let mut all = Vec::new();
    for file in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors"))? {
        let path = file?.path();
        let list: Vec<Value> = serde_json::from_str(&fs::read_to_string(&path)?)
            .map_err(|came| Error::new(format!("{}: {came}", path.display())))?;
        all.extend(list);
    }
    Ok(all)
}

/// A member as text; vectors hold nothing else.
fn text<'vector>(vector: &'vector Value, member: &str) -> &'vector str {
    vector[member].as_str().unwrap_or_default()
}

fn octets(client: &mut Client, hex: &str) -> Result<Vec<u8>> {
    Ok(client
        .query_one("select decode($1, 'hex')", &[&hex])?
        .get(0))
}

fn message(client: &mut Client, vector: &Value) -> Result<Vec<u8>> {
    match vector.get("message_hex") {
        Some(_) => octets(client, text(vector, "message_hex")),
        None => Ok(text(vector, "message").as_bytes().to_vec()),
    }
}

/// The signature of a message in hex.
const HEX_OF_MESSAGE: &str =
    "encode(decode(translate(share.sign_message($1, $2), '-_', '+/') || '=', 'base64'), 'hex')";

/// What SQL answers, in the form of the vector's expectation.
fn answer(client: &mut Client, vector: &Value) -> Result<String> {
    let one = |client: &mut Client,
               query: &str,
               values: &[&(dyn postgres::types::ToSql + Sync)]|
     -> Result<String> { Ok(client.query_one(query, values)?.get(0)) };
    let name = text(vector, "name");
    match text(vector, "primitive") {
        "hmac_sha256" => {
            // HMAC fills a key up to its block with zeros (RFC 2104 section 2), so a short key is the same with some of them.
            let mut key = octets(client, text(vector, "key_hex"))?;
            key.resize(key.len().max(32), 0);
            let message = message(client, vector)?;
            client.execute(
                "select share.signing_key_import(rtrim(translate(replace(encode($1, 'base64'), e'\\n', ''), '+/', '-_'), '='), kid => $2)",
                &[&key, &name],
            )?;
            one(
                client,
                &format!("select {HEX_OF_MESSAGE}"),
                &[&name, &message],
            )
        }
        "jws_hs256" => {
            let key = ["key_base64url", "HS256", "base64url"];
            message_signature(client, vector, key, "share.sign_message($1, $2)")
        }
        // In by its text, stored in these octets, out as text again.
        "secret_text_hs256" => {
            let key = octets(client, text(vector, "key_hex"))?;
            let expected = text(vector, "expected");
            client.execute(
                "select share.signing_key_import($1, kid => $2)",
                &[&expected, &name],
            )?;
            one(
                client,
                "select share.secret_text(k.kid) from share.signing_key k where k.kid = $1 and k.secret = $2",
                &[&name, &key],
            )
        }
        // The example's secret is too short for a key. The server's own MD5 stands in: the regression file `signing` holds
        // our URLs against it.
        "md5_base64url" => {
            let message = message(client, vector)?;
            one(
                client,
                "select rtrim(translate(encode(decode(md5($1::bytea), 'hex'), 'base64'), '+/', '-_'), '=')",
                &[&message],
            )
        }
        "media_path_encode" => one(
            client,
            "select substr(share.sign_url(e'uri_signing\nnone\nhttps://h\n{}', $1, 'preview', false, now(), null, gen_random_uuid(), 1, null, null, null, null, null), 11)",
            &[&text(vector, "path")],
        ),
        "file_name_encode" => {
            let key = client.query_one(
                "select kid from share.signing_key_create(algorithm => 'MD5')",
                &[],
            )?;
            one(
                client,
                "select split_part(share.sign_url(format(e'nginx_secure_link\n%s\nhttps://h\n{}', $1::text), 'f', 'download', false, now(), now(), gen_random_uuid(), 1, $2, null, null, null, null), '&name=', 2)",
                &[&key.get::<_, String>(0), &text(vector, "file_name")],
            )
        }
        "window_fragment" => one(
            client,
            "select substr(share.sign_url(e'uri_signing\nnone\nhttps://h\n{}', 'd/f', 'stream', false, now(), null, gen_random_uuid(), 1, null, null, null, $1, $2), 14)",
            &[&text(vector, "start"), &text(vector, "end")],
        ),
        "hmac_sha1" => {
            let key = ["key_hex", "HMAC-SHA1", "hex"];
            message_signature(client, vector, key, HEX_OF_MESSAGE)
        }
        "hmac_sha1_base64url_padded" => {
            let key = ["key_base64url", "HMAC-SHA1", "base64url"];
            message_signature(client, vector, key, "share.sign_message($1, $2) || '='")
        }
        "sign_message" => {
            let key = [
                "secret",
                text(vector, "algorithm"),
                text(vector, "encoding"),
            ];
            message_signature(client, vector, key, "share.sign_message($1, $2)")
        }
        "signed_url" => signed_url(client, vector),
        unknown => Err(Error::new(format!("no way to run {unknown} through SQL"))),
    }
}

/// Imports a key, named by the field of the vector that has its secret, by algorithm and encoding; then signs the message.
fn message_signature(
    client: &mut Client,
    vector: &Value,
    [secret, algorithm, encoding]: [&str; 3],
    shown: &str,
) -> Result<String> {
    let (name, message) = (text(vector, "name"), message(client, vector)?);
    client.execute(
        "select share.signing_key_import($1, algorithm => $2, encoding => $3, kid => $4)",
        &[&text(vector, secret), &algorithm, &encoding, &name],
    )?;
    Ok(client
        .query_one(&format!("select {shown}"), &[&name, &message])?
        .get(0))
}

/// A key and a delivery as the vector says, and what they sign: the URL, the cookie or the step that the vector wants.
fn signed_url(client: &mut Client, vector: &Value) -> Result<String> {
    let name = text(vector, "name");
    let account = client.query_one("select id from share.account_create($1)", &[&name])?;
    let account: Uuid = account.get(0);
    // Vectors of one source share a key id, which is unique in an installation; tokens and queries carry it.
    let kid = text(vector, "kid");
    client.execute(
        "delete from share.delivery d using share.signing_key k where k.kid = $1 and d.kid = k.kid",
        &[&kid],
    )?;
    client.execute("delete from share.signing_key k where k.kid = $1", &[&kid])?;
    client.execute(
        "select share.signing_key_import($1, algorithm => $2, encoding => $3, kid => $4)",
        &[
            &text(vector, "secret"),
            &text(vector, "algorithm"),
            &text(vector, "encoding"),
            &kid,
        ],
    )?;
    let action = text(vector, "action");
    client.execute(
        "insert into share.delivery (account_id, name, scheme, base_url, key_account_id, kid, uses, options)
        select $1, 'vector', $2, c.base_url, k.account_id, k.kid, array[$5], c.options::jsonb
        from share.signing_key k, share.delivery_check($2, $3, $4, array[$5], k.kid) c
        where k.kid = $6",
        &[
            &account,
            &text(vector, "scheme"),
            &text(vector, "base_url"),
            &vector["options"].to_string(),
            &action,
            &kid,
        ],
    )?;
    let member = |name| vector[name].as_str();
    let wants = member("wants").unwrap_or("url");
    let row = client.query_one(
        "select s.value
        from share.delivery d
        cross join lateral share.sign_steps(d.signer, $2, $3, false,
            to_timestamp($4::bigint), to_timestamp($5::bigint), coalesce($6, '00000000-0000-0000-0000-000000000000')::text::uuid, 1, $7, $8, $9, null, null) s
        where d.account_id = $1 and s.step = $10",
        &[
            &account,
            &text(vector, "path"),
            &action,
            &vector["signed_at"].as_i64().unwrap_or_default(),
            &vector["expires_at"].as_i64(),
            &member("share_id"),
            &member("file_name"),
            &member("content_type"),
            &member("address"),
            &wants,
        ],
    )?;
    Ok(row.get(0))
}

#[test]
fn published_vectors_hold_through_sql() -> Result {
    let database = Cluster::shared()?.database()?;
    let mut client = database.connect()?;
    let vectors = vectors()?;
    assert!(vectors.len() > 10, "the vectors are there");
    for vector in &vectors {
        assert_eq!(
            text(vector, "expected"),
            answer(&mut client, vector)?,
            "{vector}"
        );
    }
    Ok(())
}
