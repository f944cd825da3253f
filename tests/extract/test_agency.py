import pytest

from tests.extract.lexica import events, only


@pytest.mark.parametrize(
    ("text", "event_type", "actor"),
    [
        ("Azerbaijan shelled Shusha.", "shelling", "Azerbaijan"),
        ("Shusha was shelled by Azerbaijani forces.", "shelling", "Azerbaijan"),
        ("Azerbaijan is shelling Shusha.", "shelling", "Azerbaijan"),
        ("Armenian soldiers were captured near Tegh.", "prisoners", "Azerbaijan"),
        ("Azerbaijan's offensive in Karabakh lasted a day.", "armed_clash", "Azerbaijan"),
        ("Armenia accused Azerbaijan of shelling Jermuk.", "shelling", "Azerbaijan"),
        ("Russian peacekeepers left Kalbajar.", "military_movement", "Russian"),
        ("A truce brokered by Russia took effect on Tuesday.", "ceasefire", "Russia"),
    ],
)
def test_the_one_who_did_it_is_the_actor(text: str, event_type: str, actor: str) -> None:
    event = only(text, event_type)
    assert event.actor is not None
    assert actor in event.actor


def test_the_one_it_was_done_to_is_the_target() -> None:
    assert only("Azerbaijani forces attacked Armenian forces near Sotk.", "armed_clash").target == "Armenian forces"


def test_a_place_that_was_struck_is_not_the_actor() -> None:
    assert "Karabakh" not in str(only("Stepanakert was shelled.", "shelling").actor)


def test_the_enemy_of_an_outlet_is_the_other_side() -> None:
    from datetime import date

    from corpus import Document
    from extract import read
    from tests.extract.lexica import lexicon, places

    text = "The enemy shelled the village of Garvand."
    for outlet, side in (("news.az", "Armenia"), ("news.am", "Azerbaijan")):
        document = Document("text", text, outlet=outlet, published=date(2020, 9, 30))
        (event,) = read(document, places(), lexicon()).events
        assert event.actor == side
    assert [event.actor for event in events(text)] == [None]


def test_who_is_being_tried_is_no_doer() -> None:
    assert only("Two Armenian soldiers are being tried in Baku.", "prisoners").actor != "Armenian forces"


def test_who_is_told_of_after_a_comma_is_not_the_one_that_says_it() -> None:
    text = "Как утверждают очевидцы, азербайджанские войска напали на позицию у села Талиш."
    event = only(text, "armed_clash", language="ru")
    assert (event.actor, event.claimed_by) == ("Azerbaijani forces", None)


def test_where_a_text_was_written_does_nothing() -> None:
    text = "(Berlin) - A rocket fell on the market of Barda on Monday, Rights Monitor said."
    assert {event.actor for event in events(text)} <= {None, "Armenia"}


def test_a_guest_of_talks_does_not_go_on_to_fight() -> None:
    text = "The EU hosted talks in Brussels on Monday. There were firefights near Talish in July."
    assert only(text, "armed_clash").actor is None
