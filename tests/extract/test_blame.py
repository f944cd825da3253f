"""The worst thing the program can do is to name the wrong side: sentences in four languages, none may be reversed."""

from datetime import date
from functools import cache
from typing import Any

import pytest
import yaml

from corpus import Document
from extract import read
from extract.actors import find_actors
from tests.extract.reading import CASES, places, reader

LANGUAGES = ("en", "ru", "az", "hy")


@cache
def cases(language: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((CASES / f"blame_{language}.yaml").read_text(encoding="utf-8"))
    return loaded


@cache
def side(name: str) -> str | None:
    """The side of an actor by its usual English name."""
    return next((hit.side for hit in find_actors(name, "en")), None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_blames_a_side_that_did_not_do_it(language: str) -> None:
    reversed_ = []
    for case in cases(language):
        document = Document("text", case["text"], published=date(2022, 10, 10), language=language)
        for event in read(document, places(), reader()).events:
            if event.event_type == case["type"] and event.actor and side(event.actor) in case["not_doer"]:
                reversed_.append((case["text"], event.actor))
    assert reversed_ == []


def test_there_are_enough_sentences_of_each_kind() -> None:
    for language in LANGUAGES:
        doers = [case["doer"] for case in cases(language)]
        assert len(doers) >= 60
        assert (
            min(doers.count("azerbaijan"), doers.count("armenia") + doers.count("karabakh"), doers.count("none")) >= 15
        )


def test_the_sides_are_known_by_their_names() -> None:
    assert [side(name) for name in ("Armenian forces", "Azerbaijan", "Karabakh Armenian authorities")] == [
        "armenia",
        "azerbaijan",
        "karabakh",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_tells_of_an_event_is_made_of_whole_words(language: str) -> None:
    for case in cases(language):
        text = case["text"]
        for event in read(Document("text", text, language=language), places(), reader()).events:
            start, end = event.trigger_start, event.trigger_end
            assert not text[start - 1 : start + 1].isalnum() or start == 0, text[start:end]
            assert not text[end - 1 : end + 1].isalnum() or end == len(text), text[start:end]
