from datetime import date

import pytest

from corpus import Document
from extract import read
from tests.extract.lexica import events, lexicon, only, places


@pytest.mark.parametrize(
    ("text", "event_type", "actor"),
    [
        ("Azerbaijan shelled Shusha.", "shelling", "Azerbaijan"),
        ("Shusha was shelled by Azerbaijani forces.", "shelling", "Azerbaijan"),
        ("Azerbaijan is shelling Shusha.", "shelling", "Azerbaijan"),
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


def test_who_is_being_tried_is_no_doer() -> None:
    assert only("Two Armenian soldiers are being tried in Baku.", "prisoners").actor != "Armenian forces"


def test_who_is_told_of_after_a_comma_is_not_the_one_that_says_it() -> None:
    text = "Как утверждают очевидцы, азербайджанские войска напали на позицию у села Талиш."
    event = only(text, "armed_clash", language="ru")
    assert (event.actor, event.claimed_by) == ("Azerbaijani forces", None)


def test_where_a_text_was_written_does_nothing() -> None:
    text = "(Berlin) - A rocket fell on the market of Barda on Monday, Rights Monitor said."
    assert {event.actor for event in events(text)} == {None}


def test_a_guest_of_talks_does_not_go_on_to_fight() -> None:
    text = "The EU hosted talks in Brussels on Monday. There were firefights near Talish in July."
    assert only(text, "armed_clash").actor is None


@pytest.mark.parametrize(
    ("text", "event_type", "language"),
    [
        ("Armenian soldiers were captured near Tegh.", "prisoners", "en"),
        ("The enemy shelled the village of Garvand.", "shelling", "en"),
        ("Goranboyun kəndləri minaatanlardan atəşə tutulub.", "shelling", "az"),
        ("Xankəndi atəşə tutulub.", "shelling", "az"),
        ("Füzuli işğal olunub.", "territorial_change", "az"),
        ("Füzuli işğaldan azad edilib.", "territorial_change", "az"),
        ("Tərtər istiqamətində Azərbaycan hərbçisi şəhid olub.", "armed_clash", "az"),
        ("Թարթառը հրետակոծվել է։", "shelling", "hy"),
        ("Լաչինի միջանցքը շրջափակվել է։", "blockade", "hy"),
        ("Շուշին ազատագրվել է 1992 թվականին։", "territorial_change", "hy"),
        ("ՊՆ խոսնակը հայտնել է, որ հակառակորդը հրետակոծել է Ասկերանը։", "shelling", "hy"),
    ],
)
@pytest.mark.parametrize("outlet", ["news.az", "news.am", "BBC"])
def test_nobody_is_blamed_who_is_not_named(text: str, event_type: str, language: str, outlet: str) -> None:
    document = Document("text", text, outlet=outlet, published=date(2020, 9, 30), language=language)
    found = [event for event in read(document, places(), lexicon()).events if event.event_type == event_type]
    assert [(event.actor, event.actor_basis) for event in found] == [(None, "none")]


@pytest.mark.parametrize(
    ("text", "event_type", "language", "actor", "target"),
    [
        ("Обстрелу со стороны Азербайджана подвергся Мартакерт.", "shelling", "ru", "Azerbaijan", None),
        ("Обстрелу со стороны Армении подвергся Тертер.", "shelling", "ru", "Armenia", None),
        ("Со стороны Армении обстрелян Тертер.", "shelling", "ru", "Armenia", None),
        ("Армянские вооруженные силы подвергли обстрелу Тертер.", "shelling", "ru", "Armenian forces", None),
        ("Ադրբեջանի զինված ուժերը հրետակոծել են Ջերմուկը։", "shelling", "hy", "Azerbaijani forces", None),
        ("Ադրբեջանը կրակի տակ է պահել Մարտունի քաղաքը։", "armed_clash", "hy", "Azerbaijan", None),
        ("Հայկական ուժերը հրետակոծել են Թարթառը։", "shelling", "hy", "Armenian forces", None),
        ("Ստեփանակերտը հրետակոծվել է Ադրբեջանի կողմից։", "shelling", "hy", "Azerbaijan", None),
        ("Laçın rayonu Ermənistan tərəfindən artilleriyadan atəşə tutulub.", "shelling", "az", "Armenia", None),
        ("Tərtər Ermənistan silahlı qüvvələri tərəfindən atəşə tutulub.", "shelling", "az", "Armenian forces", None),
        ("Armenia shelled Azerbaijani positions near Tartar.", "shelling", "en", "Armenia", "Azerbaijani forces"),
        ("Ganja came under Armenian rocket fire.", "shelling", "en", "Armenia", None),
        ("Azerbaijan condemned Armenia's shelling of Ganja.", "shelling", "en", "Armenia", None),
        ("Armenia condemned the shelling of Jermuk by Azerbaijan.", "shelling", "en", "Azerbaijan", None),
    ],
)
def test_a_role_shown_by_grammar_names_the_actor(
    text: str, event_type: str, language: str, actor: str, target: str | None
) -> None:
    event = only(text, event_type, language=language)
    assert (event.actor, event.actor_basis, event.target) == (actor, "stated", target)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Azerbaijan condemned the shelling of Ganja.", "en"),
        ("Human Rights Watch documented a cluster munition attack on Barda that killed 21 civilians in October.", "en"),
        ("Amnesty International verified the shelling of Barda.", "en"),
        ("The Ministry of Defence of Armenia reported the shelling of Jermuk.", "en"),
        ("В азербайджанском городе Гянджа ракета попала в жилой дом.", "ru"),
        ("Ermənistan tərəfi Azərbaycan bölmələrinin Movses kəndini toplardan vurduğunu yazıb.", "az"),
        ("Azerbaijan opened a school in Hadrut. Shusha was shelled.", "en"),
    ],
)
def test_who_watches_condemns_or_reports_is_not_the_one_who_fired(text: str, language: str) -> None:
    assert {event.actor for event in events(text, language=language) if event.event_type == "shelling"} == {None}


def test_nobody_acts_against_its_own_side() -> None:
    for text in (
        "Azerbaijani forces shelled Azerbaijani positions near Tartar.",
        "Armenia shelled Armenian positions.",
    ):
        for event in events(text):
            assert event.actor is None or event.actor.split()[0] != (event.target or "-").split()[0]


def test_what_was_done_in_the_sentence_before_says_nothing_of_who_does_it_now() -> None:
    text = "Azerbaijani forces shelled Martuni on Monday. Hadrut was shelled as well."
    assert [event.actor for event in events(text) if event.place_id == "hadrut"] == [None]
