from pathlib import Path

import pytest

from extract.hints.load import HOME, LexiconError, check, load

TYPES = "shelling: {family: violence, specificity: 4}\n"


def write(folder: Path, **files: str) -> Path:
    home = folder / "lexicon"
    (home / "xx").mkdir(parents=True)
    (home / "types.yaml").write_text(TYPES)
    (home / "xx" / "grammar.yaml").write_text(files.pop("grammar", "classes:\n  weapon: [artillery]\n"))
    for name, text in files.items():
        (home / "xx" / f"{name}.yaml").write_text(text)
    return home


def test_the_shipped_lexicon_has_no_problem() -> None:
    assert check() == ()
    assert {"en"} <= set(load().languages)


def test_every_event_type_has_triggers_in_every_language() -> None:
    lexicon = load()
    for code, language in lexicon.languages.items():
        missing = set(lexicon.types) - {trigger.event_type for trigger in language.triggers}
        assert not missing, (code, missing)


def test_a_language_is_added_by_adding_a_folder(tmp_path: Path) -> None:
    home = write(tmp_path, shelling="event: shelling\ntriggers:\n- [bombarded]\n")
    (trigger,) = load(home).languages["xx"].triggers
    assert (trigger.event_type, trigger.pattern.source, trigger.line) == ("shelling", "bombarded", 3)


def test_all_problems_are_told_at_once_with_file_line_and_remedy(tmp_path: Path) -> None:
    home = write(
        tmp_path,
        one="event: sheling\ntriggers:\n- words: [hit]\n  whith: [x]\n",
        two='event: shelling\ntriggers:\n- words: [struck, "..."]\n  with: ["@wepon"]\n  within: soon\n',
    )
    told = [str(problem) for problem in check(home)]
    assert [line.split(": ", 1)[0] for line in told] == [
        "lexicon/xx/one.yaml:1",
        "lexicon/xx/one.yaml:4",
        "lexicon/xx/two.yaml:3",
        "lexicon/xx/two.yaml:3",
        "lexicon/xx/two.yaml:5",
    ]
    assert "did you mean 'shelling'?" in told[0]
    assert "did you mean 'with'?" in told[1]
    assert any("no class @wepon: did you mean 'weapon'?" in line for line in told)
    assert "clause, sentence or a number" in told[4]


def test_a_lexicon_with_problems_is_not_loaded(tmp_path: Path) -> None:
    home = write(tmp_path, broken="event: shelling\ntriggers: [unclosed\n")
    with pytest.raises(LexiconError, match=r"xx/broken\.yaml:\d+: is no YAML"):
        load(home)


def test_yaml_words_such_as_no_and_on_stay_words(tmp_path: Path) -> None:
    home = write(tmp_path, grammar="lists:\n  joiner: [no, on, yes]\n", shelling="event: shelling\ntriggers: [[off]]\n")
    language = load(home).languages["xx"]
    assert [pattern.source for pattern in language.words["_joiner"]] == ["no", "on", "yes"]
    assert language.triggers[0].pattern.source == "off"


def test_the_version_changes_with_the_words(tmp_path: Path) -> None:
    home = write(tmp_path, shelling="event: shelling\ntriggers: [[hit]]\n")
    before = load(home).version
    (home / "xx" / "shelling.yaml").write_text("event: shelling\ntriggers: [[struck]]\n")
    assert load(home).version != before
    assert HOME.name == "lexicon"
