"""What each part of the event reader adds: the scores on the development set with one part put out of action.

Run with ``python -m benchmarks.ablation``; needs the development set beside the project.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

import geo
from benchmarks.scores import SHARED, Figures, measure
from extract import events, pipeline, verdicts
from extract.modality import Judgement
from extract.surroundings import Where

FIGURES = ("event type", "event type+place", "event type+place+time", "status among found")
_PRECISION = {"district": "district", "province": "region", "region": "region", "country": "country", "road": "route"}


def _believing(*_: object) -> Judgement:
    return Judgement("reported", "nothing is asked")


def _first_place(hit: object, sentence: Any, standing: Any, event_type: object, around: Any) -> tuple[Where, ...]:
    """The first place that the sentence names, as a reader without grammar would take it."""
    named = [placed.mention for placed in sentence.mentions] or [around.focus]
    mention = named[0]
    precision = None if mention is None else _PRECISION.get(mention.kind, "point")
    return (Where(mention, precision, None, (), "sentence", "the first place named"),)


def _no_dates(*_: object) -> tuple[()]:
    return ()


PARTS: Mapping[str, tuple[ModuleType, str, Callable[..., Any]]] = {
    "modality and attribution": (verdicts, "judge", _believing),
    "place linking by clause": (events, "places", _first_place),
    "date grammar": (pipeline, "find_dates", _no_dates),
}


@contextmanager
def _without(part: str) -> Iterator[None]:
    module, name, replacement = PARTS[part]
    original = getattr(module, name)
    setattr(module, name, replacement)
    try:
        yield
    finally:
        setattr(module, name, original)


def joined(store: Path) -> tuple[int, int, int]:
    """Return how many pairs of texts on one occurrence share a story, how many there are, and how many others do."""
    pairs = json.loads((SHARED / "devset" / "pairs.json").read_text(encoding="utf-8"))
    same, partly = ({tuple(sorted(pair)) for pair in pairs[name]} for name in ("same_occurrence", "partly"))
    tellers: dict[str, set[str]] = {}
    for event in geo.stored_events(geo.open_store(store)):
        tellers.setdefault(event.story_id, set()).add(event.doc_id)
    found = {pair for docs in tellers.values() for pair in combinations(sorted(docs), 2)}
    found = {pair for pair in found if all(doc.startswith("d") for doc in pair)}
    return len(same & found), len(same), len(found - same - partly)


def _row(name: str, figures: Figures, store: Path) -> None:
    right, of, wrong = joined(store)
    values = "".join(f"{figures['devset'][figure]:>12.3f}" for figure in FIGURES)
    print(f"{name:<36}{values}{f'{right} of {of}, {wrong} wrong':>20}")


def main() -> None:
    """Print the table."""
    if not (SHARED / "devset").is_dir():
        print("no development set here: nothing to measure on")
        return
    print(f"{'':<36}{'type':>12}{'+place':>12}{'+time':>12}{'status':>12}{'stories':>20}")
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        _row("everything", measure(store), store)
        for part in PARTS:
            with _without(part):
                _row(f"without {part}", measure(store), store)


if __name__ == "__main__":
    main()
