"""Sides, bodies and leaders are told apart, whatever the language."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.actors import actor_lexicon, find_actors

LANGUAGES = ("en", "ru", "az", "hy")
CASES = Path(__file__).parents[1] / "cases"


def read_cases(name: str) -> list[dict[str, object]]:
    return yaml.load((CASES / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


FOUND, NONE = read_cases("actors_found.yaml"), read_cases("actors_none.yaml")


@pytest.mark.parametrize("case", FOUND, ids=[f"{case['language']}: {case['text']}" for case in FOUND])
def test_a_sentence_names_exactly_the_actors_that_a_reader_finds(case: dict[str, str]) -> None:
    assert [hit.actor_id for hit in find_actors(case["text"], case["language"])] == case["actors"]


@pytest.mark.parametrize("case", NONE, ids=[f"{case['language']}: {case['text']}" for case in NONE])
def test_a_sentence_that_names_nobody_has_no_actor(case: dict[str, str]) -> None:
    assert find_actors(case["text"], case["language"]) == ()


@pytest.mark.parametrize(
    ("language", "text", "hint"),
    [
        ("en", "The post was attacked by Azerbaijan.", "agent"),
        ("en", "They fought against Azerbaijan.", "patient"),
        ("en", "They live in Azerbaijan.", "place"),
        ("en", "Azerbaijan attacked.", None),
        ("az", "Kənd Azərbaycan Ordusu tərəfindən vurulub.", "agent"),
        ("hy", "Գյուղը հրետակոծվել է Ադրբեջանի կողմից։", "agent"),
        ("ru", "Они воевали против Азербайджана.", "patient"),
    ],
)
def test_the_words_beside_a_name_hint_at_its_part(language: str, text: str, hint: str | None) -> None:
    (hit,) = find_actors(text, language)
    assert (hit.side, hit.hint) == ("azerbaijan", hint)


def test_a_body_is_named_after_its_side() -> None:
    (hit,) = find_actors("Азербайджанские военные заняли высоту.", "ru")
    assert (hit.name, hit.side) == ("Azerbaijani forces", "azerbaijan")


def test_every_actor_has_a_name_in_every_language() -> None:
    lexicon = actor_lexicon()
    for section in ("sides", "bodies", "actors"):
        for entry in lexicon[section]:
            assert {language for language in LANGUAGES if entry["names"].get(language)} == set(LANGUAGES), entry["id"]


def test_every_actor_belongs_to_a_side() -> None:
    assert all(actor["side"] for actor in actor_lexicon()["actors"])


def test_a_language_that_the_lexicon_lacks_yields_nothing() -> None:
    assert find_actors("Aserbaidschan griff an.", "de") == ()


@given(text=st.text(max_size=200), language=st.sampled_from(LANGUAGES))
@settings(max_examples=200, deadline=None)
def test_whatever_the_text_the_actors_lie_in_it_in_order(text: str, language: str) -> None:
    reach = 0
    for hit in find_actors(text, language):
        assert reach <= hit.start < hit.end <= len(text)
        reach = hit.end
