"""How fast the gazetteer loads and finds names, and what flashgeotext and geotext find in the same texts.

Run with ``python -m benchmarks.bench_gazetteer``. *Cold* reads the YAML files, *warm* their compiled copy; both in a
new process. The comparison needs the development texts beside the repository; without them it is left out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import gazetteer

DEVSET = Path(__file__).resolve().parents[1] / ".." / "shared" / "devset"
MEGABYTE = 1_000_000
SHIPPED = Path(__file__).resolve().parents[1] / "corpus" / "documents"
START = (
    "import time; began = time.perf_counter(); import gazetteer; g = gazetteer.load(); loaded = time.perf_counter(); "
    "g.find(''); print(loaded - began, time.perf_counter() - loaded)"
)
Span = tuple[str, int, int]
Rows = Sequence[tuple[str, str, str]]
"""Document, language, text."""
Finder = Callable[[Rows], set[Span]]


def start_seconds(cache: Path) -> tuple[float, float]:
    """Seconds for import and load, and for the first search, in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-c", START],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "KARABAKH_CACHE": str(cache)},
    )
    load, first = map(float, ran.stdout.split())
    return load, first


def speed(find: Callable[[str], object], text: str) -> float:
    """Megabytes a second, the best of three."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        find(text)
        times.append(time.perf_counter() - began)
    return len(text.encode()) / MEGABYTE / min(times)


def documents() -> Rows:
    """Id, language and text of the development texts."""
    lines = (DEVSET / "docs.jsonl").read_text(encoding="utf-8").splitlines()
    return [(row["id"], row["language"], row["text"]) for row in map(json.loads, lines)]


def gold() -> tuple[set[Span], set[Span]]:
    """Spans that must be found, and those that may be."""
    must, may = set(), set()
    for line in (DEVSET / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for mention in row["mentions"]:
            (may if mention["optional"] else must).add((row["id"], mention["start"], mention["end"]))
    return must, may


def ours() -> Finder:
    places = gazetteer.load()
    return lambda rows: {
        (key, hit.start, hit.end) for key, language, text in rows for hit in places.find(text, language)
    }


def flashgeotext() -> Finder:
    from flashgeotext.geotext import GeoText
    from loguru import logger

    logger.disable("flashgeotext")
    tool = GeoText()

    def find(rows: Rows) -> set[Span]:
        found = set()
        for key, _, text in rows:
            for group in tool.extract(text).values():
                found |= {(key, start, end) for names in group.values() for start, end in names["span_info"]}
        return found

    return find


def geotext() -> Finder:
    """It gives names without offsets: every occurrence of each name counts as found."""
    from geotext import GeoText

    def find(rows: Rows) -> set[Span]:
        found = set()
        for key, _, text in rows:
            tool = GeoText(text)
            for name in {*tool.cities, *tool.countries}:
                start = text.find(name)
                while start >= 0:
                    found.add((key, start, start + len(name)))
                    start = text.find(name, start + 1)
        return found

    return find


def compare() -> None:
    """Precision, recall and time of three tools over the same texts, by language; ours before any choice by context."""
    must, may = gold()
    print(f"{'':14}{'language':>9}{'precision':>11}{'recall':>8}{'seconds':>9}")
    for tool in (ours, flashgeotext, geotext):
        find = tool()
        find([("", "en", "Baku")])
        for language in ("en", "ru", "az", "hy"):
            rows = [row for row in documents() if row[1] == language]
            keys = {key for key, _, _ in rows}
            wanted = {span for span in must if span[0] in keys}
            began = time.perf_counter()
            found = find(rows)
            took = time.perf_counter() - began
            right = len(found & wanted)
            wrong = len(found - wanted - may)
            precision = right / (right + wrong) if right + wrong else 0.0
            print(f"{tool.__name__:14}{language:>9}{precision:11.3f}{right / len(wanted):8.3f}{took:9.3f}")


def main() -> None:
    """Print every figure."""
    with tempfile.TemporaryDirectory() as folder:
        for state in ("cold", "warm"):
            load, first = start_seconds(Path(folder))
            print(f"{state}: import and load {load:.2f} s, first search {first:.2f} s more")
    places = gazetteer.load()
    print(f"{len(places.places):,} places, {sum(len(place.names) for place in places.places.values()):,} names")
    news = " ".join(" ".join(file.read_text(encoding="utf-8").split()) for file in sorted(SHIPPED.glob("*.md")))
    for megabytes in (1, 2, 4, 8):
        text = news * (megabytes * MEGABYTE // len(news.encode()) + 1)
        print(f"{megabytes} MB of the shipped digests on one line: {speed(places.find, text):.1f} MB/s")
    if DEVSET.is_dir():
        compare()
    else:
        print(f"no development texts at {DEVSET.name}: nothing to compare on")


if __name__ == "__main__":
    main()
