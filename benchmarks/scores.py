"""Measure places and events against gold, and record the figures that the tests then hold.

usage: python -m benchmarks.scores [--record]
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import extract
import gazetteer
import geo

HOME = Path(__file__).resolve().parent.parent
SHARED = HOME.parent / "shared"
RECORD = HOME / "views" / "measured.json"
"""Where the Method page reads the figures from."""
SETS = {
    "devset": (SHARED / "devset" / "docs.jsonl", SHARED / "devset" / "gold.jsonl"),
    "seeds": (SHARED / "seeds" / "seeds.jsonl", SHARED / "seeds" / "gold.jsonl"),
}
LANGUAGES = ("en", "ru", "az", "hy")

Figures = dict[str, dict[str, float]]


def measure(store: Path) -> Figures:
    """Every figure of ``score.py`` by set and language, e.g. ``devset-ru`` -> ``event type`` -> F1.

    ``store`` is written; the gold and its scorer are read from ``../shared``.
    """
    inputs = [documents for documents, _ in SETS.values()]
    tools = gazetteer.load(), extract.load_reader()
    geo.build_store(inputs, store, *tools, program_version="measured", replace_all=True)
    return dict(_figures(store))


def _figures(store: Path) -> Iterator[tuple[str, dict[str, float]]]:
    for name, (documents, gold) in SETS.items():
        yield name, _score(gold, store, [])
        if name == "devset":
            for language in LANGUAGES:
                yield f"{name}-{language}", _score(gold, store, ["--language", language, "--corpus", str(documents)])


def _score(gold: Path, store: Path, options: list[str]) -> dict[str, float]:
    command = [sys.executable, str(SHARED / "devset" / "score.py"), str(gold), str(store), "--json", *options]
    shown = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return {figure: value.get("f1", value.get("share")) for figure, value in shown.items()}


def _count() -> int:
    return len(SETS["devset"][0].read_text(encoding="utf-8").splitlines())


def main() -> None:
    """Print the figures beside those recorded, and record them if asked to."""
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(Path(folder) / "store")
    before = json.loads(RECORD.read_text(encoding="utf-8"))["figures"] if RECORD.exists() else {}
    for name, values in figures.items():
        for figure, value in values.items():
            print(f"{name:10} {figure:24} {value:.3f}  (recorded {before.get(name, {}).get(figure, 0):.3f})")
    if "--record" in sys.argv:
        record = {"measured": date.today().isoformat(), "texts": _count(), "figures": figures}
        RECORD.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
