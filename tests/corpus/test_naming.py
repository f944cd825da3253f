from pathlib import Path

from corpus.naming import FIELDS, OTHER_NAMES, meant_by

PAGE = (Path(__file__).parents[2] / "docs" / "store.md").read_text(encoding="utf-8")


def test_every_name_of_a_field_is_on_the_page() -> None:
    assert [name for names in OTHER_NAMES.values() for name in names if f"`{name}`" not in PAGE] == []
    assert [name for name in FIELDS if f"`{name}`" not in PAGE] == []


def test_no_name_means_two_fields() -> None:
    assert {name: meant_by(name) for name in FIELDS} == {name: name for name in FIELDS}
    for field, names in OTHER_NAMES.items():
        assert {meant_by(name) for name in names} == {field}
