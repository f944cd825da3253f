"""Whether blocks fit together: ids are given once, and what a block points to exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz, process

from gazetteer.entries import Entry
from gazetteer.model import Place
from gazetteer.problems import Problem


def reference_problems(entries: Sequence[Entry], broken: frozenset[str] | None = frozenset()) -> Iterator[Problem]:
    """Ids given twice, ids that nothing has, and places that are named after each other in a circle.

    Args:
        entries: All blocks that fit the model.
        broken: Ids of blocks that do not: pointing to them is no further problem. ``None`` if they are not known,
            because a file could not be read to its end: then nothing that is pointed to is looked for.

    """
    first: dict[str, Place] = {}
    for entry in entries:
        place = entry.place
        if place.id in first:
            other = first[place.id]
            yield _problem(
                entry,
                "id",
                f"the id '{place.id}' is taken by {other.file}:{other.line}",
                "choose another, such as one with the district's name behind it",
            )
        first.setdefault(place.id, place)
    for entry in entries:
        if broken is not None:
            yield from _dangling(entry, first, broken)
        if _circular(entry.place, first):
            yield _problem(entry, "named_after", "places are named after each other in a circle", "cut it open")


def _dangling(entry: Entry, known: Mapping[str, Place], broken: frozenset[str]) -> Iterator[Problem]:
    place = entry.place
    named_after = () if place.named_after is None else (place.named_after,)
    same_road = () if place.same_road is None else (place.same_road,)
    ways = ("courses", [course.via for course in place.courses]) if place.courses else ("via", [place.via])
    via = dict.fromkeys(step for way in ways[1] for step in way if isinstance(step, str))
    pointing = (("within", place.within), ("named_after", named_after), (ways[0], via), ("same_road", same_road))
    for key, ids in pointing:
        for target in ids:
            if target in broken:
                continue
            if target not in known:
                close = process.extractOne(target, known.keys(), scorer=fuzz.ratio, score_cutoff=85)
                remedy = f"did you mean '{close[0]}'?" if close else "add a block for it or take it out"
                yield _problem(entry, key, f"{key} names '{target}', which no block has as its id", remedy)
            elif target == place.id:
                yield _problem(entry, key, f"{key} names the place itself", "take it out")


def _circular(place: Place, known: Mapping[str, Place]) -> bool:
    seen = {place.id}
    step = place.named_after
    while step is not None and step in known:
        if step in seen:
            return step == place.id and step != place.named_after
        seen.add(step)
        step = known[step].named_after
    return False


def _problem(entry: Entry, key: str, what: str, remedy: str) -> Problem:
    return Problem(entry.place.file, entry.line_of(key), what, remedy)
