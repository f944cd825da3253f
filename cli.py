"""The ``karabakh`` command: one function per sub-command, no logic of its own."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table


def when_used(name: str) -> ModuleType:
    """Return a module that is not read before something of it is asked for, so that no command waits for another's."""
    spec = importlib.util.find_spec(name)
    if name in sys.modules or spec is None or spec.loader is None:
        return importlib.import_module(name)
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if TYPE_CHECKING:
    import corpus
    import extract
    import gazetteer
    import geo
else:
    corpus, extract, gazetteer, geo = map(when_used, ("corpus", "extract", "gazetteer", "geo"))

HELP = """Read news about the Nagorno-Karabakh conflict, place what it names, and map it.

Begin with:

  karabakh extract corpus/documents --out .store

  karabakh serve .store

Exit codes: 0 done; 1 done in part, or something is wrong with the input; 2 not done, or used wrongly.
"""
PARTLY, FAILED = 1, 2
HOME = Path(__file__).parent
CORRECTIONS = "KARABAKH_CORRECTIONS"
"""The variable that tells the explorer where corrected readings may be saved."""

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


class Language(StrEnum):
    """A language that events are read in."""

    en = "en"
    az = "az"
    hy = "hy"
    ru = "ru"


StoreArgument = Annotated[Path, typer.Argument(help="The folder that `karabakh extract` wrote.", metavar="STORE")]


def main() -> None:
    """Run the command; what the project's own errors say is printed as one line each, never as a traceback."""
    try:
        app()
    except Exception as error:
        if not isinstance(error, gazetteer.GazetteerError | extract.LexiconError | geo.GeoError):
            raise
        fail(str(error))


def _version(asked: bool) -> None:
    if asked:
        print(f"karabakh {version('karabakh-atlas')}")
        raise typer.Exit


