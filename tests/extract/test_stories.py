from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from corpus import Document
from extract import link_stories, read
from extract.records import Event
from tests.extract.reading import places, reader

NOT_JOINED = {("d001", "d002"), ("d005", "d006"), ("d009", "d035")}
"""Pairs of one occurrence that the reader does not yet place or date alike; none may be added."""
BACKGROUND_TOO = {
    ("d012", "d020"), ("d015", "d024"), ("d015", "d027"), ("d020", "d031"),
    ("d024", "d027"), ("d024", "d037"), ("d026", "d031"),
}  # fmt: skip
"""Pairs of texts that tell of one occurrence too, one of them as background with its very day; read by eye."""
SHARED = Path(__file__).resolve().parents[3] / "shared" / "devset"


def told(doc_id: str, text: str, day: str = "2020-10-04") -> tuple[Event, ...]:
    document = Document(doc_id, text, published=date.fromisoformat(day))
    return read(document, places(), reader()).events


def test_two_outlets_that_tell_of_one_shelling_share_a_story() -> None:
    one = told("a", "Rockets hit Ganja on October 4, killing one person.")
    two = told("b", "A missile strike on Ganja on Sunday left one dead.")
    linked, stories = link_stories((*one, *two), places())
    assert len({event.story_id for event in linked}) == 1
    assert [story.doc_ids for story in stories] == [("a", "b")]


@pytest.mark.parametrize(
    "other",
    [
        "Rockets hit Ganja on October 1, killing one person.",
        "Rockets hit Barda on October 4, killing one person.",
        "Rockets hit Ganja on October 4, killing 60 people.",
        "Prisoners were exchanged in Ganja on October 4.",
    ],
)
def test_another_day_place_toll_or_kind_is_another_story(other: str) -> None:
    one, two = told("a", "Rockets hit Ganja on October 4, killing one person."), told("b", other)
    linked, _ = link_stories((*one, *two), places())
    assert len({event.story_id for event in linked}) == 2


def test_a_war_of_long_ago_joins_no_texts() -> None:
    one = told("a", "The war in Nagorno-Karabakh ended in 1994.")
    two = told("b", "Nagorno-Karabakh saw a war that ended in 1994.")
    _, stories = link_stories((*one, *two), places())
    assert all(len(story.doc_ids) == 1 for story in stories)


def test_background_with_its_very_day_joins_the_news_of_that_day() -> None:
    one = told("a", "Rockets hit Ganja on October 4, killing one person.")
    two = told("b", "Armenian rockets hit Ganja on October 4, 2020, killing one person.", "2024-10-04")
    linked, _ = link_stories((*one, *two), places())
    assert len({event.story_id for event in linked}) == 1


def test_a_truce_is_one_wherever_the_texts_put_it() -> None:
    one = told("a", "A ceasefire in Nagorno-Karabakh took effect at noon on October 10, 2020.", "2020-10-10")
    two = told("b", "Armenia and Azerbaijan agreed on a ceasefire in Moscow on October 10, 2020.", "2020-10-12")
    linked, _ = link_stories((*one, *two), places())
    truces = [event for event in linked if event.event_type == "ceasefire"]
    assert {event.doc_id for event in truces} == {"a", "b"}
    assert len({event.story_id for event in truces}) == 1


def test_every_event_is_in_exactly_one_story_whatever_the_order() -> None:
    found = (*told("a", "Shusha and Ganja were shelled on October 4."), *told("b", "Ganja was shelled on October 4."))
    linked, stories = link_stories(found, places())
    again, _ = link_stories(tuple(reversed(found)), places())
    assert {event.event_id: event.story_id for event in linked} == {event.event_id: event.story_id for event in again}
    members = [event_id for story in stories for event_id in story.event_ids]
    assert sorted(members) == sorted(event.event_id for event in found)


def test_an_event_without_a_place_or_a_date_stands_alone() -> None:
    (event, *_) = told("a", "Ganja was shelled on October 4.")
    bare = [replace(event, event_id=f"{n}", doc_id=f"{n}", place_id=None, lat=None, lon=None) for n in range(2)]
    _, stories = link_stories(bare, places())
    assert len(stories) == 2


@pytest.mark.skipif(not SHARED.exists(), reason="the development texts are not beside the repository")
def test_texts_of_the_development_set_share_a_story_if_and_only_if_they_tell_of_one_occurrence() -> None:
    documents = [json.loads(line) for line in (SHARED / "docs.jsonl").read_text(encoding="utf-8").splitlines()]
    pairs = json.loads((SHARED / "pairs.json").read_text(encoding="utf-8"))
    found: list[Event] = []
    for row in documents:
        day = date.fromisoformat(row["published"])
        document = Document(row["id"], row["text"], outlet=row["outlet"], published=day, language=row["language"])
        found.extend(read(document, places(), reader()).events)
    _, stories = link_stories(found, places())
    joined = {pair for story in stories for pair in combinations(sorted(story.doc_ids), 2)}
    same = {tuple(sorted(pair)) for pair in pairs["same_occurrence"]}
    partly = {tuple(sorted(pair)) for pair in pairs["partly"]}
    assert same - joined <= NOT_JOINED
    assert joined - same - partly == BACKGROUND_TOO
