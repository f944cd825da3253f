from __future__ import annotations

from geo import Filter, Store, differing
from views.compare_stories import side_by_side, stories
from views.naming import Names
from views.setting import Setting
from views.state import View
from views.texts import Texts
from views.told import all_told

SETTING = Setting(Texts("en"), Names("en", {}), "c", "g")


def test_versions_of_a_story_stand_side_by_side_with_what_differs_in_bold(store: Store) -> None:
    (versions,) = stories(all_told(differing(store, Filter())))
    html = side_by_side(versions, View(), SETTING)
    assert html.count("<section>") == 2
    assert "<strong>12 killed</strong>" in html
    assert "<strong>15 killed</strong>" in html
    assert "<strong>19 September 2023</strong>" not in html
    assert 'href="./?event=a-shelling-khankendi"' in html
