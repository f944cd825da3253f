from __future__ import annotations

from dataclasses import fields

import pytest

from geo import Filter, Store, count
from views import choices
from views.state import FILTERS, View, loosened
from views.texts import LANGUAGES, Texts


def test_the_plain_view_asks_for_all_but_denied_events(store: Store) -> None:
    assert choices.filter_of(View()) == Filter()
    assert count(store, choices.filter_of(View())).shown == 8


def test_every_filter_of_the_store_can_be_chosen_or_is_for_others() -> None:
    asked = {field.name for field in fields(Filter)} - {"bbox", "documents"}
    assert len(asked) == len(FILTERS)


def test_the_store_says_what_an_address_may_ask_for(store: Store) -> None:
    known = choices.known_values(store, frozenset({"nowhere"}))
    assert known["outlets"] == {"Azertac", "Armenpress", "Turan", "Новости", ""}
    assert "air_strike" in known["types"]
    assert {"nowhere", "shusha"} <= known["places"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_option_is_called_by_a_raw_value(store: Store, language: str) -> None:
    texts = Texts(language)
    known = choices.known_values(store, frozenset())
    for field in ("countries", "languages", "types", "precisions"):
        for value in known[field]:
            assert choices.label(field, value, texts) not in ("", value)


def test_an_empty_view_says_what_to_loosen(store: Store) -> None:
    view = View(outlets=("Turan",), types=("armed_clash",))
    assert count(store, choices.filter_of(view)).shown == 0
    wider = {key: count(store, choices.filter_of(each)).shown for key, each in choices.ways_out(view).items()}
    assert wider == {"filter.outlet": 1, "filter.type": 2}


def test_denied_events_are_shown_when_asked_for(store: Store) -> None:
    assert count(store, choices.filter_of(loosened(View(statuses=("denied",)), "words"))).shown == 1
