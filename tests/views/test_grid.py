from __future__ import annotations

from views.grid import grid, number_cell


def test_a_table_names_its_columns_its_rows_and_itself() -> None:
    html = grid("Who & what", ["Outlet", "Shelling"], [["Turan", "3"]])
    assert '<th scope="col">Outlet</th>' in html
    assert '<th scope="row">Turan</th><td>3</td>' in html
    assert 'aria-label="Who &amp; what"' in html


def test_a_table_can_be_scrolled_by_keyboard() -> None:
    assert 'role="region" tabindex="0"' in grid("t", ["a"], [])


def test_the_darkest_cell_is_that_of_the_highest_number() -> None:
    assert "--share:1.0" in number_cell(4, 4, "4")
    assert "--share:0.25" in number_cell(1, 4, "1")


def test_none_leaves_its_cell_empty() -> None:
    assert number_cell(0, 4, "0") == '<td class="n"></td>'
