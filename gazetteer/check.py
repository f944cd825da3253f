"""Every problem of gazetteer files at once, each with the line and the way to mend it.

``load`` refuses what it cannot understand; ``check`` also finds what it could load but nobody can have meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.authorities import AUTHORITIES, is_well_formed
from gazetteer.fold import fold
from gazetteer.grammars import FOLDER, read_grammars
from gazetteer.inflection import script_of
from gazetteer.loader import source_files
from gazetteer.lookalikes import mixed_words
from gazetteer.model import Course, Name, Place
from gazetteer.problems import BrokenGazetteerError, Problem

if TYPE_CHECKING:
    from gazetteer.entries import Entry

REGION = (36.5, 44.0, 40.0, 51.6)
"""South, north, west, east of the area that files other than ``world.yaml`` describe: the South Caucasus."""
_WORLD = "world.yaml"
_SCRIPTS = {"ru": {"cyrillic"}, "hy": {"armenian"}, "en": {"latin"}, "az": {"latin", "cyrillic"}, "tr": {"latin"}}
_NATIVE = ("en", "az", "hy", "ru")
_LINES = {"road", "line", "river", "bridge"}
_AREAS = {"country", "region", "province", "district", "city", "village", "site", "lake", "sea", "line", "mountain"}
_SETTLEMENTS = {"city", "village"}
_LONGEST_CHANGE = 366
"""Days that two courses may share where only the year is known in which the road was changed."""


def check(paths: Sequence[Path] | None = None) -> tuple[Problem, ...]:
    """All problems of the files, sorted by file and line; errors and warnings.

    Args:
        paths: Files or folders, by default those shipped and their grammar.

    """
    # Pydantic is imported only where files are really read: a tenth of a second.
    from gazetteer.doubles import doubles
    from gazetteer.entries import read_entries
    from gazetteer.references import reference_problems

    try:
        files = source_files(paths)
    except BrokenGazetteerError as error:
        return error.problems
    entries, problems, broken = read_entries(files)
    problems += reference_problems(entries, broken)
    if paths is None:
        problems += _grammar_problems()
    for entry in entries:
        for rule in _RULES:
            problems += rule(entry)
    problems += _shared_names(entries)
    problems += _shared_links(entries)
    problems += _shared_roads(entries)
    problems += doubles(entries)
    return tuple(sorted(problems))


def _grammar_problems() -> tuple[Problem, ...]:
    try:
        read_grammars(FOLDER)
    except BrokenGazetteerError as error:
        return error.problems
    return ()


def _problem(entry: Entry, key: str, what: str, remedy: str, severity: str = "error") -> Problem:
    return Problem(entry.place.file, entry.line_of(key), what, remedy, severity)


def _name_problem(entry: Entry, name: Name, what: str, remedy: str, severity: str = "error") -> Problem:
    return Problem(entry.place.file, name.line, what, remedy, severity)


def _position(entry: Entry) -> Iterator[Problem]:
    place = entry.place
    if Path(place.file).name == _WORLD or _in_region(place.lat, place.lon):
        return
    if _in_region(place.lon, place.lat):
        remedy = f"write lat: {place.lon}, lon: {place.lat}"
        yield _problem(entry, "lat", f"lat {place.lat} and lon {place.lon} look swapped", remedy)
    else:
        what = f"{place.id} at lat {place.lat}, lon {place.lon} lies outside the region"
        yield _problem(entry, "lat", what, "correct the coordinates, or move the block to world.yaml")


def _in_region(lat: float, lon: float) -> bool:
    south, north, west, east = REGION
    return south <= lat <= north and west <= lon <= east


def _years(entry: Entry) -> Iterator[Problem]:
    place = entry.place
    if _contradict(place.start_year, place.end_year):
        what = f"{place.id} begins in {place.start_year} and ends in {place.end_year}"
        yield _problem(entry, "from", what, "swap or correct the years")
    for name in place.names:
        if _contradict(name.start_year, name.end_year):
            what = f"the name '{name.name}' is in use from {name.start_year} to {name.end_year}"
            yield _name_problem(entry, name, what, "swap or correct the years")


def _contradict(start: int | None, end: int | None) -> bool:
    return start is not None and end is not None and start > end


def _letters(entry: Entry) -> Iterator[Problem]:
    for name in entry.place.names:
        odd = mixed_words(name.name)
        if odd:
            what = f"'{odd[0]}' mixes letters of two scripts that look alike"
            yield _name_problem(entry, name, what, "type the word anew on one keyboard")
            continue
        script = script_of(name.name)
        if name.lang in _SCRIPTS and script not in _SCRIPTS[name.lang]:
            expected = " or ".join(sorted(_SCRIPTS[name.lang]))
            what = f"'{name.name}' is said to be {name.lang} but is not in {expected} letters"
            yield _name_problem(entry, name, what, "correct 'lang' or the name")


def _names(entry: Entry) -> Iterator[Problem]:
    place = entry.place
    if not place.names and place.named_after is None:
        yield _problem(entry, "names", f"{place.id} has no name", "add 'names:' with a line for each, or 'named_after'")
    seen: dict[tuple[str, str], Name] = {}
    for name in place.names:
        key = (name.name, name.lang)
        if key in seen:
            what = f"'{name.name}' ({name.lang}) stands twice, first in line {seen[key].line}"
            yield _name_problem(entry, name, what, "take one out")
        seen.setdefault(key, name)
        if place.kind in _SETTLEMENTS and name.name[:1].islower():
            yield _name_problem(entry, name, f"'{name.name}' begins with a small letter", "write it with a capital")
        if len(fold(name.name)) < 3 and not name.weak and not name.name.isupper():
            remedy = "add 'weak: true', so that it counts only with support"
            yield _name_problem(entry, name, f"'{name.name}' is very short", remedy, "warning")


def _languages(entry: Entry) -> Iterator[Problem]:
    place = entry.place
    if Path(place.file).name == _WORLD:
        return  # the cities of the world are not all named in Armenian or Azerbaijani
    if place.named_after is None and place.names:
        missing = [language for language in _NATIVE if language not in {name.lang for name in place.names}]
        if missing:
            what = f"{place.id} has no name in {', '.join(missing)}"
            yield _problem(entry, "names", what, "add it if you know it", "warning")


def _geometry(entry: Entry) -> Iterator[Problem]:
    place = entry.place
    if place.courses:
        yield from _courses(entry)
    elif place.via and place.kind not in _LINES:
        yield _problem(entry, "via", f"a {place.kind} has no 'via'", "take it out or correct 'kind'")
    elif len(place.via) == 1:
        yield _problem(entry, "via", "'via' has one step only", "name at least two places or points")
    elif place.kind == "road" and not place.via:
        yield _problem(
            entry, "kind", f"the road {place.id} has no 'via'", "add the places that it runs through", "warning"
        )
    if place.outline and place.kind not in _AREAS:
        yield _problem(entry, "outline", f"a {place.kind} has no 'outline'", "take it out or correct 'kind'")
    elif 0 < len(place.outline) < 3:
        yield _problem(entry, "outline", "'outline' has fewer than three points", "add the others")


def _courses(entry: Entry) -> Iterator[Problem]:
    place = entry.place
    if place.courses and place.kind != "road":
        yield _problem(entry, "courses", f"a {place.kind} has no 'courses'", "take them out or correct 'kind'")
    if place.courses and "via" in entry.lines:
        remedy = "make 'via' one of the 'courses', with 'from' and 'to'"
        yield _problem(entry, "via", f"{place.id} has both 'via' and 'courses'", remedy)
    for course in place.courses:
        if len(course.via) < 2:
            remedy = "name at least two places or points"
            yield _course_problem(entry, course, "a course has one step only", remedy)
        if course.first and course.last and course.first > course.last:
            what = f"the course begins on {course.first} and ends on {course.last}"
            yield _course_problem(entry, course, what, "swap or correct 'from' and 'to'")
        if not course.source:
            yield _course_problem(entry, course, "a course has no source", "add 'source: …'", "warning")
    for before, after in pairwise(place.courses):
        yield from _succession(entry, before, after)


def _succession(entry: Entry, before: Course, after: Course) -> Iterator[Problem]:
    """Whether one course follows the other: they may share the month or the year in which the road was changed."""
    if before.last is None or after.first is None:
        remedy = "add 'to' to the earlier course and 'from' to the later one"
        yield _course_problem(entry, after, "it is not said when this course took the place of the one before", remedy)
    elif (before.last - after.first).days > _LONGEST_CHANGE or (before.first or date.min) >= after.first:
        what = f"this course begins on {after.first}, while the one before lasts until {before.last}"
        yield _course_problem(entry, after, what, "list the oldest first, and end it where the next begins")
    elif (after.first - before.last).days > 1:
        what = f"no course is given between {before.last} and {after.first}"
        yield _course_problem(entry, after, what, "correct 'from' or the 'to' of the course before", "warning")


def _course_problem(entry: Entry, course: Course, what: str, remedy: str, severity: str = "error") -> Problem:
    return Problem(entry.place.file, course.line, what, remedy, severity)


def _links(entry: Entry) -> Iterator[Problem]:
    for link in entry.place.same_as:
        authority = link.partition(":")[0]
        if authority in ("http", "https"):
            continue
        if authority not in AUTHORITIES:
            remedy = f"use one of {', '.join(AUTHORITIES)}, or a web address"
            yield _problem(entry, "same_as", f"'{link}' is of no authority that is known here", remedy)
        elif not is_well_formed(link):
            yield _problem(entry, "same_as", f"'{link}' is not well formed", "like wikidata:Q129352 or geonames:146970")


def _never(entry: Entry) -> Iterator[Problem]:
    keys = [fold(name.name) for name in entry.place.names]
    for phrase in entry.place.never:
        if entry.place.named_after is None and not any(key[:4] in fold(phrase) for key in keys):
            what = f"'{phrase}' does not have a name of {entry.place.id} in it"
            yield _problem(entry, "never", what, "take it out or correct it", "warning")


_RULES: tuple[Callable[[Entry], Iterator[Problem]], ...] = (
    _position, _years, _letters, _names, _languages, _geometry, _links, _never,
)  # fmt: skip


def _shared_names(entries: Sequence[Entry]) -> Iterator[Problem]:
    """A strong name on two places that neither kind, ``within`` nor ``named_after`` tells apart."""
    roots = {entry.place.id: entry.place.named_after or entry.place.id for entry in entries}
    bearers: dict[tuple[str, str], list[tuple[Entry, Name]]] = {}
    for entry in entries:
        kind = "settlement" if entry.place.kind in _SETTLEMENTS else entry.place.kind
        for key, name in {fold(name.name): name for name in entry.place.names if not name.weak}.items():
            bearers.setdefault((key, kind), []).append((entry, name))
    for sharing in bearers.values():
        for position, (entry, name) in enumerate(sharing):
            for other, _ in sharing[:position]:
                if _indistinct(entry.place, other.place, roots):
                    what = f"'{name.name}' also names {other.place.id} ({other.place.file}:{other.place.line})"
                    remedy = "add 'weak: true' to the less known one, or tell them apart by 'within'"
                    yield _name_problem(entry, name, what, remedy)
                    break


def _indistinct(place: Place, other: Place, roots: Mapping[str, str]) -> bool:
    if place.id == other.id or roots[place.id] == roots[other.id]:
        return False
    return not place.within or not other.within or set(place.within) == set(other.within)


def _shared_links(entries: Sequence[Entry]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for entry in entries:
        for link in entry.place.same_as:
            other = first.setdefault(link, entry.place)
            if other.id != entry.place.id:
                what = f"'{link}' is also given for {other.id} ({other.file}:{other.line})"
                yield _problem(entry, "same_as", what, "one place elsewhere is one place here: take one out")


def _shared_roads(entries: Sequence[Entry]) -> Iterator[Problem]:
    """``same_road`` on what is no road, or to a road that is itself another's name: one step must lead to the road."""
    places = {entry.place.id: entry.place for entry in entries}
    for entry in entries:
        road = places.get(entry.place.same_road or "")
        if road is None:
            continue
        if {entry.place.kind, road.kind} != {"road"}:
            what = f"{entry.place.id} is a {entry.place.kind} and {road.id} is a {road.kind}"
            yield _problem(entry, "same_road", what, "only a road can be the same road as another")
        elif road.same_road is not None:
            what = f"{road.id} is itself the same road as {road.same_road}"
            yield _problem(entry, "same_road", what, f"write same_road: {road.same_road}")
