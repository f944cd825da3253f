from __future__ import annotations

from dataclasses import fields

import pytest

from geo import Filter, Store, count, facets, select
from tests.views.small_store import CHECKED
from views import choices
from views.state import FILTERS, READERS, View, loosened
from views.texts import LANGUAGES, Texts


def test_the_plain_view_asks_for_all_but_denied_and_less_sure_events(store: Store, mixed: Store) -> None:
    assert choices.filter_of(View()) == Filter(confidence_min=0.5)
    assert count(store, choices.filter_of(View())).shown == 8
    assert count(mixed, choices.filter_of(View())).shown == 9


def test_less_sure_events_are_counted_while_they_are_hidden(mixed: Store) -> None:
    hidden = [choices.less_sure(facets(mixed, choices.filter_of(View(confidence=c)))) for c in (0, 50, 90)]
    assert hidden == [0, 1, 9]


def test_events_that_a_person_has_read_can_be_chosen(mixed: Store) -> None:
    shown = select(mixed, choices.filter_of(View(readers=("hand",))))
    assert list(shown["event_id"]) == [CHECKED]
    assert count(mixed, choices.filter_of(View(readers=("hand", "machine"), confidence=0))).shown == 10
    assert "readers" not in choices.known_values(mixed, frozenset())


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
    for field in ("countries", "languages", "types", "precisions", "readers"):
        for value in known.get(field, READERS):
            assert choices.label(field, value, texts) not in ("", value)


def test_an_empty_view_says_what_to_loosen(store: Store) -> None:
    view = View(outlets=("Turan",), types=("armed_clash",))
    assert count(store, choices.filter_of(view)).shown == 0
    wider = {key: count(store, choices.filter_of(each)).shown for key, each in choices.ways_out(view).items()}
    assert wider == {"filter.outlet": 1, "filter.type": 2, "filter.confidence": 0}


def test_a_view_that_shows_only_unsure_events_is_empty_until_they_are_asked_for(mixed: Store) -> None:
    view = View(types=("explosion",))
    assert count(mixed, choices.filter_of(view)).shown == 0
    assert count(mixed, choices.filter_of(choices.ways_out(view)["filter.confidence"])).shown == 1
    assert "filter.confidence" not in choices.ways_out(View(confidence=0))


def test_denied_events_are_shown_when_asked_for(store: Store) -> None:
    assert count(store, choices.filter_of(loosened(View(statuses=("denied",)), "words"))).shown == 1
