from datetime import date

from extract.reader.merging import merged
from extract.records import Event


def told(event_id: str, start: int, **more: object) -> Event:
    given: dict[str, object] = {
        "event_type": "shelling", "evidence": "", "evidence_start": 0, "evidence_end": 0, "trigger_start": start,
        "trigger_end": start + 1, "date_start": date(2020, 10, 1), "date_end": date(2020, 10, 1), "confidence": 0.5,
    }  # fmt: skip
    return Event(event_id=event_id, doc_id="d", **(given | more))  # type: ignore[arg-type]


def test_two_tellings_of_one_place_and_day_are_one_and_the_surer_stays() -> None:
    one, two = told("a", 1, place_id="shusha"), told("b", 9, place_id="shusha", confidence=0.9)
    assert [event.event_id for event in merged([one, two])] == ["b"]


def test_a_telling_without_place_takes_that_of_the_other() -> None:
    one, two = told("a", 1, confidence=0.9), told("b", 9, place_id="shusha", place_name="Shusha", place_basis="stated")
    (event,) = merged([one, two])
    assert (event.event_id, event.place_id, event.place_basis) == ("a", "shusha", "carried")


def test_other_places_types_and_days_stay_apart() -> None:
    base = told("a", 1, place_id="shusha")
    others = [
        told("b", 9, place_id="lachin"),
        told("c", 9, place_id="shusha", event_type="protest"),
        told("d", 9, place_id="shusha", date_start=date(2020, 10, 5), date_end=date(2020, 10, 6)),
        told("e", 9, place_id="shusha", date_start=None, date_end=None),
    ]
    for other in others:
        assert len(merged([base, other])) == 2


def test_the_places_of_one_trigger_stay_apart() -> None:
    one, two = told("a", 1, place_id="shusha"), told("b", 1)
    assert len(merged([one, two])) == 2


def test_a_telling_without_figures_takes_those_of_the_other() -> None:
    one, two = told("a", 1, place_id="shusha", confidence=0.9), told("b", 9, place_id="shusha", killed_low=2)
    (event,) = merged([one, two])
    assert (event.event_id, event.killed_low) == ("a", 2)
