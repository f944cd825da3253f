"""The texts kept here and their readings, and what the check says of faulty ones."""

from collections import Counter
from pathlib import Path

import pytest

from corpus import EXAMPLES, CorpusError, KeptText, check
from corpus.outlets import read_outlets
from corpus.readings import EVENT_TYPES

HEAD = "---\nid: {id}\noutlet: {outlet}\npublished: 2022-12-14\nlanguage: en\nurl: {url}\n---\n"
TEXT = "The road near Shosh was shut on Tuesday, as residents of the village told the agency.\n"


@pytest.fixture(scope="module")
def kept() -> tuple[KeptText, ...]:
    texts, problems = check(EXAMPLES)
    assert problems == ()
    return texts


def write(folder: Path, name: str, outlet: str = "One", url: str = "null", text: str = TEXT, **head: str) -> None:
    content = HEAD.format(id=head.get("id", name), outlet=outlet, url=url) + text
    (folder / f"{name}.md").write_text(content, encoding="utf-8")


def said(folder: Path) -> list[str]:
    return [str(problem) for problem in check(folder)[1]]


def test_a_clean_folder_has_no_fault(tmp_path: Path) -> None:
    write(tmp_path, "a")
    write(tmp_path, "b", text="Another text about the road near Shosh, told in words of its own.\n")
    assert said(tmp_path) == []


def test_doubles_and_other_spellings_are_told(tmp_path: Path) -> None:
    write(tmp_path, "a", "News.am", "https://news.example/1")
    write(tmp_path, "b", "NEWS.am", "https://news.example/1", "Something else stood there, told in words of its own.\n")
    write(tmp_path, "c", "News.am", id="z")
    found = "\n".join(said(tmp_path))
    assert "the same address as a.md" in found
    assert "the same text as a.md" in found
    assert "outlet 'NEWS.am' is elsewhere 'News.am'" in found
    assert "id 'z' is not the file's name" in found


def test_a_reading_without_its_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "lost.events.yaml").write_text("events: []\n", encoding="utf-8")
    assert any("a reading without its text" in line for line in said(tmp_path))


def test_every_example_has_a_reading_and_every_type_is_told_often(kept: tuple[KeptText, ...]) -> None:
    assert all(text.reading is not None for text in kept)
    types = Counter(event.event_type for text in kept if text.reading for event in text.reading.events)
    assert min(types[name] for name in EVENT_TYPES) >= 250


def test_there_are_enough_texts_in_each_language(kept: tuple[KeptText, ...]) -> None:
    languages = Counter(text.document.language for text in kept)
    assert len(kept) >= 1650
    assert min(languages[language] for language in ("en", "ru", "az", "hy")) >= 320


def test_the_closed_part_keeps_its_writers_to_itself(kept: tuple[KeptText, ...]) -> None:
    writers: dict[str, set[str]] = {}
    for text in kept:
        part, writer = text.path.relative_to(EXAMPLES).parts[:2]
        writers.setdefault(part, set()).add(writer)
    assert sum("closed" in text.path.parts for text in kept) >= 300
    assert not writers["closed"] & (writers["train"] | writers["validation"])


def test_documents_that_ship_have_known_outlets_and_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.checking.DOCUMENTS", tmp_path)
    write(tmp_path, "a", "Armenpres", "https://news.example/1")
    write(
        tmp_path,
        "b",
        "Turan",
        "https://news.example/2",
        "Another text about the road near Shosh, told in its own words.\n",
    )
    write(tmp_path, "c", "JAMnews", text="A third text about the road near Shosh, and the residents of that village.\n")
    found = "\n".join(said(tmp_path))
    assert "outlet 'Armenpres' is not in outlets.yaml; spell it as there (Armenpress)" in found
    assert "outlet_country None, and outlets.yaml has 'AZ'" in found
    assert "c.md:1: neither address nor headline or author" in found


def test_a_faulty_list_of_outlets_is_told(tmp_path: Path) -> None:
    path = tmp_path / "outlets.yaml"
    path.write_text("- {name: A, country: AM}\n- {name: A}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"outlets\.yaml: entry 2: write"):
        read_outlets(path)
    path.write_text("- {name: A, side: GB}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="entry 1"):
        read_outlets(path)


def test_outlets_speak_for_the_side_of_their_country_or_of_their_readers() -> None:
    outlets = read_outlets()
    assert outlets["Armenpress"].speaks_for == "AM"
    assert outlets["Asbarez"].speaks_for == "AM"
    assert outlets["Turan"].speaks_for == "AZ"
    assert outlets["JAMnews"].speaks_for is None
