"""The trained reader with the facts that no training may overrule."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from corpus import Document
from corpus.readings import parse_reading, written
from extract import read, reading_of
from extract.pipeline import gather
from extract.reader.windows import LONGEST, windows_of
from tests.extract.reading import events, places, reader

CLEAR = {
    "en": ("Azerbaijani artillery shelled the town of Martuni on Sunday.", "shelling"),
    "ru": ("Азербайджанская артиллерия обстреляла город Мартуни в воскресенье.", "shelling"),
    "az": ("Bazar günü Şuşada atəşkəs haqqında saziş imzalandı.", "ceasefire"),
    "hy": ("Կիրակի օրը ադրբեջանական հրետանին հրետակոծել է Մարտունի քաղաքը։", "shelling"),
}
HOSTILE = ("", " ", "\ufdfa" * 10_000, "\x00" * 300, "\u202e\u2067" * 2_000, "\ud800 Shusha \udfff", "a" * 20_000)


@pytest.mark.parametrize("language", CLEAR)
def test_a_plain_sentence_is_read_in_each_language(language: str) -> None:
    text, event_type = CLEAR[language]
    found = events(text, "2020-10-05", language)
    assert event_type in {event.event_type for event in found}


def test_the_same_text_always_gives_the_same_events() -> None:
    text, _ = CLEAR["en"]
    assert events(text) == events(text)


def test_an_event_quotes_its_sentence_and_says_where_each_argument_stands() -> None:
    text = "Rain fell all day. Azerbaijani artillery shelled the town of Martuni on Sunday."
    (event,) = [e for e in events(text, "2020-10-05") if e.event_type == "shelling"]
    assert text[event.evidence_start : event.evidence_end] == event.evidence
    assert text[event.trigger_start : event.trigger_end].strip() == text[event.trigger_start : event.trigger_end]
    assert (event.place_basis, event.read_by) == ("stated", "machine")
    assert event.place_start is not None
    assert text[event.place_start : event.place_end] == "Martuni"
    assert (event.date_start, event.date_end) == (date(2020, 10, 4), date(2020, 10, 4))


def test_what_is_told_has_happened_before_its_publication() -> None:
    found = events("Shells fell on Martuni on 12 October 2020 and on Askeran on 3 October 2020.", "2020-10-05")
    assert all(event.date_start is None or event.date_start <= date(2020, 10, 5) for event in found)


def test_who_watches_is_never_the_one_who_fired() -> None:
    watching = (
        "The Red Cross shelled Martuni.",
        "Martuni was shelled overnight, the Russian peacekeepers and the OSCE said.",
        "Human Rights Watch struck Martuni in its report on the cluster bombs.",
    )
    doers = {
        event.actor for text in watching for event in events(text) if event.event_type in ("shelling", "air_strike")
    }
    assert not doers & {"Red Cross", "OSCE", "Human Rights Watch", "Russian peacekeepers"}


def test_a_toll_belongs_to_one_event_and_never_to_talks() -> None:
    found = events("Three soldiers were killed in a clash near Martuni, and ministers met in Moscow to talk about it.")
    assert sum(event.killed_low == 3 for event in found) <= 1
    assert all(event.killed_low is None for event in found if event.event_type in ("diplomacy", "ceasefire"))


def test_a_text_without_the_region_costs_no_pass_of_the_encoder() -> None:
    without = replace(reader(), network=replace(reader().network, session=None))
    document = Document("text", "Two people were killed when a bomb went off in Paris.", published=date(2015, 1, 7))
    assert read(document, places(), without).events == ()
    with pytest.raises(AttributeError):
        read(replace(document, text="A bomb went off in Shusha."), places(), without)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_breaks_it(text: str) -> None:
    for language in ("en", "hy", "xx"):
        found = read(Document("text", text + " Shusha was shelled.", language=language), places(), reader())
        assert language != "xx" or found.events == ()


def test_each_sentence_is_to_be_read_in_one_window_and_no_window_is_too_long() -> None:
    text = " ".join(f"On day {number} the village of Taghavard was shelled for {number} hours." for number in range(80))
    findings, _ = gather(Document("text", text), places())
    windows = windows_of(text, "A title", findings.sentences, reader().network.tokenizer)
    assert len(windows) > 3
    assert max(len(window.pieces) for window in windows) <= LONGEST
    read_in = [number for window in windows for number in range(window.first, window.last + 1)]
    assert read_in == list(range(len(findings.sentences)))


def test_the_network_says_the_same_in_every_order_of_asking() -> None:
    text = "Azerbaijani artillery shelled the town of Martuni on Sunday."
    findings, _ = gather(Document("text", text), places())
    (window,) = windows_of(text, None, findings.sentences, reader().network.tokenizer)
    first = reader().network.signals(window)
    events("Ես Շուշիում էի։", language="hy")
    assert np.array_equal(first.types, reader().network.signals(window).types)


def test_what_is_read_can_be_written_corrected_and_read_again() -> None:
    text = "Azerbaijani artillery shelled the town of Martuni on Sunday. Two people died in Askeran."
    document = Document("text", text, published=date(2020, 10, 5))
    before = read(document, places(), reader()).events
    kept = written(reading_of(document, before))
    reading, problems = parse_reading(kept, "text", text)
    assert problems == []
    assert reading is not None
    after = read(replace(document, reading=kept), places(), reader()).events
    assert [(e.event_type, e.place_id, e.date_start) for e in after] == [
        (e.event_type, e.place_id, e.date_start) for e in before
    ]
    assert {e.read_by for e in after} <= {"hand"}


def test_a_reading_by_hand_wins_over_the_machine() -> None:
    text = "Azerbaijani artillery shelled the town of Martuni on Sunday, killing three people near the church."
    by_hand = (
        "events:\n- type: explosion\n"
        f"  sentence: {text}\n"
        "  trigger: shelled\n  place: Martuni\n  start: '2020-10-01'\n  end: '2020-10-02'\n  killed: three people\n"
        "  actor: Azerbaijani artillery\n  status: claimed\n"
    )
    document = Document("text", text, published=date(2020, 10, 5), reading=by_hand)
    (event,) = read(document, places(), reader()).events
    assert (event.event_type, event.status, event.read_by, event.confidence) == ("explosion", "claimed", "hand", 1.0)
    assert (event.date_start, event.date_end, event.date_basis) == (date(2020, 10, 1), date(2020, 10, 2), "reviewed")
    assert (event.place_basis, event.actor_basis, event.target_basis) == ("reviewed", "reviewed", "none")
    assert event.place_name is not None
    assert "Martuni" in event.place_name
    assert event.killed_low == 3


def test_an_empty_reading_says_that_there_is_no_event() -> None:
    text = "Azerbaijani artillery shelled the town of Martuni on Sunday."
    document = Document("text", text, published=date(2020, 10, 5), reading="events: []\n")
    assert read(document, places(), reader()).events == ()
