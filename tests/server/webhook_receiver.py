# A receiver of webhooks that checks the signature of Standard Webhooks with nothing but Python's standard library, and writes
# down each request. Arguments: port, folder. PUT tells it the secret.
import base64
import hashlib
import hmac
import json
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

port, folder = int(sys.argv[1]), sys.argv[2]
secret = b""


def genuine(headers, body):
    if abs(time.time() - int(headers["Webhook-Timestamp"])) > 300:
        return False
    signed = f"{headers['Webhook-Id']}.{headers['Webhook-Timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
    given = [part.removeprefix("v1,") for part in headers["Webhook-Signature"].split() if part.startswith("v1,")]
    return any(hmac.compare_digest(expected, signature) for signature in given)


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def body(self):
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def answer(self, status):
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_PUT(self):
        global secret
        secret = base64.b64decode(self.body().decode().removeprefix("whsec_"))
        self.answer(204)

    def do_POST(self):
        body = self.body()
        status = 204 if genuine(self.headers, body) else 401
        line = json.dumps({"at": time.time(), "status": status, "headers": dict(self.headers), "body": body.decode()})
        with open(f"{folder}/received", "a", encoding="utf-8") as received:
            received.write(line + "\n")
        self.answer(status)


ThreadingHTTPServer(("127.0.0.1", port), Receiver).serve_forever()
