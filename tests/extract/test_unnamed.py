import pytest

from tests.extract.lexica import events, only


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Thousands rallied in the Armenian capital on Monday.", "en", "yerevan"),
        ("Тысячи людей вышли на митинг в армянской столице.", "ru", "yerevan"),
        ("Protesters held a rally in the capital of Azerbaijan.", "en", "baku"),
    ],
)
def test_a_capital_may_be_meant_without_its_name(text: str, language: str, place: str) -> None:
    assert only(text, "protest", language=language).place_id == place


def test_a_capital_that_is_named_beside_is_one_place() -> None:
    found = only("Thousands rallied in Yerevan, the Armenian capital, on Monday.", "protest")
    assert found.place_id == "yerevan"


def test_talks_of_a_body_are_where_it_sits_and_its_seat_is_no_place_of_war() -> None:
    text = "Shusha was shelled on Sunday. The UN Security Council held an emergency meeting on Monday."
    places = {event.event_type: event.place_id for event in events(text)}
    assert places["diplomacy"] == "new-york"
    assert places["shelling"] == "shusha"
