"""The dead and wounded are counted as a careful coder counts them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.tolls import Toll, find_tolls

LANGUAGES = ("en", "ru", "az", "hy")
CASES = Path(__file__).parents[1] / "cases"


def read_cases(name: str) -> list[dict[str, object]]:
    return yaml.load((CASES / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


FOUND, NONE = read_cases("tolls_found.yaml"), read_cases("tolls_none.yaml")


def as_written(toll: Toll) -> list[str]:
    high = "-" if toll.high is None else str(toll.high)
    return [toll.outcome, str(toll.low), high, *(["civilians"] if toll.civilians else [])]


@pytest.mark.parametrize("case", FOUND, ids=[f"{case['language']}: {case['text']}" for case in FOUND])
def test_a_sentence_holds_exactly_the_tolls_that_a_reader_finds(case: dict[str, str]) -> None:
    assert [as_written(toll) for toll in find_tolls(case["text"], case["language"])] == case["tolls"]


@pytest.mark.parametrize("case", NONE, ids=[f"{case['language']}: {case['text']}" for case in NONE])
def test_a_sentence_that_counts_no_one_has_no_toll(case: dict[str, str]) -> None:
    assert find_tolls(case["text"], case["language"]) == ()


def test_the_toll_quotes_its_words() -> None:
    text = "Officials said that at least 34 people were killed there."
    (toll,) = find_tolls(text, "en")
    assert text[toll.start : toll.end] == "at least 34 people were killed"


def test_a_part_greater_than_the_whole_is_no_part() -> None:
    assert [t.civilians for t in find_tolls("Two men were killed, including nine children.", "en")] == [False]


def test_a_part_does_not_reach_over_a_full_stop() -> None:
    assert [t.civilians for t in find_tolls("Nine men were killed. Including two children, they left.", "en")] == [
        False
    ]


def test_a_language_without_a_grammar_yields_nothing() -> None:
    assert find_tolls("34 Menschen wurden getötet", "de") == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece", ["about ", "two soldiers ", "killed ", "1,", "bir ", "двое ", "մեկ ", "civilian ", "no "]
)
def test_hostile_repetition_is_read_to_its_end(language: str, piece: str) -> None:
    text = piece * 10_000
    for toll in find_tolls(text, language):
        assert 0 <= toll.start < toll.end <= len(text)


WORDS = ("34", "two", "dozen", "hundreds", "people", "soldiers", "and", "a", "woman", "were", "killed", "wounded")
SMALL_WORDS = ("including", "children", "no", "at", "least", ".", ",")


@given(words=st.lists(st.sampled_from(WORDS + SMALL_WORDS), max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_order_of_toll_words_gives_figures_in_order(words: list[str]) -> None:
    for toll in find_tolls(" ".join(words), "en"):
        assert toll.outcome in ("killed", "wounded")
        assert toll.low >= 0
        assert toll.high is None or toll.low <= toll.high
