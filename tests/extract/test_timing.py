from tests.extract.lexica import events, only


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
