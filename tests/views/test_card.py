from __future__ import annotations

import re
from dataclasses import replace
from html import escape

import pytest

from extract import LIKE
from extract.reader.precedents import load_precedents
from geo import Store, event, story
from tests.views.small_store import CHECKED, UNSURE
from views.card import card
from views.naming import Names
from views.setting import Setting
from views.texts import LANGUAGES, Texts
from views.told import Told, all_told, told
from views.why import Why

SHELLED, ARRIVED, UNPLACED = "a-shelling-khankendi", "f-humanitarian_aid-shusha", "c-diplomacy-nowhere"
SETTING = Setting(Texts("en"), Names("en", {"khankendi": "Khankendi / Stepanakert"}), "c0", "g0")
HOSTILE = """<script>alert(1)</script><img src=x onerror=alert(1)>${alert(1)}`"'"""


def _told(store: Store, event_id: str) -> Told:
    row = event(store, event_id)
    assert row is not None
    return told(row)


def _card(one: Told, why: Why | None = None, versions: tuple[Told, ...] = (), setting: Setting = SETTING) -> str:
    return card(one, why or Why(), versions, setting)


def test_a_card_says_what_when_where_who_and_in_whose_words(store: Store) -> None:
    html = _card(_told(store, SHELLED))
    for said in (
        "Shelling", "Claimed by one side", "19 September 2023", "to the day, as written in the text",
        "Khankendi / Stepanakert", "Azerbaijan", "according to the ombudsman", "12 killed",
        '<mark class="trigger" title="Shelling">shelled</mark>', '<mark class="place" title="Place">Khankendi</mark>',
        "read by machine", "Confidence 80 %", "At a place, stated in the sentence", "Azertac",
        'href="https://news.example/a"', "?event=a-shelling-khankendi",
        "corpus c0, gazetteer g0",
    ):  # fmt: skip
        assert said in html


def test_a_card_says_why_the_event_is_there(store: Store) -> None:
    why = Why("the only place of this name", "gazetteer/places/towns.yaml:12", (("Shusha", "not in this sentence"),))
    html = _card(_told(store, SHELLED), why)
    for said in ("the only place of this name", "gazetteer/places/towns.yaml:12", "Shusha: not in this sentence"):
        assert said in html


def test_a_card_shows_the_sentences_like_it_that_people_read(store: Store) -> None:
    one = _told(store, SHELLED)
    key, row = next((key, row) for key, row in load_precedents().told.items() if row.place and row.actor)
    like = (f"{LIKE}{key} (0.91)", f"{LIKE}of-other-weights:3 (0.80)")
    html = _card(replace(one, event=replace(one.event, rules=(*one.event.rules, *like))))
    assert f'<q lang="{row.language}">{escape(row.sentence)}</q>' in html
    assert escape(f"place: {row.place}") in html
    assert "of-other-weights" not in html


def test_a_card_says_whether_a_person_has_read_the_event(mixed: Store) -> None:
    html = _card(_told(mixed, CHECKED))
    for said in (
        "<dd>checked by hand</dd>", "12 March 2021 ", "to the day, checked by hand", "At a place, checked by hand",
        "<dd>nobody is surely named</dd>", '<dd>residents <span class="quiet">checked by hand</span></dd>',
        "<em>type</em>: read by a person",
    ):  # fmt: skip
        assert said.strip() in html
    assert "Confidence" not in html
    assert "read by machine" not in html


def test_the_sentence_that_names_the_place_is_quoted_with_the_other(mixed: Store) -> None:
    html = _card(_told(mixed, UNSURE))
    blast, dawn = re.findall(r'<blockquote lang="en">(.*?)</blockquote>', html)
    assert blast == 'A <mark class="trigger" title="Explosion">blast</mark> then wounded two farmers.'
    assert dawn == '<mark class="place" title="Place">Lachin</mark> was calm at dawn.'
    assert "carried from another sentence" in html


def test_a_place_that_is_named_where_no_text_is_at_hand_is_said_in_words(mixed: Store) -> None:
    html = _card(replace(_told(mixed, UNSURE), naming=None))
    assert html.count("<blockquote") == 1
    assert "The place is named in another sentence of the text" in html


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "<em>place</em>: linked to “Lachin” (81 %); next “Goris” (11 %)"),
        ("az", "<em>yer</em>: “Lachin” ilə bağlıdır (81 %); sonra “Goris” (11 %)"),
        ("hy", "<em>վայր</em>: կապված է՝ «Lachin» (81 %); հաջորդը՝ «Goris» (11 %)"),
        ("ru", "<em>место</em>: связано с «Lachin» (81 %); далее «Goris» (11 %)"),
    ],
)
def test_what_led_to_an_event_is_told_in_the_language_of_the_page(mixed: Store, language: str, said: str) -> None:
    why = Why(
        "a village, for “village” stands with the name", None, (("Goris", "farther from the places around it (80 km)"),)
    )
    html = _card(_told(mixed, UNSURE), why, setting=replace(SETTING, texts=Texts(language)))
    assert said in html
    assert ("stands with the name" in html) == (language == "en")
    assert ("farther from" in html) == (language == "en")


def test_a_reason_that_no_language_knows_stays_as_it_is(mixed: Store) -> None:
    one = _told(mixed, UNSURE)
    html = _card(replace(one, event=replace(one.event, rules=("place: near <b>Goris</b>", "so it was"))))
    assert "<li><em>place</em>: near &lt;b&gt;Goris&lt;/b&gt;</li><li>so it was</li>" in html


def test_versions_stand_side_by_side_and_say_where_they_differ(store: Store) -> None:
    one = _told(store, SHELLED)
    html = _card(one, versions=all_told(story(store, one.event.story_id)))
    assert html.count("<section>") == 2
    assert "15 killed" in html
    assert html.count("differs") == 1


def test_a_story_told_once_says_so(store: Store) -> None:
    one = _told(store, ARRIVED)
    assert "No other document in this corpus tells this story." in _card(one, versions=(one,))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("event_id", [SHELLED, ARRIVED, UNPLACED, "d-military_movement-goris", "e-shelling-shusha"])
def test_no_card_shows_what_only_a_machine_reads(store: Store, event_id: str, language: str) -> None:
    html = _card(_told(store, event_id), setting=replace(SETTING, texts=Texts(language)))
    for raw in ("None", "nan", "NaT", "khankendi<", "humanitarian_aid<", "[]", "{", "}"):
        assert raw not in html


def test_the_name_is_as_the_source_wrote_it_when_that_is_asked_for(store: Store) -> None:
    assert "<dd>Шуша" in _card(_told(store, ARRIVED), setting=replace(SETTING, names=Names("source", {})))


def test_nothing_that_a_text_says_becomes_markup(store: Store) -> None:
    one = _told(store, SHELLED)
    evil = replace(
        one.event, evidence=HOSTILE * 3, outlet=HOSTILE, actor=HOSTILE, target=HOSTILE, claimed_by=HOSTILE,
        rules=(f"type: {HOSTILE}",), event_id=HOSTILE, place_id="x", place_name=HOSTILE, language=HOSTILE,
    )  # fmt: skip
    told_evil = Told(evil, HOSTILE, HOSTILE, f"javascript:{HOSTILE}")
    html = _card(told_evil, Why(HOSTILE, HOSTILE, ((HOSTILE, HOSTILE),)), (told_evil, _told(store, ARRIVED)))
    assert "<script" not in html
    assert "<img" not in html
    assert "javascript:" not in html.replace("javascript:&lt;", "")
    assert 'data-event="&lt;script' in html