@app.callback()
def front(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Take what is said before any command."""


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


def the_document(
    text: str, published: date | None = None, language: str | None = None, doc_id: str = "text"
) -> corpus.Document:
    """A text given on the command line, or on standard input for ``-``; its language is found out unless given."""
    text = sys.stdin.read() if text == "-" else text
    return corpus.Document(doc_id, text, published=published, language=language or corpus.language_of(text))


@app.command("extract")
def extract_command(
    inputs: Annotated[
        list[Path], typer.Argument(help="Files or folders: .md .txt .html .jsonl .csv", metavar="INPUT...")
    ],
    store: Annotated[Path, typer.Option("--out", "-o", help="The folder to write.", metavar="DIR")],
    replace: Annotated[bool, typer.Option(help="Give up stored documents that are not among the inputs.")] = False,
    if_stale: Annotated[bool, typer.Option(help="Do nothing if the store is already of these inputs.")] = False,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to read with.")] = os.cpu_count() or 1,
    corrections: Annotated[
        Path | None,
        typer.Option(help="Corrected readings, as the reader page saves them.", exists=True, file_okay=False),
    ] = None,
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
            extract.load_reader(),
            program_version=version("karabakh-atlas"),
            replace_all=replace,
            if_stale=if_stale,
            processes=jobs,
            corrections=corrections,
            progress=lambda done: progress.update(task, completed=done),
            complain=complain,
            say=complain,
        )
    counts = build.manifest.counts
    done = "Wrote" if build.written else "Nothing to do, unchanged since the last run:"
    told = [f"{build.kept} of them stored before"] * bool(build.kept)
    told += [f"{build.replaced} in the place of another text of the same id"] * bool(build.replaced)
    kept = f" ({', '.join(told)})" if told else ""
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
    mentions, unresolved = extract.find_mentions(the_document(text), gazetteer.load())
    if as_json:
        print(json.dumps([asdict(mention) for mention in mentions], ensure_ascii=False, indent=1))
        return
    table = Table("written", "at", "place", "kind", "lat", "lon", "why", box=None)
    for m in mentions:
        table.add_row(m.text, f"{m.start}-{m.end}", m.place_name, m.kind, f"{m.lat:.3f}", f"{m.lon:.3f}", m.rule)
    for u in unresolved:
        table.add_row(u.text, f"{u.start}-{u.end}", "not placed", "", "", "", u.reason)
    out.print(table)


@app.command()
def explain(
    text: Annotated[str, typer.Argument(help="A sentence or a whole text; - reads it from standard input.")],
    published: Annotated[str | None, typer.Option(help="The day it was published, YYYY-MM-DD.")] = None,
) -> None:
    """Show what matched in a text, which rule decided, and what was rejected and why."""
    document = the_document(text, published=the_day(published))
    for note in extract.explain(document, gazetteer.load(), extract.load_reader()):
        out.print(str(note), markup=False, highlight=False, soft_wrap=True)


@app.command()
def teach(
    text: Annotated[str, typer.Argument(help="The text; - reads it from standard input.")],
    published: Annotated[str | None, typer.Option(help="The day it was published, YYYY-MM-DD.")] = None,
    language: Annotated[Language | None, typer.Option(help="Its language; found out if not given.")] = None,
    path: Annotated[
        Path | None, typer.Option("--out", "-o", help="Where to keep the text (.md), and its reading beside it.")
    ] = None,
) -> None:
    """Show what is read in a text, as a reading (YAML) that you can correct and keep beside the text."""
    if path is not None and path.suffix != ".md":
        fail(f"--out {path}: give it a name that ends in .md")
    document = the_document(text, the_day(published), language, path.stem if path else "text")
    if not document.text.strip():
        fail("there is no text; give one, or - to read it from standard input")
    events = extract.read(document, gazetteer.load(), extract.load_reader()).events
    reading = corpus.readings.parties_apart(extract.reading_of(document, events))
    for event in events:
        print(f"# {in_a_line(event)}")
    print(corpus.readings.written(reading), end="")
    if path is not None:
        keep(path, document, reading)


def in_a_line(event: extract.Event) -> str:
    """Type, place, days, actor, status and confidence of an event."""
    days = " to ".join(str(day) for day in dict.fromkeys((event.date_start, event.date_end)) if day)
    parts = (
        f"{event.event_type} at {event.place_name or 'no place'}",
        days or "undated",
        f"by {event.actor or 'nobody named'}",
        event.status,
        f"confidence {event.confidence:.2f}",
    )
    return " ".join(", ".join(parts).split())


def keep(path: Path, document: corpus.Document, reading: corpus.readings.Reading) -> None:
    """Write a text and its reading, and say how to go on; leaves with exit code 2 where that cannot be."""
    from corpus.keeping import keep_new

    beside = corpus.readings.reading_path(path)
    try:
        keep_new(path, document, reading)
    except FileExistsError as error:
        fail(f"{error} is there already, and nothing was written; give another name")
    except (OSError, UnicodeError) as error:
        fail(f"{path}: cannot be written ({error})")
    err.print(f"Wrote {path} and {beside}. Correct the second, then run: karabakh corpus check {path.parent}")


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
    corrections: Annotated[
        Path | None,
        typer.Option(help="Where the reader page may save corrected readings; made if need be.", envvar=CORRECTIONS),
    ] = None,
) -> None:
    """Open the explorer on a store, on this machine only."""
    geo.open_store(store)
    if corrections is not None:
        os.environ[CORRECTIONS] = str(made(corrections))
    flags = [f"--{name}={value}" for name, value in settings()]
    command = [
        sys.executable, "-P", "-m", "streamlit", "run", str(HOME / "app.py"), *flags, "--server.port", str(port),
        "--", str(store.resolve()),
    ]  # fmt: skip
    err.print(f"The explorer opens on http://localhost:{port} (stop it with Ctrl+C)", highlight=False)
    become(command)


def made(folder: Path) -> Path:
    """The folder, by its whole path; leaves with exit code 2 if it is not there and cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fail(f"--corrections {folder}: is no folder and cannot be made one ({error.strerror})")
    return folder.resolve()


def settings() -> Iterator[tuple[str, str]]:
    """Yield name and value of every setting of the explorer, a list's values one by one.

    They stand in ``.streamlit/config.toml``, where ``streamlit run app.py`` finds them by itself; an installed program
    has that file among those of its pages.
    """
    installed, here = HOME / "views" / "settings" / "config.toml", HOME / ".streamlit" / "config.toml"
    with (installed if installed.is_file() else here).open("rb") as file:
        yield from flattened(tomllib.load(file))


def flattened(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield the dotted name and the value of every leaf."""
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from flattened(value, f"{prefix}{key}.")
        else:
            for each in value if isinstance(value, list) else [value]:
                yield f"{prefix}{key}", str(each).lower() if isinstance(each, bool) else str(each)


def become(command: list[str]) -> NoReturn:
    """Go on as another program, so that whoever ends this one ends that one; where that cannot be, wait for it."""
    if os.name == "posix":
        os.execv(command[0], command)
    try:
        raise SystemExit(subprocess.run(command, check=False).returncode)
    except KeyboardInterrupt:
        raise SystemExit(0) from None


gazetteer_app = typer.Typer(help="Check, extend, export and import the gazetteer.", no_args_is_help=True)
corpus_app = typer.Typer(help="Check the texts that are kept here and their readings.", no_args_is_help=True)
lexicon_app = typer.Typer(help="Check the language files.", no_args_is_help=True)
app.add_typer(gazetteer_app, name="gazetteer")
app.add_typer(corpus_app, name="corpus")
app.add_typer(lexicon_app, name="lexicon")


def report(problems: Sequence[object], checked: str) -> None:
    """Print all problems, or that there is none; leaves with exit code 1 if one is an error."""
    for problem in problems:
        complain(problem)
    errors = [problem for problem in problems if getattr(problem, "severity", "error") == "error"]
    out.print(f"{checked}: {len(errors)} errors, {len(problems) - len(errors)} warnings", highlight=False)
    if errors:
        raise SystemExit(PARTLY)


@gazetteer_app.command("check")
def gazetteer_check(
    paths: Annotated[list[Path] | None, typer.Argument(help="Files or folders; those shipped if none.")] = None,
) -> None:
    """List everything that is wrong with gazetteer files, and how to mend it."""
    report(gazetteer.check(paths or None), "Gazetteer")


@gazetteer_app.command("add")
def gazetteer_add(
    name: Annotated[str, typer.Argument(help="The name to add, in any script.")],
    address: Annotated[str | None, typer.Option(help="A Nominatim service (else $KARABAKH_NOMINATIM).")] = None,
    user_agent: Annotated[str | None, typer.Option(help="How to introduce yourself to it.")] = None,
    offline: Annotated[bool, typer.Option(help="Do not ask a service.")] = False,
) -> None:
    """Look a name up, and print a block ready to be pasted into a file of gazetteer/places."""
    places = gazetteer.load()
    found = gazetteer.LookupResult() if offline else gazetteer.Lookup.from_environment(address, user_agent).find(name)
    if found.failure:
        complain(f"{found.failure}. The block below has what is known without it; fill in the rest by hand.")
    for draft in found.drafts or (gazetteer.draft_by_hand(name),):
        print(gazetteer.draft_block(draft, places))


@gazetteer_app.command("inbox")
def gazetteer_inbox(
    store: StoreArgument, limit: Annotated[int, typer.Option(min=1, help="How many names.")] = 20
) -> None:
    """Show the names that could not be placed, those nearest to events first, each with a ready block."""
    opened = geo.open_store(store)
    triggers: dict[str, list[int]] = {}
    for event in geo.stored_events(opened):
        triggers.setdefault(event.doc_id, []).append(event.trigger_start)
    entries = gazetteer.inbox(geo.stored_unresolved(opened), triggers, gazetteer.load(), limit)
    for entry in entries:
        print(f"# {entry.name}: {entry.count} times in {entry.documents} documents, e.g. {entry.sentences[0]!r}")
        print(entry.block)
    out.print(f"{len(entries)} names", highlight=False)


def show(sign: str, changes: Sequence[tuple[str, str]]) -> None:
    """Print changes, a line each: added ``+``, lost ``-``, moved ``~``."""
    for doc_id, change in changes:
        out.print(f"{sign} {doc_id}: {change}", markup=False, highlight=False, soft_wrap=True)


@gazetteer_app.command("impact")
def gazetteer_impact(store: StoreArgument) -> None:
    """Show which places and events the gazetteer of today adds to a store, moves or takes away."""
    opened = geo.open_store(store)
    places, reader = gazetteer.load(), extract.load_reader()
    found = [extract.read(document, places, reader) for document in geo.stored_documents(opened)]
    mentions = gazetteer.mention_impact(geo.stored_mentions(opened), (m for f in found for m in f.mentions))
    events = gazetteer.event_impact(geo.stored_events(opened), (e for f in found for e in f.events))
    show("+", [(m.doc_id, f"mention {m.text!r} at {m.place_id}") for m in mentions.added])
    show("-", [(m.doc_id, f"mention {m.text!r} at {m.place_id}") for m in mentions.lost])
    show("~", [(m.doc_id, f"mention {m.text!r} from {m.place_id} to {n.place_id}") for m, n in mentions.moved])
    show("+", [(e.doc_id, f"{e.event_type} at {e.place_id}") for e in events.added])
    show("-", [(e.doc_id, f"{e.event_type} at {e.place_id}") for e in events.lost])
    show("~", [(e.doc_id, f"{e.event_type} from {e.place_id} to {f.place_id}") for e, f in events.moved])
    out.print(
        f"Mentions: {len(mentions.added)} added, {len(mentions.moved)} moved, {len(mentions.lost)} lost. "
        f"Events: {len(events.added)} added, {len(events.moved)} moved, {len(events.lost)} lost.",
        highlight=False,
        soft_wrap=True,
    )


@gazetteer_app.command("export")
def gazetteer_export(
    path: Annotated[Path, typer.Option("--out", "-o", help="The file to write.")],
    form: Annotated[str, typer.Option(help="One of geojson, lpf, lp-tsv, csv.")] = "geojson",
) -> None:
    """Write the whole gazetteer for other programs."""
    if form not in gazetteer.FORMS:
        fail(f"--form {form!r} is unknown; use one of {', '.join(gazetteer.FORMS)}")
    places = gazetteer.load()
    path.write_text(gazetteer.export(places, form, year=date.today().year), encoding="utf-8")
    out.print(f"Wrote {path} with {len(places.places)} places", highlight=False)


@gazetteer_app.command("import")
def gazetteer_import(
    table: Annotated[Path, typer.Argument(help="LP-TSV (.tsv) or a GeoNames dump (.txt).", metavar="FILE")],
    path: Annotated[Path, typer.Option("--out", "-o", help="The draft file to write.")],
) -> None:
    """Turn rows of LP-TSV or GeoNames into a file of draft blocks to be looked through."""
    try:
        text = table.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        fail(f"{table}: cannot be read ({error}); give a UTF-8 text file")
    read = gazetteer.read_geonames if table.suffix == ".txt" else gazetteer.read_lp_tsv
    drafts, problems = read(text, str(table))
    if drafts:
        path.write_text(gazetteer.draft_file(drafts, gazetteer.load()), encoding="utf-8")
        out.print(f"Wrote {path} with {len(drafts)} drafts", highlight=False)
    report(problems, str(table))


@corpus_app.command("check")
def corpus_check(
    folder: Annotated[Path | None, typer.Argument(help="A folder of texts; those shipped if none.")] = None,
) -> None:
    """List every fault of the texts and of their readings, and how they are spread."""
    texts, problems = corpus.check(folder or corpus.EXAMPLES.parent)
    for line in corpus.balance(texts):
        out.print(line, highlight=False, soft_wrap=True)
    report(problems, "Corpus")


@lexicon_app.command("check")
def lexicon_check(
    folder: Annotated[Path | None, typer.Argument(help="A folder of language files; the shipped one if none.")] = None,
) -> None:
    """List everything that is wrong with the language files, and how to mend it."""
    report(extract.check_lexicon(folder), "Lexicon")
