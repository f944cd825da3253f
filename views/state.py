"""What a reader is looking at, and the address that brings it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from views.texts import LANGUAGES

NAME_STYLES = ("source", "en", "az", "hy", "ru")
STATUSES = ("reported", "claimed", "denied")
STEPS = ("day", "week", "month", "year")
LAYERS = ("events", "routes", "boundaries", "density", "places")
BACKGROUNDS = ("plain", "map", "relief")
"""Our own, and two that need the internet."""
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
"""The days that can be chosen."""
MOST_WORDS, MOST_CHARACTERS = 12, 200
"""Of what is searched for."""
LONGEST = 1_000
"""Characters of any name or id in an address."""
MOST_VALUES = 200
"""Of one parameter, as there may be filters of many outlets."""
READERS = ("hand", "machine")
SURE = 50
"""Percent of confidence from which on events are shown, unless a reader asks for others."""
ZOOMS = (3, 15)
"""The zooms that a map has."""
SHOWN_STATUSES = ("reported", "claimed")
SHOWN_LAYERS = ("events", "routes", "places")


@dataclass(frozen=True, slots=True)
class View:
    """Filters, choices of display and what is open; the defaults show all that is sure enough and not denied."""

    lang: str = "en"
    names: str = "en"
    outlets: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    statuses: tuple[str, ...] = SHOWN_STATUSES
    precisions: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    confidence: int = SURE
    """Percent."""
    told_by: int = 1
    words: str = ""
    layers: tuple[str, ...] = SHOWN_LAYERS
    background: str = "plain"
    step: str = "year"
    at: str | None = None
    """The place whose events are open."""
    event: str | None = None
    """The event that is open."""
    a: str | None = None
    b: str | None = None
    """The two outlets that are compared."""
    story: str | None = None
    """The story whose tellings are compared."""
    called: str | None = None
    """The place whose names are compared."""
    doc: str | None = None
    """The document that is read."""
    lat: float | None = None
    lon: float | None = None
    zoom: int | None = None
    corpus: str | None = None
    """The version of the corpus that the address was cited from."""
    gazetteer: str | None = None


FILTERS = (
    "outlets", "countries", "languages", "types", "places", "statuses",
    "precisions", "readers", "first", "last", "confidence", "told_by", "words",
)  # fmt: skip
"""The fields of a view that decide which events are shown."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something in an address that was left out."""

    parameter: str
    value: str
    wanted: str | None = None
    """The form it should have had: date, number, choice, short, fewer; ``None`` if it is only not in the store.

    Of ``words`` the first ones were taken.
    """


@dataclass(frozen=True, slots=True)
class _Parameter:
    name: str
    field: str
    read: Callable[[str], Any]
    wanted: str = "choice"
    many: bool = False
    order: Sequence[str] = ()
    """All values that there can be, where they have an order of their own."""


def first_words(text: str) -> str:
    """Return as much of what is searched for as is searched for; each word is dear."""
    return text if len(text) <= MOST_CHARACTERS and len(text.split()) <= MOST_WORDS else _cut(text)


def _cut(text: str) -> str:
    words = text[:MOST_CHARACTERS].split()
    return " ".join(words[:MOST_WORDS])


def _short(text: str) -> str:
    if len(text) > LONGEST:
        raise ValueError(text)
    return text


def _one_of(choices: Iterable[str]) -> Callable[[str], str]:
    allowed = frozenset(choices)

    def read(text: str) -> str:
        if text not in allowed:
            raise ValueError(text)
        return text

    return read


def _name_style(text: str) -> str:
    """A style of names; ``all`` is what addresses of old call every tradition's English names."""
    return _one_of(NAME_STYLES)("en" if text == "all" else text)


