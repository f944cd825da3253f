"""Corrections: saved under safe names, and joined to the documents whose id and text they are of."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import CorpusError, Document, Problem, read_documents
from corpus.corrections import correction_path, file_stem, save_correction, with_corrections
from corpus.readings import ReadEvent, Reading, parse_reading

TEXT = "The road was shut on Tuesday.\n"
READING = Reading((ReadEvent("blockade", "The road was shut on Tuesday.", "was shut"),))
HOSTILE = (
    "../../x", "/etc/passwd", "..", ".", ".hidden", "a/b", "a\\b", "a\0b", "C:x", "x" * 300, "Ж" * 300, "-rf",
    "a\nb", "",
)  # fmt: skip


def document(doc_id: str = "one", text: str = TEXT) -> Document:
    return Document(doc_id, text, outlet="A", language="en")


def joined(folder: Path, *documents: Document) -> tuple[list[Document], list[str]]:
    found = list(with_corrections(documents, folder))
    return [d for d in found if isinstance(d, Document)], [str(p) for p in found if isinstance(p, Problem)]


def triggers(of: Document) -> list[str]:
    assert of.reading is not None
    reading, problems = parse_reading(of.reading, "x", of.text)
    assert reading is not None
    assert problems == []
    return [event.trigger for event in reading.events]


@pytest.mark.parametrize("doc_id", HOSTILE)
def test_no_id_leads_out_of_the_folder(doc_id: str, tmp_path: Path) -> None:
    path = save_correction(tmp_path / "kept", document(doc_id), READING)
    assert path.parent == tmp_path / "kept"
    assert path.resolve().parent == (tmp_path / "kept").resolve()
    assert not path.name.startswith((".", "-"))
    assert [each.name for each in tmp_path.iterdir()] == ["kept"]
    assert len(list((tmp_path / "kept").iterdir())) == 2


@given(st.text(max_size=200))
def test_every_name_is_one_that_file_systems_take(doc_id: str) -> None:
    stem = file_stem(doc_id)
    assert stem
    assert not set("/\\\0:\n") & set(stem)
    assert not stem.startswith(".")
    assert len(f"{stem}.events.yaml".encode()) < 200


def test_ids_that_look_alike_have_names_of_their_own() -> None:
    ids = ["a/b", "a-b", "a\\b", "a b", ".a-b"]
    assert len({file_stem(doc_id) for doc_id in ids}) == len(ids)


def test_an_ordinary_id_is_its_own_name() -> None:
    assert file_stem("2020-10-08-lbc-shusha-cathedral") == "2020-10-08-lbc-shusha-cathedral"


@pytest.mark.parametrize("doc_id", ["one", "../../x", "news/en/1"])
def test_a_saved_correction_is_read_with_its_document(doc_id: str, tmp_path: Path) -> None:
    save_correction(tmp_path, document(doc_id), READING)
    (found,), problems = joined(tmp_path, document(doc_id))
    assert problems == []
    assert triggers(found) == ["was shut"]
    assert replace(found, reading=None) == document(doc_id)


def test_a_correction_wins_over_the_reading_beside_the_document(tmp_path: Path) -> None:
    save_correction(tmp_path, document(), READING)
    (found,), _ = joined(tmp_path, replace(document(), reading="events: []\n"))
    assert triggers(found) == ["was shut"]


def test_a_correction_may_lie_there_without_its_text(tmp_path: Path) -> None:
    save_correction(tmp_path, document(), READING)
    (tmp_path / "one.md").unlink()
    (found,), problems = joined(tmp_path, document())
    assert problems == []
    assert triggers(found) == ["was shut"]


def test_a_correction_of_another_text_is_told_and_not_used(tmp_path: Path) -> None:
    save_correction(tmp_path, document(), READING)
    (found,), (problem,) = joined(tmp_path, document(text=TEXT + "It was opened on Friday.\n"))
    assert found.reading is None
    assert "one.events.yaml: corrects another text" in problem


def test_a_correction_whose_words_are_not_in_the_text_is_told_and_not_used(tmp_path: Path) -> None:
    save_correction(tmp_path, document(), READING)
    (tmp_path / "one.md").unlink()
    (found,), problems = joined(tmp_path, document(text="Nothing of the kind."))
    assert found.reading is None
    assert "one.events.yaml:2: sentence 'The road was shut on Tuesday.' does not stand in the text" in problems[0]


@pytest.mark.parametrize("broken", ["events: [", "", "events: [{type: [a], sentence: {b: c}, trigger: x}]", "\xff"])
def test_a_broken_correction_costs_only_itself(broken: str, tmp_path: Path) -> None:
    (tmp_path / "one.events.yaml").write_bytes(broken.encode("latin-1"))
    found, problems = joined(tmp_path, document(), document("two"))
    assert [each.reading for each in found] == [None, None]
    assert any("one.events.yaml" in problem for problem in problems)


def test_a_text_of_ones_own_that_was_saved_is_a_document_too(tmp_path: Path) -> None:
    save_correction(tmp_path, document("own text"), READING)
    found, problems = joined(tmp_path, document())
    assert problems == []
    assert [each.doc_id for each in found] == ["one", "own text"]
    assert triggers(found[1]) == ["was shut"]


def test_a_correction_without_any_text_is_told(tmp_path: Path) -> None:
    correction_path(tmp_path, "typo").write_text("events: []\n", encoding="utf-8")
    (found,), (problem,) = joined(tmp_path, document())
    assert found.reading is None
    assert "typo.events.yaml: no document of this run has the id" in problem


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    (found,), (problem,) = joined(tmp_path / "none", document())
    assert found == document()
    assert "no such folder" in problem


def test_a_correction_is_replaced_whole_and_its_text_is_left_alone(tmp_path: Path) -> None:
    save_correction(tmp_path, document(), READING)
    (tmp_path / "one.md").write_text(f"---\nid: one\noutlet: B\n---\n{TEXT}", encoding="utf-8")
    save_correction(tmp_path, document(), Reading(()))
    assert (tmp_path / "one.events.yaml").read_text(encoding="utf-8") == "events: []\n"
    assert "outlet: B" in (tmp_path / "one.md").read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.events.yaml", "one.md"]


def test_a_text_of_the_same_name_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("Another text.", encoding="utf-8")
    with pytest.raises(CorpusError, match="holds another text"):
        save_correction(tmp_path, document(), READING)
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["Another text."]


def test_a_correction_with_a_fault_is_not_saved(tmp_path: Path) -> None:
    faulty = Reading((ReadEvent("blockade", "The road was shut on Tuesday.", "was open"),))
    with pytest.raises(CorpusError, match="'was open' does not stand in its sentence"):
        save_correction(tmp_path, document(), faulty)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    save_correction(tmp_path, document(), READING)
    return tmp_path


def test_the_folder_of_corrections_may_be_an_input_by_itself(saved: Path) -> None:
    (found,) = read_documents([saved])
    assert isinstance(found, Document)
    assert (found.doc_id, found.text, triggers(found)) == ("one", TEXT, ["was shut"])
