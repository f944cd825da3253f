from __future__ import annotations

import re

import pytest

from views.plain import plain

HOSTILE = (
    "[log in](http://evil.test/login)",
    "![x](http://evil.test/q.png)",
    "http://evil.test and www.evil.test and a@evil.test",
    "$\\href{http://evil.test}{x}$",
    ":red[warning] :material/delete: :streamlit: :cat:",
    "**bold** _italic_ ~~gone~~ `code` <b>html</b> &lt;",
    "# heading",
    "1. list",
    "    code block",
    "- a -> b -- c",
    "line\n\n> quote",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_every_mark_of_markdown_is_escaped(text: str) -> None:
    shown = plain(text)
    assert re.findall(r"(?<!\\)[\[\]`*_$<>#!~|]", re.sub(r"\\\\", "", shown)) == []
    assert "\n" not in shown


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_the_text_is_lost(text: str) -> None:
    assert re.sub(r"\\(.)", r"\1", plain(text)).replace("\u2060", "") == " ".join(text.split())


def test_what_is_linked_after_the_markdown_was_read_is_parted() -> None:
    for part in ("://", "www.", "a@e", ":cat", "->", "--"):
        assert part not in re.sub(r"\\(.)", r"\1", plain("http://e.test www.e.test a@e.test :cat: -> --"))


def test_names_of_places_stay_readable() -> None:
    assert plain("Xankəndi / Ստեփանակերտ / Степанакерт") == "Xankəndi / Ստեփանակերտ / Степанакерт"
