from __future__ import annotations

from datetime import date

from geo import Filter, Store, by_place, route_states
from views.layers import place_caption, route_caption
from views.naming import Names
from views.setting import Setting
from views.texts import Texts

NAMES = Names("ru", {"khankendi": "Степанакерт", "lachin-corridor": "Лачинский коридор"})
SETTING = Setting(Texts("ru"), NAMES, "c0", "g0")


def test_a_place_says_its_name_its_events_and_their_days_in_the_language_of_the_page(store: Store) -> None:
    rows = by_place(store, Filter()).to_dict("records")
    row = next(row for row in rows if row["place_id"] == "khankendi")
    name, counted, days = place_caption({str(key): value for key, value in row.items()}, SETTING)
    assert (name, counted) == ("Степанакерт", "2 события: Насилие 2")
    assert days.startswith("19 сентября 2023")


def test_a_place_whose_events_have_no_date_shows_none(store: Store) -> None:
    rows = by_place(store, Filter(event_types=("military_movement",))).to_dict("records")
    assert len(place_caption({str(key): value for key, value in rows[0].items()}, SETTING)) == 2


def test_a_road_says_its_state_and_who_reported_it(store: Store) -> None:
    states = {state.place_id: state for state in route_states(store, date(2023, 1, 1))}
    assert route_caption(states["lachin-corridor"], SETTING)[0] == "Лачинский коридор"
    assert "Перекрыта" in route_caption(states["lachin-corridor"], SETTING)[1]


def test_a_road_that_nobody_reported_on_yet_says_so(store: Store) -> None:
    (state,) = route_states(store, date(2000, 1, 1))
    assert route_caption(state, SETTING)[1] == "до этого дня сообщений нет"
