"""The places that a document names: each known name sighted, judged, and put on one place or left unresolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus import Document
from extract.places.choose import Choice, Company, choose
from extract.places.company import companies
from extract.places.kinds import Wanted, listed, wanted_kinds
from extract.places.page import Page, Sighting, sightings
from extract.places.refusal import Refusal
from extract.places.refuse import refusals
from extract.places.roads import joined_roads, known_road
from extract.places.roles import GOVERNMENTS, role
from extract.places.unknown import unknown_names
from extract.places.words import SETTLEMENTS, ContextWords, context_words
from extract.records import Mention, Unresolved
from gazetteer import Candidate, Gazetteer, display_name, nearest_names

_MOST_SUGGESTED = 50
"""Looking for similar names is slow: no more different names of one text are looked up."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one known or place-like name: a mention, an unresolved name, or neither, and why."""

    start: int
    end: int
    text: str
    rule: str
    mention: Mention | None = None
    unresolved: Unresolved | None = None
    rejected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the judgement of one document's names needs."""

    document: Document
    gazetteer: Gazetteer
    page: Page
    known: ContextWords


def find_mentions(document: Document, gazetteer: Gazetteer) -> tuple[tuple[Mention, ...], tuple[Unresolved, ...]]:
    """The places that a document names, and the names that look like places and were not placed; in text order."""
    readings = read_names(document, gazetteer)
    mentions = tuple(reading.mention for reading in readings if reading.mention is not None)
    return mentions, tuple(reading.unresolved for reading in readings if reading.unresolved is not None)


def read_names(document: Document, gazetteer: Gazetteer) -> tuple[Reading, ...]:
    """Every name that was looked at, with what it was taken for and the reason; in text order."""
    known = context_words()
    page = Page.of(document.text, document.language)
    desk = _Desk(document, gazetteer, page, known)
    names = sightings(page, gazetteer, document.language, known)
    seen = joined_roads(page, names, gazetteer, known)
    refused = refusals(page, seen, known)
    kept = [sighting for sighting in seen if sighting.start not in refused]
    readings = [_refused(desk, sighting, refused[sighting.start]) for sighting in seen if sighting.start in refused]
    readings += _placed(desk, kept)
    readings += _unknown(desk, seen)
    return tuple(sorted(readings, key=lambda reading: (reading.start, reading.end)))


def _placed(desk: _Desk, kept: Sequence[Sighting]) -> Iterable[Reading]:
    runs = listed(desk.page, kept, desk.known)
    wanted = wanted_kinds(desk.page, kept, runs, desk.known)
    around = companies(desk.page, kept, runs, wanted, desk.known)
    readings: list[Reading] = []
    meant: dict[frozenset[str], str | None] = {}
    for sighting, want, company in zip(kept, wanted, around, strict=True):
        bearers = frozenset(candidate.place.id for candidate in sighting.candidates)
        before = meant.get(bearers)
        reading = _read(desk, sighting, want, replace(company, meant=before) if before else company)
        readings.append(reading)
        if reading.mention is not None and reading.mention.kind in want.kinds:
            meant[bearers] = reading.mention.place_id if reading.mention.kind in SETTLEMENTS else None
    return _again(desk, kept, _agreeing(desk, kept, runs, readings))


def _agreeing(
    desk: _Desk, kept: Sequence[Sighting], runs: Sequence[range], readings: Sequence[Reading]
) -> list[Reading]:
    """The readings, with all governments of a list speaking where its last one does (``Baku and Yerevan said``).

    Where a comma alone parts the last one, it begins a clause of its own (``they took Shusha, Baku said``).
    """
    result = list(readings)
    for run in runs:
        last = result[run[-1]].mention
        joined = desk.page.word(kept[run[-1]].first - 1) in desk.known.joiners
        if last is None or last.role != "metonym" or not joined:
            continue
        for number in run[:-1]:
            mention = result[number].mention
            if mention is not None and mention.role == "literal" and mention.kind in GOVERNMENTS:
                result[number] = replace(result[number], mention=replace(mention, role="metonym"))
    return result


def _again(desk: _Desk, kept: Sequence[Sighting], readings: Sequence[Reading]) -> Iterator[Reading]:
    """The readings, with a weak name that found no support read like the same name elsewhere in the text."""
    found = {
        desk.page.spelling(sighting): reading.mention.place_id
        for sighting, reading in zip(kept, readings, strict=True)
        if reading.mention is not None and not reading.mention.via
    }
    for sighting, reading in zip(kept, readings, strict=True):
        place_id = found.get(desk.page.spelling(sighting))
        same = [candidate for candidate in sighting.candidates if candidate.place.id == place_id]
        if reading.mention is None and same:
            yield _mention(desk, sighting, Choice(same[0], "the place that this name means elsewhere in the text"))
        else:
            yield reading


