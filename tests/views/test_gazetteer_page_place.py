from __future__ import annotations

import pytest

import geo
from gazetteer import Name, Place
from geo import place_shape
from tests.views.small_store import PLACES
from views.gazetteer_page_place import coordinates, elsewhere, name_table, place_facts, years
from views.naming import Names
from views.setting import Setting
from views.state import View
from views.texts import Texts

EN = Texts("en")
PLACES_BY_ID = {place.id: place for place in PLACES}
SETTING = Setting(EN, Names("en", {"azerbaijan": "Azerbaijan"}), "c", "g")


def test_facts_tell_kind_position_area_source_and_line() -> None:
    place = PLACES_BY_ID["khankendi"]
    html = place_facts(place, place_shape(place, PLACES_BY_ID), PLACES_BY_ID, View(), SETTING)
    assert "39.818° N, 46.753° E" in html
    assert '<a href="./gazetteer?at=azerbaijan" target="_self">Azerbaijan</a>' in html
    assert "<code>gazetteer/places/towns.yaml:12</code>" in html
    assert "None" not in html


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)
def test_every_way_in_which_a_shape_is_known_has_words(place: Place) -> None:
    assert EN.has(f"places.shapes.{geo.place_shape(place, PLACES_BY_ID).basis}")


def test_south_and_west_are_told() -> None:
    assert coordinates(-33.5, -70.25, EN) == "33.5° S, 70.25° W"


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [(1923, None, "since 1923"), (None, 1847, "until 1847"), (1923, 1991, "1923–1991"), (None, None, "")],
)
def test_years_are_told_as_far_as_they_are_known(first: int | None, last: int | None, told: str) -> None:
    assert years(first, last, EN) == told


def test_other_gazetteers_are_linked_and_nothing_else() -> None:
    assert 'href="https://www.wikidata.org/wiki/Q129352"' in elsewhere("wikidata:Q129352")
    assert 'href="https://www.geonames.org/146970/"' in elsewhere("geonames:146970")
    assert 'href="https://example.org/1"' in elsewhere("https://example.org/1")
    for odd in ("javascript:alert(1)", 'wikidata:"><script>', "tgn:7"):
        assert "<a" not in elsewhere(odd)
        assert "<script" not in elsewhere(odd)


def test_names_of_a_language_tradition_and_time_share_a_row() -> None:
    names = (
        Name("Khankendi", "en", "azerbaijani"),
        Name("Stepanakert", "en", "armenian", 1923),
        Name("Khankandi", "en", "azerbaijani"),
        Name("Lifeline", "en", None, weak=True),
    )
    rows = name_table(Place("x", "city", 39, 46, names), "Names", EN).split("<tbody>")[1].split("</tr>")[:-1]
    assert len(rows) == 3
    assert '<span lang="en">Khankendi, Khankandi</span></td><td>Azerbaijani name</td><td></td>' in rows[0]
    assert "<td>since 1923</td>" in rows[1]
    assert "needs support nearby" in rows[2]


def test_many_spellings_are_there_but_folded_away() -> None:
    names = tuple(Name(f"Spelling {number}", "en", "armenian") for number in range(20))
    html = name_table(Place("x", "city", 39, 46, names), "Names", EN)
    assert "<summary>13 more spellings</summary>" in html
    assert "Spelling 19" in html


def test_years_are_said_in_azerbaijani_with_their_endings() -> None:
    texts = Texts("az")
    said = [years(1991, None, texts), years(None, 1923, texts), years(1923, 1991, texts)]
    assert said == ["1991-ci ildən", "1923-cü ilə qədər", "1923–1991"]
