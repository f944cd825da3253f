"""The legend: what colours, shapes and sizes on the map mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from geo import Family, RouteSpan, RouteState, families
from views import words
from views.layers import route_told
from views.listing import event_link
from views.setting import Setting
from views.state import View
from views.texts import Texts

SIGNS = ("shares", "area", "near")
"""What else markers and areas say, whatever the family."""


def legend(shown: Mapping[str, int], dark: bool, texts: Texts) -> str:
    """Return the legend as HTML, one line per family of event types with the number of its events shown.

    Args:
        shown: number of events by family.
        dark: whether the page is dark.
        texts: the language.

    """
    lines = "".join(_line(family, shown.get(family.id, 0), dark, texts) for family in families())
    lines += "".join(_sign(sign, texts) for sign in SIGNS)
    return f'<ul class="legend" aria-label="{escape(texts("map.legend"))}">{lines}</ul>'


def _sign(sign: str, texts: Texts) -> str:
    words = escape(texts(f"map.sign.{sign}"))
    return f'<li><span class="sign {sign}" aria-hidden="true"></span><span>{words}</span></li>'


def _line(family: Family, n: int, dark: bool, texts: Texts) -> str:
    colour = family.dark if dark else family.colour
    types = ", ".join(texts(f"type.{event_type}") for event_type in family.types)
    swatch = f'<span class="shape {family.shape}" style="background:{colour}" aria-hidden="true"></span>'
    name = escape(texts(f"family.{family.id}"))
    return f'<li title="{escape(types)}">{swatch}<span>{name}</span> <span class="n">{texts.number(n)}</span></li>'


def roads(states: Sequence[RouteState], view: View, setting: Setting) -> str:
    """Return the roads as an HTML list: name, state, and a link to the report that it rests on."""
    return f'<ul class="listing">{"".join(_road(state, view, setting) for state in states)}</ul>'


def _road(state: RouteState, view: View, setting: Setting) -> str:
    name = escape(setting.names.of_place(state.place_id, state.name))
    told = escape(route_told(state, setting))
    report = event_link(state.event_id, told, view) if state.event_id else told
    return f'<li><span class="road {state.state}" aria-hidden="true"></span> <strong>{name}</strong><br>{report}</li>'


def history(spans: Sequence[RouteSpan], view: View, setting: Setting) -> str:
    """Return a road's states as an HTML list, the latest first, each with a link to the report that it rests on."""
    return f'<ul class="listing">{"".join(_span(span, view, setting) for span in reversed(spans))}</ul>'


def _span(span: RouteSpan, view: View, setting: Setting) -> str:
    texts = setting.texts
    days = words.span(span.first, span.last, "day", texts)
    days = f"{days}; {texts('route.lapsed', date=words.day(span.told, texts))}" if span.lapsed else days
    state = escape(texts(f"route.{span.state}"))
    report = event_link(span.event_id, escape(span.outlet or texts("filter.unknown_outlet")), view)
    return (
        f'<li><span class="road {span.state}" aria-hidden="true"></span> <strong>{state}</strong>, '
        f"{escape(days)} <br>{report}: <q>{escape(span.evidence)}</q></li>"
    )
