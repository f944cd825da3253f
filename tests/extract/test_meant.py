"""Who acts is told by case and voice where the verb stands last, and by whose text it is where nobody is named."""

import pytest

from tests.extract.lexica import only


def actor(text: str, event_type: str, language: str = "az") -> tuple[str | None, str | None]:
    event = only(text, event_type, language=language)
    return event.actor, event.target


def test_the_subject_acts_and_the_owner_of_the_object_suffers() -> None:
    text = "Ermənistan silahlı qüvvələri Azərbaycan Ordusunun mövqelərini snayper tüfənglərindən atəşə tutub."
    assert actor(text, "armed_clash") == ("Armenian forces", "Azerbaijani forces")


def test_the_owner_of_a_noun_that_tells_of_the_deed_acts() -> None:
    assert actor("Tovuzda düşmənin hücumu dəf edilib.", "armed_clash")[0] == "Armenia"
    assert actor("Mayın 24-də kəndlər Azərbaycanın nəzarətinə keçib.", "territorial_change")[0] == "Azerbaijan"


def test_who_stands_before_by_acts() -> None:
    text = "Laçın rayonu Ermənistan tərəfindən artilleriyadan atəşə tutulub."
    assert actor(text, "shelling")[0] == "Armenia"


@pytest.mark.parametrize(
    ("text", "event_type", "who"),
    [
        ("Goranboyun kəndləri minaatanlardan atəşə tutulub.", "shelling", "Armenia"),
        ("Füzuli işğal olunub.", "territorial_change", "Armenia"),
        ("Füzuli işğaldan azad edilib.", "territorial_change", "Azerbaijan"),
    ],
)
def test_a_text_of_a_side_implies_whose_deed_it_is(text: str, event_type: str, who: str) -> None:
    assert actor(text, event_type)[0] == who


def test_who_complains_of_a_shelling_means_the_other_side() -> None:
    text = "Ermənistan mətbuatı iddia edir ki, Ağdərədə evlər artilleriya ilə vurulub."
    event = only(text, "shelling", language="az")
    assert (event.actor, event.status) == ("Azerbaijan", "claimed")


def test_the_accused_stands_in_the_accusative_and_the_accuser_does_not() -> None:
    event = only("Bakı İrəvanı atəşkəsi pozmaqda ittiham edib.", "ceasefire_violation", language="az")
    assert (event.actor, event.claimed_by, event.status) == ("Armenia", "Azerbaijan", "claimed")


def test_a_soldier_who_fell_did_not_act() -> None:
    event = only("Tərtər istiqamətində Azərbaycan hərbçisi şəhid olub.", "armed_clash", language="az")
    assert (event.actor, event.target) == ("Armenia", "Azerbaijani forces")


def test_the_ending_of_a_name_is_not_taken_for_a_case() -> None:
    """Ağdərə and Bərdə end as datives and locatives do."""
    event = only("Bərdə raketlə vurulub.", "shelling", language="az")
    assert event.place_id == "barda"
    assert event.radius_km is None


def test_a_pair_joined_by_a_dash_is_one_place() -> None:
    event = only("Ağdərə–Tərtər istiqamətində hücum dəf edilib.", "armed_clash", language="az")
    assert event.place_id == "aghdara"
