"""What a text tells of, read by hand: ``NAME.events.yaml`` beside ``NAME.md``, in words as they stand in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from corpus.problem import Problem

EVENT_TYPES = (
    "armed_clash", "shelling", "air_strike", "explosion", "violence_against_civilians", "prisoners",
    "territorial_change", "military_movement", "arms_transfer", "blockade", "route_opening", "humanitarian_aid",
    "displacement", "protest", "ceasefire", "ceasefire_violation", "diplomacy", "political_change",
)  # fmt: skip
STATUSES = ("reported", "claimed", "denied")
ARGUMENTS = ("place", "time", "actor", "target", "killed", "wounded", "claimed_by")
"""What belongs to an event, each in the words of the text (or its title)."""
_KEYS = ("type", "sentence", "trigger", *ARGUMENTS, "start", "end", "status", "core")
_LONGEST_TRIGGER = 5


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """One event as a person read it: every word stands in the text."""

    event_type: str
    sentence: str
    """The whole sentence that tells it."""
    trigger: str
    """The head of the happening, one to five words of the sentence."""
    place: str | None = None
    time: str | None = None
    start: date | None = None
    end: date | None = None
    """The days it covers, inclusive; both ``None`` where the text leaves it undated."""
    actor: str | None = None
    target: str | None = None
    killed: str | None = None
    wounded: str | None = None
    """The words that give the number."""
    claimed_by: str | None = None
    status: str = "reported"
    core: bool = True
    """``False`` for vague background."""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """The events of one text, in text order."""

    events: tuple[ReadEvent, ...]
    leaves_out: tuple[str, ...] = ()
    """Arguments that its reader did not look for: that they are absent says nothing."""


_Lines: Any = type("_Lines", (getattr(yaml, "CSafeLoader", yaml.SafeLoader),), {"yaml_implicit_resolvers": {}})
"""Every scalar a string, every mapping with the line on which it begins; the fast loader where PyYAML has it."""


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[str, Any]:
    found = {str(loader.construct_object(key)): loader.construct_object(value, deep=True) for key, value in node.value}
    return {**found, "_line": node.start_mark.line + 1}


_Lines.add_constructor("tag:yaml.org,2002:map", _mapping)


def reading_path(document: Path) -> Path:
    """Where the reading of a text lies: beside it, ``NAME.events.yaml``."""
    return document.with_suffix(".events.yaml")


def read_reading(path: Path, text: str, title: str | None = None) -> tuple[Reading | None, list[Problem]]:
    """The reading in a file, or ``None``, with every fault of it.

    Args:
        path: the YAML file.
        text: the text that its words must stand in, letter for letter.
        title: the text's title, in which an argument may stand too.

    """
    source = str(path)
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Lines)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        what = f"no YAML: {getattr(error, 'problem', None) or type(error).__name__}"
        return None, [Problem(source, mark.line + 1 if mark else 1, what, "quote values that hold : or #")]
    if not isinstance(content, dict) or not isinstance(content.get("events"), list):
        return None, [Problem(source, 1, "no list of events", "begin with 'events:' and a '- type: ...' below it")]
    problems: list[Problem] = []
    events = [e for block in content["events"] if (e := _event(block, source, text, title or "", problems)) is not None]
    left = content.get("leaves_out", ())
    return Reading(tuple(events), tuple(str(name) for name in left)), problems


def _event(block: Any, source: str, text: str, title: str, problems: list[Problem]) -> ReadEvent | None:
    if not isinstance(block, dict):
        problems.append(Problem(source, 1, f"{block!r} is no event", "write 'type: ...' and its other keys below '-'"))
        return None
    line = int(block.pop("_line"))
    faults = list(_faults(block, text, title))
    problems += [Problem(source, line, what, remedy) for what, remedy in faults]
    if faults:
        return None
    words: Mapping[str, str] = {key: str(value) for key, value in block.items()}
    return ReadEvent(
        event_type=words["type"],
        sentence=words["sentence"],
        trigger=words["trigger"],
        **{name: words.get(name) for name in ARGUMENTS},
        start=date.fromisoformat(words["start"]) if "start" in words else None,
        end=date.fromisoformat(words["end"]) if "end" in words else None,
        status=words.get("status", "reported"),
        core=words.get("core", "yes") != "no",
        line=line,
    )


def _faults(block: Mapping[str, Any], text: str, title: str) -> Iterator[tuple[str, str]]:
    for key in block:
        if key not in _KEYS:
            near = get_close_matches(key, _KEYS, n=1)
            yield f"unknown key {key!r}", f"did you mean {near[0]}?" if near else f"known are {', '.join(_KEYS)}"
    missing = [key for key in ("type", "sentence", "trigger") if not block.get(key)]
    if missing:
        yield f"no {', '.join(missing)}", "every event has a type, its sentence and the trigger in it"
        return
    if block["type"] not in EVENT_TYPES:
        near = get_close_matches(str(block["type"]), EVENT_TYPES, n=1)
        yield f"type {block['type']!r}", f"did you mean {near[0]}?" if near else f"one of {', '.join(EVENT_TYPES)}"
    if block["sentence"] not in text:
        yield f"sentence {str(block['sentence'])[:60]!r} does not stand in the text", "copy it letter for letter"
    if block["trigger"] not in block["sentence"]:
        yield f"trigger {block['trigger']!r} does not stand in its sentence", "copy it letter for letter"
    if len(str(block["trigger"]).split()) > _LONGEST_TRIGGER:
        yield f"trigger {block['trigger']!r} is long", f"take its head, at most {_LONGEST_TRIGGER} words"
    for name in ARGUMENTS:
        if name in block and block[name] not in text and block[name] not in title:
            yield f"{name} {block[name]!r} does not stand in the text", "copy it letter for letter, or leave it out"
    if block.get("status", "reported") not in STATUSES:
        yield f"status {block['status']!r}", f"one of {', '.join(STATUSES)}"
    if block.get("core", "yes") not in ("yes", "no"):
        yield f"core {block['core']!r}", "yes or no"
    if block.get("actor") and block.get("actor") == block.get("target"):
        yield "actor and target are the same", "leave out the one that the text does not name"
    yield from _faults_of_days(block)


def _faults_of_days(block: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    days = []
    for key in ("start", "end"):
        try:
            days.append(date.fromisoformat(block[key]) if key in block else None)
        except ValueError:
            yield f"{key} {block[key]!r} is no day", "write it as YYYY-MM-DD"
            return
    start, end = days
    if (start is None) != (end is None):
        yield "only one of start and end", "give both, or neither"
    elif start is not None and end is not None and start > end:
        yield f"start {start} is after end {end}", "swap them"
