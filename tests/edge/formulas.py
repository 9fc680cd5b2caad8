"""Signs as the vendors' documents say. The first argument names a formula, the others are its arguments."""

import base64
import hmac
import sys


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def mac(digest, key, text):
    return hmac.new(key, text.encode(), digest)


def open_part(part):
    """A part of a JSON Web Token as text."""
    return from_base64url(part).decode()


def jwt(header, claims, secret):
    """RFC 7515 with HS256; the secret is base64url."""
    text = base64url(header.encode()) + "." + base64url(claims.encode())
    return text + "." + base64url(mac("sha256", from_base64url(secret), text).digest())


def hmac_hex(digest, key, text):
    """RFC 2104; the key is hex."""
    return mac(digest, bytes.fromhex(key), text).hexdigest()


FORMULAS = {
    "open": open_part,
    "jwt": jwt,
    "hmac": hmac_hex,
}
print(FORMULAS[sys.argv[1]](*sys.argv[2:]))
