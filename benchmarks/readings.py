"""How well events are read on the annotated texts that nobody trained on: validation, and the closed part.

Run with ``python -m benchmarks.readings``, and with a folder behind it for other weights than those shipped; it needs
``../shared/devset/score.py``, whose matching it uses. By language: F1 of trigger and type, of type, + place, + time;
shares of status, actor and of all five right; and the area under the curve of the confidence.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import extract
import extract.actors
import gazetteer
from benchmarks.scores import SHARED
from corpus import EXAMPLES, Document, kept_texts
from corpus.readings import Reading
from extract.pipeline import gather
from extract.places.unnamed import with_unnamed
from extract.reader.precedents import PRECEDENTS
from extract.reader.weights import WEIGHTS

PARTS = ("validation", "closed")
LANGUAGES = ("all", "en", "ru", "az", "hy")
LEVELS = ("event type", "event type+place", "event type+place+time")

Row = dict[str, Any]


def load_score() -> Any:
    """The scorer beside the project, as a module."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "devset" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def measure(part: str, score: Any, reader: extract.Reader) -> dict[str, dict[str, float]]:
    """Every figure of a part by language."""
    places = gazetteer.load()
    counts: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
    sure: list[tuple[float, bool]] = []
    for kept in kept_texts(EXAMPLES / part)[0]:
        document, reading = replace(kept.document, reading=None), kept.reading
        assert reading is not None
        gold = list(_gold(document, reading, places))
        found = [_found(event) for event in extract.read(document, places, reader).events]
        for language in ("all", document.language):
            _count(counts[language], gold, found, score)
        pairs = score.match_events(gold, found, score.levels()["event type"])
        right = set(pairs.values())
        sure += [(row["confidence"], number in right) for number, row in enumerate(found)]
    figures = {language: _figures(count) for language, count in counts.items()}
    figures["all"]["area under the curve"] = _area(sure)
    return figures


def _gold(document: Document, reading: Reading, places: gazetteer.Gazetteer) -> Iterator[Row]:
    findings = with_unnamed(document, gather(document, places)[0], places)
    mentions = findings.mentions
    for event in reading.events:
        start = document.text.index(event.sentence)
        trigger = start + event.sentence.index(event.trigger)
        near = [m for m in mentions if event.place and _holds(document.text, event.place, m.start, m.end)]
        mention = min(near, key=lambda m: abs(m.start - trigger), default=None)
        yield {
            "type": event.event_type, "place": event.place, "kind": mention.kind if mention else "other",
            "lat": mention.lat if mention else None, "lon": mention.lon if mention else None,
            "start": str(event.start) if event.start else None, "end": str(event.end) if event.end else None,
            "evidence_start": start, "evidence_end": start + len(event.sentence), "actor": event.actor,
            "known": _known(document.text, event.actor, start, start + len(event.sentence), findings.actors),
            "status": event.status, "core": event.core,
            "trigger": (event.event_type, trigger, trigger + len(event.trigger)),
        }  # fmt: skip


def _known(text: str, words: str | None, first: int, last: int, actors: Sequence[extract.actors.ActorHit]) -> set[str]:
    """The known actors that the words name, those of the sentence before others: their names are told in English."""
    if not words:
        return set()
    start = text.find(words, first, last)
    start = start if start >= 0 else text.find(words)
    return {hit.name for hit in actors if hit.start < start + len(words) and start < hit.end} if start >= 0 else set()


def _holds(text: str, words: str, start: int, end: int) -> bool:
    """Whether the words stand at ``text[start:end]``, or around."""
    low = max(0, start - len(words))
    return words in text[low : end + len(words)] and (text[start:end] in words or words in text[start:end])


def _found(event: extract.Event) -> Row:
    return {
        "type": event.event_type, "start": str(event.date_start) if event.date_start else None,
        "end": str(event.date_end) if event.date_end else None, "lat": event.lat, "lon": event.lon,
        "a": event.evidence_start, "b": event.evidence_end, "place": event.place_name, "actor": event.actor,
        "status": event.status, "text": event.evidence, "confidence": event.confidence,
        "trigger": (event.event_type, event.trigger_start, event.trigger_end),
    }  # fmt: skip


def _count(count: Counter[str], gold: Sequence[Row], found: Sequence[Row], score: Any) -> None:
    core = [number for number, event in enumerate(gold) if event["core"]]
    for level in LEVELS:
        pairs = score.match_events(gold, found, score.levels()[level])
        right = sum(number in pairs for number in core)
        count[f"{level} right"] += right
        count[f"{level} false"] += len(found) - len(set(pairs.values()))
        count[f"{level} missed"] += len(core) - right
        if level == "event type":
            for one, two in pairs.items():
                _count_fields(count, gold[one], found[two], score)
    count["found"] += len(found)
    wanted, told = {event["trigger"] for event in gold}, {event["trigger"] for event in found}
    met = sum(any(a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for b in told) for a in wanted)
    count["trigger right"] += met
    count["trigger false"] += max(len(told) - met, 0)
    count["trigger missed"] += len(wanted) - met


def _count_fields(count: Counter[str], gold: Row, found: Row, score: Any) -> None:
    count["paired"] += 1
    status = found["status"] == gold["status"]
    place = gold["lat"] is None or score.near(gold, found["lat"], found["lon"])
    actor = found["actor"] in gold["known"] or _same_actor(gold["actor"], found["actor"], score)
    count["status"] += status
    count["actor"] += actor
    count["actor wrong"] += bool(found["actor"]) and not actor
    count["five"] += bool(status and place and actor and score.dates_agree(gold, found))


def _same_actor(wanted: str | None, found: str | None, score: Any) -> bool:
    if not wanted or not found:
        return not wanted and not found
    one, two = wanted.casefold(), found.casefold()
    return bool(score.same_actor(wanted, found)) or one in two or two in one


def _figures(count: Counter[str]) -> dict[str, float]:
    figures = {level: _f1(count, level) for level in ("trigger", *LEVELS)}
    paired = max(count["paired"], 1)
    return {
        **figures,
        "status": count["status"] / paired,
        "actor": count["actor"] / paired,
        "actor wrong": count["actor wrong"] / paired,
        "all five right": count["five"] / max(count["found"], 1),
        "all five right of those found": count["five"] / paired,
    }


def _f1(count: Counter[str], level: str) -> float:
    right, wrong = count[f"{level} right"], count[f"{level} false"] + count[f"{level} missed"]
    return 2 * right / max(2 * right + wrong, 1)


def _area(sure: Sequence[tuple[float, bool]]) -> float:
    good, bad = ([value for value, is_right in sure if is_right is side] for side in (True, False))
    wins = sum((a > b) + 0.5 * (a == b) for a in good for b in bad)
    return wins / max(len(good) * len(bad), 1)


def main() -> None:
    """Print every figure, and how far the two parts lie apart."""
    score = load_score()
    folder = Path(sys.argv[1]) if sys.argv[1:] else WEIGHTS.parent
    reader = extract.load_reader(folder / WEIGHTS.name, folder / PRECEDENTS.name)
    figures = {part: measure(part, score, reader) for part in PARTS}
    for part in PARTS:
        for language in LANGUAGES:
            row = ", ".join(f"{name} {value:.3f}" for name, value in figures[part][language].items())
            print(f"{part} {language}: {row}")
    apart = {n: round(v - figures["closed"]["all"][n], 3) for n, v in figures["validation"]["all"].items()}
    print(f"validation less closed: {json.dumps(apart)}")


if __name__ == "__main__":
    main()
