from extract.confidence import HIGHEST, LOWEST, confidence, load_weights
from tests.extract.lexica import events


def test_confidence_is_a_share_between_the_bounds() -> None:
    assert LOWEST <= confidence(()) <= HIGHEST
    assert confidence(load_weights()) <= HIGHEST


def test_a_trait_that_the_file_does_not_know_changes_nothing() -> None:
    assert confidence(("unheard of",)) == confidence(())


def test_what_a_text_tells_twice_is_surer_than_what_it_tells_once() -> None:
    (once,) = events("Shusha was shelled on Tuesday.")
    (twice,) = events("Shusha was shelled on Tuesday. The shelling of Shusha lasted an hour.")
    assert once.confidence < twice.confidence


def test_a_vague_word_is_less_sure_than_an_exact_one() -> None:
    assert confidence(("trigger vague",)) < confidence(("trigger sure",))
