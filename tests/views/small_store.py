"""A small store of our own making: a few texts, told by several outlets, with everything that a page must cope with."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from corpus import Document
from extract.records import Event, Extraction, Mention, Story, Unresolved
from gazetteer.model import Name, Place, Point
from geo import write_store

PLACES = (
    Place("azerbaijan", "country", 40.3, 47.8, (Name("Azerbaijan", "en", "common"), Name("Azərbaycan", "az"))),
    Place(
        "khankendi",
        "city",
        39.818,
        46.753,
        (
            Name("Khankendi", "en", "azerbaijani"),
            Name("Stepanakert", "en", "armenian"),
            Name("Xankəndi", "az", "azerbaijani"),
            Name("Ստեփանակերտ", "hy", "armenian"),
            Name("Степанакерт", "ru", "soviet"),
        ),
        ("azerbaijan",),
        source="GeoNames",
        file="gazetteer/places/towns.yaml",
        line=12,
    ),
    Place(
        "shusha",
        "city",
        39.758,
        46.749,
        (
            Name("Shusha", "en", "azerbaijani"),
            Name("Shushi", "en", "armenian"),
            Name("Şuşa", "az", "azerbaijani"),
            Name("Շուշի", "hy", "armenian"),
            Name("Шуша", "ru", "soviet"),
        ),
        ("azerbaijan",),
    ),
    Place("lachin", "city", 39.641, 46.547, (Name("Lachin", "en", "azerbaijani"), Name("Berdzor", "en", "armenian"))),
    Place("goris", "city", 39.511, 46.338, (Name("Goris", "en", "armenian"), Name("Գորիս", "hy", "armenian"))),
    Place(
        "lachin-district",
        "district",
        39.6,
        46.5,
        (Name("Lachin District", "en", "azerbaijani"),),
        outline=(Point(46.3, 39.4), Point(46.8, 39.4), Point(46.8, 39.9), Point(46.3, 39.9), Point(46.3, 39.4)),
    ),
    Place(
        "lachin-corridor",
        "road",
        39.65,
        46.55,
        (Name("Lachin corridor", "en", "common"), Name("Laçın dəhlizi", "az")),
        via=("goris", "lachin", "shusha", "khankendi"),
    ),
)

UNKNOWN = "Blorgkend"
"""A village that is in no gazetteer."""


def document(doc_id: str, outlet: str | None, text: str, **more: object) -> Document:
    """A document in English of 20 September 2023, unless told otherwise."""
    plain = Document(
        doc_id,
        text,
        outlet=outlet,
        title=f"Report {doc_id.upper()}",
        published=date(2023, 9, 20),
        published_basis="stated",
        url=f"https://news.example/{doc_id}",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def event(told_in: Document, event_type: str, trigger: str, place: str | None = None, **more: object) -> Event:
    """An event whose evidence is the whole text; the trigger and the place's name are found in it."""
    text = told_in.text
    start = text.index(trigger)
    made = Event(
        f"{told_in.doc_id}-{event_type}-{place or 'nowhere'}",
        told_in.doc_id,
        event_type,
        text,
        0,
        len(text),
        start,
        start + len(trigger),
        confidence=0.8,
        outlet=told_in.outlet,
        published=told_in.published,
        language=told_in.language,
        rules=(f"type: “{trigger}” tells of it (0.80)",),
    )
    return replace(made, **{**_where(text, place), **more})  # type: ignore[arg-type]


def _where(text: str, place_id: str | None) -> dict[str, object]:
    if place_id is None:
        return {}
    place = next(place for place in PLACES if place.id == place_id)
    written = next((name.name for name in place.names if name.name in text), None)
    at = text.index(written) if written else None
    return {
        "place_id": place_id,
        "place_name": place.names[0].name,
        "place_kind": place.kind,
        "place_basis": "stated",
        "geo_precision": {"district": "district", "country": "country", "road": "route"}.get(place.kind, "point"),
        "lon": place.lon,
        "lat": place.lat,
        "place_start": at,
        "place_end": at + len(written) if at is not None and written else None,
    }


def on(day: date, last: date | None = None, precision: str = "day", basis: str = "stated") -> dict[str, object]:
    """The date fields of an event."""
    return {"date_start": day, "date_end": last or day, "date_precision": precision, "date_basis": basis}


def mention(of: Event, rejected: tuple[str, ...] = ()) -> Mention | None:
    """The mention that an event's place comes from, if it stands in the sentence that is quoted."""
    if of.place_id is None or of.place_start is None or of.place_end is None or of.place_basis == "carried":
        return None
    return Mention(
        of.doc_id,
        of.place_start,
        of.place_end,
        of.evidence[of.place_start : of.place_end],
        of.place_id,
        of.place_name or "",
        of.place_kind or "",
        of.lon or 0.0,
        of.lat or 0.0,
        *_written(of),
        "literal",
        "the only place of this name",
        rejected,
    )


def _written(of: Event) -> tuple[str, str | None]:
    """Language and tradition of the name that the text uses."""
    place = next(place for place in PLACES if place.id == of.place_id)
    start, end = of.place_start or 0, of.place_end or 0
    return next((name.lang, name.tradition) for name in place.names if name.name == of.evidence[start:end])


def unknown(of: Document) -> tuple[Unresolved, ...]:
    """The name in the document that no gazetteer knows, if it is there."""
    at = of.text.find(UNKNOWN)
    if at < 0:
        return ()
    return (Unresolved(of.doc_id, at, at + len(UNKNOWN), UNKNOWN, of.text, "“village” stands with it", ("shusha",)),)


