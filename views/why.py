"""Why an event is where it is: the words that told it, what was linked, what people read in sentences like it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from extract import LIKE, Precedent, precedent
from views.setting import Setting
from views.told import Clause, Told, clause, reasons


@dataclass(frozen=True, slots=True)
class Why:
    """What led to an event's place."""

    rule: str | None = None
    """Why the name was read as this place."""
    row: str | None = None
    """File and line of the place in the gazetteer."""
    rejected: tuple[tuple[str, str], ...] = ()
    """The other places it might have been, each with the reason against it."""


def shown_why(told: Told, why: Why, setting: Setting) -> str:
    """Return what led to the event as HTML, folded up."""
    texts = setting.texts
    rules = [_rule("name", (clause(why.rule),), setting)] if why.rule else []
    rules += [_rule(*reasons(rule), setting) for rule in told.event.rules if not rule.startswith(LIKE)]
    rejected = [f"{escape(name)}: {escape(_said(clause(reason), setting))}" for name, reason in why.rejected]
    parts = [
        _list(texts("card.why_rule"), rules),
        _list(texts("card.why_row"), [f"<code>{escape(why.row)}</code>"] if why.row else []),
        _list(texts("card.why_rejected"), rejected),
        _list(texts("card.why_like"), _alike(told.event.rules, setting)),
        "" if why.rejected else f'<p class="quiet">{escape(texts("card.why_none"))}</p>',
    ]
    return f"<details><summary>{escape(texts('card.why'))}</summary>{''.join(parts)}</details>"


def _alike(rules: Sequence[str], setting: Setting) -> list[str]:
    """The sentences that people read, which the network finds most like this one, each with its reading."""
    keys = [rule.removeprefix(LIKE).partition(" ")[0] for rule in rules if rule.startswith(LIKE)]
    return [_read_so(found, setting) for key in keys if (found := precedent(key)) is not None]


def _read_so(found: Precedent, setting: Setting) -> str:
    texts = setting.texts
    named = (
        ("place", found.place),
        ("date", found.time),
        ("actor", found.actor),
        ("target", found.target),
        ("claimed_by", found.claimed_by),
    )
    parts = [texts(f"type.{found.event_type}"), texts(f"status.{found.status}")]
    parts += [f"{texts(f'card.part.{part}')}: {words}" for part, words in named if words]
    return f'<q lang="{escape(found.language)}">{escape(found.sentence)}</q> {escape("; ".join(parts))}'


def _rule(part: str | None, clauses: Sequence[Clause], setting: Setting) -> str:
    said = escape("; ".join(_said(each, setting) for each in clauses))
    if part is None:
        return said
    label = setting.texts(f"card.part.{part.replace(' ', '_')}")
    return f"<em>{escape(label)}</em>: {said}"


def _said(told: Clause, setting: Setting) -> str:
    """A clause in the language of the page; one that is not known stays as it is."""
    if told.key is None:
        return told.values["words"]
    shown = {name: _SHOWN[name](value, setting) for name, value in told.values.items()}
    return setting.texts(f"card.reason.{told.key}", **shown)


_SHOWN: dict[str, Callable[[str, Setting], str]] = {
    "words": lambda words, _: words,
    "likely": lambda likely, _: f"{round(float(likely) * 100)} %",
    "status": lambda status, setting: setting.texts(f"status.{status}"),
    "kind": lambda kind, setting: setting.texts(f"kind.{kind}"),
    "via": lambda via, setting: ", ".join(setting.names.of_place(place_id) for place_id in via.split(", ")),
    "km": lambda km, _: km,
}
"""How the values of a clause are shown."""


def _list(label: str, entries: Sequence[str]) -> str:
    if not entries:
        return ""
    return f"<h4>{escape(label)}</h4><ul>{''.join(f'<li>{entry}</li>' for entry in entries)}</ul>"
