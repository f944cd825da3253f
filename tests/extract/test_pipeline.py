from __future__ import annotations

import sys
from types import FrameType

import pytest

from corpus import Document
from extract import explain, link_stories, read
from tests.extract.reading import places, reader

SENTENCE = "Azerbaijani forces shelled Shusha and Stepanakert on Tuesday and people fled to Goris via Lachin. "


@pytest.mark.parametrize("language", ["en", "ru", "az", "hy", "fr"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "a",
        "7",
        "՞",
        "1234567890 " * 200,
        "https://example.org/shelling/shusha " * 100,
        "\u202eShusha was shelled\u202c \u200f\u200e",
        "<p>Shusha <b>was</p> shelled & <a href='x",
        "Шуша Şuşa Շուշի Shusha shelled обстреляна atəşə tutulub հրետակոծվել է",
        "\x00\ufeff\ufffd Shusha was shelled \U0001f4a5" * 20,
        "....!!!???,,,;;;" * 100,
        "ə" * 5000,
    ],
)
def test_any_text_can_be_read(text: str, language: str) -> None:
    document = Document("text", text, language=language)
    found = read(document, places(), reader())
    linked, _ = link_stories(found.events, places())
    assert len(linked) == len(found.events)
    assert all(0 <= event.evidence_start < event.evidence_end <= len(text) for event in found.events)
    assert len(explain(document, places(), reader())) >= 0


def calls(text: str) -> int:
    """How many Python functions are called to read a text."""
    count = 0

    def note(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call"

    document = Document("text", text)
    read(Document("warm", SENTENCE), places(), reader())
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        read(document, places(), reader())
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "unit",
    [SENTENCE, SENTENCE.replace(". ", " "), "Shusha, ", "shelled ", "if ", "1 ", "Shusha was shelled\n", "x" * 50],
)
def test_the_work_grows_no_faster_than_the_text(unit: str) -> None:
    size = 3_000 // len(unit)
    assert calls(unit * 2 * size) < 2.6 * calls(unit * size) + 3000
