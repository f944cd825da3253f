import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
import yaml

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
        ("a.md", b"---\nnote: " + b"[" * 3000 + b"]" * 3000 + b"\n---\nText", "nested too deeply"),
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


NAMES = [
    {"text": "text", "published": "published", "outlet": "outlet", "title": "title", "language": "language"},
    {"text": "content", "published": "date", "outlet": "source", "title": "headline", "language": "lang"},
    {"text": "Body", "published": "pubDate", "outlet": "media_name", "title": "Headline", "language": "LANG"},
    {"text": "maintext", "published": "date_publish", "outlet": "domain", "title": "title", "language": "lang"},
    {"text": "full_text", "published": "publish_date", "outlet": "hostname", "title": "headline", "language": "lang"},
    {"text": "article", "published": "publishedAt", "outlet": "publisher", "title": "headline", "language": "lang"},
    {"text": "Full Text", "published": "Created-At", "outlet": "Publisher", "title": "TITLE", "language": "Language"},
]
HELD = {
    "text": "Շուշի, Şuşa and Шуша are one town.", "published": "2020-10-17", "outlet": "The Outlet",
    "title": "One town", "language": "ru",
}  # fmt: skip


def rows_in(suffix: str, rows: list[dict[str, str]]) -> list[Document | Problem]:
    """The rows as a file of that kind, read."""
    if suffix == "jsonl":
        return list(read_bytes("a.jsonl", "\n".join(map(json.dumps, rows)).encode()))
    if suffix == "csv":
        written = io.StringIO()
        table = csv.DictWriter(written, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
        return list(read_bytes("a.csv", written.getvalue().encode()))
    head = {key: value for key, value in rows[0].items() if value != HELD["text"]}
    return list(read_bytes("a.md", f"---\n{yaml.safe_dump(head)}---\n{HELD['text']}".encode()))


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("suffix", ["jsonl", "csv", "md"])
def test_what_other_programs_call_a_field_is_understood(names: dict[str, str], suffix: str) -> None:
    (document,) = rows_in(suffix, [{names[field]: value for field, value in HELD.items()}])
    assert isinstance(document, Document)
    assert (document.text, document.published, document.outlet) == (HELD["text"], date(2020, 10, 17), "The Outlet")
    assert (document.title, document.language, document.published_basis) == ("One town", "ru", "stated")


def test_our_own_name_counts_first_and_what_says_otherwise_is_told_once(tmp_path: Path) -> None:
    rows = [{"date": "2001-01-01", "text": f"one {n}", "published": "2020-10-17", "titel": "x"} for n in range(500)]
    outcomes = rows_in("csv", rows)
    assert {document.published for document in documents(outcomes)} == {date(2020, 10, 17)}
    assert complaints(outcomes) == [
        "a.csv:2: unknown field 'titel' is not read (so in 500 rows); did you mean title? (the document is kept)",
        "a.csv:2: published is read from 'published', and 'date' says something else (so in 500 rows); "
        "keep one of the two if the other is meant (the document is kept)",
    ]


def test_two_names_that_say_the_same_are_no_matter() -> None:
    outcomes = rows_in("jsonl", [{"text": "one", "published": "2020-10-17", "date": "17.10.2020", "lang": "en"}])
    assert complaints(outcomes) == []


def test_a_source_that_is_an_address_is_the_address() -> None:
    row = {"text": "one", "source": "https://example.org/1", "source-hostname": "Example", "date": "2020-10-17"}
    (document,) = rows_in("jsonl", [row])
    assert isinstance(document, Document)
    assert (document.outlet, document.url) == ("Example", "https://example.org/1")


def test_a_source_with_a_name_is_that_name() -> None:
    row = b'{"source": {"id": null, "name": "BBC"}, "content": "one", "author": ["A", "B"], "publishedAt": null}'
    (document,) = documents(read_bytes("a.jsonl", row))
    assert (document.outlet, document.author, document.published) == ("BBC", "A, B", None)


def test_a_text_in_parts_is_put_together_and_what_is_none_is_refused() -> None:
    parts = {"text": ["Взрывы в ", {"type": "bold", "text": "Шуше"}, "."]}
    (document,) = documents(read_bytes("a.jsonl", json.dumps(parts).encode()))
    assert document.text == "Взрывы в Шуше."
    for bad in (b'{"text": {"a": 1}}', b'{"text": 1e999}', b'{"text": [1]}'):
        outcomes = list(read_bytes("a.jsonl", bad))
        assert documents(outcomes) == []
        assert "there is no text" in complaints(outcomes)[0]


def test_tags_in_the_front_matter_leave_nothing_out() -> None:
    text = "---\ntitle: T\ntags: [a, b]\nauthor:\n  - A\n  - B\nextra: {a: b}\ndate: 17.10.2020\n---\nText"
    outcomes = list(read_bytes("a.md", text.encode()))
    (document,) = documents(outcomes)
    assert (document.title, document.author, document.published) == ("T", "A, B", date(2020, 10, 17))
    assert len(complaints(outcomes)) == 2


def test_one_document_that_nests_too_deep_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text("---\nnote: " + "[" * 5000 + "\n---\nText", encoding="utf-8")
    (tmp_path / "worse.md").write_text("---\n" + "- " * 5000 + "x\n---\nText", encoding="utf-8")
    (tmp_path / "good.md").write_text("---\nid: a\n---\nText", encoding="utf-8")
    outcomes = list(read_documents([tmp_path]))
    assert [document.doc_id for document in documents(outcomes)] == ["a"]
    assert len(complaints(outcomes)) == 2


def test_a_folder_tells_what_it_left_out_by_kind(tmp_path: Path) -> None:
    for name in ("a.txt", "b.pdf", "c.rss", "d.RSS", "e", ".hidden", "a.events.yaml"):
        (tmp_path / name).write_text("Text", encoding="utf-8")
    (tmp_path / "a.events.yaml").write_text("events: []\n", encoding="utf-8")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "advert.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "page_files" / "style.css").write_text("p {}", encoding="utf-8")
    outcomes = list(read_documents([tmp_path]))
    assert [document.doc_id for document in documents(outcomes)] == ["a", "page"]
    (problem,) = [o for o in outcomes if isinstance(o, Problem)]
    assert problem.what == "left out: 1 .pdf, 2 .rss, 1 without suffix"
    assert problem.left_out


def ids(*inputs: Path) -> list[str]:
    outcomes = list(read_documents(inputs))
    assert complaints(outcomes) == []
    return [document.doc_id for document in documents(outcomes)]


def test_equal_names_in_two_folders_are_two_documents(tmp_path: Path) -> None:
    for name in ("two/en/1.txt", "two/ru/1.txt", "two/ru/2.txt", "other/en/1.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"Text of {name}", encoding="utf-8")
    two = tmp_path / "two"
    assert ids(two) == ["en/1", "ru/1", "ru/2"]
    assert ids(two / "en", two / "ru") == ["en/1", "ru/1", "2"]
    assert ids(two / "ru", two / "en") == ["ru/1", "2", "en/1"]
    assert ids(two / "en" / "1.txt", two / "ru" / "1.txt") == ["en/1", "ru/1"]
    assert ids(two, tmp_path / "other") == ["two/en/1", "ru/1", "ru/2", "other/en/1"]


def test_files_that_differ_by_suffix_only_are_two_documents(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md", "a.txt.md", "b.txt"):
        (tmp_path / name).write_text(f"Text of {name}", encoding="utf-8")
    assert ids(tmp_path) == ["a.md", "a.txt", "a.txt.md", "b"]


def test_documents_keep_their_own_id_whatever_their_file_is_called(tmp_path: Path) -> None:
    for folder in ("en", "ru"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.md").write_text(f"---\nid: news-{folder}\n---\nText", encoding="utf-8")
    assert ids(tmp_path / "en", tmp_path / "ru") == ["news-en", "news-ru"]


RUSSIAN = (
    "<html><head>{head}<title>Новости</title></head><body><article><h1>Колонна прибыла в Шушу</h1><p>Колонна с "
    "гуманитарным грузом прибыла в Шушу в понедельник, сообщили в министерстве поздно вечером того же дня.</p><p>Она "
    "везла муку и лекарства для жителей, которые ждали помощи несколько месяцев.</p></article></body></html>"
)


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("cp1251", '<meta charset="windows-1251">'),
        ("cp1251", "<META http-equiv='Content-Type' content='text/html; charset=Windows-1251'>"),
        ("koi8-r", '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'),
        ("iso8859-5", "<meta charset=iso-8859-5>"),
        ("utf-8", '<meta charset="windows-1251">'),
        ("utf-8", ""),
        ("utf-16", ""),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_declares(encoding: str, head: str) -> None:
    (document,) = read_bytes("page.html", RUSSIAN.format(head=head).encode(encoding))
    assert isinstance(document, Document)
    assert "прибыла в Шушу в понедельник" in document.text
    assert document.language == "ru"


@pytest.mark.parametrize(
    "head", ["", "<meta charset=utf-8>", "<meta charset=rot13>", "<meta charset=utf-7>", "<meta charset=x>"]
)
def test_a_page_whose_encoding_cannot_be_told_is_refused_in_words(head: str) -> None:
    (problem,) = read_bytes("page.html", RUSSIAN.format(head=head).encode("cp1251"))
    assert "unreadable encoding" in str(problem)


def test_a_reading_beside_a_document_goes_with_it_and_a_faulty_one_is_told(tmp_path: Path) -> None:
    for name in ("good", "bad"):
        (tmp_path / f"{name}.txt").write_text("Shusha was shelled.", encoding="utf-8")
    kept = "events:\n- type: shelling\n  sentence: Shusha was shelled.\n  trigger: shelled\n"
    (tmp_path / "good.events.yaml").write_text(kept, encoding="utf-8")
    (tmp_path / "bad.events.yaml").write_text(kept.replace("shelling", "sheling"), encoding="utf-8")
    outcomes = list(read_documents([tmp_path]))
    assert {document.doc_id: document.reading for document in documents(outcomes)} == {"good": kept, "bad": None}
    (problem,) = [o for o in outcomes if isinstance(o, Problem)]
    assert problem.line == 2
    assert "did you mean shelling?" in str(problem)
