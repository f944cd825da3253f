import pytest

from tests.extract.lexica import events


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Azerbaijani troops captured Talish.", "reported"),
        ("Azerbaijani troops captured Talish, the local media report.", "reported"),
        ("Baku claims that its troops captured Talish.", "claimed"),
        ("The Azerbaijani Defence Ministry said that its troops had captured Talish.", "claimed"),
        ("Karabakh accused Azerbaijan of capturing Talish.", "claimed"),
        ("Baku denied that its troops had captured Talish.", "denied"),
    ],
)
def test_the_status_follows_who_says_it(text: str, status: str) -> None:
    assert [event.status for event in events(text) if event.event_type == "territorial_change"] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Azerbaijani troops will capture Talish.",
        "Azerbaijani troops may have captured Talish.",
        "If they capture Talish, the war is lost.",
        "They plan to capture Talish.",
        "He urged the army to capture Talish.",
        "Have they captured Talish?",
        "Talish has not been captured.",
    ],
)
def test_what_is_not_real_is_no_event(text: str) -> None:
    assert [event for event in events(text) if event.event_type == "territorial_change"] == []


def test_a_past_deed_after_a_plan_is_still_a_deed() -> None:
    found = events("The soldiers were asked to stop the car and fired at it near Shusha.")
    assert [event.event_type for event in found] == ["armed_clash"]


def test_an_infinitive_after_a_verb_of_beginning_is_real() -> None:
    assert [event.place_id for event in events("The peacekeepers began to withdraw from Kalbajar.")] == ["kalbajar"]


def test_displacement_told_by_an_official_is_no_mere_claim() -> None:
    (event,) = events("The Armenian government said that 13,000 refugees had arrived in Goris.")
    assert (event.event_type, event.status) == ("displacement", "reported")
