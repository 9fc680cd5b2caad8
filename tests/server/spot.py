"""Looks with pgspot at a script for what others could take over, and prints each finding: spot.py <script> [<an earlier one>].
Of the earlier one it reads which composite types there are.

pgspot alone stops at the first thing that its parser does not know. Here it gets statement by statement, and what would stop it in a
form that it reads. No finding is ignored.
"""

import re
import sys

from pglast import parse_sql
from pgspot.state import Counter, State
from pgspot.visitors import visit_sql

COMPOSITE = re.compile(r"^create\s+type\s+(share\.\w+)\s+as\s*\(", re.IGNORECASE | re.MULTILINE)
BODY = re.compile(r"\bas\s+(\$|')", re.IGNORECASE)
NAME = re.compile(r"\bfunction\s+([\w.\"]+)", re.IGNORECASE)


class Arguments:
    """What the command line of pgspot would hold."""

    plpgsql = True
    proc_without_search_path = []
    summary_only = False
    ignore = []
    ignore_lang = []
    sql_fn = []


class Findings(Counter):
    """Keeps what pgspot finds, by the function that it is found in."""

    def __init__(self):
        super().__init__(Arguments)
        self.place = ""
        self.found = []

    def warn(self, code, context):
        self.found.append(f"{code} in {self.place}: {context}")

    error = warn

    def unknown(self, message):
        self.warn("unknown", message)


def readable(statement, composites):
    """A function in a form that the parser of PL/pgSQL outside of a server reads: it knows no composite types but record, and that not
    as an argument."""
    if not composites or not re.search(r"\blanguage\s+plpgsql\b", statement, re.IGNORECASE):
        return statement
    types = "|".join(re.escape(name) for name in composites)
    head, mark, body = statement.partition("$$")
    arguments = re.findall(rf"(\w+) (?:{types})\b(?!\[)", head.lower().partition("returns")[0])
    body = re.sub(rf"^(\s+\w+) (?:{types})(?= :=|;)", r"\1 record", body, flags=re.MULTILINE)
    # pgspot reads what follows as a statement.
    body = re.sub(r"\breturn next (?=\w)", "return query select ", body)
    declared = "".join(f"{name} record; " for name in arguments)
    if declared:
        body = re.sub(r"\b(declare|begin)\b", lambda found: f"declare {declared}" + found.group(1) * (found.group(1) == "begin"), body, count=1)
    return head + mark + body


def statements(script):
    for parsed in parse_sql(script):
        end = parsed.stmt_location + parsed.stmt_len if parsed.stmt_len else len(script)
        yield script[parsed.stmt_location:end].strip()


def main():
    with open(sys.argv[1], encoding="utf8") as file:
        script = file.read()
    composites = COMPOSITE.findall(script)
    for earlier in sys.argv[2:]:
        with open(earlier, encoding="utf8") as file:
            composites += COMPOSITE.findall(file.read())
    findings = Findings()
    state = State(findings)
    for statement in statements(script):
        bare = re.sub(r"^(\s*(--[^\n]*\n|/\*.*?\*/))*\s*", "", statement, flags=re.DOTALL)
        is_function = re.match(r"create\s+(or\s+replace\s+)?function", bare, re.IGNORECASE)
        findings.place = NAME.search(bare).group(1) if is_function else " ".join(bare.split())[:60]
        if is_function and not BODY.search(bare):
            # Names of such a body are bound when the function is made, by the search path of the script, which is looked at.
            continue
        if is_function:
            bare = readable(bare, composites)
        try:
            visit_sql(state, bare)
        except Exception as came:
            findings.warn("unread", f"{type(came).__name__}: {came}")
    for line in findings.found:
        print(line)


main()