def _whole(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise ValueError(text)
        return value

    return read


def _day(text: str) -> date:
    value = date.fromisoformat(text)
    if not EARLIEST <= value <= LATEST:
        raise ValueError(text)
    return value


def _degrees(limit: float) -> Callable[[str], float]:
    def read(text: str) -> float:
        value = float(text)
        if not -limit <= value <= limit:
            raise ValueError(text)
        return value

    return read


PARAMETERS = (
    _Parameter("lang", "lang", _one_of(LANGUAGES)),
    _Parameter("names", "names", _name_style),
    _Parameter("outlet", "outlets", _short, wanted="short", many=True),
    _Parameter("country", "countries", _short, wanted="short", many=True),
    _Parameter("language", "languages", _short, wanted="short", many=True),
    _Parameter("type", "types", _short, wanted="short", many=True),
    _Parameter("place", "places", _short, wanted="short", many=True),
    _Parameter("status", "statuses", _one_of(STATUSES), many=True, order=STATUSES),
    _Parameter("precision", "precisions", _short, wanted="short", many=True),
    _Parameter("read", "readers", _one_of(READERS), many=True, order=READERS),
    _Parameter("from", "first", _day, wanted="date"),
    _Parameter("to", "last", _day, wanted="date"),
    _Parameter("confidence", "confidence", _whole(0, 100), wanted="number"),
    _Parameter("told", "told_by", _whole(1, 99), wanted="number"),
    _Parameter("q", "words", first_words),
    _Parameter("layer", "layers", _one_of(LAYERS), many=True, order=LAYERS),
    _Parameter("background", "background", _one_of(BACKGROUNDS)),
    _Parameter("step", "step", _one_of(STEPS)),
    _Parameter("at", "at", _short, wanted="short"),
    _Parameter("event", "event", _short, wanted="short"),
    _Parameter("a", "a", _short, wanted="short"),
    _Parameter("b", "b", _short, wanted="short"),
    _Parameter("story", "story", _short, wanted="short"),
    _Parameter("called", "called", _short, wanted="short"),
    _Parameter("doc", "doc", _short, wanted="short"),
    _Parameter("lat", "lat", _degrees(90), wanted="number"),
    _Parameter("lon", "lon", _degrees(180), wanted="number"),
    _Parameter("zoom", "zoom", _whole(*ZOOMS), wanted="number"),
    _Parameter("corpus", "corpus", _short, wanted="short"),
    _Parameter("gazetteer", "gazetteer", _short, wanted="short"),
)
UNKNOWN = "-"
"""Written for "not stated", whose value is empty."""
NOTHING = "none"
"""Written for a field of several choices when none of them is chosen."""
_DEFAULT = View()


def read_view(
    parameters: Mapping[str, Sequence[str]], known: Mapping[str, frozenset[str]]
) -> tuple[View, list[Notice]]:
    """Return the view that an address asks for, and what of it was left out.

    Args:
        parameters: every parameter of the address with its values.
        known: for a field of the view, the values that the store has; a field that is not in it takes any value.

    """
    notices: list[Notice] = []
    chosen: dict[str, Any] = {}
    for parameter in PARAMETERS:
        raw = parameters.get(parameter.name, ())
        values = list(_values(parameter, raw, known.get(parameter.field), notices))
        if values or (parameter.many and list(raw) == [NOTHING]):
            chosen[parameter.field] = _chosen(parameter, values) if parameter.many else values[-1]
    view = View(**chosen)
    if view.first and view.last and view.first > view.last:
        view = replace(view, first=view.last, last=view.first)
    return view, notices


def _chosen(parameter: _Parameter, values: Iterable[Any]) -> tuple[Any, ...]:
    kept = dict.fromkeys(values)
    return tuple(value for value in parameter.order if value in kept) if parameter.order else tuple(kept)


def _values(
    parameter: _Parameter, raw: Sequence[str], known: frozenset[str] | None, notices: list[Notice]
) -> Iterable[Any]:
    if len(raw) > MOST_VALUES:
        notices.append(Notice(parameter.name, raw[MOST_VALUES], "fewer"))
    for text in raw[:MOST_VALUES]:
        if parameter.many and text == NOTHING:
            continue
        try:
            value = parameter.read("" if parameter.many and text == UNKNOWN else text)
        except ValueError:
            notices.append(Notice(parameter.name, text, parameter.wanted))
            continue
        if parameter.field == "words" and value != text:
            notices.append(Notice(parameter.name, text, "words"))
        if known is not None and value not in known:
            notices.append(Notice(parameter.name, text))
            continue
        yield value


def write_view(view: View) -> dict[str, list[str]]:
    """Return the parameters that bring the view back: only what differs from the defaults."""
    parameters: dict[str, list[str]] = {}
    for parameter in PARAMETERS:
        value = getattr(view, parameter.field)
        if value == getattr(_DEFAULT, parameter.field):
            continue
        parameters[parameter.name] = (
            [str(part) or UNKNOWN for part in value] or [NOTHING] if parameter.many else [str(value)]
        )
    return parameters


def without_filters(view: View) -> View:
    """Return the view with every filter at its default; language, names and layers stay."""
    return replace(view, **{name: getattr(_DEFAULT, name) for name in FILTERS})


def active_filters(view: View) -> tuple[str, ...]:
    """Return the names of the filters that are not at their default."""
    return tuple(name for name in FILTERS if getattr(view, name) != getattr(_DEFAULT, name))


def loosened(view: View, name: str) -> View:
    """Return the view without one of its filters; the two dates count as one, and no confidence is too low."""
    if name == "confidence":
        return replace(view, confidence=0)
    names = ("first", "last") if name in ("first", "last") else (name,)
    return replace(view, **{part: getattr(_DEFAULT, part) for part in names})
