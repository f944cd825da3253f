from __future__ import annotations

import pytest

from geo import event_types
from views import method
from views.sheet import grid
from views.texts import LANGUAGES, Texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_event_and_every_precision_is_explained(language: str) -> None:
    texts = Texts(language)
    assert all(texts.has(f"method.type.{kind}") for kind in event_types())
    assert all(texts.has(f"method.draw.{name}") and texts.has(f"precision.{name}") for name in method.PRECISIONS)


def test_scores_are_those_that_were_recorded() -> None:
    record = {"figures": {"devset": dict.fromkeys(method.FIGURES.values(), 0.914)}}
    record["figures"] |= {f"devset-{language}": dict.fromkeys(method.FIGURES.values(), 0.5) for language in LANGUAGES}
    html = method.scores(Texts("en"), record)
    assert html.count("<td>91</td>") == len(method.FIGURES)
    assert html.count("<td>50</td>") == len(method.FIGURES) * len(LANGUAGES)


def test_what_is_measured_covers_every_language() -> None:
    figures = method.measured()["figures"]
    assert {f"devset-{language}" for language in LANGUAGES} <= set(figures)


def test_a_table_says_nothing_that_a_browser_would_run() -> None:
    assert "<script>" not in grid(["<script>"], [["a", "b"]])
