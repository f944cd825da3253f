from datetime import date

import pytest

from corpus import Document
from extract import explain, read
from extract.dates import shift
from tests.extract.lexica import events, lexicon, only, places


def days(text: str, event_type: str) -> tuple[str, str, str]:
    event = only(text, event_type)
    return (str(event.date_start), str(event.date_end), event.date_basis)


def test_the_date_of_the_clause_counts() -> None:
    assert days("Shusha was shelled on September 18.", "shelling") == ("2023-09-18", "2023-09-18", "stated")


def test_each_of_two_events_has_the_date_of_its_own_clause() -> None:
    text = "Talish was captured on September 17, and Shusha was shelled on September 18."
    dates = {event.event_type: str(event.date_start) for event in events(text)}
    assert dates == {"territorial_change": "2023-09-17", "shelling": "2023-09-18"}


def test_the_date_is_carried_to_the_next_sentence_of_the_paragraph_only() -> None:
    text = "Shusha was shelled on September 18. Hundreds fled to Goris.\n\nPrisoners were exchanged in Gazakh."
    dates = {event.event_type: str(event.date_start) for event in events(text)}
    assert dates["displacement"] == "2023-09-18"
    assert dates["prisoners"] == "2023-09-20"


def test_what_happens_over_the_years_has_no_date() -> None:
    assert days("There have been sporadic clashes in Shusha over the years.", "armed_clash") == ("None", "None", "none")


def test_a_day_counts_before_a_year_of_the_same_clause() -> None:
    text = "Armenia has been holding its Unity 2014 exercises near Talish since November 6."
    event = only(text, "military_movement", published="2014-11-14")
    assert str(event.date_start) == "2014-11-06"


@pytest.mark.parametrize("published", [date.min, date.max, date(1899, 12, 31), date(2101, 1, 1)])
def test_a_day_of_publication_that_can_be_none_is_none(published: date) -> None:
    text = "Azerbaijani forces shelled Shusha. Yesterday, on Tuesday and tomorrow people fled to Goris."
    document = Document("text", text, published=published)
    undated = read(Document("text", text), places(), lexicon())
    assert read(document, places(), lexicon()) == undated
    assert {event.published for event in undated.events} == {None}
    assert len(explain(document, places(), lexicon())) == 2


@pytest.mark.parametrize("published", [date(1900, 1, 1), date(2100, 12, 31)])
def test_the_first_and_the_last_day_are_read(published: date) -> None:
    text = "Azerbaijani forces shelled Shusha. Yesterday, on Tuesday and tomorrow people fled to Goris."
    found = read(Document("text", text, published=published), places(), lexicon())
    assert found.events
    assert all(event.date_start <= event.date_end for event in found.events if event.date_start and event.date_end)


@pytest.mark.parametrize(
    ("day", "days", "shifted"),
    [
        (date(2020, 10, 8), -1, date(2020, 10, 7)),
        (date(2020, 10, 8), 1.4, date(2020, 10, 9)),
        (date.min, -1, date(1900, 1, 1)),
        (date.max, 1e300, date(2100, 12, 31)),
        (date(2000, 1, 1), -1e300, date(1900, 1, 1)),
    ],
)
def test_days_are_counted_within_two_centuries(day: date, days: float, shifted: date) -> None:
    assert shift(day, days) == shifted
