from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.extract.lexica import CASES, events, only

Case = tuple[str, str, list[str]]


def found_cases() -> list[Case]:
    return [(language, row[0], row[1:]) for language, row in rows("found")]


def refused_cases() -> list[tuple[str, str]]:
    return [(language, sentence) for language, sentence in rows("refused")]


def rows(what: str) -> Iterator[tuple[str, Any]]:
    """Every row of the files ``events_<language>_<what>.yaml`` with its language."""
    for path in sorted(CASES.glob(f"events_*_{what}.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        yield from ((path.name.split("_")[1], row) for group in content.values() for row in group)


@pytest.mark.parametrize(("language", "text", "expected"), found_cases())
def test_the_sentence_tells_of_these_events(language: str, text: str, expected: list[str]) -> None:
    found = events(text, language=language)
    wanted = [tuple(each.split(" @ ")) for each in expected]
    assert Counter(event.event_type for event in found) == Counter(event_type for event_type, _ in wanted)
    for event_type, place in wanted:
        assert place == "-" or (event_type, place) in {(event.event_type, event.place_id) for event in found}


@pytest.mark.parametrize(("language", "text"), refused_cases())
def test_the_sentence_tells_of_nothing_that_happened(language: str, text: str) -> None:
    assert [event.event_type for event in events(text, language=language) if event.status != "denied"] == []


def test_every_event_quotes_its_sentence() -> None:
    text = "It rained. Azerbaijani forces shelled Shusha on Tuesday. People fled to Goris."
    for event in events(text):
        assert text[event.evidence_start : event.evidence_end] == event.evidence
        assert event.evidence_start <= event.trigger_start < event.trigger_end <= event.evidence_end


def test_what_headline_and_lead_tell_is_one_event() -> None:
    text = "Shusha shelled\n\nShusha was shelled on Tuesday, officials said.\n\nThe shelling went on for an hour."
    assert only(text, "shelling").place_id == "shusha"


def test_a_list_of_places_makes_one_event_each() -> None:
    found = events("The villages of Zabukh and Sus and the town of Lachin were captured.")
    assert sorted(event.place_id or "" for event in found) == ["lachin", "sus", "zabukh"]


def test_two_types_in_one_sentence_are_two_events() -> None:
    found = events("Azerbaijan shelled Martakert and captured Talish on Saturday.")
    assert {(event.event_type, event.place_id) for event in found} >= {("territorial_change", "talish")}
    assert "shelling" in {event.event_type for event in found}


def test_what_one_side_claims_and_the_other_denies_is_one_claimed_event() -> None:
    text = "Karabakh accused Azerbaijan of shelling Shusha.\n\nBaku denies that Shusha was shelled."
    event = only(text, "shelling")
    assert (event.status, event.place_id) == ("claimed", "shusha")


def test_a_denial_of_what_nobody_claims_is_kept_and_marked() -> None:
    assert only("The Defence Ministry denies that its army shelled Shusha.", "shelling").status == "denied"


def test_an_accusation_is_a_claim_of_the_accuser_about_the_accused() -> None:
    event = only("Armenia accused Azerbaijan of attacking its positions near Sotk.", "armed_clash")
    assert (event.status, event.claimed_by, event.actor) == ("claimed", "Armenia", "Azerbaijan")


def test_what_a_ministry_says_it_did_is_its_claim_and_names_no_doer_by_a_pronoun() -> None:
    event = only("Azerbaijan's Defence Ministry said that it had captured Talish.", "territorial_change")
    assert (event.status, event.actor) == ("claimed", None)


def test_a_background_war_has_its_own_years() -> None:
    event = only("The First Karabakh war was fought in 1991-1994.", "armed_clash")
    assert event.date_start is not None
    assert event.date_start.year < 1995
    assert event.date_basis == "stated"


def test_news_without_a_date_is_of_the_day_of_publication_or_the_day_before() -> None:
    event = only("Shusha was shelled.", "shelling")
    assert (str(event.date_start), str(event.date_end), event.date_basis) == ("2023-09-20", "2023-09-21", "publication")


def test_without_a_date_of_publication_the_news_has_none() -> None:
    event = only("Shusha was shelled.", "shelling", published=None)
    assert (event.date_start, event.date_basis) == (None, "none")


def test_the_dead_are_counted_once_and_children_are_civilians_apart() -> None:
    text = "At least 34 people, including two children, were killed when rockets hit Stepanakert on Tuesday."
    event = only(text, "shelling")
    assert (event.killed_low, event.killed_high) == (34, None)
    assert (event.civilians_killed_low, event.civilians_killed_high) == (2, 2)


def test_a_language_without_a_lexicon_yields_no_events() -> None:
    assert events("Chouchi a été bombardée.", language="fr") == ()


def test_boilerplate_yields_nothing() -> None:
    text = "Shusha was shelled.\n\nSubscribe to our newsletter for more on the shelling of Stepanakert."
    assert [event.place_id for event in events(text)] == ["shusha"]


def test_event_ids_are_stable_and_distinct() -> None:
    text = "Shusha and Stepanakert were shelled. Hundreds fled to Goris."
    first, again = events(text), events(text)
    assert [event.event_id for event in first] == [event.event_id for event in again]
    assert len({event.event_id for event in first}) == len(first)


def test_who_is_called_the_enemy_is_not_named() -> None:
    text = "ՊՆ խոսնակը հայտնել է, որ հակառակորդը հրետակոծել է Ասկերանը։"
    event = only(text, "shelling", language="hy")
    assert (event.status, event.actor) == ("claimed", None)


def test_a_genitive_in_armenian_owns_and_does_not_act() -> None:
    text = "Արցախի ինքնապաշտպանության ուժերը գրավեցին Շուշին։"
    event = only(text, "territorial_change", language="hy")
    assert (event.place_id, event.actor) == ("shusha", "Karabakh Armenian authorities")


def test_an_armenian_sentence_that_bears_the_mark_of_a_question_asks() -> None:
    assert events("Գրավե՞լ են արդեն Շուշին, հարցնում էին բոլորը։", language="hy") == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ճանապարհի մասին «Ազատություն»-ը հայտնում է։", "hy"),
        ("Լաչինի ճանապարհը փակ է չորրորդ օրը, գրում է «Ազատություն» ռադիոկայանը։", "hy"),
        ("Yol barədə “Azadlıq” yazır.", "az"),
        ("О дороге пишет Радио Свобода.", "ru"),
        ("Radio Liberty wrote of the road.", "en"),
    ],
)
def test_the_name_of_an_outlet_opens_no_road(text: str, language: str) -> None:
    assert "route_opening" not in {event.event_type for event in events(text, language=language)}
