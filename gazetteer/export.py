"""The gazetteer in the formats of others: GeoJSON, Linked Places Format, LP-TSV and CSV.

Linked Places Format: https://github.com/LinkedPasts/linked-places-format (v1.2.2); LP-TSV: v0.5 there.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from gazetteer.authorities import AAT, FEATURE_CLASSES, alias, web_address
from gazetteer.gazetteer import Gazetteer
from gazetteer.model import LANGUAGES, Course, Name, Place, Point
from gazetteer.names import display_name

BASE = "urn:karabakh-atlas:place:"
"""What ids are put behind to make them global, as long as the places have no pages of their own."""
CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
TSV_COLUMNS = (
    "id", "title", "title_source", "fclasses", "aat_types", "attestation_year", "start", "end", "matches", "variants",
    "types", "parent_name", "parent_id", "lon", "lat", "description",
)  # fmt: skip
CSV_COLUMNS = (
    "id", "kind", "lat", "lon", "name", "lang", "tradition", "from", "to", "weak", "within", "same_as", "source",
)  # fmt: skip


def export(gazetteer: Gazetteer, form: str, *, year: int, base: str = BASE) -> str:
    """The whole gazetteer as text.

    Args:
        gazetteer: What to export.
        form: A key of ``FORMS``.
        year: The year of the export, which LP-TSV wants as the year of attestation.
        base: What ids are put behind to make them global.

    Raises:
        KeyError: There is no such form.

    """
    return FORMS[form](gazetteer, year, base)


def to_geojson(gazetteer: Gazetteer, year: int = 0, base: str = BASE) -> str:
    """One feature for each place, with a column for the names in each language."""
    features = [
        {
            "type": "Feature",
            "id": place.id,
            "properties": _flat(place),
            "geometry": geometry(place, gazetteer.places),
        }
        for place in gazetteer.places.values()
    ]
    return _dump({"type": "FeatureCollection", "features": features})


def to_lpf(gazetteer: Gazetteer, year: int = 0, base: str = BASE) -> str:
    """GeoJSON-LD in the Linked Places Format, every name with its years; traditions are kept as an extra key."""
    features = [_lpf_feature(place, gazetteer.places, base) for place in gazetteer.places.values() if place.names]
    return _dump({"type": "FeatureCollection", "@context": CONTEXT, "features": features})


def to_lp_tsv(gazetteer: Gazetteer, year: int, base: str = BASE) -> str:
    """LP-TSV: one row for each place; the years and traditions of single names have no room in it."""
    lines = ["\t".join(TSV_COLUMNS)]
    for place in gazetteer.places.values():
        if place.names:
            row = _tsv_row(place, gazetteer.places, year, base)
            lines.append("\t".join(_one_line(row[column]) for column in TSV_COLUMNS))
    return "\n".join(lines) + "\n"


def to_csv(gazetteer: Gazetteer, year: int = 0, base: str = BASE) -> str:
    """One row for each name; nothing of the names is lost."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    for place in gazetteer.places.values():
        for name in place.names:
            writer.writerow(
                (
                    place.id, place.kind, place.lat, place.lon, name.name, name.lang, name.tradition or "",
                    _text(name.start_year), _text(name.end_year), "true" if name.weak else "",
                    ";".join(place.within), ";".join(place.same_as), place.source,
                )
            )  # fmt: skip
    return out.getvalue()


FORMS: Mapping[str, Callable[[Gazetteer, int, str], str]] = {
    "geojson": to_geojson,
    "lpf": to_lpf,
    "lp-tsv": to_lp_tsv,
    "csv": to_csv,
}


def geometry(place: Place, places: Mapping[str, Place]) -> dict[str, Any]:
    """GeoJSON: the ring of an area, the line of a road, else the point; exterior rings run counter-clockwise."""
    if len(place.outline) >= 3:
        ring = [[corner.lon, corner.lat] for corner in place.outline]
        ring += [] if ring[0] == ring[-1] else [ring[0]]
        return {"type": "Polygon", "coordinates": [ring if _is_counter_clockwise(ring) else ring[::-1]]}
    if len(place.via) >= 2:
        return _line(place.via, places)
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def _line(via: Iterable[str | Point], places: Mapping[str, Place]) -> dict[str, Any]:
    steps = [step if isinstance(step, Point) else places[step] for step in via]
    return {"type": "LineString", "coordinates": [[step.lon, step.lat] for step in steps]}


def _is_counter_clockwise(ring: list[list[float]]) -> bool:
    return sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring)) < 0


