"""Names are found in every grammatical form, and nowhere else."""

from __future__ import annotations

import pickle
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import gazetteer

FILES = Path(__file__).parent / "files"


def cases(file: str) -> list[Any]:
    listed = yaml.safe_load((FILES / file).read_text(encoding="utf-8"))
    return [
        pytest.param(language, case["text"], case.get("found", {}), id=f"{language}-{number}")
        for language, sentences in listed.items()
        for number, case in enumerate(sentences)
    ]


def found_in(places: gazetteer.Gazetteer, text: str, language: str | None) -> dict[str, list[str]]:
    hits = places.find(text, language)
    return {text[hit.start : hit.end]: [candidate.place.id for candidate in hit.candidates] for hit in hits}


@pytest.mark.parametrize(("language", "text", "names"), cases("found.yaml"))
def test_a_name_is_found_in_the_form_that_it_stands_in(
    small: gazetteer.Gazetteer, language: str, text: str, names: dict[str, list[str]]
) -> None:
    assert found_in(small, text, language) == names
    assert found_in(small, text, None) == names


@pytest.mark.parametrize(("language", "text", "names"), cases("not_found.yaml"))
def test_a_word_that_only_looks_like_a_name_is_not_found(
    small: gazetteer.Gazetteer, language: str, text: str, names: dict[str, list[str]]
) -> None:
    assert found_in(small, text, language) == names


def test_the_ending_is_told_from_the_name(small: gazetteer.Gazetteer) -> None:
    text = "Xankəndinin"
    (hit,) = small.find(text)
    assert (text[: hit.stem_end], hit.end) == ("Xankəndi", len(text))


def test_the_name_is_given_in_the_spelling_and_tradition_of_the_text(small: gazetteer.Gazetteer) -> None:
    names = [hit.candidates[0].name for hit in small.find("Shushi, Shusha, Şuşa")]
    assert [(name.name, name.tradition) for name in names] == [
        ("Shushi", "armenian"),
        ("Shusha", "azerbaijani"),
        ("Şuşa", "azerbaijani"),
    ]


def test_an_adjective_before_district_says_that_it_is_a_district(small: gazetteer.Gazetteer) -> None:
    (hit,) = small.find("в Лачинском районе")
    assert hit.kinds == ("district",)


def test_azerbaijani_endings_are_not_looked_for_in_english(small: gazetteer.Gazetteer) -> None:
    assert found_in(small, "Lachinda and Bakuda are no words of ours", "en") == {}


def test_offsets_are_those_of_the_text_as_given(small: gazetteer.Gazetteer) -> None:
    text = "ﬁre at İrəvan and Shu\u00adsha\u200b, s\u0327us\u0327a."
    assert [text[hit.start : hit.end] for hit in small.find(text)] == ["İrəvan", "Shu\u00adsha"]


def test_half_a_character_of_a_broken_encoding_does_no_harm(small: gazetteer.Gazetteer) -> None:
    text = "Shusha \ud800\udc41 \udfff Stepanakert"
    assert [text[hit.start : hit.end] for hit in small.find(text)] == ["Shusha", "Stepanakert"]


def test_candidates_come_in_the_order_of_the_files_and_once_each(small: gazetteer.Gazetteer) -> None:
    (hit,) = small.find("Shusha")
    assert [candidate.place.id for candidate in hit.candidates] == ["shusha", "shusha-district"]


def test_a_megabyte_on_one_line_gives_every_hit(small: gazetteer.Gazetteer) -> None:
    sentence = "From Shusha to Stepanakert along the Lachin corridor. "
    text = sentence * (1_000_000 // len(sentence))
    hits = small.find(text)
    assert len(hits) == 3 * (1_000_000 // len(sentence))
    assert {text[hit.start : hit.end] for hit in hits} == {"Shusha", "Stepanakert", "Lachin corridor"}


def test_the_same_place_is_found_after_a_journey_through_another_process(small: gazetteer.Gazetteer) -> None:
    copy = pickle.loads(pickle.dumps(small))
    assert copy.places == small.places
    assert copy.version == small.version
    assert found_in(copy, "Shusha", None) == found_in(small, "Shusha", None)


@given(st.text(alphabet=st.sampled_from("ŞuşanıŠШуши Շուշի-'’().,\n\u00ad\u0301ABşՀԵև U.S."), max_size=60))
def test_hits_never_overlap_and_lie_within_the_text(small: gazetteer.Gazetteer, text: str) -> None:
    hits = small.find(text)
    assert all(0 <= hit.start < hit.stem_end <= hit.end <= len(text) for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))
    assert all(hit.candidates for hit in hits)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Xankendide ve Kelbecerde", "az", {"Xankendide": "khankendi", "Kelbecerde": "kalbajar"}),
        ("Xankendide ve Kelbecerde", "en", {}),
        ("Анатолий и самое Самоа", "ru", {"Самоа": "samoa"}),
        ("Самое важное", "ru", {}),
        ("in the U.S", "en", {"U.S": "united-states"}),
        ("in the U.S., they say", "en", {"U.S.": "united-states"}),
    ],
)
def test_what_is_typed_for_a_letter_is_found_and_what_is_no_ending_is_not(
    text: str, language: str, found: dict[str, str]
) -> None:
    hits = found_in(gazetteer.load(), text, language)
    assert hits.keys() == found.keys()
    assert all(place in hits[name] for name, place in found.items())
