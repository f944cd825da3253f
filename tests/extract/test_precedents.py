"""What people read in sentences like it stands beside what the machine read."""

from pathlib import Path

import numpy as np
import pytest

from corpus import EXAMPLES, Document
from extract import LIKE, explain, precedent
from extract.reader.heads import ROLE_WIDTH, ROLES
from extract.reader.precedents import Precedent, load_precedents, write_precedents
from extract.reader.training.dataset import read_examples
from tests.extract.reading import events, places, reader

WIDTH = len(ROLES) * ROLE_WIDTH


def told(number: int, event_type: str = "shelling", sentence: str | None = None) -> Precedent:
    return Precedent(f"text:{number}", event_type, "en", sentence or f"Sentence {number}.", "fell", "reported")


def test_every_precedent_is_an_event_of_a_training_text() -> None:
    wanted = {
        f"{document.doc_id}:{number}": (event.event_type, event.sentence)
        for document, reading in read_examples(EXAMPLES / "train")
        for number, event in enumerate(reading.events)
    }
    held = load_precedents().told
    assert len(held) > 5_000
    assert {key: (row.event_type, row.sentence) for key, row in held.items()}.items() <= wanted.items()


def test_an_event_names_three_different_sentences_of_its_type() -> None:
    found = events("Azerbaijani artillery shelled the town of Martuni on Sunday.", "2020-10-05")
    (event,) = [each for each in found if each.event_type == "shelling"]
    keys = [rule.removeprefix(LIKE).split(" ")[0] for rule in event.rules if rule.startswith(LIKE)]
    rows = [precedent(key) for key in keys]
    assert [row.event_type for row in rows if row] == ["shelling"] * 3
    assert len({row.sentence for row in rows if row}) == 3


def test_explaining_shows_the_sentences_themselves() -> None:
    text = "Azerbaijani artillery shelled the town of Martuni on Sunday."
    (note,) = explain(Document("text", text), places(), reader())
    assert str(note).count(f"{LIKE}“") >= 3


def test_the_nearest_of_the_type_come_first_and_no_sentence_twice(tmp_path: Path) -> None:
    chance = np.random.default_rng(1)
    asked = chance.normal(size=(60, WIDTH)).astype(np.float32)
    rows = [told(n, "shelling" if n < 40 else "protest", "The same." if n in (1, 2) else None) for n in range(60)]
    asked[2] = asked[1]
    write_precedents(rows, asked, tmp_path / "few.npz")
    few = load_precedents(tmp_path / "few.npz")
    for number in (0, 5, 39):
        (best, cosine), *others = few.like("shelling", asked[number])
        assert (best, cosine) == (f"text:{number}", pytest.approx(1, abs=0.02))
        assert all(other <= cosine for _, other in others)
    found = [key for key, _ in few.like("shelling", asked[1])]
    assert len({few.told[key].sentence for key in found}) == len(found) == 3
    assert few.like("blockade", asked[0]) == []


def test_without_a_file_there_are_none(tmp_path: Path) -> None:
    assert load_precedents(tmp_path / "none.npz").like("shelling", np.zeros(WIDTH, np.float32)) == []
    assert precedent("no-such-text:1") is None
