from __future__ import annotations

from dataclasses import replace

import pytest

from views.position import HOME, Position, Sent, arrived, moved, near, send, standing
from views.state import View

ASKED = Position(40.2, 46.5, 8)
SENT = send(ASKED, HOME, None)


def test_a_map_stands_where_the_address_says_else_at_home() -> None:
    assert standing(View(lat=40.2, lon=46.5, zoom=8)) == ASKED
    assert standing(View()) == HOME
    assert standing(View(lat=40.2, lon=46.5)) == Position(40.2, 46.5, HOME.zoom)
    assert standing(View(lat=40.2, zoom=5)) == replace(HOME, zoom=5)


def test_what_a_map_reports_before_it_got_there_is_not_the_readers_doing() -> None:
    assert not moved(HOME, ASKED, SENT)
    assert not arrived(HOME, SENT)
    assert not moved(ASKED, ASKED, SENT)
    assert arrived(ASKED, SENT)


def test_a_map_that_misses_its_point_by_a_pixel_was_not_moved() -> None:
    pixel = 360 / 256 / 2**ASKED.zoom
    assert near(replace(ASKED, lat=ASKED.lat + pixel), ASKED)
    assert not near(replace(ASKED, lon=ASKED.lon + 4 * pixel), ASKED)
    assert not near(replace(ASKED, zoom=9), ASKED)


@pytest.mark.parametrize("to", [HOME, Position(40.2, 46.5, 10), Position(41.0, 46.5, 8)])
def test_once_it_is_there_whatever_else_a_map_reports_is_the_readers_doing(to: Position) -> None:
    assert moved(to, ASKED, replace(SENT, arrived=True))


def test_a_reader_may_move_a_map_on_its_way() -> None:
    between = Position(40.0, 46.7, 9)
    assert moved(between, ASKED, SENT)
    assert arrived(between, SENT)


def test_a_map_is_sent_to_the_same_place_twice_by_two_different_orders() -> None:
    again = send(ASKED, HOME, SENT)
    assert (again.centre, again.zoom) != (SENT.centre, SENT.zoom)
    assert again.centre == pytest.approx(SENT.centre)
    assert round(again.zoom) == SENT.zoom
    assert isinstance(again, Sent)
