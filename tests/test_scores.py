import json
from pathlib import Path

import pytest

from benchmarks.scores import RECORD, SHARED, Figures, measure

pytestmark = pytest.mark.skipif(
    not (SHARED / "devset").is_dir(), reason="the development set is not beside the project"
)


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    return measure(tmp_path_factory.mktemp("scores") / "store")


def recorded() -> list[tuple[str, str, float]]:
    if not Path(RECORD).exists():
        return []
    sets = json.loads(RECORD.read_text(encoding="utf-8"))["figures"]
    return [(name, figure, value) for name, values in sets.items() for figure, value in values.items()]


@pytest.mark.parametrize(("name", "figure", "value"), recorded())
def test_no_figure_falls_below_the_recorded_one(figures: Figures, name: str, figure: str, value: float) -> None:
    assert figures[name][figure] >= value


def test_figures_are_recorded() -> None:
    assert len(recorded()) > 30


@pytest.mark.parametrize("name", ["devset-en", "devset-ru", "devset-az", "devset-hy", "seeds"])
def test_places_are_found_and_put_where_they_are(figures: Figures, name: str) -> None:
    assert figures[name]["place span"] >= 0.95
    assert figures[name]["place resolved"] >= 0.95
