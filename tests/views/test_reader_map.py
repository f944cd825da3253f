from __future__ import annotations

import pytest

from geo import Store, by_place
from views.naming import Names
from views.reader_document import only, read_document
from views.reader_map import framing, place_table
from views.setting import Setting
from views.texts import Texts


def test_one_place_is_shown_with_its_neighbourhood() -> None:
    lat, lon, zoom = framing([(46.75, 39.82)])
    assert (round(lat, 2), round(lon, 2)) == (39.82, 46.75)
    assert 9 <= zoom <= 11


def test_far_places_do_not_make_the_map_small() -> None:
    assert framing([(46.75, 39.82), (-77.0, 38.9)]) == framing([(46.75, 39.82)])


@pytest.mark.parametrize("points", [[], [(2.35, 48.86)]])
def test_where_nothing_is_near_the_region_is_shown(points: list[tuple[float, float]]) -> None:
    assert framing(points) == (39.85, 46.9, 7)


def test_farther_places_are_shown_smaller() -> None:
    zooms = [framing([(46.0, 39.8), (46.0 + width, 39.8)])[2] for width in (0.2, 1, 3, 8)]
    assert zooms == sorted(zooms, reverse=True)
    assert len(set(zooms)) == 4


def test_the_table_has_what_the_map_shows(store: Store) -> None:
    read = read_document(store, "a")
    assert read is not None
    setting = Setting(Texts("en"), Names("en", {"khankendi": "Khankendi"}), "c", "g")
    html = place_table(read, by_place(store, only("a")), setting)
    assert '<th scope="row">Khankendi</th><td>town</td><td>1</td><td>1</td>' in html
