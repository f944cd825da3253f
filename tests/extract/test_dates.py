"""News dates mean what a reader takes them to mean."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.times import DateExpression, find_dates

LANGUAGES = ("en", "ru", "az", "hy")
CASES = Path(__file__).parents[1] / "cases"
SHARED = Path(__file__).resolve().parents[2] / "../shared"


def read_cases(name: str) -> list[dict[str, object]]:
    return yaml.load((CASES / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


POSITIVE = [(language, case) for language in LANGUAGES for case in read_cases(f"dates_{language}.yaml")]
NEGATIVE = read_cases("dates_none.yaml")


def as_written(expression: DateExpression) -> str:
    if expression.first == expression.last:
        return expression.first.isoformat()
    return f"{expression.first}..{expression.last}"


def day(written: str) -> date | None:
    return None if written == "null" else date.fromisoformat(written)


@pytest.mark.parametrize(("language", "case"), POSITIVE, ids=[f"{lang}: {case['text']}" for lang, case in POSITIVE])
def test_a_sentence_holds_exactly_the_dates_that_a_reader_finds(language: str, case: dict[str, str]) -> None:
    found = find_dates(case["text"], language, day(case["published"]))
    assert [as_written(expression) for expression in found] == case["dates"]


@pytest.mark.parametrize("case", NEGATIVE, ids=[f"{case['language']}: {case['text']}" for case in NEGATIVE])
def test_a_sentence_without_a_date_yields_none(case: dict[str, str]) -> None:
    assert find_dates(case["text"], case["language"], date(2023, 9, 20)) == ()


def test_there_are_two_hundred_cases_and_more() -> None:
    assert len(POSITIVE) + len(NEGATIVE) >= 200
    assert {language for language, _ in POSITIVE} == {case["language"] for case in NEGATIVE} == set(LANGUAGES)


def test_the_expression_quotes_its_words() -> None:
    text = "They met on Tuesday, September 19, 2023 in Prague."
    (found,) = find_dates(text, "en", date(2023, 9, 21))
    assert text[found.start : found.end] == "Tuesday, September 19, 2023"
    assert (found.precision, found.basis, found.rule) == ("day", "stated", "day")


@pytest.mark.parametrize(
    ("text", "precision", "basis"),
    [
        ("yesterday", "day", "relative"),
        ("last week", "week", "relative"),
        ("in late August", "week", "stated"),
        ("in March 2021", "month", "stated"),
        ("in the fall of 2020", "season", "stated"),
        ("in 1994", "year", "stated"),
    ],
)
def test_precision_and_basis_say_how_exact_the_wording_is(text: str, precision: str, basis: str) -> None:
    (found,) = find_dates(text, "en", date(2023, 9, 20))
    assert (found.precision, found.basis) == (precision, basis)


def test_wars_that_only_set_the_scene_are_told_apart_by_their_rule() -> None:
    text = "After the 2020 war and the First Karabakh War they met in 2021."
    rules = [found.rule for found in find_dates(text, "en", date(2023, 9, 20))]
    assert rules == ["year of a war", "named period", "year"]


def test_since_keeps_the_days_by_which_it_had_begun() -> None:
    (found,) = find_dates("Since December the road is closed.", "en", date(2023, 9, 20))
    assert (found.first, found.begun_by, found.last) == (date(2022, 12, 1), date(2022, 12, 31), date(2023, 9, 20))


def test_the_next_day_counts_from_the_day_spoken_of_before_the_text() -> None:
    (found,) = find_dates("The next day it rained.", "en", date(2023, 9, 20), context=date(2023, 9, 1))
    assert found.first == date(2023, 9, 2)


def test_without_a_publication_date_what_counts_from_it_is_left_out() -> None:
    assert find_dates("Yesterday, on Tuesday, two days ago and on 5 May it rained.", "en", None) == ()


def test_a_language_without_a_grammar_yields_nothing() -> None:
    assert find_dates("Am 19. September 2023", "de", date(2023, 9, 20)) == ()


def test_a_date_does_not_reach_over_a_blank_line() -> None:
    found = find_dates("We counted 19\n\nSeptember 2023 was warm.", "en", date(2023, 10, 1))
    assert [as_written(expression) for expression in found] == ["2023-09-01..2023-09-30"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1.",
        "19 ",
        "\n",
        " \n",
        "from ",
        "September ",
        "19-",
        "2020-01-01",
        "между ",
        "\u202e",
        "İ",
        "a\u0301",
        "և",
        "(",
    ],
)
def test_hostile_repetition_is_read_to_its_end(language: str, piece: str) -> None:
    text = piece * 20_000
    for found in find_dates(text, language, date(2023, 9, 20)):
        assert 0 <= found.start < found.end <= len(text)


@given(text=st.text(max_size=200), language=st.sampled_from(LANGUAGES))
@settings(max_examples=200, deadline=None)
def test_whatever_the_text_the_dates_lie_in_it_in_order(text: str, language: str) -> None:
    reach = 0
    for found in find_dates(text, language, date(2023, 9, 20)):
        assert reach <= found.start < found.end <= len(text)
        assert date(1900, 1, 1) <= found.first <= found.last <= date(2100, 12, 31)
        reach = found.end


WORDS = """19 2020 31 the of in since from to last three years ago next day early September May Tuesday - , .
by until war 1990 s following half a decade weekend"""


@given(words=st.lists(st.sampled_from(WORDS.split()), max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_order_of_date_words_is_read_without_harm(words: list[str]) -> None:
    for found in find_dates(" ".join(words), "en", date(1900, 1, 1)):
        assert found.first <= found.last


def _agreement() -> tuple[int, int]:
    """Of the development set's events whose sentence holds a date: how many share a day with one, and how many."""
    agree = total = 0
    for folder, documents in (("devset", "docs.jsonl"), ("seeds", "seeds.jsonl")):
        texts = {d["id"]: d for d in map(json.loads, (SHARED / folder / documents).open(encoding="utf-8"))}
        for gold in map(json.loads, (SHARED / folder / "gold.jsonl").open(encoding="utf-8")):
            document = texts[gold["id"]]
            found = find_dates(document["text"], document["language"], date.fromisoformat(document["published"]))
            for event in (e for e in gold["events"] if e["start"]):
                first, last = date.fromisoformat(event["start"]), date.fromisoformat(event["end"] or event["start"])
                near = [d for d in found if d.start < event["evidence_end"] and event["evidence_start"] < d.end]
                total += bool(near)
                agree += any(d.first <= last and first <= d.last for d in near)
    return agree, total


@pytest.mark.skipif(not SHARED.is_dir(), reason="the development set is not beside this checkout")
def test_dates_in_an_event_s_sentence_agree_with_the_hand_made_gold() -> None:
    agree, total = _agreement()
    assert total > 100
    assert agree / total >= 0.95
