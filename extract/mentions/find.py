"""The places that a document names: each known name sighted, judged, and put on one place or left unresolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus import Document
from extract.mentions.choose import Choice, Company, Neighbour, choose, focus_of
from extract.mentions.kinds import Wanted, listed, wanted_kinds
from extract.mentions.page import Page, Sighting, sightings
from extract.mentions.refuse import Refusal, namesakes, refusal, spelling, sticks
from extract.mentions.roads import joined_roads, known_road
from extract.mentions.roles import GOVERNMENTS, role
from extract.mentions.unknown import unknown_names
from extract.mentions.words import ContextWords, context_words
from extract.records import Mention, Unresolved
from gazetteer import Candidate, Gazetteer, Place

REGION = {"west": 43.0, "south": 38.0, "east": 51.0, "north": 42.2}
"""Where the texts' focus is looked for: degrees of longitude and latitude around the South Caucasus."""


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
    refused = _refusals(page, seen, known)
    kept = [sighting for sighting in seen if sighting.start not in refused]
    readings = [_refused(desk, sighting, refused[sighting.start]) for sighting in seen if sighting.start in refused]
    readings += _placed(desk, kept)
    readings += _unknown(desk, seen)
    return tuple(sorted(readings, key=lambda reading: (reading.start, reading.end)))


def _refusals(page: Page, seen: Sequence[Sighting], known: ContextWords) -> dict[int, Refusal]:
    """By the offset at which the name starts."""
    refused = {
        sighting.start: why
        for previous, sighting in zip([None, *seen], seen, strict=False)
        if (why := refusal(page, sighting, known, previous)) is not None
    }
    stuck = namesakes(page, known)
    stuck |= {spelling(page, sighting): refused[sighting.start] for sighting in seen if sighting.start in refused}
    for sighting in seen:
        why = None if sighting.start in refused else stuck.get(spelling(page, sighting))
        if why is not None and why.sticks and sticks(page, sighting, known):
            refused[sighting.start] = Refusal(f"elsewhere in the text {why.reason}")
    return refused


def _placed(desk: _Desk, kept: Sequence[Sighting]) -> Iterable[Reading]:
    runs = listed(desk.page, kept, desk.known)
    wanted = wanted_kinds(desk.page, kept, runs, desk.known)
    sure = [_surely(sighting, want) for sighting, want in zip(kept, wanted, strict=True)]
    focus = focus_of([place for place in sure if place is not None], REGION)
    named = frozenset(place.id for place in sure if place is not None)
    near = _by_sentence(desk.page, kept, sure)
    readings: list[Reading] = []
    for run in runs:
        certain = sum(sure[number] is not None for number in run)
        for number in run:
            neighbours = tuple(_neighbours(desk.page, kept[number], near))
            company = Company(neighbours, focus, certain - (sure[number] is not None) > 0, named)
            readings.append(_read(desk, kept[number], wanted[number], company))
    return _again(desk, kept, _agreeing(runs, readings))


def _by_sentence(
    page: Page, kept: Sequence[Sighting], sure: Sequence[Place | None]
) -> dict[int, list[tuple[Sighting, Place]]]:
    found: dict[int, list[tuple[Sighting, Place]]] = {}
    for sighting, place in zip(kept, sure, strict=True):
        if place is not None:
            found.setdefault(page.sentence(sighting.start), []).append((sighting, place))
    return found


def _neighbours(
    page: Page, sighting: Sighting, near: Mapping[int, Sequence[tuple[Sighting, Place]]]
) -> Iterator[Neighbour]:
    sentence = page.sentence(sighting.start)
    for number in (sentence - 1, sentence):
        for other, place in near.get(number, ()):
            if other is not sighting:
                gap = max(other.start - sighting.end, sighting.start - other.end)
                yield Neighbour(place, gap, number == sentence)


