"""A corrected reading reaches the store, and the machine's reading of that document does not."""

from pathlib import Path

import extract
import gazetteer
import geo
from corpus import Document, read_documents
from corpus.corrections import save_correction
from corpus.readings import ReadEvent, Reading

TEXT = "Shells fell on Shusha on Thursday. A convoy reached Goris."


def test_a_store_has_the_corrected_events_of_a_corrected_document(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text(f"---\noutlet: A\npublished: 2020-10-08\n---\n{TEXT}", encoding="utf-8")
    (document,) = read_documents([tmp_path / "one.md"])
    assert isinstance(document, Document)
    corrected = Reading((ReadEvent("protest", "A convoy reached Goris.", "convoy", place="Goris"),))
    save_correction(tmp_path / "kept", document, corrected)
    done = geo.build_store(
        [tmp_path / "one.md"],
        tmp_path / "store",
        gazetteer.load(),
        extract.load_reader(),
        program_version="1",
        corrections=tmp_path / "kept",
    )
    (event,) = geo.stored_events(geo.open_store(tmp_path / "store"))
    assert done.problems == ()
    assert (event.event_type, event.place_id, event.read_by, event.confidence) == ("protest", "goris", "hand", 1.0)
