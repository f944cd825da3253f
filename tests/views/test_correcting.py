from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpus import Document
from corpus.readings import STATUSES, ReadEvent, Reading, parse_reading, written
from extract import Event, Mention, Unresolved
from geo import Store
from views.correcting import FIELDS, begun, choices, drafted, event_of, faults, kept_as, offered, with_event, without
from views.reader_correct import fault_in_words, line
from views.reader_document import ReadDocument, read_document
from views.texts import LANGUAGES, Texts
from views.told import Told

TEXT = (
    "On Tuesday Azerbaijani forces shelled Shusha, killing three people. "
    "Residents of Blorgkend said on Monday that the road was open."
)
FIRST, SECOND = "On Tuesday Azerbaijani forces shelled Shusha, killing three people.", TEXT[68:]
MENTION = Mention("d", 38, 44, "Shusha", "shusha", "Shusha", "city", 46.7, 39.7, "en", None, "literal", "")
UNKNOWN = Unresolved("d", 81, 90, "Blorgkend", SECOND, "a village")
EVENT = Event(
    "e", "d", "shelling", FIRST, 0, len(FIRST), 30, 37, date_start=date(2020, 10, 6), date_end=date(2020, 10, 6),
    when_start=3, when_end=10, place_start=38, place_end=44, actor_start=11, actor_end=29, killed_low=3, killed_high=3,
)  # fmt: skip
DOCUMENT = Document("d", TEXT, title="Shelling", published=date(2020, 10, 8), language="en")
READ = ReadDocument(DOCUMENT, (MENTION,), (Told(EVENT),), (UNKNOWN,))
OFFERED = offered(READ)
BEFORE = ReadEvent(
    "shelling", FIRST, "shelled", place="Shusha", time="Tuesday", start=date(2020, 10, 6), end=date(2020, 10, 6)
)


def said(**more: object) -> dict[str, object]:
    """What stands in the form of the first event, but for what is given."""
    form = {"type": BEFORE.event_type, **{field: getattr(BEFORE, field) for field in FIELDS if field != "type"}}
    return {field: more.get(field, value) for field, value in form.items()}


def test_what_the_machine_read_is_where_corrections_begin() -> None:
    (event,) = begun(READ, None).events
    assert (event.event_type, event.trigger, event.place, event.time) == ("shelling", "shelled", "Shusha", "Tuesday")
    assert (event.actor, event.start, event.status) == ("Azerbaijani forces", date(2020, 10, 6), "reported")


def test_figures_are_found_again_in_the_text() -> None:
    (event,) = begun(READ, None).events
    assert event.killed is not None
    assert event.killed in FIRST
    assert "three" in event.killed
    assert event.wounded is None


def test_what_a_person_read_before_wins_and_what_was_saved_last_wins_over_that() -> None:
    kept, beside = written(Reading((BEFORE,))), "events: []\n"
    read = replace(READ, document=replace(DOCUMENT, reading=beside))
    assert begun(read, None).events == ()
    assert [event.trigger for event in begun(read, kept).events] == ["shelled"]


def test_a_saved_reading_with_a_fault_is_passed_over() -> None:
    assert len(begun(READ, "events: [").events) == 1
    assert len(begun(READ, written(Reading((replace(BEFORE, place="Baku"),)))).events) == 1


@pytest.mark.parametrize("doc_id", list("abcdefgh"))
def test_what_corrections_begin_with_has_no_fault(store: Store, doc_id: str) -> None:
    read = read_document(store, doc_id)
    assert read is not None
    reading = drafted(read).reading
    assert len(reading.events) == len(read.events)
    _, problems = parse_reading(written(reading), "x", read.document.text, read.document.title)
    assert problems == []


def test_all_that_was_found_can_be_chosen_in_the_words_of_the_text() -> None:
    assert OFFERED.sentences == (FIRST, SECOND)
    assert OFFERED.words["place"] == ("Shusha", "Blorgkend")
    assert "Azerbaijani forces" in OFFERED.words["actor"]
    assert all(words in TEXT for found in OFFERED.words.values() for words in found)
    assert all(words in TEXT for words in OFFERED.days)


def test_what_stands_in_the_sentence_is_offered_first() -> None:
    assert choices(OFFERED, "place", SECOND, None) == ("", "Blorgkend", "Shusha")
    assert choices(OFFERED, "place", SECOND, "road") == ("", "road", "Blorgkend", "Shusha")


def test_a_form_that_was_not_touched_changes_nothing() -> None:
    assert event_of(said(), FIRST, BEFORE, OFFERED) == BEFORE


