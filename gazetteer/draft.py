"""Ready blocks to paste into a gazetteer file; no program ever writes into the files themselves."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from anyascii import anyascii

from gazetteer.fold import fold
from gazetteer.gazetteer import Gazetteer
from gazetteer.inflection import script_of
from gazetteer.model import KINDS, Name, Place
from gazetteer.names import display_name
from gazetteer.suggest import Suggestion, nearest_names

_PLAIN = re.compile(r"[^\W_][\w .'’()-]*")
_ASK = f"fill in kind ({' '.join(KINDS)}), lat and lon"
_LANGUAGE_OF_SCRIPT = {"armenian": "hy", "cyrillic": "ru"}


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a place that is not in the gazetteer yet."""

    name: str
    names: tuple[Name, ...] = ()
    kind: str | None = None
    lat: float | None = None
    lon: float | None = None
    within: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    source: str = ""
    remarks: tuple[str, ...] = field(default=())
    """Lines to show the contributor as comments above the block."""


def draft_by_hand(name: str) -> Draft:
    """A draft of which nothing is known but a name."""
    return Draft(name, (Name(name, guess_language(name)),), remarks=(_ASK,))


def guess_language(name: str) -> str:
    """``hy`` and ``ru`` by their scripts, ``az`` by its letter ə, else ``en``."""
    if "ə" in fold(name):
        return "az"
    return _LANGUAGE_OF_SCRIPT.get(script_of(name), "en")


def draft_block(draft: Draft, gazetteer: Gazetteer) -> str:
    """The draft as a YAML block, with the nearest known places as comments above it.

    Returns:
        Text that ends in a newline. If kind and coordinates are known, it loads as it is; where they are not, the
        lines are empty and ``karabakh gazetteer check`` asks for them.

    """
    identifier = new_identifier(draft, gazetteer.places)
    lines = [f"# {remark}" for remark in (*draft.remarks, *_neighbours(draft, gazetteer))]
    lines += [
        f"- id: {identifier}",
        f"  kind: {draft.kind or ''}".rstrip(),
        f"  lat: {'' if draft.lat is None else round(draft.lat, 5)}".rstrip(),
        f"  lon: {'' if draft.lon is None else round(draft.lon, 5)}".rstrip(),
    ]
    if draft.within:
        lines.append(f"  within: [{', '.join(draft.within)}]")
    lines.append("  names:")
    lines += [f"    - {_name_line(name)}" for name in draft.names or draft_by_hand(draft.name).names]
    if draft.same_as:
        lines.append(f"  same_as: [{', '.join(draft.same_as)}]")
    lines.append(f"  source: {_scalar(draft.source)}" if draft.source else "  source: my own knowledge")
    return "\n".join(lines) + "\n"


def draft_file(drafts: Sequence[Draft], gazetteer: Gazetteer) -> str:
    """Several drafts as one file, each with an id of its own."""
    taken = set(gazetteer.places)
    blocks = []
    for draft in drafts:
        block = draft_block(draft, gazetteer)
        identifier = new_identifier(draft, gazetteer.places)
        unique = new_identifier(draft, taken)
        taken.add(unique)
        blocks.append(block.replace(f"- id: {identifier}\n", f"- id: {unique}\n", 1))
    return "\n".join(blocks)


def new_identifier(draft: Draft, taken: Container[str]) -> str:
    """An id that nothing has: the English name, with the district's or a number behind it if that is taken."""
    english = next((name.name for name in draft.names if name.lang == "en"), draft.name)
    base = "-".join(re.findall(r"[a-z0-9]+", anyascii(english).lower())) or "place"
    district = [f"{base}-{within.removesuffix('-district')}" for within in draft.within]
    numbered = (f"{base}-{number}" for number in range(2, 10_000))
    return next(identifier for identifier in (base, *district, *numbered) if identifier not in taken)


def nearest_places(lat: float, lon: float, gazetteer: Gazetteer, limit: int = 3) -> tuple[tuple[Place, float], ...]:
    """The nearest known towns, villages and sites with their distances in kilometres, nearest first."""
    from geopy.distance import great_circle  # a tenth of a second that only contributors need wait for

    settlements = [place for place in gazetteer.places.values() if place.kind in ("city", "village", "site", "bridge")]
    near = sorted(settlements, key=lambda place: (place.lat - lat) ** 2 + (0.77 * (place.lon - lon)) ** 2)
    measured = [(place, float(great_circle((lat, lon), (place.lat, place.lon)).km)) for place in near[: 4 * limit]]
    return tuple(sorted(measured, key=lambda entry: entry[1])[:limit])


def _neighbours(draft: Draft, gazetteer: Gazetteer) -> list[str]:
    remarks = [f"spelled alike: {_likeness(found)}" for found in nearest_names(draft.name, gazetteer)]
    if draft.lat is not None and draft.lon is not None:
        remarks += [
            f"nearby: {place.id} ({display_name(place)}), {distance:.1f} km away"
            for place, distance in nearest_places(draft.lat, draft.lon, gazetteer)
        ]
    return remarks


def _likeness(found: Suggestion) -> str:
    return f"{found.place.id} ({found.name}), {found.likeness:.0%}"


def _name_line(name: Name) -> str:
    fields = [f"name: {_scalar(name.name)}", f"lang: {name.lang}"]
    for key, value in (("tradition", name.tradition), ("from", name.start_year), ("to", name.end_year)):
        if value is not None:
            fields.append(f"{key}: {value}")
    return "{" + ", ".join(fields) + "}"


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and text.strip() == text else json.dumps(text, ensure_ascii=False)