def _agreeing(runs: Sequence[range], readings: Sequence[Reading]) -> list[Reading]:
    """The readings, with all governments of a list speaking where its last one does (``Baku and Yerevan said``)."""
    result = list(readings)
    for run in runs:
        last = result[run[-1]].mention
        if last is None or last.role != "metonym":
            continue
        for number in run[:-1]:
            mention = result[number].mention
            if mention is not None and mention.role == "literal" and mention.kind in GOVERNMENTS:
                result[number] = replace(result[number], mention=replace(mention, role="metonym"))
    return result


def _again(desk: _Desk, kept: Sequence[Sighting], readings: Sequence[Reading]) -> Iterator[Reading]:
    """The readings, with a weak name that found no support read like the same name elsewhere in the text."""
    found = {
        spelling(desk.page, sighting): reading.mention.place_id
        for sighting, reading in zip(kept, readings, strict=True)
        if reading.mention is not None and not reading.mention.via
    }
    for sighting, reading in zip(kept, readings, strict=True):
        place_id = found.get(spelling(desk.page, sighting))
        same = [candidate for candidate in sighting.candidates if candidate.place.id == place_id]
        if reading.mention is None and same:
            yield _mention(desk, sighting, Choice(same[0], "the place that this name means elsewhere in the text"))
        else:
            yield reading


def _surely(sighting: Sighting, wanted: Wanted) -> Place | None:
    """The place that a name means whatever stands around it: a strong name of a single spot."""
    strong = [candidate.place for candidate in sighting.candidates if not candidate.name.weak]
    if not strong:
        return None
    first = strong[0]
    same_spot = all(abs(place.lat - first.lat) < 0.4 and abs(place.lon - first.lon) < 0.4 for place in strong)
    if not same_spot:
        return None
    return next((place for place in strong if place.kind in wanted.kinds), first)


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
        place_name=_english(place),
        kind=place.kind,
        lon=place.lon,
        lat=place.lat,
        name_language=name.lang,
        name_tradition=name.tradition,
        role=role(desk.page, sighting, place, desk.known),
        rule=choice.rule,
        rejected=choice.rejected,
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
        place_name=f"{'–'.join(_english(place) for place in places)} road",
        kind="road",
        lon=(places[0].lon + places[-1].lon) / 2,
        lat=(places[0].lat + places[-1].lat) / 2,
        name_language=stops[0].name.lang,
        name_tradition=_tradition(stops),
        role="literal",
        rule=rule,
        via=via,
    )
    return Reading(sighting.start, sighting.end, text, rule, mention)


def _tradition(stops: Sequence[Candidate]) -> str | None:
    """The one tradition that the names on the way are of; ``None`` if they differ or have none."""
    counted = Counter(stop.name.tradition for stop in stops if stop.name.tradition not in (None, "common"))
    return next(iter(counted)) if len(counted) == 1 else None


def _english(place: Place) -> str:
    return next((name.name for name in place.names if name.lang == "en"), place.names[0].name)


def _refused(desk: _Desk, sighting: Sighting, why: Refusal) -> Reading:
    text = desk.page.text[sighting.start : sighting.end]
    rejected = tuple(f"{candidate.place.id}: {why.reason}" for candidate in sighting.candidates)
    return Reading(sighting.start, sighting.end, text, why.reason, rejected=rejected)


def _unresolved(desk: _Desk, start: int, end: int, reason: str, rejected: tuple[str, ...]) -> Reading:
    page = desk.page
    span = page.sentences[page.sentence(start)]
    nearest = tuple(line.partition(":")[0] for line in rejected)
    unresolved = Unresolved(
        desk.document.doc_id, start, end, page.text[start:end], page.text[span.start : span.end], reason, nearest
    )
    return Reading(start, end, unresolved.text, reason, None, unresolved, rejected)


def _unknown(desk: _Desk, seen: Sequence[Sighting]) -> Iterator[Reading]:
    for name in unknown_names(desk.page, seen, desk.known):
        yield _unresolved(desk, name.start, name.end, name.reason, ())
