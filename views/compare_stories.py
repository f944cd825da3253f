"""Stories that outlets tell differently: other figures, other days, in columns side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from itertools import groupby
from typing import Any

import pandas as pd

from geo import family_of
from views import card, words
from views.listing import event_link
from views.quote import anchor
from views.setting import Setting
from views.state import View
from views.texts import Texts
from views.told import Told

VIOLENCE = "violence"
"""The family of events of which it matters that a version names nobody who did it."""


def stories(events: Sequence[Told]) -> list[list[Told]]:
    """Return the versions story by story; events of a story stand together."""
    return [list(versions) for _, versions in groupby(events, key=lambda told: told.event.story_id)]


def labels(rows: pd.DataFrame, setting: Setting) -> dict[str, str]:
    """Return what each story is called, by id: its day, kind and place, and how many outlets tell it."""
    texts = setting.texts
    called = {}
    for row in rows.to_dict("records"):
        when = words.span(_day(row["date_start"]), _day(row["date_end"]), row["date_precision"], texts)
        where = setting.names.of_place(row["place_id"], row["place_name"]) if row["place_id"] else None
        facts = (when, texts(f"type.{row['event_type']}"), where, texts("compare.outlets", n=row["outlets"]))
        called[str(row["story_id"])] = " · ".join(fact for fact in facts if fact)
    return called


def _day(value: Any) -> date | None:
    return None if pd.isna(value) else pd.Timestamp(value).date()


def side_by_side(versions: Sequence[Told], view: View, setting: Setting) -> str:
    """Return a story as HTML: what it is, and a column for each version, marked where they differ."""
    first = versions[0].event
    kind = escape(setting.texts(f"type.{first.event_type}"))
    where = setting.names.of(versions[0])
    title = f"{card.swatch(first.event_type, setting.dark)} {kind}{' · ' + escape(where) if where else ''}"
    facts = [_facts(told, setting.texts) for told in versions]
    told_of = [any(column) for column in zip(*facts, strict=True)]
    apart = [len(set(column)) > 1 for column in zip(*facts, strict=True)]
    nobody = setting.texts("card.nobody") if family_of()[first.event_type].id == VIOLENCE else ""
    unsaid = ("", nobody, setting.texts("compare.no_toll"), "")
    columns = "".join(
        _version(
            told,
            [
                (fact or none, differs)
                for fact, none, tells, differs in zip(own, unsaid, told_of, apart, strict=True)
                if tells
            ],
            view,
            setting,
        )
        for told, own in zip(versions, facts, strict=True)
    )
    return f'<article class="card"><h4>{title}</h4><div class="versions">{columns}</div></article>'


def _facts(told: Told, texts: Texts) -> tuple[str, ...]:
    """Return when, who to whom, how many, and who says so; empty where the version does not tell."""
    event = told.event
    when = words.span(event.date_start, event.date_end, event.date_precision, texts)
    acting = card.who(told, texts) if event.actor or event.target else ""
    said = texts(f"status.{event.status}") if event.status != "reported" else ""
    by = texts("card.claimed_by", who=event.claimed_by) if event.claimed_by else ""
    return when, acting, card.toll(told, texts), ", ".join(part for part in (said, by) if part)


def _version(told: Told, facts: Sequence[tuple[str, bool]], view: View, setting: Setting) -> str:
    texts, event = setting.texts, told.event
    lines = "".join(f"<li>{_strong(escape(fact), apart)}</li>" for fact, apart in facts if fact)
    sentence = f'<blockquote lang="{escape(event.language)}">{card.quote(told, texts)}</blockquote>'
    source = anchor(told.url, told.title or texts("card.untitled"))
    opened = event_link(event.event_id, escape(texts("compare.open")), view)
    return (
        f"<section><h5>{escape(card.outlet(told, texts))}</h5><ul>{lines}</ul>{sentence}"
        f"<p>{source}<br>{opened}</p></section>"
    )


def _strong(html: str, apart: bool) -> str:
    return f"<strong>{html}</strong>" if apart else html
