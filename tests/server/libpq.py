"""Answers with the distribution's libpq what it makes of connection strings and parameters: a JSON object a line, both ways.

{"names": true}                       every parameter: name, variable, compiled default
{"parse": text}                       PQconninfoParse: {"values": {...}}, or {"refused": true}
{"settle": [[name, value], ...],      PQconnectStartParams with expanded dbname, in an environment of these variables:
 "variables": {...}}                  {"values": {...}, "password": ...}, or {"refused": true}
What is no UTF-8 counts as refused.
"""

import ctypes
import json
import os
import sys

libpq = ctypes.CDLL("libpq.so.5")


class Option(ctypes.Structure):
    """PQconninfoOption."""

    _fields_ = [(name, ctypes.c_char_p) for name in ("keyword", "envvar", "compiled", "val", "label", "dispchar")] + [
        ("dispsize", ctypes.c_int)
    ]


for function in ("PQconndefaults", "PQconninfoParse", "PQconninfo"):
    getattr(libpq, function).restype = ctypes.POINTER(Option)
libpq.PQconninfoParse.argtypes = [ctypes.c_char_p, ctypes.POINTER(ctypes.c_char_p)]
libpq.PQconnectStartParams.restype = ctypes.c_void_p
for function in ("PQconninfo", "PQfinish", "PQpass", "PQerrorMessage"):
    getattr(libpq, function).argtypes = [ctypes.c_void_p]
for function in ("PQpass", "PQerrorMessage"):
    getattr(libpq, function).restype = ctypes.c_char_p
libpq.PQconninfoFree.argtypes = [ctypes.POINTER(Option)]


def text(value):
    return None if value is None else value.decode()


def rows(options):
    number = 0
    while options[number].keyword:
        yield options[number]
        number += 1


def values(options):
    found = {text(row.keyword): text(row.val) for row in rows(options) if row.val is not None}
    libpq.PQconninfoFree(options)
    return found


def names():
    return {"names": [[text(row.keyword), text(row.envvar), text(row.compiled)] for row in rows(libpq.PQconndefaults())]}


def parse(string):
    options = libpq.PQconninfoParse(string.encode(), None)
    return {"values": values(options)} if options else {"refused": True}


def settle(parameters, variables):
    for name in [name for name in os.environ if name.startswith("PG")]:
        del os.environ[name]
    os.environ.update(variables)
    array = ctypes.c_char_p * (len(parameters) + 1)
    keywords = array(*[name.encode() for name, _ in parameters], None)
    given = array(*[value.encode() for _, value in parameters], None)
    connection = libpq.PQconnectStartParams(keywords, given, 1)
    try:
        # What comes of it beyond the settings is that nobody answers at the socket.
        if not text(libpq.PQerrorMessage(connection)).startswith("connection to server"):
            return {"refused": True}
        return {"values": values(libpq.PQconninfo(connection)), "password": text(libpq.PQpass(connection))}
    finally:
        libpq.PQfinish(connection)


def answer(asked):
    try:
        if "names" in asked:
            return names()
        if "parse" in asked:
            return parse(asked["parse"])
        return settle(asked["settle"], asked["variables"])
    except UnicodeDecodeError:
        return {"refused": True}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
