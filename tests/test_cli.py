import json
import subprocess
import sys
from pathlib import Path

import geopandas
import pytest

import gazetteer

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


def test_an_explanation_names_trigger_rule_and_event() -> None:
    shown = karabakh("explain", "On Tuesday shells fell on Shusha.", "--published", "2020-10-08").stdout
    assert "shelling" in shown
    assert "2020-10-06" in shown
    assert "lexicon/en/shelling.yaml:" in shown


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
