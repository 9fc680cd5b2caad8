"""Prints for each token the claims if PyJWT believes it. Standard input has the secret, as base64url, then the tokens."""

import base64
import json
import sys

import jwt

secret, *tokens = sys.stdin.read().split()
key = base64.urlsafe_b64decode(secret + "=" * (-len(secret) % 4))
for token in tokens:
    try:
        print(json.dumps(jwt.decode(token, key, algorithms=["HS256"])))
    except jwt.InvalidTokenError as refused:
        print("refused:", refused)
