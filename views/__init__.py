"""The explorer: what each page shows, in four languages. Everything beneath the pages is plain functions."""

from views.assets import ICON
from views.frame import begin, page_of
from views.pages import PAGES

__all__ = ["ICON", "PAGES", "begin", "page_of"]