def _read(desk: _Desk, sighting: Sighting, wanted: Wanted, company: Company) -> Reading:
    if sighting.parts:
        return _road(desk, sighting, company)
    choice = choose(sighting.candidates, wanted.kinds, wanted.word, company)
    if choice.candidate is None:
        if not _like_a_place(desk, sighting, wanted):
            return _refused(desk, sighting, Refusal(choice.rule))
        return _unresolved(desk, sighting.start, sighting.end, choice.rule, choice.rejected)
    return _mention(desk, sighting, choice)


def _like_a_place(desk: _Desk, sighting: Sighting, wanted: Wanted) -> bool:
    """Whether the text treats the name as a place's, so that it is worth a contributor's look."""
    strong = any(not candidate.name.weak for candidate in sighting.candidates)
    return strong or bool(wanted.kinds) or desk.page.word(sighting.first - 1) in desk.known.prepositions


def _mention(desk: _Desk, sighting: Sighting, choice: Choice) -> Reading:
    assert choice.candidate is not None
    place, name = choice.candidate.place, choice.candidate.name
    text = desk.page.text[sighting.start : sighting.end]
    mention = Mention(
        doc_id=desk.document.doc_id,
        start=sighting.start,
        end=sighting.end,
        text=text,
        place_id=place.id,
        place_name=display_name(place),
        kind=place.kind,
        lon=place.lon,
        lat=place.lat,
        name_language=name.lang,
        name_tradition=name.tradition,
        role=role(desk.page, sighting, place, desk.known),
        rule=choice.rule,
        rejected=choice.rejected,
        stem_end=sighting.stem_end,
    )
    return Reading(sighting.start, sighting.end, text, choice.rule, mention, None, choice.rejected)


def _road(desk: _Desk, sighting: Sighting, company: Company) -> Reading:
    """A road written as several names: the gazetteer's own if it has it, else one composed of the places."""
    chosen = [choose(part.candidates, frozenset({"city"}), "road", company).candidate for part in sighting.parts]
    stops = [candidate for candidate in chosen if candidate is not None]
    text = desk.page.text[sighting.start : sighting.end]
    if not stops:
        return _unresolved(desk, sighting.start, sighting.end, "a road between places that are not sure", ())
    via = tuple(candidate.place.id for candidate in stops)
    road = known_road(desk.gazetteer, text, via)
    if road is not None:
        return _mention(desk, sighting, Choice(road, "the road of this name, or between these two places"))
    return _composed(desk, sighting, stops)


def _composed(desk: _Desk, sighting: Sighting, stops: Sequence[Candidate]) -> Reading:
    text = desk.page.text[sighting.start : sighting.end]
    places = [stop.place for stop in stops]
    via = tuple(place.id for place in places)
    rule = "a road that the text composes of " + ", ".join(via)
    mention = Mention(
        doc_id=desk.document.doc_id,
        start=sighting.start,
        end=sighting.end,
        text=text,
        place_id=f"route:{'--'.join(via)}",
        place_name=f"{' – '.join(display_name(place) for place in places)} road",
        kind="road",
        lon=(places[0].lon + places[-1].lon) / 2,
        lat=(places[0].lat + places[-1].lat) / 2,
        name_language=stops[0].name.lang,
        name_tradition=_tradition(stops),
        role="literal",
        rule=rule,
        via=via,
        stem_end=sighting.stem_end,
    )
    return Reading(sighting.start, sighting.end, text, rule, mention)


def _tradition(stops: Sequence[Candidate]) -> str | None:
    """The one tradition that the names on the way are of; ``None`` if they differ or have none."""
    counted = Counter(stop.name.tradition for stop in stops if stop.name.tradition not in (None, "common"))
    return next(iter(counted)) if len(counted) == 1 else None


def _refused(desk: _Desk, sighting: Sighting, why: Refusal) -> Reading:
    text = desk.page.text[sighting.start : sighting.end]
    rejected = tuple(f"{candidate.place.id}: {why.reason}" for candidate in sighting.candidates)
    return Reading(sighting.start, sighting.end, text, why.reason, rejected=rejected)


def _unresolved(
    desk: _Desk, start: int, end: int, reason: str, rejected: tuple[str, ...], nearest: tuple[str, ...] = ()
) -> Reading:
    page = desk.page
    span = page.sentences[page.sentence(start)]
    sentence = page.text[span.start : span.end]
    near = nearest or tuple(line.partition(":")[0] for line in rejected)
    unresolved = Unresolved(desk.document.doc_id, start, end, page.text[start:end], sentence, reason, near)
    return Reading(start, end, unresolved.text, reason, None, unresolved, rejected)


def _unknown(desk: _Desk, seen: Sequence[Sighting]) -> Iterator[Reading]:
    """The names that the gazetteer lacks, the first of them with what they may be misspellings of."""
    suggested: dict[str, tuple[str, ...]] = {}
    for name in unknown_names(desk.page, seen, desk.known):
        text = desk.page.text[name.start : name.end]
        if text not in suggested and len(suggested) < _MOST_SUGGESTED:
            suggested[text] = tuple(found.place.id for found in nearest_names(text, desk.gazetteer))
        yield _unresolved(desk, name.start, name.end, name.reason, (), suggested.get(text, ()))
