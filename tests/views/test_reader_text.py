from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Document
from extract import Event, Mention, Unresolved
from geo import Store
from views.naming import Names
from views.reader_document import ReadDocument, read_document
from views.reader_text import Links, Spot, pages, spots, text_html
from views.setting import Setting
from views.state import View
from views.texts import Texts
from views.told import Told

SETTING = Setting(Texts("en"), Names("en", {"khankendi": "Khankendi / Stepanakert"}), "c", "g")
LINKS = Links(View(lang="en"))


def _html(read: ReadDocument, marks: list[Spot] | None = None, links: Links = LINKS) -> str:
    found = spots(read, SETTING, links) if marks is None else marks
    return text_html(read, (0, len(read.document.text)), found, links, str)


def _plain(html: str) -> str:
    """What a reader reads: no tags, no numbers of events."""
    return unescape(re.sub("<[^>]*>", "", re.sub('<a class="chip".*?</a>', "", html)))


@pytest.fixture
def read(store: Store) -> ReadDocument:
    found = read_document(store, "a")
    assert found is not None
    return found


def test_a_document_comes_with_all_that_was_read_in_it(read: ReadDocument) -> None:
    assert read.document.outlet == "Azertac"
    assert [mention.text for mention in read.mentions] == ["Khankendi"]
    assert [told.title for told in read.events] == ["Report A"]
    assert not read.is_digest


def test_what_a_store_does_not_have_is_none(store: Store) -> None:
    assert read_document(store, "nothing") is None


def test_place_and_event_word_lead_to_the_map(read: ReadDocument) -> None:
    html = _html(read)
    assert '<a class="mark place" href="./?at=khankendi" target="_self"' in html
    assert 'href="./?event=a-shelling-khankendi"' in html
    assert "Khankendi / Stepanakert, town: named as a place" in html


def test_a_sentence_with_an_event_is_underlaid_and_numbered(read: ReadDocument) -> None:
    html = _html(read)
    assert html.startswith('<div class="text" lang="en"><span class="told">Twelve people')
    assert '<a class="chip" href="#event-1" aria-label="1">1</a>' in html


def test_the_text_reads_as_it_was_written(read: ReadDocument) -> None:
    assert _plain(_html(read)) == read.document.text


def test_marks_of_ones_own_text_leave_the_page_open(read: ReadDocument) -> None:
    html = _html(read, links=Links(View(), stored=False))
    assert 'href="./?at=khankendi" target="_blank" rel="noopener"' in html
    assert 'class="mark trigger" href="#event-1"' in html
    assert "./?event=" not in html


def test_a_name_not_placed_leads_to_the_gazetteer(store: Store) -> None:
    found = read_document(store, "h")
    assert found is not None
    assert found.is_digest
    assert '<a class="mark unknown" href="./gazetteer#inbox"' in _html(found)


def test_what_a_text_says_cannot_run() -> None:
    text = '<script>alert(1)</script> in <img src=x onerror="alert(1)"> Shusha "><b>'
    at = text.index("Shusha")
    name, kind = 'x"><script>', '"><script>'
    mention = Mention("d", at, at + 6, "Shusha", name, kind, "city", 46.7, 39.7, "en", None, "literal", "")
    html = _html(ReadDocument(Document("d", text, language='en"><script>'), (mention,)))
    assert "<script" not in html
    assert "<img" not in html
    assert _plain(html) == text


def test_where_marks_overlap_the_place_stays() -> None:
    text = "The Lachin road was blocked."
    road = ("Lachin road", "lachin-corridor", "Lachin corridor", "road", 46.5, 39.6, "en", None, "literal", "")
    place = Mention("d", 4, 15, *road)
    event = Event("e", "d", "blockade", text, 0, len(text), 11, 27)
    found = spots(ReadDocument(Document("d", text), (place,), (Told(event),)), SETTING, LINKS)
    assert [(spot.role, spot.start) for spot in found] == [("place", 4)]


def test_overlapping_sentences_are_underlaid_once() -> None:
    text = "One. Two. Three."
    stretches = [(0, 9), (5, 16)]
    events = [Told(Event(f"e{s}", "d", "protest", text[s:e], s, e, s, s + 3)) for s, e in stretches]
    html = _html(ReadDocument(Document("d", text), (), tuple(events)))
    assert html.count('<span class="told">') == 1
    assert _plain(html) == text


def test_names_not_placed_are_marked() -> None:
    text = "Nobody knows Blorgkend."
    name = Unresolved("d", 13, 22, "Blorgkend", text, "a village")
    found = spots(ReadDocument(Document("d", text), unresolved=(name,)), SETTING, LINKS)
    assert [(spot.role, spot.tip) for spot in found] == [("unknown", SETTING.texts("reader.tip_unknown"))]


@given(st.text(alphabet="ab \n", max_size=300), st.integers(5, 50))
def test_pages_cover_the_text_and_none_is_too_long(text: str, size: int) -> None:
    cut = pages(text, size)
    assert "".join(text[start:end] for start, end in cut).strip() == text.strip()
    assert all(end - start <= size for start, end in cut)


def test_pages_end_where_lines_end() -> None:
    text = "first line\nsecond line\nthird line\n"
    assert [text[start:end] for start, end in pages(text, 24)] == ["first line\nsecond line\n", "third line\n"]


@given(
    st.text(min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["place", "trigger"])), max_size=6),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=3),
)
def test_whatever_is_marked_the_text_stays_whole(
    text: str, marks: list[tuple[int, int, str]], sentences: list[tuple[int, int]]
) -> None:
    n = len(text)
    mention = Mention("d", 0, 0, "", "shusha", "Shusha", "city", 46.7, 39.7, "en", None, "literal", "")
    mentions = tuple(replace(mention, start=min(s, n), end=min(e, n)) for s, e, _ in marks)
    told = tuple(
        Told(Event(f"e{s}", "d", "protest", text[s : s + e], s, min(s + e, n), s, s)) for s, e in sentences if s < n
    )
    assert _plain(_html(ReadDocument(Document("d", text), mentions, told))) == text
