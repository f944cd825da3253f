from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from geo import Store, place_names
from tests.views.small_store import PLACES
from views.finding import labels, places_called, position
from views.naming import Names

GAZETTEER = Gazetteer.of(PLACES, "g")


@pytest.mark.parametrize("name", ["Xankəndi", "khankendi", "STEPANAKERT", "Ստեփանակերտ", "Степанакерте", "Xankendi"])
def test_a_place_is_reached_by_any_of_its_names_in_any_script(name: str) -> None:
    assert "khankendi" in places_called(name, GAZETTEER)


def test_a_name_that_is_none_reaches_no_place() -> None:
    assert places_called("qwxyz", GAZETTEER) == ()


def test_a_misspelt_name_reaches_the_place_that_was_meant() -> None:
    assert places_called("Stepanakrt", GAZETTEER)[0] == "khankendi"


def test_the_choice_of_places_holds_all_names_so_that_typing_any_finds_it(store: Store) -> None:
    found = labels(place_names(store).values(), Names("az", {"khankendi": "Xankəndi"}))
    assert found["khankendi"].startswith("Xankəndi · ")
    for name in ("Khankendi", "Stepanakert", "Ստեփանակերտ", "Степанакерт"):
        assert name in found["khankendi"]


def test_a_place_has_a_position_whether_or_not_something_happened_there(store: Store) -> None:
    assert position("khankendi", place_names(store), GAZETTEER) == (46.753, 39.818)
    assert position("goris", {}, GAZETTEER) == (46.338, 39.511)
    assert position("nowhere", {}, GAZETTEER) is None
