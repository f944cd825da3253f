import json
import subprocess
import sys
from pathlib import Path

import geopandas
import pytest

import gazetteer
import geo
from corpus import Document, read_documents
from corpus.readings import read_reading

HOME = Path(__file__).parent.parent
SENTENCE = (
    "Aid reached Khankendi by the Aghdam road while the Lachin corridor from Goris to Stepanakert stayed shut; "
    "Շուշի, Şuşa and Шуша are one town."
)


def karabakh(*words: str | Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "import cli; cli.main()", *map(str, words)]
    return subprocess.run(command, cwd=HOME, capture_output=True, text=True, input=stdin, check=False)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    text = "---\noutlet: A\npublished: 2020-10-08\n---\nShells fell on Shusha on Thursday, near Qwrtzabad.\n"
    (folder / "one.md").write_text(text, encoding="utf-8")
    run = karabakh("extract", folder / "one.md", "--out", folder / "store")
    assert run.returncode == 0, run.stderr
    return folder / "store"


def test_eight_names_are_five_places_and_two_of_them_are_lines() -> None:
    mentions = json.loads(karabakh("resolve", SENTENCE, "--json").stdout)
    assert len(mentions) == 8
    assert len({m["place_id"] for m in mentions}) == 5
    assert sum(m["kind"] == "road" for m in mentions) == 2
    assert all(SENTENCE[m["start"] : m["end"]] == m["text"] for m in mentions)


def test_a_text_may_come_from_standard_input() -> None:
    assert [m["place_id"] for m in json.loads(karabakh("resolve", "-", "--json", stdin="В Шуше").stdout)] == ["shusha"]


def test_a_place_is_told_under_the_name_of_every_tradition() -> None:
    (mention,) = json.loads(karabakh("resolve", "Aid reached Khankendi.", "--json").stdout)
    assert mention["place_name"] == "Khankendi / Stepanakert"
    assert "Stepanakert" in karabakh("resolve", "Aid reached Khankendi.").stdout


def test_an_explanation_names_trigger_links_and_event() -> None:
    shown = karabakh("explain", "On Tuesday shells fell on Shusha.", "--published", "2020-10-08").stdout
    assert "shelling" in shown
    assert "2020-10-06" in shown
    assert "tells of it" in shown
    assert "place: linked to “Shusha”" in shown
    assert "date: linked to “Tuesday”" in shown


TAUGHT = "On Tuesday Azerbaijani forces shelled Shusha. A convoy of the Red Cross reached Stepanakert on Wednesday."


def test_a_text_is_kept_with_what_was_read_in_it(tmp_path: Path) -> None:
    run = karabakh("teach", TAUGHT, "--published", "2020-10-08", "--language", "en", "--out", tmp_path / "one.md")
    assert run.returncode == 0, run.stderr
    (document,) = read_documents([tmp_path / "one.md"])
    assert isinstance(document, Document)
    assert (document.doc_id, document.text, str(document.published), document.language) == (
        "one", TAUGHT, "2020-10-08", "en",
    )  # fmt: skip
    reading, problems = read_reading(tmp_path / "one.events.yaml", TAUGHT)
    assert problems == []
    assert reading is not None
    lines = [line for line in run.stdout.splitlines() if line.startswith("# ")]
    assert len(lines) == len(reading.events) > 0
    assert any("shelling at Shusha" in line and "2020-10-06" in line and "confidence 0." in line for line in lines)
    assert (tmp_path / "one.events.yaml").read_text(encoding="utf-8") in run.stdout
    assert "corpus check" in run.stderr


def test_a_text_that_tells_of_nothing_is_an_empty_reading() -> None:
    assert karabakh("teach", "-", stdin="Շուշիում խաղաղ է։").stdout == "events: []\n"


