"""Which language a text is in: by its letters first, then by telling words, then by a small trained classifier."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

LANGUAGES = ("en", "ru", "az", "hy")
_SAMPLE = 5_000
_AZERBAIJANI_ONLY = frozenset("əƏǝƎ")
_MOSTLY = 0.5
_SURE = 0.7

# What tells Azerbaijani, typed without its letters or too short to have any, from Turkish and English: words and
# endings in plain letters (ə as e, ı as i, no marks).
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_PLAIN = str.maketrans("əǝı", "eei")
_AZERBAIJANI = re.compile(
    r"(?:ol|ed|dey|ver|al|ged|gel|qal|vur|tut|ac)[iu]b(?:l[ae]r|d[iu]r)?"
    r"|[a-z]{4,}[iu]b(?:l[ae]r|d[iu]r)?"
    r"|(?:nefer|sakin|qesebe|istiqamet|teref|mudafie|nazirliy|quvve|qosun|dusmen|partlay|helak|musahide|movqe|xeber)[a-z]*"
    r"|(?:rayonu|seheri|kendleri|kendin|kendind|rayonlar)[a-z]*"
    r"|(?:yanvar|fevral|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr)[a-z]*"
    r"|azad|ucun|deyil|hemin|nece|haqqinda|dunen|sehid|mina|partladi|nazir|olacaq|silahli"
)
_TOWNS = (
    "susa|agdam|lacin|xankendi|kelbecer|fuzuli|cebrayil|zengilan|qubadli|xocavend|xocali|terter|berde|gence|baki|"
    "naxcivan|qarabag|agdere|hadrut|suqovusan|esgeran|tovuz|qazax|gedebey"
)
_TOWN_IN_A_CASE = re.compile(rf"(?:{_TOWNS})(?:n?d[ae]n?|n?d[ae]k[iu]|n[iu]n)")
"""Turkish parts a name from its ending by an apostrophe."""
_SPELLED_SO = re.compile(
    r"(?:lacin|xankendi|kelbecer|cebrayil|zengilan|qubadli|xocavend|xocali|naxcivan|qarabag)[a-z]*"
)
"""Names that no other of these languages spells so; an English text may quote them."""
_TURKISH = re.compile(
    r"[a-z]+['’](?:n?[iu]n|y?[aeiu]|[dt][ae]n?|l[ae])|[a-z]+[iu]yor(?:du|lar)?|[a-z]+m[ae]kt[ae](?:dir)?"
    r"|icin|degil|bugun|aciklad[a-z]*|aciklama[a-z]*|turkiye|cumhurbaskani|bakanlig[a-z]*|olarak|yapildi|kadar|gibi"
)
_ENGLISH = frozenset({
    "the", "of", "and", "in", "on", "to", "was", "were", "is", "are", "by", "from", "at", "for", "with", "that", "it",
    "he", "she", "they", "took", "said", "has", "have", "had", "near",
})  # fmt: skip


@cache
def _classifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _script(letter: str) -> str:
    return unicodedata.name(letter, "OTHER").partition(" ")[0]


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language of ``text``; ``en`` where nothing speaks for another.

    Only the first 5,000 characters are looked at. Armenian letters decide alone, and so does the schwa, which among
    the news languages of the region only Azerbaijani has. A text in Latin letters is Azerbaijani if its words say so;
    the rest is left to py3langid.
    """
    letters = [c for c in text[:_SAMPLE] if c.isalpha()]
    if not letters:
        return "en"
    scripts = Counter(_script(c) for c in letters)
    if scripts["ARMENIAN"] > _MOSTLY * len(letters):
        return "hy"
    # One quoted name must not turn an English report into an Azerbaijani one.
    if sum(c in _AZERBAIJANI_ONLY for c in letters) > 0.02 * len(letters):
        return "az"
    code, certainty = _classifier().classify(text[:_SAMPLE])
    latin = scripts["LATIN"] > _MOSTLY * len(letters)
    if latin and (code in (*LANGUAGES, "tr") or certainty < _SURE) and _is_azerbaijani(text[:_SAMPLE], str(code)):
        return "az"
    if latin and code not in LANGUAGES and certainty < _SURE:
        return "en"
    if scripts["CYRILLIC"] > _MOSTLY * len(letters) and code not in LANGUAGES and certainty < _SURE:
        return "ru"
    return str(code)


def _is_azerbaijani(text: str, guess: str) -> bool:
    """Whether more words of the text tell of Azerbaijani than of Turkish or of English."""
    words = [_plain(word) for word in _WORD.findall(text)]
    told = sum(bool(_AZERBAIJANI.fullmatch(word) or _TOWN_IN_A_CASE.fullmatch(word)) for word in words)
    turkish = sum(bool(_TURKISH.fullmatch(word)) for word in words)
    english = sum(word in _ENGLISH for word in words)
    if told:
        return told > max(turkish, english)
    return guess != "tr" and not turkish + english and any(_SPELLED_SO.fullmatch(word) for word in words)


def _plain(word: str) -> str:
    """The word in small letters without marks."""
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).translate(_PLAIN)
