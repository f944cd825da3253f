import pytest

from corpus import Document
from extract.pipeline import gather
from extract.places.unnamed import with_unnamed
from extract.records import Mention
from tests.extract.reading import events, only, places


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


def placing(text: str, language: str) -> list[Mention]:
    document = Document("text", text, language=language)
    return list(with_unnamed(document, gather(document, places())[0], places()).mentions)


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("The capital of Nagorno-Karabakh was shelled.", "en", "khankendi"),
        ("Nagorno-Karabakh's capital came under fire.", "en", "khankendi"),
        ("Shells hit Karabakh's main city at noon.", "en", "khankendi"),
        ("The capital of the unrecognised Republic of Artsakh was quiet.", "en", "khankendi"),
        ("Столицу Нагорного Карабаха обстреляли ночью.", "ru", "khankendi"),
        ("В столице непризнанной НКР звучат сирены.", "ru", "khankendi"),
        ("В крупнейшем городе Карабаха нет света.", "ru", "khankendi"),
        ("Dağlıq Qarabağın paytaxtında partlayış olub.", "az", "khankendi"),
        ("Qondarma respublikanın paytaxtı susur.", "az", "khankendi"),
        ("Ղարաբաղի մայրաքաղաքը հրթիռակոծվել է։", "hy", "khankendi"),
        ("Լեռնային Ղարաբաղի մայրաքաղաքում պայթյուն է եղել։", "hy", "khankendi"),
        ("Armenia's capital is calm.", "en", "yerevan"),
        ("Azərbaycanın paytaxtında mitinq olub.", "az", "baku"),
        ("The cultural capital of Azerbaijan was rebuilt.", "en", "shusha"),
        ("Культурная столица Карабаха в огне.", "ru", "shusha"),
    ],
)
def test_the_capital_of_a_land_is_the_town_and_not_the_land(text: str, language: str, place: str) -> None:
    assert [mention.place_id for mention in placing(text, language)] == [place]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ani was the medieval capital of Armenia.", "en"),
        ("В древней столице Армении нашли монету.", "ru"),
        ("Հայաստանի հին մայրաքաղաքում պեղումներ են։", "hy"),
    ],
)
def test_a_capital_of_the_past_is_not_todays(text: str, language: str) -> None:
    assert "yerevan" not in {mention.place_id for mention in placing(text, language)}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The capital of Karabakh was shelled.", "en"),
        ("Столица Арцаха обстреляна.", "ru"),
        ("Qarabağın paytaxtı atəşə tutulub.", "az"),
        ("Արցախի մայրաքաղաքը լռում է։", "hy"),
    ],
)
def test_the_contested_capital_is_shown_under_both_its_names(text: str, language: str) -> None:
    assert [mention.place_name for mention in placing(text, language)] == ["Khankendi / Stepanakert"]


def test_a_capital_in_apposition_is_the_town_that_is_named() -> None:
    found = placing("In Stepanakert, the Karabakh capital, sirens sounded.", "en")
    assert [mention.text for mention in found if mention.place_id == "khankendi"] == ["Stepanakert"]
