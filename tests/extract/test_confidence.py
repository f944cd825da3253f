from extract.confidence import HIGHEST, LOWEST, confidence, load_weights
from tests.extract.lexica import events


def test_confidence_is_a_share_between_the_bounds() -> None:
    assert LOWEST <= confidence(()) <= HIGHEST
    assert confidence(load_weights()) <= HIGHEST


def test_a_trait_that_the_file_does_not_know_changes_nothing() -> None:
    assert confidence(("unheard of",)) == confidence(())


def test_an_exact_telling_is_surer_than_a_vague_one() -> None:
    (sure,) = events("Azerbaijan shelled Shusha on Tuesday.")
    vague = events("There was some violence in Nagorno-Karabakh.")
    assert all(event.confidence < sure.confidence for event in vague)
