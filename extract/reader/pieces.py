"""Text as pieces: the unigram tokeniser of the base encoder, cut to the scripts that are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

BEGIN, PAD, END, UNKNOWN = 0, 1, 2, 3
"""Ids of ``<s> <pad> </s> <unk>``."""
_MARK = "▁"
_SCRIPTS = (
    (0x0020, 0x024F), (0x0259, 0x0259), (0x01DD, 0x01DD), (0x0300, 0x036F), (0x0400, 0x052F), (0x0530, 0x058F),
    (0x2010, 0x2044), (0x20A0, 0x20BF), (0x2116, 0x2116), (0xFB13, 0xFB17),
)  # fmt: skip
"""Latin, Cyrillic, Armenian, digits and signs, by code point."""


def is_read(piece: str) -> bool:
    """Whether a piece holds only letters and signs of the scripts that are read."""
    return all(any(low <= ord(char) <= high for low, high in _SCRIPTS) for char in piece.replace(_MARK, ""))


def build_tokenizer(pieces: Sequence[tuple[str, float]]) -> Tokenizer:
    """A tokeniser of the pieces, which begin with the four special ones."""
    tokenizer = Tokenizer(models.Unigram(list(pieces), unk_id=UNKNOWN, byte_fallback=False))
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement=_MARK, prepend_scheme="always")
    return tokenizer


def chosen_pieces(pieces: Sequence[tuple[str, float]], used: Iterable[int], most: int) -> tuple[int, ...]:
    """Ids of the pieces to keep, in their order: the special four, those used, then the likeliest of the scripts."""
    wanted = set(range(4)) | set(used)
    for number, (piece, _) in enumerate(pieces):
        if len(wanted) >= most:
            break
        if piece and number not in wanted and is_read(piece):
            wanted.add(number)
    return tuple(sorted(wanted))
