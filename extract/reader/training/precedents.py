"""Which sentences of the training texts the trained network finds alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from corpus import Document
from corpus.readings import ReadEvent, Reading
from extract.reader.heads import TYPES
from extract.reader.precedents import Precedent
from extract.reader.training.labels import labelled
from extract.reader.weights import Floats, Network
from extract.reader.windows import windows_of
from extract.text.sentences import sentences


def precedents_of(examples: Sequence[tuple[Document, Reading]], network: Network) -> tuple[list[Precedent], Floats]:
    """Every event of the texts, with what its trigger asks for: (n, roles x width)."""
    found = [each for document, reading in examples for each in _of_text(document, reading, network)]
    return [row for row, _ in found], np.stack([asked for _, asked in found])


def _of_text(document: Document, reading: Reading, network: Network) -> Iterator[tuple[Precedent, Floats]]:
    spans = sentences(document.text, document.language)
    windows = windows_of(document.text, document.title, spans, network.tokenizer)
    taken = set[int]()
    for each in labelled(document, reading, spans, windows):
        if not each.triggers:
            continue
        signals = network.signals(each.window)
        for trigger in each.triggers:
            number = _event_of(trigger.event_type, each.window.pieces[trigger.pieces[0]].start, document, reading)
            if number is not None and number not in taken:
                taken.add(number)
                asked: Floats = signals.asks[list(trigger.pieces)].mean(0)
                yield _precedent(f"{document.doc_id}:{number}", document.language, reading.events[number]), asked


def _event_of(event_type: int, at: int, document: Document, reading: Reading) -> int | None:
    """The first event of the type whose trigger covers the place in the text."""
    for number, event in enumerate(reading.events):
        start = document.text.index(event.sentence) + event.sentence.index(event.trigger)
        if event.event_type == TYPES[event_type] and start <= at < start + len(event.trigger):
            return number
    return None


def _precedent(key: str, language: str, event: ReadEvent) -> Precedent:
    return Precedent(
        key=key,
        event_type=event.event_type,
        language=language,
        sentence=event.sentence,
        trigger=event.trigger,
        status=event.status,
        place=event.place,
        time=event.time,
        actor=event.actor,
        target=event.target,
        claimed_by=event.claimed_by,
    )