def store_of(
    folder: Path,
    told: Iterable[tuple[Document, tuple[Event, ...]]],
    stories: Iterable[Story] = (),
    places: Iterable[Place] = PLACES,
) -> Path:
    """Write a store of these documents and events, and return its folder."""
    pairs = list(told)
    extractions = [
        Extraction(each.doc_id, tuple(m for e in events if (m := mention(e, _rejected(e)))), events, unknown(each))
        for each, events in pairs
    ]
    write_store(
        folder,
        [each for each, _ in pairs],
        extractions,
        stories,
        gazetteer_version="0123abcd",
        reader_version="4567ef01",
        program_version="0.1.0",
        places={place.id: place for place in places},
    )
    return folder


def _rejected(of: Event) -> tuple[str, ...]:
    return ("shusha: not named in this sentence",) if of.place_id == "khankendi" else ()


def small_store(
    folder: Path, more: Sequence[tuple[Document, tuple[Event, ...]]] = (), more_places: Sequence[Place] = ()
) -> Path:
    """Nine events of seven documents, and one that names an unknown village and tells nothing.

    Two events tell one story, one is denied, one has no place, one has no date.
    """
    first = document("a", "Azertac", "Twelve people were killed when Khankendi was shelled on 19 September 2023.")
    second = document("b", "Armenpress", "Stepanakert came under artillery fire on 19 September, leaving 15 dead.",
                      outlet_country="AM")  # fmt: skip
    third = document("c", "Turan", "The Lachin corridor was closed in December 2022.", outlet_country="AZ")
    fourth = document("d", None, "A convoy of the Red Cross left Goris last week.")
    fifth = document(
        "e", "Turan", "Shelling of Shusha was denied by the ministry on 3 October 2020.", outlet_country="AZ"
    )
    sixth = document("f", "Новости", "Колонна прибыла в Шуша 4 ноября 2020 года.", language="ru", outlet_country="RU",
                     published=date(2020, 11, 5))  # fmt: skip
    seventh = document("g", "Armenpress", "Clashes were reported in Lachin District in the autumn of 2020.",
                       outlet_country="AM")  # fmt: skip
    shelled = event(first, "shelling", "shelled", "khankendi", killed_low=12, killed_high=12, story_id="s1",
                    actor="Azerbaijan", actor_basis="stated", claimed_by="the ombudsman", status="claimed",
                    **on(date(2023, 9, 19)))  # fmt: skip
    fire = event(second, "shelling", "artillery fire", "khankendi", killed_low=15, killed_high=15, story_id="s1",
                 **on(date(2023, 9, 19)))  # fmt: skip
    closed = event(third, "blockade", "closed", "lachin-corridor", via=("goris", "lachin", "shusha", "khankendi"),
                   **on(date(2022, 12, 1), date(2022, 12, 31), "month"))  # fmt: skip
    talks = event(third, "diplomacy", "corridor", None, **on(date(2022, 12, 12)))
    convoy = event(fourth, "humanitarian_aid", "convoy", "goris",
                   **on(date(2023, 9, 11), date(2023, 9, 17), "week", "relative"))  # fmt: skip
    undated = event(fourth, "military_movement", "left", "goris", radius_km=5.0)
    denied = event(fifth, "shelling", "Shelling", "shusha", status="denied", **on(date(2020, 10, 3)))
    arrived = event(sixth, "humanitarian_aid", "Колонна", "shusha", **on(date(2020, 11, 4)))
    clashes = event(seventh, "armed_clash", "Clashes", "lachin-district",
                    **on(date(2020, 9, 1), date(2020, 11, 30), "season"))  # fmt: skip
    told = (
        (first, (shelled,)),
        (second, (fire,)),
        (third, (closed, talks)),
        (fourth, (convoy, undated)),
        (fifth, (denied,)),
        (sixth, (arrived,)),
        (seventh, (clashes,)),
        (document("h", "Turan", f"Nobody knows the village of {UNKNOWN}.", kind="digest"), ()),
        *more,
    )
    return store_of(folder, told, [Story("s1", (shelled.event_id, fire.event_id), ("a", "b"))], (*PLACES, *more_places))


UNSURE, CHECKED = "i-explosion-lachin", "j-humanitarian_aid-goris"


def unsure_and_checked() -> tuple[tuple[Document, tuple[Event, ...]], ...]:
    """An event that is hardly sure, whose place is named a sentence before it, and one that a person has read."""
    named, quoted = "Lachin was calm at dawn.", "A blast then wounded two farmers."
    ninth = document("i", "Turan", f"{named} {quoted}")
    tenth = document("j", "Turan", "Aid for residents reached Goris on 12 March 2021.")
    unsure = event(ninth, "explosion", "blast", "lachin", confidence=0.3, place_basis="carried", evidence=quoted,
                   evidence_start=len(named) + 1, **on(date(2023, 9, 18)),
                   rules=("place: linked to “Lachin” (0.81); next “Goris” (0.11)",))  # fmt: skip
    checked = event(tenth, "humanitarian_aid", "reached", "goris", confidence=1.0, read_by="hand", target="residents",
                    target_basis="reviewed", place_basis="reviewed", rules=("type: read by a person",),
                    **on(date(2021, 3, 12), basis="reviewed"))  # fmt: skip
    return (ninth, (unsure,)), (tenth, (checked,))
