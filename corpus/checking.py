"""Every fault of the texts kept here and of their readings: `karabakh corpus check`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from corpus.document import Document
from corpus.outlets import OUTLETS, SIDES, read_outlets
from corpus.problem import CorpusError, Problem
from corpus.reading import read_documents
from corpus.readings import EVENT_TYPES, Reading, read_reading, reading_path

EXAMPLES = Path(__file__).parent / "examples"
"""Texts written to teach and test the reader, never shown on the map: ``PART/WRITER/NAME.md``."""
DOCUMENTS = Path(__file__).parent / "documents"
"""The texts that ship and are shown on the map."""
PARTS = ("train", "validation", "closed")
"""What is learned from, what choices are made by, and what is only scored."""
READ = ("en", "ru", "az", "hy")
_SHORTEST_WORDS = 8
_DIGEST_WORDS = (100, 420)
_SEVERAL = 5
_HEADLINE = re.compile(r"^(source_title|author): (?!null$)\S", re.MULTILINE)
"""In the head of a digest: what finds its report where the address is not known."""


@dataclass(frozen=True, slots=True)
class KeptText:
    """A text of the project with its reading, if it has one."""

    path: Path
    document: Document
    reading: Reading | None


_KEYS: dict[str, Callable[[KeptText], str | None]] = {
    "id": lambda each: each.document.doc_id,
    "text": lambda each: each.document.text.strip(),
    "address": lambda each: each.document.url,
}


def kept_texts(folder: Path) -> tuple[tuple[KeptText, ...], tuple[Problem, ...]]:
    """Every Markdown text below a folder with its reading, by path, and every fault of either file."""
    texts: list[KeptText] = []
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.md")):
        for found in read_documents([path]):
            if isinstance(found, Problem):
                problems.append(found)
                continue
            reading = None
            if reading_path(path).exists():
                reading, faults = read_reading(reading_path(path), found.text, found.title)
                problems += faults
            texts.append(KeptText(path, found, reading))
    for path in sorted(folder.rglob("*.events.yaml")):
        if not path.with_name(path.name.removesuffix(".events.yaml") + ".md").exists():
            problems.append(Problem(str(path), None, "a reading without its text", "name it as the text is named"))
    return tuple(texts), tuple(problems)


def check(folder: Path) -> tuple[tuple[KeptText, ...], tuple[Problem, ...]]:
    """The texts below a folder, and every fault of the texts, of their readings, and of what they are together."""
    texts, problems = kept_texts(folder)
    shown = [each for each in texts if DOCUMENTS in each.path.parents]
    others = [each for each in texts if DOCUMENTS not in each.path.parents]
    spelled = (*_spellings(others), *_sources(shown))
    together = (*_alone(texts), *_doubles(texts), *spelled, *_parts(texts))
    return texts, (*problems, *together)


def _alone(texts: Iterable[KeptText]) -> Iterator[Problem]:
    for each in texts:
        document, source = each.document, str(each.path)
        if document.doc_id != each.path.stem:
            yield Problem(source, 1, f"id {document.doc_id!r} is not the file's name", f"write id: {each.path.stem}")
        if document.published is None:
            yield Problem(source, 1, "no day of publication", "write published: YYYY-MM-DD")
        if not document.outlet:
            yield Problem(source, 1, "no outlet", "write outlet: and its name")
        if document.language not in READ:
            yield Problem(source, 1, f"language {document.language!r}", f"one of {', '.join(READ)}")
        if len(document.text.split()) < _SHORTEST_WORDS:
            yield Problem(source, 1, "hardly any text", "tell it in whole sentences")
        if each.reading is None and EXAMPLES in each.path.parents:
            yield Problem(source, None, "no reading", f"write {reading_path(each.path).name} beside it")


def _doubles(texts: Iterable[KeptText]) -> Iterator[Problem]:
    """Texts of one id, one wording, or of one address."""
    for what, key in _KEYS.items():
        first: dict[str, Path] = {}
        for each in texts:
            value = key(each)
            if value and first.setdefault(value, each.path) != each.path:
                yield Problem(str(each.path), 1, f"the same {what} as {first[value].name}", "keep one of the two")


def _spellings(texts: Iterable[KeptText]) -> Iterator[Problem]:
    """Outlets whose names differ by letter case, blanks or signs alone."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    where: dict[str, Path] = {}
    for each in texts:
        name = each.document.outlet or ""
        seen["".join(char for char in name.casefold() if char.isalnum())][name] += 1
        where.setdefault(name, each.path)
    for names in seen.values():
        usual = names.most_common(1)[0][0]
        for name in sorted(set(names) - {usual}):
            yield Problem(str(where[name]), 1, f"outlet {name!r} is elsewhere {usual!r}", "spell it one way")


