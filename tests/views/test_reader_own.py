from __future__ import annotations

import gzip
import io
import json
import zipfile
from datetime import date

import pytest

import extract
import gazetteer
import geo
from views.reader_document import only, read_document
from views.reader_own import LARGEST_FILE, MOST_TEXT, MOST_TEXTS, brought, read_own, refusal
from views.reader_take import mentions_json


def _zip_bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"0" * 20_000_000)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("bomb.txt", _zip_bomb(), "archive"),
        ("bomb.csv", gzip.compress(b"0" * 1_000_000), "archive"),
        ("report.md", b"%PDF-1.7 ...", "document"),
        ("photo.html", b"\x89PNG\r\n", "picture"),
        ("program.txt", b"\x7fELF\x02\x01\0\0", "binary"),
        ("large.txt", b"a" * (LARGEST_FILE + 1), "large"),
    ],
)
def test_what_is_no_text_or_too_large_is_refused_before_it_is_read(name: str, content: bytes, reason: str) -> None:
    found = brought([(name, content)], None, None)
    assert found.documents == ()
    assert [(refused.source, refused.reason) for refused in found.refusals] == [(name, reason)]


def test_text_in_utf_16_is_a_text() -> None:
    content = "Şuşa".encode("utf-16")
    assert refusal("a.txt", content) is None
    assert [document.text for document in brought([("a.txt", content)], None, None).documents] == ["Şuşa"]


def test_a_broken_row_is_told_with_its_line_and_the_others_are_read() -> None:
    found = brought([("a.jsonl", b'{"text": "One."}\n{"text"\n{"text": "Two."}\n')], None, None)
    assert [document.text for document in found.documents] == ["One.", "Two."]
    (problem,) = found.problems
    assert (problem.source, problem.line) == ("a.jsonl", 2)
    assert problem.remedy


def test_bytes_that_are_no_utf_8_are_told_with_a_remedy() -> None:
    (problem,) = brought([("a.txt", "Баку".encode("cp1251"))], None, None).problems
    assert "UTF-8" in problem.remedy


def test_the_date_of_the_form_is_for_texts_that_tell_none() -> None:
    rows = b'{"text": "One."}\n{"text": "Two.", "published": "2020-10-01"}\n'
    day = date(2023, 9, 20)
    first, second = brought([("a.jsonl", rows)], day, "en").documents
    assert (first.published, second.published) == (day, date(2020, 10, 1))


def test_texts_of_the_same_name_are_told_apart() -> None:
    found = brought([("a.txt", b"One."), ("a.txt", b"Two.")], None, None)
    assert len({document.doc_id for document in found.documents}) == 2


def test_more_than_can_be_read_while_one_waits_is_left_out_and_said() -> None:
    rows = "\n".join(json.dumps({"text": "A."}) for _ in range(MOST_TEXTS + 2)).encode()
    found = brought([("a.jsonl", rows)], None, None)
    assert (len(found.documents), {refused.reason for refused in found.refusals}) == (MOST_TEXTS, {"much"})
    long = brought([("a.txt", b"a" * (MOST_TEXT + 1)), ("b.txt", b"short")], None, None)
    assert [document.text for document in long.documents] == ["short"]


def test_an_own_text_is_read_like_any_other_and_can_be_taken_away() -> None:
    text = "On 19 September 2023 Shusha was shelled. A convoy reached Stepanakert."
    found = brought([("text.txt", text.encode())], date(2023, 9, 20), None)
    done: list[int] = []
    store = read_own(found.documents, gazetteer.load(), extract.load_reader(), done.append)
    read = read_document(store, found.documents[0].doc_id)
    assert read is not None
    assert done == [1]
    assert "shelling" in {told.event.event_type for told in read.events}
    assert {"shusha", "khankendi"} <= {mention.place_id for mention in read.mentions}
    taken = json.loads(geo.export_bytes(store, only(read.document.doc_id), ".geojson"))
    assert len(taken["features"]) == len(read.events)
    mentions = json.loads(mentions_json(read))["mentions"]
    assert [text[mention["start"] : mention["end"]] for mention in mentions] == [each.text for each in read.mentions]
