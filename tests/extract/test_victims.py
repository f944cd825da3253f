"""Each toll belongs to one event, whole, and never to what costs no lives."""

import pytest

from extract.records import Event
from tests.extract.lexica import events


def tolls(event: Event) -> tuple[int | None, int | None, int | None, int | None]:
    return (event.killed_low, event.killed_high, event.wounded_low, event.wounded_high)


def at(text: str, place: str, language: str = "en") -> list[tuple[int | None, int | None, int | None, int | None]]:
    return [tolls(event) for event in events(text, language=language) if event.place_id == place]


def test_two_tellings_make_no_toll_of_one_low_and_another_high() -> None:
    text = "Rockets hit Barda on Tuesday and at least 34 people were killed. The shelling of Barda killed 12 people."
    for event in events(text):
        assert event.killed_low is None or event.killed_high is None or event.killed_low <= event.killed_high


def test_the_civilians_of_a_fuller_telling_are_kept() -> None:
    text = "Barda was shelled on Tuesday. Rockets hit Barda and killed 21 people, including three children, on Tuesday."
    found = [event for event in events(text) if event.event_type == "shelling"]
    assert [(e.killed_low, e.civilians_killed_low) for e in found] == [(21, 3)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The truce ended a war in which 30,000 people were killed.", "en"),
        ("The two leaders met in Prague after clashes in which 200 soldiers were killed.", "en"),
        ("Azerbaijani troops captured Hadrut on Monday; a mine had killed 4 people.", "en"),
        ("В Женеве прошли переговоры, в боях погибли 200 солдат.", "ru"),
    ],
)
def test_truces_visits_and_changes_of_control_have_no_toll(text: str, language: str) -> None:
    peaceful = [
        e for e in events(text, language=language) if e.event_type in ("ceasefire", "diplomacy", "territorial_change")
    ]
    assert peaceful
    assert {tolls(event) for event in peaceful} == {(None, None, None, None)}


def test_a_figure_beside_another_place_is_not_this_ones() -> None:
    text = "В Ереване погибли 2 человека, в Степанакерте погибли 49 человек и 144 ранены при обстреле."
    found = [e for e in events(text, language="ru") if e.event_type == "shelling"]
    assert [(e.place_id, *tolls(e)) for e in found] == [("khankendi", 49, 49, 144, 144)]


def test_one_figure_is_given_to_one_event() -> None:
    text = "Askeran was shelled and a mine exploded near Martakert, killing 3 people."
    assert sum(event.killed_low is not None for event in events(text)) == 1


def test_a_figure_for_several_places_is_given_to_none_of_them() -> None:
    text = "Askeran and Martakert were shelled and 5 people were killed."
    found = [event for event in events(text) if event.event_type == "shelling"]
    assert len(found) == 2
    assert {event.killed_low for event in found} == {None}
