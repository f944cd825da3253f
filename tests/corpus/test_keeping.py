"""Texts and readings written to files come back as they were."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Document, Problem, read_bytes
from corpus.keeping import keep_new, markdown_of, write_whole
from corpus.readings import ReadEvent, Reading, parse_reading, read_reading, written

TEXT = "The road was shut on Tuesday.\n"
DOCUMENT = Document(
    "news/1: a", TEXT, outlet="no", outlet_country="AM", title="---\n“Yes”: #1", author="Ն. Օ.",
    published=date(2022, 12, 14), published_basis="inferred", language="en", url="https://news.example/1",
    kind="digest",
)  # fmt: skip
READING = Reading((ReadEvent("blockade", "The road was shut on Tuesday.", "was shut"),))
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=60)


def back(markdown: str) -> Document:
    (found,) = read_bytes("a.md", markdown.encode())
    assert not isinstance(found, Problem)
    return found


def test_a_text_comes_back_with_its_whole_bibliography() -> None:
    found = back(markdown_of(DOCUMENT))
    assert replace(found, sha256="") == DOCUMENT


@given(WORDS.filter(str.strip))
def test_a_text_comes_back_letter_for_letter(text: str) -> None:
    assert back(markdown_of(Document("a", text, language="en"))).text == text


@given(WORDS.filter(str.strip), st.data())
def test_every_word_of_a_reading_comes_back_letter_for_letter(sentence: str, data: st.DataObject) -> None:
    words = data.draw(st.sampled_from(sentence.split()))
    event = ReadEvent("protest", sentence, words, place=words, status="denied", core=False)
    reading, problems = parse_reading(written(Reading((event,))), "a", sentence)
    assert problems == []
    assert reading is not None
    assert [replace(each, line=0) for each in reading.events] == [event]


def test_a_text_and_its_reading_are_kept_side_by_side(tmp_path: Path) -> None:
    keep_new(tmp_path / "one.md", DOCUMENT, READING)
    reading, problems = read_reading(tmp_path / "one.events.yaml", TEXT)
    assert problems == []
    assert reading is not None
    assert reading.events[0].trigger == "was shut"


@pytest.mark.parametrize("there", ["one.md", "one.events.yaml"])
def test_what_is_there_already_is_left_alone(tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError, match=there):
        keep_new(tmp_path / "one.md", DOCUMENT, READING)
    assert [path.name for path in tmp_path.iterdir()] == [there]
    assert (tmp_path / there).read_text(encoding="utf-8") == "mine"


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        write_whole(tmp_path / "taken", "words")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
