"""Words of a PDF page as the outline needs them: raised signs told from numbers, drawn bullets among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from parsers.patterns import compiled
from parsers.pdf_marks import marked_words
from parsers.text import normalise, superscript

Word = dict[str, Any]

# Fonts whose encoding keeps the bullet outside Unicode, at 127 or 149, leave its number as text.
_UNMAPPED_BULLET = compiled(r"\(cid:(?:127|149)\)")
# Fonts of signs print a bullet or a box where the text has a letter ("n", "q").
_SIGN_FONT = compiled(r"dingbat|wingding|webding", re.IGNORECASE)
_BOXES = frozenset("opqr¨\uf06f\uf070\uf071\uf072\uf0a8")
_RAISED = compiled(r"[\d,*†‡§-]{1,7}")
# A raised sign is set so much smaller, stands so far above the line and so near its word (both in letter sizes).
_SMALLER, _ABOVE, _NEAR = 0.8, 0.12, 0.3


def page_words(page: Any) -> list[Word]:
    """The upright words of a pdfplumber page that say anything; "weeks" with a raised 1 is "weeks¹"."""
    words = page.extract_words(
        extra_attrs=["fontname", "size"], x_tolerance_ratio=0.18, y_tolerance=2, keep_blank_chars=False
    )
    said = [word | {"text": text} for word in words if word.get("upright", True) and normalise(text := _printed(word))]
    return marked_words(page, list(_with_raised(said)))


def _printed(word: Word) -> str:
    """What a word looks like on the page."""
    text = str(word["text"])
    if len(text) == 1 and _SIGN_FONT.search(word["fontname"]):
        return "☐" if text in _BOXES else "•"
    return _UNMAPPED_BULLET.sub("•", text)


def _with_raised(words: Sequence[Word]) -> Iterator[Word]:
    raised: dict[int, Word] = {}
    hosts: dict[int, Word] = {}
    for word in words:
        if _RAISED.fullmatch(word["text"]) and (host := _host(word, words)):
            raised[id(word)] = word
            hosts[id(host)] = word
    for word in words:
        if id(word) in hosts:
            sign = hosts[id(word)]
            yield word | {"text": word["text"] + superscript(sign["text"]), "x1": sign["x1"]}
        elif id(word) not in raised:
            yield word


def _host(sign: Word, words: Sequence[Word]) -> Word | None:
    """The word that a raised sign follows; None when it is a word of the line."""
    for word in words:
        if (
            sign["size"] <= _SMALLER * word["size"]
            and abs(sign["x0"] - word["x1"]) <= _NEAR * word["size"]
            and _ABOVE * word["size"] <= word["bottom"] - sign["bottom"] <= word["size"]
        ):
            return word
    return None
