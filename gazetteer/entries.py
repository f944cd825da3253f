"""From files to typed blocks: what is wrong is told in a contributor's words, all of it at once."""

from __future__ import annotations

import calendar
import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from gazetteer.blocks import CourseBlock, NameBlock, PlaceBlock, PointBlock
from gazetteer.model import KINDS, LANGUAGES, TRADITIONS, Course, Name, Place, Point
from gazetteer.problems import Problem
from gazetteer.source import Block, read_blocks

_CHOICES = {"kind": KINDS, "lang": LANGUAGES, "tradition": TRADITIONS}
_REMEDIES = {
    "id": "use lower-case ASCII letters, digits and single hyphens, like 'karakend-khojavend'",
    "same_as": "write 'wikidata:Q129352', 'geonames:146970' or a web address",
    "within": "give ids of other blocks, like [shusha-district]",
    "via": "give ids of other blocks or points like {lat: 39.63, lon: 46.55}",
    "from": "write a year, a month or a day, like 2022, 2022-08 or 2022-08-30",
    "to": "write a year, a month or a day, like 2022, 2022-08 or 2022-08-30",
    "same_road": "give the id of the other road's block",
    "named_after": "give the id of another block",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A block that fits the model, with the line of each of its keys."""

    place: Place
    lines: dict[str, int]

    def line_of(self, key: str) -> int:
        """Where the key stands, or where the block begins if it has no such key."""
        return self.lines.get(key, self.place.line)


def read_entries(files: Sequence[tuple[Path, str]]) -> tuple[list[Entry], list[Problem], frozenset[str] | None]:
    """All blocks of the files that fit the model, everything that is wrong with the others, and the others' ids.

    The ids are ``None`` where a file could not be read to its end: then it may hold any.

    Args:
        files: Each file with the name to show for it.

    """
    entries: list[Entry] = []
    broken: set[str] = set()
    are_whole = True
    problems: list[Problem] = []
    for path, shown_as in files:
        blocks, unreadable, is_whole = read_blocks(path, shown_as)
        are_whole = are_whole and is_whole
        problems += unreadable
        for block in blocks:
            try:
                place = _place(PlaceBlock.model_validate(block), block, shown_as)
            except ValidationError as error:
                problems += _problems(error, block, shown_as)
                broken.add(str(block.get("id")))
            else:
                entries.append(Entry(place, block.lines))
    return entries, problems, frozenset(broken) if are_whole else None


def _place(block: PlaceBlock, raw: Block, file: str) -> Place:
    courses = tuple(
        _course(course, line.line) for course, line in zip(block.courses, raw.get("courses", ()), strict=True)
    )
    return Place(
        id=block.id,
        kind=block.kind,
        lat=block.lat,
        lon=block.lon,
        names=tuple(_name(name, line.line) for name, line in zip(block.names, raw.get("names", ()), strict=True)),
        within=block.within,
        named_after=block.named_after,
        never=block.never,
        via=_via(block.via) or (courses[-1].via if courses else ()),
        courses=courses,
        same_road=block.same_road,
        outline=tuple(Point(corner.lon, corner.lat) for corner in block.outline),
        start_year=block.start_year,
        end_year=block.end_year,
        same_as=block.same_as,
        source=block.source or "",
        note=block.note,
        file=file,
        line=raw.line,
    )


def _course(block: CourseBlock, line: int) -> Course:
    return Course(_via(block.via), _begin(block.first), _end(block.last), block.source or "", line)


def _via(steps: Iterable[str | PointBlock]) -> tuple[str | Point, ...]:
    return tuple(Point(step.lon, step.lat) if isinstance(step, PointBlock) else step for step in steps)


def _begin(period: str | None) -> date | None:
    """The first day of a year, a month or a day."""
    return None if period is None else date.fromisoformat(f"{period}-01-01"[: len("2022-08-31")])


def _end(period: str | None) -> date | None:
    """The last day of a year, a month or a day."""
    if period is None:
        return None
    year, month = int(period[:4]), int(period[5:7] or "12")
    return date(year, month, int(period[8:] or calendar.monthrange(year, month)[1]))


def _name(block: NameBlock, line: int) -> Name:
    return Name(block.name, block.lang, block.tradition, block.start_year, block.end_year, block.weak, line)


def _problems(error: ValidationError, raw: Block, file: str) -> list[Problem]:
    found: dict[tuple[int, str], Problem] = {}
    for detail in error.errors(include_url=False, include_context=True):
        if not _is_meant(detail["loc"], raw):
            continue
        path = tuple(step for step in detail["loc"] if isinstance(step, int) or not _is_branch(step))
        value, line = _locate(raw, path)
        what, remedy = _explain(str(detail["type"]), path, value, detail.get("ctx", {}))
        found.setdefault((line, what), Problem(file, line, what, remedy))
    return list(found.values())


def _is_branch(step: str) -> bool:
    """Pydantic names the branch of a union in the path; a contributor never wrote it."""
    return step in ("PointBlock", "constrained-str")


def _is_meant(path: tuple[str | int, ...], raw: Block) -> bool:
    """Of a step of ``via``, which may be an id or a point, only what is wrong with the one that was written."""
    branch = path.index("via") + 2 if "via" in path else len(path)
    if branch >= len(path):
        return True
    return (path[branch] == "PointBlock") == isinstance(_locate(raw, path[:branch])[0], Block)


def _locate(raw: Block, path: tuple[str | int, ...]) -> tuple[Any, int]:
    value: Any = raw
    line = raw.line
    for step in path:
        if isinstance(value, Block) and isinstance(step, str):
            line = value.lines.get(step, value.line)
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
            line = value.line if isinstance(value, Block) else line
        else:
            break
    return value, line


def _explain(kind: str, path: tuple[str | int, ...], value: Any, context: dict[str, Any]) -> tuple[str, str]:
    key = next(step for step in reversed(path) if isinstance(step, str))
    nested = isinstance(path[-1], int)
    if kind == "extra_forbidden":
        return f"the key '{key}' is not known", _did_you_mean(key, _known_keys(path))
    if kind == "missing":
        return f"the key '{key}' is missing", f"add '{key}: …'"
    if value is None:
        return f"'{key}' is empty", "fill it in or delete the line"
    if kind == "literal_error":
        return f"{key} '{value}' is not known", _did_you_mean(str(value), _CHOICES[key])
    if kind.startswith(("float_", "int_")):
        return f"{key} '{value}' is not a number", _number_remedy(key, str(value))
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = "at least" if "ge" in context else "at most"
        return f"{key} {value} is out of range", f"it must be {bound} {context.get('ge', context.get('le'))}"
    if kind.startswith("bool_"):
        return f"{key} '{value}' is neither true nor false", "write true or false"
    if kind == "tuple_type":
        return f"'{key}' is not a list", f"write it as a list: {key}: [{value}]"
    if kind == "model_type" or (nested and isinstance(value, str) and key == "names"):
        return f"'{value}' in '{key}' is not complete", "write {name: Şuşa, lang: az} or {lat: 39.76, lon: 46.75}"
    return f"{key} '{value}' is not well formed", _REMEDIES.get(key, "write plain text")


def _known_keys(path: tuple[str | int, ...]) -> Iterable[str]:
    inner: dict[str, type[BaseModel]] = {
        "names": NameBlock, "courses": CourseBlock, "via": PointBlock, "outline": PointBlock,
    }  # fmt: skip
    lists = [step for step in path[:-1] if isinstance(step, str) and step in inner]
    model = inner[lists[-1]] if lists else PlaceBlock
    return [field.alias or name for name, field in model.model_fields.items()]


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    choices = list(known)
    close = difflib.get_close_matches(word.lower(), choices, n=1, cutoff=0.5)
    return f"did you mean '{close[0]}'?" if close else f"use one of: {', '.join(choices)}"


def _number_remedy(key: str, value: str) -> str:
    if key in ("from", "to"):
        return "write the year alone, like 1991"
    if "," in value and value.count(",") == 1:
        return f"write the decimal point as a point: {value.replace(',', '.')}"
    return "write decimal degrees, like 39.818"
