import pytest

from tests.extract.lexica import events, only


@pytest.mark.parametrize(
    ("text", "event_type", "place", "precision"),
    [
        ("In Shusha, a city in Karabakh, shells fell.", "shelling", "shusha", "point"),
        ("The village of Talish in the Martakert district was shelled.", "shelling", "talish", "point"),
        ("There was shelling in the Martakert district.", "shelling", "aghdara-district", "district"),
        ("Fighting went on in Nagorno-Karabakh.", "armed_clash", "nagorno-karabakh", "region"),
        ("Azerbaijan blocked the Lachin road.", "blockade", "lachin-corridor", "route"),
    ],
)
def test_the_most_exact_place_of_the_sentence_counts(text: str, event_type: str, place: str, precision: str) -> None:
    event = only(text, event_type)
    assert (event.place_id, event.geo_precision) == (place, precision)


def test_a_capital_that_speaks_is_no_place_of_an_event() -> None:
    event = only("Baku said that Talish had been shelled.", "shelling")
    assert event.place_id == "talish"
    assert "baku" not in {event.place_id for event in events("Baku said that there had been shelling.")}


def test_a_byline_and_a_dateline_are_no_places_of_events() -> None:
    found = events("YEREVAN, September 21. The town of Talish was shelled.\n\nBy Ann Smith in Tbilisi")
    assert {event.place_id for event in found} == {"talish"}


def test_near_a_place_has_a_radius() -> None:
    near, at = only("Shots were fired near Shusha.", "armed_clash"), only("Shots were fired in Shusha.", "armed_clash")
    assert (near.place_id, near.radius_km) == ("shusha", 5.0)
    assert (at.place_id, at.radius_km) == ("shusha", None)


def test_a_sentence_without_a_place_goes_on_about_the_place_before() -> None:
    text = "A convoy reached Shusha on Monday. Shells fell on the market in the evening."
    assert only(text, "shelling").place_id == "shusha"


def test_without_any_place_the_region_of_the_text_counts_for_violence_and_not_for_talks() -> None:
    text = "Nagorno-Karabakh is quiet again.\n\nFighting had gone on for a day.\n\nThe ministers met on Monday."
    places = {event.event_type: event.place_id for event in events(text)}
    assert places["armed_clash"] == "nagorno-karabakh"
    assert places["diplomacy"] is None


def test_a_movement_from_one_place_to_another_is_a_line() -> None:
    event = only("A Red Cross convoy with flour drove from Aghdam to Stepanakert via Askeran.", "humanitarian_aid")
    assert event.via == ("aghdam", "askeran", "khankendi")


def test_where_a_text_was_sent_from_and_where_a_region_has_its_middle_is_no_part_of_a_road() -> None:
    text = (
        "Two trucks of the Red Cross took aid to Nagorno-Karabakh by the Lachin-Khankendi and Agdam-Khankendi roads, "
        "the agency reported from Baku."
    )
    found = {event.place_id: event for event in events(text) if event.event_type == "humanitarian_aid"}
    assert set(found) == {"lachin-corridor", "aghdam-khankendi-road"}
    assert {(event.geo_precision, event.radius_km, event.via) for event in found.values()} == {("route", None, ())}


@pytest.mark.parametrize(
    "text",
    [
        "A convoy with flour drove to Nagorno-Karabakh from Goris.",
        "A convoy with flour reached Stepanakert, the agency reported from Baku.",
        "From Armenia a convoy with flour drove to Stepanakert.",
    ],
)
def test_no_movement_begins_at_a_dateline_or_ends_in_an_area(text: str) -> None:
    assert only(text, "humanitarian_aid").via == ()


def test_roads_that_a_sentence_says_were_opened_come_before_the_region_that_they_lead_to() -> None:
    text = (
        "Azerbaijan opened two roads into Karabakh for aid of the Red Cross: the Lachin corridor from Armenia and "
        "Azerbaijan's Aghdam road."
    )
    opened = [event.place_id for event in events(text) if event.event_type == "route_opening"]
    assert opened == ["lachin-corridor", "aghdam-khankendi-road"]


def test_a_road_that_is_offered_is_not_closed_with_the_other() -> None:
    assert (
        only("Azerbaijan closed the Lachin road and offers the Aghdam road.", "blockade").place_id == "lachin-corridor"
    )


def test_where_an_office_sits_is_no_place_of_what_happens_out_there() -> None:
    text = "There was no peace in Karabakh. The ministry in Baku closed the airspace on Monday."
    assert only(text, "blockade").place_id != "baku"


def test_a_capital_that_reports_is_no_further_place_of_the_list() -> None:
    found = events("Soldiers traded fire near Talish, Yerevan reported.")
    assert [event.place_id for event in found if event.event_type == "armed_clash"] == ["talish"]


def test_metres_from_a_place_are_near_it() -> None:
    assert only("A helicopter was shot down some 500 meters from Talish.", "air_strike").place_id == "talish"


def test_a_text_about_one_town_goes_on_about_it_and_not_about_the_region() -> None:
    text = (
        "Nagorno-Karabakh is tense. Shells fell on Shusha on Monday.\n\nThe mayor was calm. All was quiet.\n\n"
        "Four houses were destroyed by looters."
    )
    assert only(text, "violence_against_civilians").place_id == "shusha"


def test_people_flee_from_the_place_that_was_lost_rather_than_from_the_one_they_go_toward() -> None:
    text = "Talish was overrun by Azerbaijani forces on Monday, and its families escaped toward Madagiz."
    assert only(text, "displacement").place_id == "talish"