def _flat(place: Place) -> dict[str, Any]:
    by_language = {f"name_{language}": _joined(place.names, language) for language in LANGUAGES[:4]}
    return {
        "id": place.id,
        "kind": place.kind,
        "name": display_name(place),
        **by_language,
        "within": ";".join(place.within) or None,
        "from": place.start_year,
        "to": place.end_year,
        "same_as": ";".join(place.same_as) or None,
        "same_road": place.same_road,
        "courses": _periods(place.courses) or None,
        "source": place.source or None,
    }


def _periods(courses: Iterable[Course]) -> str:
    """When a road took which way, oldest first: the geometry is the last."""
    return "; ".join(f"{course.first or ''}/{course.last or ''}" for course in courses)


def _joined(names: Iterable[Name], language: str) -> str | None:
    return " | ".join(dict.fromkeys(name.name for name in names if name.lang == language)) or None


def _lpf_feature(place: Place, places: Mapping[str, Place], base: str) -> dict[str, Any]:
    number, label = AAT[place.kind]
    own_label = {"label": place.kind, "lang": "en"}
    feature: dict[str, Any] = {
        "@id": base + place.id,
        "type": "Feature",
        "properties": {"title": display_name(place)},
        "names": [_lpf_name(name) for name in place.names],
        "types": [{"identifier": f"aat:{number}", "label": label, "sourceLabels": [own_label]}],
        "geometry": {"type": "GeometryCollection", "geometries": _dated_geometries(place, places)},
        "links": [{"type": "exactMatch", "identifier": web_address(link)} for link in place.same_as],
        "relations": [
            {
                "relationType": "gvp:broaderPartitive",
                "relationTo": base + parent,
                "label": f"part of {display_name(places[parent])}",
            }
            for parent in (*place.within, *([place.same_road] if place.same_road else []))
        ],
    }
    feature["names"][0]["citations"] = [{"label": place.source or "Karabakh Atlas", "@id": base + place.id}]
    if (when := _when(place.start_year, place.end_year)) is not None:
        feature["when"] = when
    if place.note:
        feature["descriptions"] = [{"value": place.note, "lang": "en"}]
    return {key: value for key, value in feature.items() if value != []}


def _dated_geometries(place: Place, places: Mapping[str, Place]) -> list[dict[str, Any]]:
    """The place's shape; of a road with courses each of them, with its days."""
    if not place.courses:
        return [geometry(place, places)]
    dated = []
    for course in place.courses:
        when = _span(_day(course.first), _day(course.last))
        dated.append({**_line(course.via, places), **({"when": when} if when else {})})
    return dated


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _lpf_name(name: Name) -> dict[str, Any]:
    written: dict[str, Any] = {"toponym": name.name, "lang": name.lang}
    if name.tradition:
        written["tradition"] = name.tradition
    if (when := _when(name.start_year, name.end_year)) is not None:
        written["when"] = when
    return written


def _when(start: int | None, end: int | None) -> dict[str, Any] | None:
    return _span(_iso(start) or None, _iso(end) or None)


def _span(start: str | None, end: str | None) -> dict[str, Any] | None:
    """A timespan must have a start: where only the end is known, the start is no later than it."""
    if start is None and end is None:
        return None
    span: dict[str, Any] = {"start": {"in": start} if start is not None else {"latest": end}}
    if end is not None:
        span["end"] = {"in": end}
    return {"timespans": [span]}


def _tsv_row(place: Place, places: Mapping[str, Place], year: int, base: str) -> dict[str, str]:
    parent = places[place.within[0]] if place.within else None
    return {
        "id": place.id,
        "title": display_name(place),
        "title_source": place.source or "Karabakh Atlas",
        "fclasses": FEATURE_CLASSES[place.kind],
        "aat_types": AAT[place.kind][0],
        "attestation_year": str(year),
        "start": _text(place.start_year),
        "end": _text(place.end_year),
        "matches": ";".join(match for match in map(alias, place.same_as) if match),
        "variants": ";".join(_variants(place.names)),
        "types": place.kind,
        "parent_name": display_name(parent) if parent else "",
        "parent_id": base + parent.id if parent else "",
        "lon": str(place.lon),
        "lat": str(place.lat),
        "description": place.note or "",
    }


def _variants(names: Iterable[Name]) -> list[str]:
    """Names that hold a separator of the format cannot be written in it."""
    listed = (f"{name.name}@{name.lang}" for name in names if not set(name.name) & set(";@\t\n"))
    return list(dict.fromkeys(listed))


def _iso(year: int | None) -> str:
    if year is None:
        return ""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def _text(value: int | None) -> str:
    return "" if value is None else str(value)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _dump(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