def test_an_empty_field_is_what_the_text_does_not_say() -> None:
    event = event_of(said(place="", time=" ", start=None, end=None), FIRST, BEFORE, OFFERED)
    assert (event.place, event.time, event.start, event.end) == (None, None, None, None)


def test_days_follow_the_words_of_the_date_unless_they_are_chosen_too() -> None:
    monday = next(words for words in OFFERED.days if "Monday" in words)
    moved = event_of(said(time=monday), FIRST, BEFORE, OFFERED)
    assert (moved.start, moved.end) == (date(2020, 10, 5), date(2020, 10, 5))
    chosen = event_of(said(time=monday, start=date(2020, 9, 28), end=date(2020, 9, 29)), FIRST, BEFORE, OFFERED)
    assert (chosen.start, chosen.end) == (date(2020, 9, 28), date(2020, 9, 29))


@pytest.mark.parametrize("field", ["start", "end"])
def test_one_day_is_first_and_last(field: str) -> None:
    day = date(2020, 9, 28)
    event = event_of({**said(start=None, end=None), field: day}, FIRST, BEFORE, OFFERED)
    assert (event.start, event.end) == (day, day)


def test_what_is_background_stays_background() -> None:
    assert not event_of(said(), FIRST, replace(BEFORE, core=False), OFFERED).core
    assert event_of(said(), FIRST, None, OFFERED).core


def test_a_missing_event_comes_where_the_text_tells_it() -> None:
    reading = Reading((BEFORE,), leaves_out=("target",))
    opened = ReadEvent("route_opening", SECOND, "open")
    forces = ReadEvent("military_movement", FIRST, "forces")
    after = with_event(with_event(reading, None, opened, TEXT), None, forces, TEXT)
    assert [event.trigger for event in after.events] == ["forces", "shelled", "open"]
    assert after.leaves_out == ("target",)


def test_a_corrected_event_takes_the_place_of_the_one_that_was_wrong() -> None:
    reading = Reading((BEFORE, ReadEvent("route_opening", SECOND, "open")))
    after = with_event(reading, 0, replace(BEFORE, event_type="armed_clash"), TEXT)
    assert [event.event_type for event in after.events] == ["armed_clash", "route_opening"]
    assert without(after, 0).events == reading.events[1:]


@pytest.mark.parametrize(
    ("wrong", "about"),
    [
        ({"trigger": ""}, "trigger.missing"),
        ({"trigger": "was open"}, "trigger.outside"),
        ({"trigger": "On Tuesday Azerbaijani forces shelled Shusha"}, "trigger.long"),
        ({"place": "Baku"}, "place.absent"),
        ({"time": "yesterday"}, "time.absent"),
        ({"actor": "forces", "target": "forces"}, "target.same"),
        ({"start": date(2020, 10, 7), "end": date(2020, 10, 6)}, "start.late"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_with_a_form_is_said_in_the_language_of_the_page(
    wrong: dict[str, object], about: str, language: str
) -> None:
    (problem,) = faults(event_of(said(**wrong), FIRST, BEFORE, OFFERED), DOCUMENT)
    assert problem.about == about
    shown = fault_in_words(problem, Texts(language))
    assert shown.startswith("<strong>")
    assert 'lang="en"' not in shown


def test_words_of_the_title_may_be_chosen_too() -> None:
    assert faults(event_of(said(target="Shelling"), FIRST, BEFORE, OFFERED), DOCUMENT) == ()


def test_a_fault_that_has_no_words_of_its_own_is_shown_as_text() -> None:
    (problem,) = faults(replace(BEFORE, event_type="<script>"), DOCUMENT)
    shown = fault_in_words(problem, Texts("ru"))
    assert "&lt;script&gt;" in shown
    assert "<script" not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_is_told_in_a_line(language: str) -> None:
    told = line(0, replace(BEFORE, place=None, start=None, end=None), Texts(language))
    assert told.startswith("1. ")
    assert told.endswith("(shelled)")
    assert "None" not in told
    assert all(Texts(language).has(f"status.{status}") for status in STATUSES)


def test_ones_own_text_is_kept_under_the_id_that_it_came_with() -> None:
    own = replace(DOCUMENT, doc_id="own-2-news/a-b", sha256="0123456789abcdef")
    assert kept_as(own, is_own=True).doc_id == "news/a-b"
    assert kept_as(own, is_own=False) == own
    assert kept_as(replace(own, doc_id="own-1-text"), is_own=True).doc_id == "text-01234567"
