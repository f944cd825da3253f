from __future__ import annotations

from html import unescape
from re import sub

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.quote import Mark, anchor, marked, safe_link

LABELS = {"trigger": "Shelling", "place": "Place", "date": "Date"}
MARKS = st.builds(Mark, st.integers(0, 80), st.integers(0, 80), st.sampled_from(sorted(LABELS)))


def test_marks_count_from_the_start_of_the_document() -> None:
    html = marked("Shusha was shelled.", 100, [Mark(111, 118, "trigger"), Mark(100, 106, "place")], LABELS)
    assert html == (
        '<mark class="place" title="Place">Shusha</mark> was <mark class="trigger" title="Shelling">shelled</mark>.'
    )


def test_a_mark_outside_the_sentence_is_passed_over() -> None:
    assert marked("Calm.", 10, [Mark(0, 4, "place"), Mark(12, 40, "date")], LABELS) == "Calm."


def test_of_two_overlapping_marks_the_first_stays() -> None:
    html = marked("Aghdam road", 0, [Mark(0, 11, "place"), Mark(7, 11, "trigger")], LABELS)
    assert html == '<mark class="place" title="Place">Aghdam road</mark>'


@given(st.text(max_size=60), st.lists(MARKS, max_size=4), st.integers(0, 20))
def test_a_sentence_keeps_its_words_and_brings_no_markup(sentence: str, marks: list[Mark], starts_at: int) -> None:
    html = marked(sentence, starts_at, marks, LABELS)
    bare = sub(r'<mark class="\w+" title="\w+">|</mark>', "", html)
    assert "<" not in bare
    assert ">" not in bare
    assert unescape(bare) == unescape(sentence) or unescape(bare) == sentence


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "news.example",
        "http://",
        "http://[",
        "",
        None,
    ],
)
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert safe_link(url) is None
    assert anchor(url, "Report <1>") == "Report &lt;1&gt;"


def test_a_link_tells_the_other_site_nothing_and_cannot_break_out() -> None:
    html = anchor('https://news.example/a?b="><script>', "Report")
    assert html == (
        '<a href="https://news.example/a?b=&quot;&gt;&lt;script&gt;" target="_blank"'
        ' rel="noopener noreferrer">Report</a>'
    )
