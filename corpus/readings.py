"""What a text tells of, read by hand: ``NAME.events.yaml`` beside ``NAME.md``, in words as they stand in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
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
READING = ".events.yaml"
"""How the name of a reading ends."""


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
    return document.with_suffix(READING)


def read_reading(path: Path, text: str, title: str | None = None) -> tuple[Reading | None, list[Problem]]:
    """The reading in a file, or ``None``, with every fault of it.

    Args:
        path: the YAML file.
        text: the text that its words must stand in, letter for letter.
        title: the text's title, in which an argument may stand too.

    """
    try:
        content = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        return None, [Problem(str(path), 1, f"unreadable at byte {error.start}", "save the file as UTF-8")]
    return parse_reading(content, str(path), text, title)


def parse_reading(
    written: str, source: str, text: str, title: str | None = None
) -> tuple[Reading | None, list[Problem]]:
    """The reading that a YAML text holds, or ``None``, with every fault of it; ``source`` names it in them.

    A fault of an event is ``about`` its key and what is wrong with that: ``place.absent``, ``trigger.long``.
    """
    try:
        content = yaml.load(written, Loader=_Lines)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        what = f"no YAML: {getattr(error, 'problem', None) or type(error).__name__}"
        return None, [Problem(source, mark.line + 1 if mark else 1, what, "quote values that hold : or #")]
    if not isinstance(content, dict) or not isinstance(content.get("events"), list):
        return None, [Problem(source, 1, "no list of events", "begin with 'events:' and a '- type: ...' below it")]
    problems: list[Problem] = []
    events = [e for block in content["events"] if (e := _event(block, source, text, title or "", problems)) is not None]
    left = content.get("leaves_out", ())
    return Reading(tuple(events), tuple(str(name) for name in left)), problems


def shortened(trigger: str) -> str:
    """The first words of a trigger, as many as one may have."""
    found = re.search(rf"(?:\S+\s+){{0,{_LONGEST_TRIGGER - 1}}}\S+", trigger)
    return found[0] if found else trigger


def parties_apart(reading: Reading) -> Reading:
    """The reading without the targets that are named in the very words of their actor, which would be a fault."""
    events = (replace(each, target=None) if each.target == each.actor else each for each in reading.events)
    return replace(reading, events=tuple(events))


class _Dumper(yaml.SafeDumper):
    """Writes every string so that it is read as the same one."""


def _string(dumper: yaml.SafeDumper, words: str) -> yaml.ScalarNode:
    # The next-line sign of old pages is a line break in YAML, and would be read as a plain one.
    style = '"' if "\x85" in words else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", words, style=style)


_Dumper.add_representer(str, _string)


def yaml_of(content: Mapping[str, Any]) -> str:
    """A mapping as YAML, its keys in their order, every string of it to be read as it was."""
    return str(yaml.dump(dict(content), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=118))


def written(reading: Reading) -> str:
    """The reading as the YAML that ``parse_reading`` reads; what is usual (reported, core) is left out."""
    blocks = [_block(event) for event in reading.events]
    content: dict[str, Any] = {"events": blocks}
    if reading.leaves_out:
        content["leaves_out"] = list(reading.leaves_out)
    return yaml_of(content)


def _block(event: ReadEvent) -> dict[str, str]:
    found = {"type": event.event_type, "sentence": event.sentence, "trigger": event.trigger}
    found |= {name: words for name in ARGUMENTS if (words := getattr(event, name))}
    if event.start is not None and event.end is not None:
        found |= {"start": event.start.isoformat(), "end": event.end.isoformat()}
    if event.status != "reported":
        found["status"] = event.status
    if not event.core:
        found["core"] = "no"
    return found


def _event(block: Any, source: str, text: str, title: str, problems: list[Problem]) -> ReadEvent | None:
    if not isinstance(block, dict):
        problems.append(Problem(source, 1, f"{block!r} is no event", "write 'type: ...' and its other keys below '-'"))
        return None
    line = int(block.pop("_line"))
    faults = list(_faults(block, text, title))
    problems += [Problem(source, line, what, remedy, about=about) for about, what, remedy in faults]
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


def _faults(block: Mapping[str, Any], text: str, title: str) -> Iterator[tuple[str, str, str]]:
    for key in block:
        if key not in _KEYS:
            near = get_close_matches(key, _KEYS, n=1)
            remedy = f"did you mean {near[0]}?" if near else f"known are {', '.join(_KEYS)}"
            yield "key.unknown", f"unknown key {key!r}", remedy
    nested = [key for key, value in block.items() if not isinstance(value, str)]
    if nested:
        yield f"{nested[0]}.nested", f"{', '.join(nested)} is no line of words", "write the words after the colon"
        return
    missing = [key for key in ("type", "sentence", "trigger") if not block.get(key)]
    if missing:
        remedy = "every event has a type, its sentence and the trigger in it"
        yield f"{missing[0]}.missing", f"no {', '.join(missing)}", remedy
        return
    if block["type"] not in EVENT_TYPES:
        near = get_close_matches(str(block["type"]), EVENT_TYPES, n=1)
        remedy = f"did you mean {near[0]}?" if near else f"one of {', '.join(EVENT_TYPES)}"
        yield "type.unknown", f"type {block['type']!r}", remedy
    if block["sentence"] not in text:
        what = f"sentence {str(block['sentence'])[:60]!r} does not stand in the text"
        yield "sentence.absent", what, "copy it letter for letter"
    if block["trigger"] not in block["sentence"]:
        what = f"trigger {block['trigger']!r} does not stand in its sentence"
        yield "trigger.outside", what, "copy it letter for letter"
    if len(str(block["trigger"]).split()) > _LONGEST_TRIGGER:
        what = f"trigger {block['trigger']!r} is long"
        yield "trigger.long", what, f"take its head, at most {_LONGEST_TRIGGER} words"
    for name in ARGUMENTS:
        if name in block and block[name] not in text and block[name] not in title:
            what = f"{name} {block[name]!r} does not stand in the text"
            yield f"{name}.absent", what, "copy it letter for letter, or leave it out"
    if block.get("status", "reported") not in STATUSES:
        yield "status.unknown", f"status {block['status']!r}", f"one of {', '.join(STATUSES)}"
    if block.get("core", "yes") not in ("yes", "no"):
        yield "core.unknown", f"core {block['core']!r}", "yes or no"
    if block.get("actor") and block.get("actor") == block.get("target"):
        yield "target.same", "actor and target are the same", "leave out the one that the text does not name"
    yield from _faults_of_days(block)


def _faults_of_days(block: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    days = []
    for key in ("start", "end"):
        try:
            days.append(date.fromisoformat(block[key]) if key in block else None)
        except ValueError:
            yield f"{key}.malformed", f"{key} {block[key]!r} is no day", "write it as YYYY-MM-DD"
            return
    start, end = days
    if (start is None) != (end is None):
        yield "start.alone", "only one of start and end", "give both, or neither"
    elif start is not None and end is not None and start > end:
        yield "start.late", f"start {start} is after end {end}", "swap them"
