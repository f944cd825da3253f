"""From bytes to text, by what the bytes themselves say of their encoding."""

from __future__ import annotations

import codecs
import re

_HEAD = 4096
"""Bytes in which a page says what it is encoded in; browsers look into 1,024."""
_DECLARED = re.compile(
    rb"""(?:<meta\b[^>]*?|<\?xml\b[^>]*?)(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""As browsers do (WHATWG Encoding)."""
_KNOWN = re.compile(r"cp\d+|iso8859-\d+|koi8-[ru]|mac-(cyrillic|roman)|gb\w+|big5\w*|euc_\w+|shift_jis\w*")


def mark_of(head: bytes) -> str:
    """The encoding that the first three bytes announce, else UTF-8."""
    return "utf-16" if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"


def decoded(content: bytes) -> str:
    """A text in UTF-8, or in UTF-16 with its mark.

    Raises:
        UnicodeError: if it is neither.

    """
    return content.decode(mark_of(content[:3]))


def decoded_page(content: bytes) -> str:
    """A page in UTF-8, or else in the encoding that it declares: old news sites of the region use windows-1251.

    Raises:
        UnicodeError: if it is not UTF-8 and does not say what it is, or is not what it says.

    """
    try:
        return decoded(content)
    except UnicodeError:
        declared = _declared(content[:_HEAD])
        if declared is None:
            raise
        return content.decode(declared)


def _declared(head: bytes) -> str | None:
    found = _DECLARED.search(head)
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii", "replace")).name
    except LookupError:
        return None
    name = _READ_AS.get(name, name)
    return name if _KNOWN.fullmatch(name) else None
