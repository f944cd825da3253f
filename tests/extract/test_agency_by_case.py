"""Who acts is told by case and voice where the verb stands last."""

from tests.extract.lexica import only


def actor(text: str, event_type: str, language: str = "az") -> tuple[str | None, str | None]:
    event = only(text, event_type, language=language)
    return event.actor, event.target


def test_the_subject_acts_and_the_owner_of_the_object_suffers() -> None:
    text = "Ermənistan silahlı qüvvələri Azərbaycan Ordusunun mövqelərini snayper tüfənglərindən atəşə tutub."
    assert actor(text, "armed_clash")[0] == "Armenian forces"


def test_the_owner_of_a_noun_that_tells_of_the_deed_acts() -> None:
    assert actor("Tovuzda Ermənistanın hücumu dəf edilib.", "armed_clash")[0] == "Armenia"


def test_who_stands_before_by_acts() -> None:
    text = "Laçın rayonu Ermənistan tərəfindən artilleriyadan atəşə tutulub."
    assert actor(text, "shelling")[0] == "Armenia"


def test_the_accused_stands_in_the_accusative_and_the_accuser_does_not() -> None:
    event = only("Bakı İrəvanı atəşkəsi pozmaqda ittiham edib.", "ceasefire_violation", language="az")
    assert (event.actor, event.claimed_by, event.status) == ("Armenia", "Azerbaijan", "claimed")


def test_the_ending_of_a_name_is_not_taken_for_a_case() -> None:
    """Ağdərə and Bərdə end as datives and locatives do."""
    event = only("Bərdə raketlə vurulub.", "shelling", language="az")
    assert event.place_id == "barda"
    assert event.radius_km is None


def test_a_pair_joined_by_a_dash_is_one_place() -> None:
    event = only("Ağdərə–Tərtər istiqamətində hücum dəf edilib.", "armed_clash", language="az")
    assert event.place_id == "aghdara"
