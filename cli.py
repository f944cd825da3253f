"""The ``karabakh`` command: one function per sub-command, no logic of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from datetime import date, datetime
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

import extract
import gazetteer
import geo
from corpus import Document, language_of

HELP = """Read news about the Nagorno-Karabakh conflict, place what it names, and map it.

Begin with:

  karabakh extract corpus/documents --out .store

  karabakh serve .store

Exit codes: 0 done; 1 done in part, or something is wrong with the input; 2 not done, or used wrongly.
"""
PARTLY, FAILED = 1, 2

app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode="markdown", pretty_exceptions_enable=False)
out = Console()
err = Console(stderr=True, soft_wrap=True, highlight=False)


class Style(StrEnum):
    """In which names places are shown."""

    all = "all"
    en = "en"
    az = "az"
    hy = "hy"
    ru = "ru"


StoreArgument = Annotated[Path, typer.Argument(help="The folder that `karabakh extract` wrote.", metavar="STORE")]


def main() -> None:
    """Run the command; what the project's own errors say is printed as one line each, never as a traceback."""
    try:
        app()
    except (gazetteer.GazetteerError, extract.LexiconError, geo.GeoError) as error:
        fail(str(error))


def fail(message: str) -> NoReturn:
    """Print what is wrong and leave with exit code 2."""
    err.print(message, style="red", markup=False)
    raise SystemExit(FAILED)


def complain(problem: object) -> None:
    """Print what is wrong, on a line of its own."""
    err.print(str(problem), style="yellow", markup=False)


def the_day(text: str | None) -> date | None:
    """The date that an option names; leaves with exit code 2 if it is none."""
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        fail(f"--published {text!r} is no date; write it as YYYY-MM-DD")


def the_document(text: str, published: date | None = None) -> Document:
    """A text given on the command line, or on standard input for ``-``, in the language that it is in."""
    text = sys.stdin.read() if text == "-" else text
    return Document("text", text, published=published, language=language_of(text))


@app.command("extract")
def extract_command(
    inputs: Annotated[
        list[Path], typer.Argument(help="Files or folders: .md .txt .html .jsonl .csv", metavar="INPUT...")
    ],
    store: Annotated[Path, typer.Option("--out", "-o", help="The folder to write.", metavar="DIR")],
    replace: Annotated[bool, typer.Option(help="Give up stored documents that are not among the inputs.")] = False,
    if_stale: Annotated[bool, typer.Option(help="Do nothing if the store is already of these inputs.")] = False,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to read with.")] = os.cpu_count() or 1,
) -> None:
    """Read documents, and write the places and events that they name as a store."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed} documents"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=err, transient=True) as progress:
        task = progress.add_task("Reading", total=None)
        build = geo.build_store(
            inputs,
            store,
            gazetteer.load(),
            extract.load_lexicon(),
            program_version=version("karabakh-atlas"),
            replace_all=replace,
            if_stale=if_stale,
            processes=jobs,
            progress=lambda done: progress.update(task, completed=done),
            complain=complain,
        )
    counts = build.manifest.counts
    done = "Wrote" if build.written else "Nothing to do, unchanged since the last run:"
    kept = f" ({build.kept} of them stored before)" if build.kept else ""
    out.print(
        f"{done} {store}: {counts['documents']} documents{kept}, {counts['mentions']} places named, "
        f"{counts['events']} events, {counts['unresolved']} names not placed",
        highlight=False,
        soft_wrap=True,
    )
    if any(problem.left_out for problem in build.problems):
        raise SystemExit(PARTLY)


@app.command()
def resolve(
    text: Annotated[str, typer.Argument(help="The text; - reads it from standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show the places that a text names, with their coordinates."""
    found = extract.read(the_document(text), gazetteer.load(), extract.load_lexicon())
    if as_json:
        print(json.dumps([asdict(mention) for mention in found.mentions], ensure_ascii=False, indent=1))
        return
    table = Table("written", "at", "place", "kind", "lat", "lon", "why", box=None)
    for m in found.mentions:
        table.add_row(m.text, f"{m.start}-{m.end}", m.place_name, m.kind, f"{m.lat:.3f}", f"{m.lon:.3f}", m.rule)
    for u in found.unresolved:
        table.add_row(u.text, f"{u.start}-{u.end}", "not placed", "", "", "", u.reason)
    out.print(table)


@app.command()
def explain(
    text: Annotated[str, typer.Argument(help="A sentence or a whole text; - reads it from standard input.")],
    published: Annotated[str | None, typer.Option(help="The day it was published, YYYY-MM-DD.")] = None,
) -> None:
    """Show what matched in a text, which rule decided, and what was rejected and why."""
    document = the_document(text, published=the_day(published))
    for note in extract.explain(document, gazetteer.load(), extract.load_lexicon()):
        out.print(str(note), markup=False, highlight=False, soft_wrap=True)


@app.command("map")
def map_command(
    store: StoreArgument,
    path: Annotated[Path, typer.Option("--out", "-o", help="The file to write.")] = Path("map.html"),
    names: Annotated[Style, typer.Option(help="In which names places are shown.")] = Style.all,
    language: Annotated[str, typer.Option(help="Of the buttons: en, az, hy, ru.")] = "en",
) -> None:
    """Write the map of a store as one HTML file that opens without internet."""
    shown = geo.write_map_html(geo.open_store(store), geo.Filter(), path, names.value, language=language)
    out.print(f"Wrote {path} with {shown} events", highlight=False)


@app.command()
def export(
    store: StoreArgument,
    path: Annotated[Path, typer.Option("--out", "-o", help="The ending decides: .csv .geojson .parquet .gpkg .bib")],
) -> None:
    """Write the events of a store for other programs."""
    rows = geo.export_events(geo.open_store(store), geo.Filter(), path)
    out.print(f"Wrote {path} with {rows} rows", highlight=False)


@app.command()
def serve(
    store: StoreArgument = Path(".store"),
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where to listen.")] = 8501,
) -> None:
    """Open the explorer on a store, on this machine only."""
    geo.open_store(store)
    home = Path(__file__).parent
    command = [
        sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port),
        "--server.address", "localhost", "--server.headless", "true", "--", str(store.resolve()),
    ]  # fmt: skip
    err.print(f"The explorer opens on http://localhost:{port} (stop it with Ctrl+C)", highlight=False)
    try:
        code = subprocess.run(command, cwd=home, check=False).returncode
    except KeyboardInterrupt:
        code = 0
    raise SystemExit(code)