def _sources(texts: Sequence[KeptText]) -> Iterator[Problem]:
    """Documents that ship whose outlet, country, address or length is not as it should be."""
    try:
        outlets = read_outlets() if texts else {}
    except CorpusError as error:
        yield Problem(str(OUTLETS), None, str(error), "mend that entry")
        return
    for each in texts:
        document, source = each.document, str(each.path)
        outlet = outlets.get(document.outlet or "")
        if outlet is None:
            near = ", ".join(get_close_matches(document.outlet or "", outlets, 1))
            remedy = f"spell it as there ({near})" if near else "add it there with its country"
            yield Problem(source, 1, f"outlet {document.outlet!r} is not in {OUTLETS.name}", remedy)
        elif outlet.country != document.outlet_country:
            what = f"outlet_country {document.outlet_country!r}, and {OUTLETS.name} has {outlet.country!r}"
            yield Problem(source, 1, what, "make them one")
        if not document.url and not _HEADLINE.search(each.path.read_text(encoding="utf-8")):
            yield Problem(source, 1, "neither address nor headline or author", "say where the report can be found")
        words, (least, most) = len(document.text.split()), _DIGEST_WORDS
        if document.kind == "digest" and not least <= words <= most:
            yield Problem(source, 1, f"a digest of {words} words", f"tell it in {least} to {most}")


def _parts(texts: Iterable[KeptText]) -> Iterator[Problem]:
    """Writers of the closed part who wrote for another part too."""
    parts: dict[str, set[str]] = defaultdict(set)
    for each in texts:
        if EXAMPLES in each.path.parents:
            part, writer = each.path.relative_to(EXAMPLES).parts[:2]
            parts[writer].add(part)
    for writer, found in sorted(parts.items()):
        if "closed" in found and len(found) > 1:
            what = f"writer {writer} is in {', '.join(sorted(found))}"
            yield Problem(str(EXAMPLES / "closed" / writer), None, what, "keep writers of the closed part apart")


def balance(texts: Sequence[KeptText]) -> Iterator[str]:
    """A line each: texts, sentences and events by part and language, events by type."""
    by_part = Counter(
        (text.path.relative_to(EXAMPLES).parts[0] if EXAMPLES in text.path.parents else "documents",
         text.document.language)
        for text in texts
    )  # fmt: skip
    for part in sorted({part for part, _ in by_part}):
        shares = ", ".join(f"{language} {by_part[part, language]}" for language in READ)
        yield f"{part}: {sum(by_part[part, language] for language in READ)} texts ({shares})"
    yield from _shown([each for each in texts if DOCUMENTS in each.path.parents])
    types = Counter(event.event_type for text in texts if text.reading for event in text.reading.events)
    yield f"{types.total()} events: " + ", ".join(f"{name} {types[name]}" for name in EVENT_TYPES)


def _shown(texts: Sequence[KeptText]) -> Iterator[str]:
    """Of the documents that ship: outlets, those with several texts, sides, years, and how many were read by hand."""
    if not texts:
        return
    known = read_outlets()
    by_outlet = Counter(each.document.outlet or "" for each in texts)
    several = sum(number >= _SEVERAL for number in by_outlet.values())
    yield f"documents: {len(by_outlet)} outlets, {several} of them with {_SEVERAL} texts or more"
    sides = Counter(
        side if (outlet := known.get(each.document.outlet or "")) and (side := outlet.speaks_for) else "others"
        for each in texts
    )
    yield "documents by side: " + ", ".join(f"{side} {sides[side]}" for side in (*SIDES, "others"))
    years = Counter(each.document.published.year for each in texts if each.document.published)
    yield "documents by year: " + ", ".join(f"{year} {years[year]}" for year in sorted(years))
    yield f"documents read by hand: {sum(each.reading is not None for each in texts)}"
