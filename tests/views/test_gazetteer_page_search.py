from __future__ import annotations

import pytest

from gazetteer import Gazetteer, load
from views.gazetteer_page_search import MOST, Spellings, found, spellings


@pytest.fixture(scope="module")
def known() -> Gazetteer:
    return load()


@pytest.fixture(scope="module")
def spelt(known: Gazetteer) -> Spellings:
    return spellings(known)


@pytest.mark.parametrize(
    "text", ["Khankendi", "STEPANAKERT", "xankəndi", "Xankendi", "Ստեփանակերտ", "степанакерт", " Stepanakert "]
)
def test_a_place_is_found_by_each_of_its_names(text: str, known: Gazetteer, spelt: Spellings) -> None:
    assert found(text, spelt, known)[0] == "khankendi"


@pytest.mark.parametrize("text", ["Stepanak", "Ստեփան", "Ханкен"])
def test_the_beginning_of_a_name_is_enough(text: str, known: Gazetteer, spelt: Spellings) -> None:
    assert "khankendi" in found(text, spelt, known)


def test_a_misspelt_name_brings_what_is_spelt_alike(known: Gazetteer, spelt: Spellings) -> None:
    assert "khankendi" in found("Stepanakerrt", spelt, known)


@pytest.mark.parametrize("text", ["", "  ", "qqqqqqqqqqqq"])
def test_nothing_brings_nothing(text: str, known: Gazetteer, spelt: Spellings) -> None:
    assert found(text, spelt, known) == ()


def test_never_more_than_can_be_looked_over(known: Gazetteer, spelt: Spellings) -> None:
    assert len(found("ka", spelt, known)) == MOST
