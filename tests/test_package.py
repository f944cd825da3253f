import tomllib
from pathlib import Path

HOME = Path(__file__).parent.parent
SETTINGS = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))


EXAMPLES = HOME / "corpus" / "examples"
"""Texts to teach and to test with: kept in the project, not carried by what is installed."""


def test_every_folder_with_something_in_it_is_packaged() -> None:
    folders = [
        path
        for name in ("corpus", "extract", "gazetteer", "geo", "views")
        for path in [HOME / name, *(HOME / name).rglob("*")]
    ]
    full = {
        ".".join(path.relative_to(HOME).parts)
        for path in folders
        if path.is_dir()
        and path.name != "__pycache__"
        and EXAMPLES not in path.parents
        and any(file.is_file() for file in path.iterdir())
    }
    elsewhere = SETTINGS["tool"]["setuptools"]["package-dir"]
    assert full | set(elsewhere) == set(SETTINGS["tool"]["setuptools"]["packages"])
    assert all(any((HOME / folder).iterdir()) for folder in elsewhere.values())


def test_the_lock_files_hold_every_dependency() -> None:
    project = SETTINGS["project"]
    named = {"requirements.lock": project["dependencies"]}
    extras = {name: extra for name, extra in project["optional-dependencies"].items() if name != "train"}
    named["requirements-dev.lock"] = [each for extra in extras.values() for each in extra]
    for file, dependencies in named.items():
        locked = (HOME / file).read_text(encoding="utf-8").lower().replace("_", "-")
        assert [each for each in dependencies if f"\n{_name(each)}==" not in f"\n{locked}"] == []
        assert "://" not in locked


def _name(requirement: str) -> str:
    return requirement.split(">")[0].split("[")[0].strip().lower().replace("_", "-")
