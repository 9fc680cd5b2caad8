"""Makes stream URLs with PyJWT: as many as each line of its input says, answering with nanoseconds of CPU."""

import json
import sys
import time

import jwt

given = json.loads(sys.argv[1])
secret = given["secret"].encode()
headers = {"kid": given["kid"]}


def url(number):
    directory = f"film/{number}"
    scope = directory.join(given["scope"])
    claims = {**given["claims"], "cdniuc": scope, "ep": number}
    token = jwt.encode(claims, secret, algorithm="HS256", headers=headers)
    before, between, after = given["url"]
    return f"{before}{directory}{between}{token}{after}"


print(url(0), flush=True)
for line in sys.stdin:
    start = time.process_time_ns()
    for number in range(int(line)):
        url(number)
    print(time.process_time_ns() - start, flush=True)
