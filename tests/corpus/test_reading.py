from datetime import date
from pathlib import Path

import pytest

from corpus import SHIPPED, Document, Problem, read_bytes, read_documents

PAGE = """<html><head><title>Convoy</title><meta property="og:site_name" content="The Outlet">
<meta name="date" content="2023-09-18"></head><body><nav>Home | News</nav><article><h1>Convoy arrives</h1>
<p>A convoy reached Khankendi by the Aghdam road on Monday, the drivers said late in the evening of that day.</p>
<p>It carried flour and medicine for the residents who had been waiting for months in the cold.</p></article>
<footer>Share</footer></body></html>"""


def documents(outcomes: object) -> list[Document]:
    return [o for o in outcomes if isinstance(o, Document)]  # type: ignore[attr-defined]


def complaints(outcomes: object) -> list[str]:
    return [str(o) for o in outcomes if isinstance(o, Problem)]  # type: ignore[attr-defined]


def test_the_shipped_corpus_reads_without_a_complaint() -> None:
    outcomes = list(read_documents([SHIPPED]))
    assert complaints(outcomes) == []
    assert len(outcomes) == len(list(SHIPPED.glob("*.md"))) >= 45
    assert all(d.kind == "digest" and d.published and d.outlet for d in documents(outcomes))


def test_a_markdown_text_is_everything_below_its_front_matter() -> None:
    text = "---\nid: a\npublished: 1992-03-05\noutlet: no\nauthor: null\n---\n\nThe road is open.\n"
    (document,) = documents(read_bytes("a.md", text.encode()))
    assert document.text == "\nThe road is open.\n"
    assert (document.published, document.outlet, document.author) == (date(1992, 3, 5), "no", None)


def test_a_text_keeps_every_character() -> None:
    text = "  İrəvan\r\n\u200fՇուշի\t\u2028x \n"
    (document,) = documents(read_bytes("a.txt", text.encode()))
    assert document.text == text


def test_a_page_gives_its_article_without_its_navigation() -> None:
    (document,) = documents(read_bytes("page.html", PAGE.encode()))
    assert "Aghdam road" in document.text
    assert "Home | News" not in document.text
    assert (document.outlet, document.published) == ("The Outlet", date(2023, 9, 18))


def test_semicolons_separate_columns_as_well_as_commas() -> None:
    (document,) = documents(read_bytes("a.csv", "id;text\nx;Hello, there\n".encode("utf-8-sig")))
    assert (document.doc_id, document.text) == ("x", "Hello, there")


@pytest.mark.parametrize("bad", [b"[1]", b"{broken", b'{"text": ""}', b'{"text": "\\ud800"}', b'{"text": "\xff"}'])
def test_a_bad_row_costs_only_itself(bad: bytes) -> None:
    outcomes = list(read_bytes("a.jsonl", b'{"text": "one"}\n' + bad + b'\n{"text": "three"}\n'))
    assert [d.text for d in documents(outcomes)] == ["one", "three"]
    assert len(complaints(outcomes)) == 1
    assert complaints(outcomes)[0].startswith("a.jsonl:2: ")


def test_a_date_that_is_none_costs_only_the_date() -> None:
    outcomes = list(read_bytes("a.jsonl", b'{"text": "one", "published": "last spring"}'))
    assert documents(outcomes)[0].published is None
    assert "YYYY-MM-DD" in complaints(outcomes)[0]


def test_an_unknown_field_is_reported_with_the_nearest_known_one() -> None:
    outcomes = list(read_bytes("a.jsonl", b'{"text": "one", "titel": "x"}'))
    assert "did you mean title?" in complaints(outcomes)[0]
    assert documents(outcomes)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.md", b"---\nid: [a\n---\nText", "broken front matter"),
        ("a.md", b"---\nid: a\nText", "not closed"),
        ("a.md", b"---\n- a\n---\nText", "no list of keys"),
        ("a.md", b"---\nid: a\n---\n  \n", "there is no text"),
        ("a.txt", b"", "there is no text"),
        ("a.txt", b"\xc3\x28", "unreadable encoding"),
        ("a.txt", b"a\0b", "no text"),
        ("a.pdf", b"%PDF", ".pdf is not read"),
        ("a.csv", b"id,title\n1,x\n", "no column is called text"),
        ("a.html", b"<html", "no article"),
    ],
)
def test_an_unreadable_file_is_one_clear_line(name: str, content: bytes, what: str) -> None:
    (problem,) = list(read_bytes(name, content))
    assert isinstance(problem, Problem)
    assert what in str(problem)
    assert str(problem).startswith(name)
    assert "\n" not in str(problem)


def test_a_missing_file_leaves_the_others_alone(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("The road is open.", encoding="utf-8")
    outcomes = list(read_documents([tmp_path / "none.txt", tmp_path / "good.txt", tmp_path]))
    assert len(documents(outcomes)) == 1
    assert "no such file" in complaints(outcomes)[0]
    assert "already used" in complaints(outcomes)[1]


def test_an_address_that_is_not_of_the_web_is_dropped() -> None:
    outcomes = list(read_bytes("a.jsonl", b'{"text": "one", "url": "javascript:alert(1)"}'))
    assert documents(outcomes)[0].url is None
    assert complaints(outcomes)


def test_a_text_in_utf_16_is_read_like_any_other() -> None:
    (document,) = read_bytes("a.txt", "Şuşa".encode("utf-16"))
    assert isinstance(document, Document)
    assert document.text == "Şuşa"