@pytest.mark.parametrize("there", ["one.md", "one.events.yaml"])
def test_teaching_overwrites_nothing(tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text("mine", encoding="utf-8")
    run = karabakh("teach", TAUGHT, "--out", tmp_path / "one.md")
    assert run.returncode == 2
    assert f"{there} is there already" in run.stderr
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["mine"]


def test_a_correction_is_read_instead_of_what_the_machine_read(tmp_path: Path) -> None:
    news, kept = tmp_path / "news", tmp_path / "kept"
    news.mkdir()
    kept.mkdir()
    (news / "one.md").write_text("---\npublished: 2020-10-08\n---\nShells fell on Shusha.\n", encoding="utf-8")
    correction = "events:\n- {type: protest, sentence: Shells fell on Shusha., trigger: fell, place: Shusha}\n"
    (kept / "one.events.yaml").write_text(correction, encoding="utf-8")
    run = karabakh("extract", news, "--corrections", kept, "--out", tmp_path / "store")
    assert run.returncode == 0, run.stderr
    (event,) = geo.stored_events(geo.open_store(tmp_path / "store"))
    assert (event.event_type, event.place_id, event.read_by) == ("protest", "shusha", "hand")
    (kept / "one.events.yaml").write_text(correction.replace("fell,", "rose,"), encoding="utf-8")
    run = karabakh("extract", news, "--corrections", kept, "--out", tmp_path / "store")
    assert run.returncode == 1
    assert "one.events.yaml:2: trigger 'rose' does not stand in its sentence" in run.stderr


def test_corrections_are_saved_in_a_folder_or_not_at_all(store: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    run = karabakh("serve", store, "--corrections", tmp_path / "file")
    assert run.returncode == 2
    assert "is no folder and cannot be made one" in run.stderr


@pytest.mark.parametrize("ending", ["csv", "geojson", "parquet", "gpkg", "bib"])
def test_a_store_goes_out_in_every_form(store: Path, tmp_path: Path, ending: str) -> None:
    run = karabakh("export", store, "-o", tmp_path / f"events.{ending}")
    assert run.returncode == 0, run.stderr
    assert (tmp_path / f"events.{ending}").stat().st_size > 0


def test_a_map_is_one_file_that_asks_nothing_of_the_network(store: Path, tmp_path: Path) -> None:
    assert karabakh("map", store, "-o", tmp_path / "map.html").returncode == 0
    page = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert "Shusha" in page
    assert '<script src="http' not in page
    assert "<link" not in page or 'href="http' not in page.partition("</head>")[0]


def test_the_gazetteer_goes_out_and_opens_in_geopandas(tmp_path: Path) -> None:
    assert karabakh("gazetteer", "export", "-o", tmp_path / "g.geojson").returncode == 0
    assert len(geopandas.read_file(tmp_path / "g.geojson")) > 1_000


def test_the_help_names_every_form_of_the_gazetteer() -> None:
    shown = karabakh("gazetteer", "export", "--help").stdout
    assert [form for form in gazetteer.FORMS if form not in shown] == []


def test_an_unknown_name_becomes_a_block_without_a_network() -> None:
    run = karabakh("gazetteer", "add", "Qwrtzabad", "--offline")
    assert run.returncode == 0
    assert "- id: qwrtzabad" in run.stdout


def test_a_store_of_today_has_no_changes_to_show(store: Path) -> None:
    assert "0 added, 0 moved, 0 lost" in karabakh("gazetteer", "impact", store).stdout


def test_the_shipped_data_pass_their_own_checks() -> None:
    for group in ("gazetteer", "lexicon"):
        run = karabakh(group, "check")
        assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["extract", "none.md", "--out", "OUT"], 2, "none.md: there is no such file or folder"),
        (["export", "OUT", "-o", "x.csv"], 2, "OUT"),
        (["serve", "OUT"], 2, "OUT"),
        (["explain", "x", "--published", "yesterday"], 2, "YYYY-MM-DD"),
        (["gazetteer", "import", "none.tsv", "-o", "OUT"], 2, "none.tsv"),
        (["gazetteer", "export", "-o", "OUT", "--form", "shape"], 2, "use one of"),
        (["teach", " "], 2, "there is no text"),
        (["teach", "x", "--published", "yesterday"], 2, "YYYY-MM-DD"),
        (["teach", "x", "--language", "tlh"], 2, "tlh"),
        (["teach", "x", "--out", "OUT"], 2, "ends in .md"),
        (["extract", "corpus/documents", "--out", "OUT", "--corrections", "OUT"], 2, "--corrections"),
        (["frobnicate"], 2, "frobnicate"),
    ],
)
def test_what_goes_wrong_is_said_in_words(words: list[str], code: int, said: str, tmp_path: Path) -> None:
    run = karabakh(*(str(tmp_path / "none") if word == "OUT" else word for word in words))
    assert run.returncode == code
    assert said.replace("OUT", str(tmp_path / "none")) in run.stderr
    assert "Traceback" not in run.stderr


def test_a_run_with_a_bad_document_stores_the_others_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"text": "Shusha"}\n{broken\n', encoding="utf-8")
    run = karabakh("extract", tmp_path / "rows.jsonl", "--out", tmp_path / "store")
    assert run.returncode == 1
    assert "rows.jsonl:2:" in run.stderr
    assert "1 documents" in run.stdout
