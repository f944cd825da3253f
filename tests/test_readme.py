import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer
import yaml

import cli
import geo
from views import PAGES

HOME = Path(__file__).parent.parent
README = (HOME / "README.md").read_text(encoding="utf-8")


def commands() -> list[list[str]]:
    group = typer.main.get_command(cli.app)
    found = []
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        found += [[name, each] for each in inner] if inner else [[name]]
    return found


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_the_readme_knows_every_command_and_every_command_explains_itself(command: list[str]) -> None:
    assert f"karabakh {' '.join(command)}" in README
    run = subprocess.run(
        [sys.executable, "-c", "import cli; cli.main()", *command, "--help"], cwd=HOME, capture_output=True
    )
    assert run.returncode == 0
    assert len(run.stdout) > 200


def test_the_readme_names_every_page() -> None:
    texts = yaml.safe_load((HOME / "views/i18n/en.yaml").read_text(encoding="utf-8"))
    titles = [texts["nav"][page.path] for page in PAGES]
    assert [title for title in titles if f"| {title} |" not in README] == []


def test_the_readme_names_every_kind_of_event() -> None:
    assert [kind for kind in geo.event_types() if f"`{kind}`" not in README] == []


def test_every_file_that_the_documents_link_to_is_there() -> None:
    pages = [HOME / "README.md", HOME / "CONTRIBUTING.md", HOME / "LICENSE-DATA.md", *(HOME / "docs").glob("*.md")]
    links = [(page, link) for page in pages for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))]
    missing = [link for page, link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []
