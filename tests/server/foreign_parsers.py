"""Opens exports with parsers of others and compares what they find: foreign_parsers.py <folder>.

The folder holds expected.json and the exports that it names. Frames are counted here by OpenTimelineIO's arithmetic, not by ours.
"""

import csv
import io
import json
import sys
import xml.etree.ElementTree as ElementTree
from fractions import Fraction
from html import unescape
from math import floor
from pathlib import Path

import opentimelineio as otio
import srt
import webvtt

FOLDER = Path(sys.argv[1])
RATES = {
    "23.976": (Fraction(24000, 1001), 24000 / 1001, False),
    "25": (Fraction(25), 25.0, False),
    "29.97df": (Fraction(30000, 1001), 30000 / 1001, True),
}
COLOURS = {True: "GREEN", False: "RED"}


def same(found, expected, what):
    if found != expected:
        sys.exit(f"{what}: found {found!r}, expected {expected!r}")


def text(name):
    # Line ends as they were written.
    return (FOLDER / name).read_bytes().decode("utf8")


def frame(comment, rate):
    # A time that was cut to thousandths belongs to the frame it was taken from.
    return floor((Fraction(comment["at"]) + Fraction(999, 1000000)) * RATES[rate][0])


def timecode(number, rate):
    _, number_of_frames, drops = RATES[rate]
    return otio.opentime.RationalTime(number, number_of_frames).to_timecode(number_of_frames, drops)


def edit_list(rate, placed):
    written = text(f"{rate}.edl")
    timeline = otio.adapters.read_from_string(written, "cmx_3600", rate=RATES[rate][1])
    [track] = timeline.tracks
    [clip] = track
    same(clip.name, "film.mp4", "name of the clip")
    # The adapter does not look at the line FCM and counts as if no number were dropped: the time codes are what is compared.
    found = [
        (otio.opentime.to_timecode(m.marked_range.start_time, RATES[rate][1], False), m.color, m.name)
        for m in clip.markers
    ]
    expected = [
        (timecode(frame(c, rate), rate).replace(";", ":"), COLOURS[c["resolved"]], c["line"]) for c in placed
    ]
    same(found, expected, f"locators at {rate}")
    same("DROP FRAME" in written.replace("NON-DROP FRAME", ""), RATES[rate][2], "mode")


def final_cut(rate, placed):
    written = text(f"{rate}.fcpxml")
    [timeline] = otio.adapters.read_from_string(written, "fcpx_xml")
    [clip] = timeline.tracks[0]
    same([(m.name, m.color) for m in clip.markers], [(c["value"], COLOURS[c["resolved"]]) for c in placed], f"markers at {rate}")
    # The adapter rounds the rate to whole frames; the fractions themselves are exact.
    root = ElementTree.fromstring(written)
    length = Fraction(root.find("resources/format").get("frameDuration").rstrip("s"))
    same(length, 1 / RATES[rate][0], "length of a frame")
    found = [Fraction(m.get("start").rstrip("s")) / length for m in root.iter("marker")]
    same(found, [frame(c, rate) for c in placed], f"frames of markers at {rate}")


def seconds(delta):
    return round(delta.total_seconds() * 1000)


def captions(name, expected):
    found = [
        # The library takes a cue apart and leaves the references to characters as they are.
        (round(c.start_time.in_milliseconds()), round(c.end_time.in_milliseconds()), c.voice and unescape(c.voice), unescape(c.text))
        for c in webvtt.from_string(text(f"{name}.vtt"))
    ]
    same(found, [(e["start"], e["end"], e.get("voice"), "\n".join(e["vtt"])) for e in expected], f"{name}.vtt")
    found = [(seconds(s.start), seconds(s.end), s.content) for s in srt.parse(text(f"{name}.srt"))]
    same(found, [(e["start"], e["end"], "\n".join(e["srt"])) for e in expected], f"{name}.srt")


def spreadsheet(rate, comments):
    rows = list(csv.DictReader(io.StringIO(text(f"{rate}.csv"), newline="")))
    found = [(r["comment_id"], r["timecode"], r["content"]) for r in rows]
    expected = [(c["id"], timecode(frame(c, rate), rate) if "at" in c else "", c["cell"]) for c in comments]
    same(found, expected, f"{rate}.csv")
    for row in rows:
        if any(value[:1] in "=+-@\t\r" for value in row.values() if value):
            sys.exit(f"a formula: {row}")


def main():
    expected = json.loads(text("expected.json"))
    placed = [c for c in expected["comments"] if "at" in c]
    for rate in RATES:
        edit_list(rate, placed)
        final_cut(rate, placed)
        spreadsheet(rate, expected["comments"])
    captions("comments", expected["cues"])
    captions("transcript", expected["said"])


main()
