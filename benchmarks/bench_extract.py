"""How fast documents are read, and how the time grows with their length.

Run with ``python -m benchmarks.bench_extract``. Ratios are what to compare between machines.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import extract
import gazetteer
from corpus import SHIPPED, Document, read_documents

SIZES = (1, 2, 4, 8)
"""Multiples of the shipped digests joined to one line."""
HOSTILE = ("7", "https://a.example/ ", "\u200f", "<b>Shusha</b> ", "Шуша Շուշի Şuşa ", "killed two, ")
LENGTH = 200_000
"""Characters of a hostile text; the second is twice as long."""


def seconds(work: Callable[[], object], repeats: int = 3) -> float:
    """Return the least wall time of a few runs."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print every figure."""
    tools = gazetteer.load(), extract.load_reader()
    documents = [d for d in read_documents([SHIPPED]) if isinstance(d, Document)]
    size = sum(len(d.text.encode()) for d in documents)
    extract.read(documents[0], *tools)
    whole = seconds(lambda: [extract.read(d, *tools) for d in documents])
    names = seconds(lambda: [tools[0].find(d.text) for d in documents])
    print(f"{len(documents)} digests, {size / 1e3:.0f} kB: {whole:.2f} s, {size / whole / 1e6:.2f} MB/s")
    print(f"of that the search for names alone: {names / whole:.0%}")
    line = " ".join(" ".join(d.text.split()) for d in documents)
    first = None
    for times in SIZES:
        text = line * times
        took = seconds(lambda text=text: extract.read(Document("line", text), *tools), 1)  # type: ignore[misc]
        first = first or took
        print(f"one line of {len(text) / 1e6:.2f} MB: {took:.2f} s, {took / first / times:.2f} of linear growth")
    for piece in HOSTILE:
        texts = [piece * (n * LENGTH // len(piece)) for n in (1, 2)]
        short, long = (seconds(lambda t=t: extract.read(Document("x", t), *tools), 1) for t in texts)  # type: ignore[misc]
        print(f"{piece!r} over and over: twice the length takes {long / short:.1f} times the time")


if __name__ == "__main__":
    main()
