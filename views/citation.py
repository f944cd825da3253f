"""How a view and an event are cited: addresses that bring them back, and the words around them."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from views import words
from views.state import View, write_view
from views.texts import Texts
from views.told import Told


def view_address(view: View, corpus: str, gazetteer: str) -> str:
    """Return the query that brings the view back and names the versions it was made from, beginning with ``?``."""
    return "?" + urlencode(write_view(replace(view, corpus=corpus, gazetteer=gazetteer)), doseq=True)


def event_address(event_id: str, language: str) -> str:
    """Return the query that opens an event, beginning with ``?``."""
    return "?" + urlencode(write_view(View(lang=language, event=event_id)), doseq=True)


def event_citation(told: Told, texts: Texts, corpus: str, gazetteer: str) -> str:
    """Return the event's source as a bibliography writes it, with the versions it was read by."""
    published = told.event.published
    return texts(
        "card.citation",
        author=f"{told.author}, " if told.author else "",
        title=told.title or texts("card.untitled"),
        outlet=told.event.outlet or texts("filter.unknown_outlet"),
        date=words.day(published, texts) if published else texts("card.undated_text"),
        event=told.event.event_id,
        corpus=corpus,
        gazetteer=gazetteer,
    )
