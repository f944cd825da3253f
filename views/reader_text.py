"""A text as HTML in which nothing that it says can run, with all that was read in it marked and linked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from urllib.parse import urlencode

from extract import Mention, Unresolved
from views import words
from views.reader_document import ReadDocument
from views.setting import Setting
from views.state import View, write_view
from views.told import Told

PAGE = 20_000
"""Characters of a text shown at a time."""
ROLES = ("place", "trigger", "date", "unknown")


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a text that was read as something."""

    start: int
    end: int
    role: str
    """One of ``ROLES``."""
    tip: str
    """What it was read as."""
    address: str


@dataclass(frozen=True, slots=True)
class Links:
    """Where marks lead to."""

    view: View
    stored: bool = True
    """Whether the map page has the events, and may take this page's place."""

    def to(self, page: str = "", **changes: object) -> str:
        """Return the address of a page (the map, if none is named) for a reader who looks at something else."""
        plain = View(lang=self.view.lang, names=self.view.names)
        query = urlencode(write_view(replace(plain, **changes)), doseq=True)  # type: ignore[arg-type]
        return f"./{page}?{query}" if query else f"./{page}"

    def of_event(self, told: Told, number: int) -> str:
        """Return the event's address on the map, or, where the map does not have it, on this page."""
        return self.to(event=told.event.event_id) if self.stored else f"#event-{number}"

    @property
    def target(self) -> str:
        """Where a link opens: a text that is kept for the session only must stay open."""
        return 'target="_self"' if self.stored else 'target="_blank" rel="noopener"'


def pages(text: str, size: int = PAGE) -> list[tuple[int, int]]:
    """Return stretches of at most so many characters that cover the text from its first word on.

    They are cut where lines end if there are any.
    """
    cuts = [len(text) - len(text.lstrip())]
    while len(text) - cuts[-1] > size:
        line_end = text.rfind("\n", cuts[-1] + size // 2, cuts[-1] + size)
        cuts.append(line_end + 1 if line_end > 0 else cuts[-1] + size)
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def spots(read: ReadDocument, setting: Setting, links: Links) -> list[Spot]:
    """Return what is to be marked, in the order of the text; where two overlap, the more important one is there."""
    found = [
        *(_place(mention, setting, links) for mention in read.mentions),
        *(_trigger(told, number, setting, links) for number, told in enumerate(read.events, start=1)),
        *(spot for number, told in enumerate(read.events, start=1) for spot in _date(told, number, setting, links)),
        *(_unknown(name, setting, links) for name in read.unresolved),
    ]
    ranked = sorted(found, key=lambda spot: (ROLES.index(spot.role), spot.start, -spot.end))
    kept: list[Spot] = []
    taken: set[int] = set()
    for spot in ranked:
        stretch = range(spot.start, spot.end)
        if spot.start < spot.end and taken.isdisjoint(stretch):
            kept.append(spot)
            taken.update(stretch)
    return sorted(kept, key=lambda spot: spot.start)


def _place(mention: Mention, setting: Setting, links: Links) -> Spot:
    texts = setting.texts
    name = setting.names.of_place(mention.place_id, mention.place_name)
    tip = texts("reader.tip_place", place=name, kind=texts(f"kind.{mention.kind}"), role=texts(f"role.{mention.role}"))
    return Spot(mention.start, mention.end, "place", tip, links.to(at=mention.place_id))


def _trigger(told: Told, number: int, setting: Setting, links: Links) -> Spot:
    event = told.event
    tip = event_line(told, number, setting)
    return Spot(event.trigger_start, event.trigger_end, "trigger", tip, links.of_event(told, number))


def event_line(told: Told, number: int, setting: Setting) -> str:
    """Return an event in a line: its number on the page, kind, days and place."""
    event, texts = told.event, setting.texts
    when = words.span(event.date_start, event.date_end, event.date_precision, texts)
    parts = (texts(f"type.{event.event_type}"), when, setting.names.of(told) or texts("precision.none"))
    return texts("reader.tip_event", number=str(number), event=", ".join(parts))


def _date(told: Told, number: int, setting: Setting, links: Links) -> Iterator[Spot]:
    event, texts = told.event, setting.texts
    if event.when_start is None or event.when_end is None or event.date_start is None:
        return
    when = words.span(event.date_start, event.date_end, event.date_precision, texts)
    how = words.how_dated(event.date_precision, event.date_basis, texts)
    tip = texts("reader.tip_date", number=texts.event(number), date=when, how=how)
    address = links.to(first=event.date_start, last=event.date_end) if links.stored else f"#event-{number}"
    yield Spot(event.when_start, event.when_end, "date", tip, address)


def _unknown(name: Unresolved, setting: Setting, links: Links) -> Spot:
    return Spot(name.start, name.end, "unknown", setting.texts("reader.tip_unknown"), links.to("gazetteer") + "#inbox")


def text_html(
    read: ReadDocument, stretch: tuple[int, int], marks: Sequence[Spot], links: Links, numbered: Callable[[int], str]
) -> str:
    """Return a stretch of the text as HTML: sentences with events underlaid and numbered, marks as links.

    Args:
        read: the document and what was read in it.
        stretch: from which offset to which.
        marks: those of ``spots``.
        links: where they lead to.
        numbered: what a screen reader says for an event's number.

    """
    first, last = stretch
    marks = [mark for mark in marks if first <= mark.start and mark.end <= last]
    html: list[str] = []
    done = first
    for start, end, numbers in _sentences(read, first, last):
        html.append(_marked(read.document.text, done, start, marks, links))
        inner = _marked(read.document.text, start, end, marks, links)
        chips = "".join(
            f'<a class="chip" href="#event-{number}" aria-label="{escape(numbered(number))}">{number}</a>'
            for number in numbers
        )
        html.append(f'<span class="told">{inner}</span>{chips}')
        done = end
    html.append(_marked(read.document.text, done, last, marks, links))
    language = escape(read.document.language)
    return f'<div class="text" lang="{language}">{"".join(html)}</div>'


def _sentences(read: ReadDocument, first: int, last: int) -> Iterator[tuple[int, int, list[int]]]:
    """Yield each sentence that tells of events with their numbers, in order and apart from each other."""
    told: dict[tuple[int, int], list[int]] = {}
    for number, each in enumerate(read.events, start=1):
        told.setdefault((each.event.evidence_start, each.event.evidence_end), []).append(number)
    waiting: tuple[int, int, list[int]] | None = None
    for (start, end), numbers in sorted(told.items()):
        if end <= first or start >= last:
            continue
        if waiting and start < waiting[1]:
            waiting = (waiting[0], max(end, waiting[1]), [*waiting[2], *numbers])
            continue
        if waiting:
            yield waiting
        waiting = (max(start, first), end, numbers)
    if waiting:
        yield waiting[0], min(waiting[1], last), waiting[2]


def _marked(text: str, first: int, last: int, marks: Iterable[Spot], links: Links) -> str:
    html: list[str] = []
    done = first
    for mark in marks:
        if done <= mark.start and mark.end <= last:
            html.append(escape(text[done : mark.start]))
            html.append(_mark(text[mark.start : mark.end], mark, links))
            done = mark.end
    html.append(escape(text[done:last]))
    return "".join(html)


def _mark(words: str, mark: Spot, links: Links) -> str:
    target = "" if mark.address.startswith("#") else f" {links.target}"
    tip = escape(mark.tip)
    return (
        f'<a class="mark {mark.role}" href="{escape(mark.address)}"{target} title="{tip}" data-tip="{tip}">'
        f"{escape(words)}</a>"
    )
