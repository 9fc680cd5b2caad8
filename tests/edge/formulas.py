"""Signs as the vendors' documents say. The first argument names a formula, the others are its arguments."""

import base64
import datetime
import hashlib
import hmac
import sys
import time
import urllib.parse


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def mac(digest, key, text):
    return hmac.new(key, text.encode(), digest)


def now(seconds):
    return str(int(time.time()) + int(seconds))


def open_part(part):
    """A part of a JSON Web Token as text."""
    return from_base64url(part).decode()


def jwt(header, claims, secret):
    """RFC 7515 with HS256; the secret is base64url."""
    text = base64url(header.encode()) + "." + base64url(claims.encode())
    return text + "." + base64url(mac("sha256", from_base64url(secret), text).digest())


def hex_key(key):
    """A key in hex as HAProxy wants it."""
    return base64.b64encode(bytes.fromhex(key)).decode()


def text_key(key):
    """A key in plain text as HAProxy wants it."""
    return base64.b64encode(key.encode()).decode()


def akamai(key, fields):
    """Akamai Auth Token 2.0: the fields, then their HMAC-SHA256; the key is hex."""
    return fields + "~hmac=" + mac("sha256", bytes.fromhex(key), fields).hexdigest()


def fastly(key, path, expires):
    """Fastly's recipe of URL token validation."""
    return expires + "_" + mac("sha1", key.encode(), path + expires).hexdigest()


def url_sig(key, text):
    """Traffic Server's url_sig with algorithm 1: all up to `S=`, without the scheme."""
    return mac("sha1", key.encode(), text).hexdigest()


def url_sig_path(key, directory, signed):
    """The same as a parameter of the path: base64url of the signed parameters and the signature."""
    return base64url((signed + url_sig(key, directory + signed)).encode())


def s3(access_key, secret, host, path, seconds_ago, lifetime):
    """AWS Signature Version 4 in the query of a GET, region us-east-1."""
    signed = datetime.datetime.fromtimestamp(time.time() - int(seconds_ago), datetime.timezone.utc)
    date, moment = signed.strftime("%Y%m%d"), signed.strftime("%Y%m%dT%H%M%SZ")
    scope = f"{date}/us-east-1/s3/aws4_request"
    query = urllib.parse.urlencode(sorted({
        "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
        "X-Amz-Credential": f"{access_key}/{scope}",
        "X-Amz-Date": moment,
        "X-Amz-Expires": lifetime,
        "X-Amz-SignedHeaders": "host",
    }.items()), quote_via=urllib.parse.quote, safe="")
    path = urllib.parse.quote(path)
    request = f"GET\n{path}\n{query}\nhost:{host}\n\nhost\nUNSIGNED-PAYLOAD"
    text = "\n".join(["AWS4-HMAC-SHA256", moment, scope, hashlib.sha256(request.encode()).hexdigest()])
    key = ("AWS4" + secret).encode()
    for part in (date, "us-east-1", "s3", "aws4_request"):
        key = mac("sha256", key, part).digest()
    return f"http://{host}{path}?{query}&X-Amz-Signature={mac('sha256', key, text).hexdigest()}"


FORMULAS = {
    "now": now,
    "open": open_part,
    "jwt": jwt,
    "hex_key": hex_key,
    "text_key": text_key,
    "akamai": akamai,
    "fastly": fastly,
    "url_sig": url_sig,
    "url_sig_path": url_sig_path,
    "s3": s3,
}
print(FORMULAS[sys.argv[1]](*sys.argv[2:]))
