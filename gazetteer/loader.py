"""Loading the gazetteer: all of it, or an error that lists everything that is wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from gazetteer import cache
from gazetteer.gazetteer import Gazetteer
from gazetteer.model import Course, Name, Place, Point
from gazetteer.problems import BrokenGazetteerError, Problem

HERE = Path(__file__).parent
_PARTS = ("*.py", "grammar/*.yaml")
"""A copy made by other code or another grammar is not used."""


def load(paths: Sequence[Path] | None = None, *, cache_folder: Path | None = None) -> Gazetteer:
    """The gazetteer of the given files and folders, by default of those shipped with the program.

    Args:
        paths: YAML files, or folders of them; later ones add to earlier ones.
        cache_folder: Where the compiled copy is kept, by default ``cache.default_folder()``.

    Returns:
        Every place of every file, in the order of the files.

    Raises:
        BrokenGazetteerError: Anything in any file is wrong; it lists every problem with file, line and remedy.

    """
    files = source_files(paths)
    contents = [(shown_as, _bytes(path)) for path, shown_as in files]
    version = _hash(contents)
    parts = [file for pattern in _PARTS for file in sorted(HERE.glob(pattern))]
    key = _hash([(version, b"".join(file.read_bytes() for file in parts))])
    folder = cache_folder or cache.default_folder()
    places = _places(cache.read_copy(folder, f"places-{key}"))
    if places is None:
        places = _parse(files)
        cache.write_copy(folder, f"places-{key}", [_row(place) for place in places])
    return Gazetteer.of(places, version[:12], (folder, f"names-{key}"))


def source_files(paths: Iterable[Path] | None = None) -> list[tuple[Path, str]]:
    """Each YAML file with the name to show for it; ``None`` means the shipped ones.

    Raises:
        BrokenGazetteerError: There is no such file, or no file at all.

    """
    shipped = paths is None
    roots = [HERE / "places", *sorted(HERE.glob("*.yaml"))] if paths is None else list(paths)
    files: list[Path] = []
    problems = []
    for root in roots:
        found = sorted(root.rglob("*.y*ml")) if root.is_dir() else [root]
        if not found or not all(file.is_file() for file in found):
            problems.append(Problem(str(root), 1, "there is no gazetteer file here", "check the path"))
        files += found
    if problems:
        raise BrokenGazetteerError(problems)
    return [(file, file.relative_to(HERE.parent).as_posix() if shipped else str(file)) for file in files]


def _parse(files: Sequence[tuple[Path, str]]) -> list[Place]:
    # Pydantic and PyYAML are imported only where files are really read: a fifth of a second.
    from gazetteer.entries import read_entries
    from gazetteer.references import reference_problems

    entries, problems, _ = read_entries(files)
    if not problems:
        problems += reference_problems(entries)
    if problems:
        raise BrokenGazetteerError(problems)
    return [entry.place for entry in entries]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""  # reading the file properly tells what is wrong with it


def _hash(contents: Iterable[tuple[str, bytes]]) -> str:
    digest = hashlib.sha256()
    for name, content in contents:
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _row(place: Place) -> list[Any]:
    """A place as plain JSON, field by field in the order of ``Place``."""
    names = [
        [name.name, name.lang, name.tradition, name.start_year, name.end_year, name.weak, name.line]
        for name in place.names
    ]
    courses = [[_steps(each.via), _iso(each.first), _iso(each.last), each.source, each.line] for each in place.courses]
    outline = [[corner.lon, corner.lat] for corner in place.outline]
    return [
        place.id, place.kind, place.lat, place.lon, names, place.within, place.named_after, place.never,
        _steps(place.via), courses, place.same_road, outline,
        place.start_year, place.end_year, place.same_as, place.source, place.note, place.file, place.line,
    ]  # fmt: skip


def _steps(via: Iterable[str | Point]) -> list[Any]:
    return [[step.lon, step.lat] if isinstance(step, Point) else step for step in via]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _places(rows: Any) -> list[Place] | None:
    """The places of a compiled copy, or ``None`` if it does not have their form."""
    try:
        return None if rows is None else [_from_row(row) for row in rows]
    except (TypeError, ValueError):
        return None


def _from_row(row: list[Any]) -> Place:
    (id_, kind, lat, lon, names, within, named_after, never, via, courses, same_road, outline,
     start_year, end_year, same_as, source, note, file, line) = row  # fmt: skip
    return Place(
        id_,
        kind,
        lat,
        lon,
        tuple([Name(*name) for name in names]),
        tuple(within),
        named_after,
        tuple(never),
        _via(via),
        tuple([Course(_via(steps), _day(first), _day(last), *told) for steps, first, last, *told in courses]),
        same_road,
        tuple([Point(*corner) for corner in outline]),
        start_year,
        end_year,
        tuple(same_as),
        source,
        note,
        file,
        line,
    )


def _via(steps: Iterable[Any]) -> tuple[str | Point, ...]:
    return tuple([step if isinstance(step, str) else Point(*step) for step in steps])


def _day(iso: str | None) -> date | None:
    return None if iso is None else date.fromisoformat(iso)
