from datetime import date

from corpus import Document
from extract import explain
from tests.extract.lexica import lexicon, places


def notes(text: str) -> tuple[str, ...]:
    document = Document("text", text, published=date(2023, 9, 21))
    return tuple(str(note) for note in explain(document, places(), lexicon()))


def test_an_accepted_trigger_is_shown_with_its_place_in_the_lexicon() -> None:
    (note,) = notes("Shusha was shelled on Tuesday.")
    assert "+ shelling “shelled”" in note
    assert "lexicon/en/shelling.yaml:" in note
    assert "= shelling at Shusha" in note
    assert "date on Tuesday: 2023-09-19" in note or "date Tuesday: 2023-09-19" in note


def test_a_refused_trigger_is_shown_with_the_rule_that_refused_it() -> None:
    (note,) = notes("Shusha will be shelled.")
    assert "- shelling “shelled”: future: “will”" in note


def test_boilerplate_is_shown_as_such() -> None:
    assert "boilerplate: not read" in notes("Shusha fell. \n\nSubscribe to our newsletter.")[-1]


def test_a_rejected_reading_of_a_name_is_shown() -> None:
    (note,) = notes("Shusha was shelled.")
    assert "name Shusha: shusha" in note
    assert "not shusha-district" in note
