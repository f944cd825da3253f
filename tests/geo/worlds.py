"""Small worlds to test with: places, documents and events made here, of any number."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from datetime import date, timedelta

from corpus import Document
from extract import Event, Extraction, Mention
from gazetteer import Course, Name, Place, Point

LANGUAGES = ("en", "ru", "az", "hy")
TYPES = ("shelling", "armed_clash", "blockade", "route_opening", "humanitarian_aid", "diplomacy", "military_movement")


def _place(id: str, kind: str, lat: float, lon: float, names: str, within: str = "", **more: object) -> Place:
    """``names`` are written as ``Name/lang/tradition``, separated by ``; ``."""
    spelled = tuple(Name(*name.split("/")) for name in names.split("; "))
    return Place(id, kind, lat, lon, spelled, tuple(within.split()), source="test", **more)  # type: ignore[arg-type]


_CORRIDOR = ("goris", "lachin", Point(46.65, 39.70), "shusha", "khankendi")
_KHANKENDI = (
    "Khankendi/en/azerbaijani; Xankəndi/az/azerbaijani; Stepanakert/en/armenian; Ստեփանակերտ/hy/armenian; "
    "Степанакерт/ru/soviet"
)
_SHUSHA = "Shusha/en/azerbaijani; Şuşa/az/azerbaijani; Shushi/en/armenian; Շուշի/hy/armenian; Шуша/ru/soviet"
_AGHDAM_DISTRICT = "Aghdam District/en/azerbaijani; Ağdam rayonu/az/azerbaijani; Ağdam/az/azerbaijani"

PLACES = {
    place.id: place
    for place in (
        _place("azerbaijan", "country", 40.3, 47.7, "Azerbaijan/en/common; Azərbaycan/az/common"),
        _place("armenia", "country", 40.2, 44.9, "Armenia/en/common; Հայաստան/hy/common"),
        _place("aghdam-district", "district", 40.0, 46.95, _AGHDAM_DISTRICT, "azerbaijan"),
        _place("nagorno-karabakh", "region", 39.85, 46.75, "Nagorno-Karabakh/en/common", "azerbaijan"),
        _place("khankendi", "city", 39.818, 46.753, _KHANKENDI, "nagorno-karabakh"),
        _place("shusha", "city", 39.758, 46.749, _SHUSHA, "nagorno-karabakh"),
        _place("aghdam", "city", 39.991, 46.927, "Aghdam/en/azerbaijani; Ağdam/az/azerbaijani", "aghdam-district"),
        _place("lachin", "city", 39.637, 46.55, "Lachin/en/azerbaijani; Laçın/az/azerbaijani"),
        _place("goris", "city", 39.511, 46.339, "Goris/en/common", "armenia"),
        _place("lachin-corridor", "road", 39.66, 46.6, "Lachin corridor/en/common", via=_CORRIDOR),
    )
}
_OLD, _NEW = ("goris", "lachin", "shusha"), ("goris", Point(46.6, 39.6), "shusha")
CHANGED_ROAD = _place(
    "changed-road", "road", 39.66, 46.6, "Changed road/en/common", via=_NEW,
    courses=(Course(_OLD, None, date(2022, 8, 30)), Course(_NEW, date(2022, 8, 31), None)),
)  # fmt: skip
"""A road that was led past Lachin from the last day of August 2022 on."""
_PRECISIONS = {"district": "district", "province": "region", "region": "region", "country": "country", "road": "route"}


def document(doc_id: str, text: str, **more: object) -> Document:
    return Document(doc_id, text, sha256=hashlib.sha256(text.encode()).hexdigest(), **more)  # type: ignore[arg-type]


def event_at(at: str | Place | None, event_id: str, doc_id: str = "one", **more: object) -> Event:
    """An event of one sentence, at a place (of ``PLACES`` if an id is given) or nowhere."""
    fields: dict[str, object] = {"event_type": "shelling", "evidence": "Shells fell."}
    fields |= {"evidence_start": 0, "evidence_end": 12, "trigger_start": 0, "trigger_end": 6}
    if at is not None:
        place = PLACES[at] if isinstance(at, str) else at
        fields |= {"place_id": place.id, "place_name": place.names[0].name, "place_kind": place.kind}
        fields |= {"geo_precision": _PRECISIONS.get(place.kind, "point"), "lon": place.lon, "lat": place.lat}
    return Event(event_id=event_id, doc_id=doc_id, **(fields | more))  # type: ignore[arg-type]


def mention_of(place_id: str, doc_id: str, text: str, tradition: str | None, start: int = 0) -> Mention:
    """A place named in a document, exactly as one of its names is written."""
    place = PLACES[place_id]
    where = (place_id, place.names[0].name, place.kind, place.lon, place.lat)
    return Mention(doc_id, start, start + len(text), text, *where, "en", tradition, "literal", "exact name")


def many(events: int, per_document: int = 10, seed: int = 7) -> Iterator[tuple[Document, Extraction]]:
    """Documents with events spread over places, types, outlets and years; the same for the same seed."""
    chance = random.Random(seed)
    for number in range(events // per_document):
        doc_id, published = f"doc-{number}", date(2020, 1, 1) + timedelta(days=chance.randrange(1800))
        text = f"Report {number}: shells fell near a town on the road, the ministry said."
        source = {
            "outlet": f"Outlet {chance.randrange(25)}",
            "published": published,
            "language": chance.choice(LANGUAGES),
        }
        extra = {"title": f"Report {number}", "url": f"https://example.org/{number}"}
        stories = [f"story-{chance.randrange(events // 2)}" for _ in range(per_document)]
        found = tuple(
            _some_event(chance, f"{doc_id}-{part}", doc_id, text, source | {"story_id": stories[part]})
            for part in range(per_document)
        )
        country = chance.choice(["AZ", "AM", "GB", None])
        yield document(doc_id, text, **source, **extra, outlet_country=country), Extraction(doc_id, events=found)


def _some_event(chance: random.Random, event_id: str, doc_id: str, text: str, told: dict[str, object]) -> Event:
    fields = told | {"event_type": chance.choice(TYPES), "evidence": text, "evidence_end": len(text), "trigger_end": 16}
    fields |= {"status": chance.choice(["reported", "reported", "claimed", "denied"]), "confidence": chance.random()}
    if chance.random() < 0.9:
        town = chance.randrange(600)
        fields |= {"place_id": f"town-{town}", "place_name": f"Town {town}", "place_kind": "village"}
        fields |= {"geo_precision": "point", "lon": 46 + town % 25 * 0.04, "lat": 39 + town // 25 * 0.04}
    if chance.random() < 0.9:
        day = told["published"] - timedelta(days=chance.randrange(30))  # type: ignore[operator]
        fields |= {"date_start": day, "date_end": day, "date_precision": "day", "date_basis": "stated"}
    return Event(event_id, doc_id, evidence_start=0, trigger_start=10, **fields)  # type: ignore[arg-type]
