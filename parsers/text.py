"""The one normaliser of text, and the fingerprint of a policy's own content."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from parsers.language.any_of import any_of
from parsers.language.patterns import compiled
from parsers.models import Block

# NFKC as a whole would turn "15²" into "152" and a footnote into a number, so only look-alikes of plain letters change.
_LOOKALIKE = re.compile("[\ufb00-\ufb06\uff01-\uff5e]")
_TRANSLATION = {
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff®™℠\ufffe"), None),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2212\ufe63"), "-"),
    **dict.fromkeys(map(ord, "‘’‚‛′"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″"), '"'),
    **{code: None for code in range(32) if chr(code) not in "\t\n\r\f\v"},
    ord("⩾"): "≥", ord("⩽"): "≤", ord("≧"): "≥", ord("≦"): "≤", ord("﹥"): ">", ord("﹤"): "<",
    ord("…"): "...",
}  # fmt: skip
_SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_SUPERSCRIPT_LETTERS = str.maketrans("abcdefgh", "ᵃᵇᶜᵈᵉᶠᵍʰ")
# Raised signs of notes as signs on the line, for `str.translate`.
ON_THE_LINE = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜᵈᵉᶠᵍʰ", "1234567890abcdefgh")
_LETTERS = re.compile(r"[a-h](?:, ?[a-h])*")
# "Denial criteria¹,²", "Coverage [3, 4]": where a title sends the reader to its sources.
_RAISED = r"(?:⁽[ᵃᵇᶜᵈᵉᶠᵍʰ,]+⁾|[⁰¹²³⁴-⁹]+(?:[ ,–-]+[⁰¹²³⁴-⁹]+)*)"
_NOTE_MARKS = compiled(rf"(?<=[^\W\d_]{{2}}|.[).:?])\s*(?:{_RAISED}|\[\d{{1,2}}(?:[ ,–-]+\d{{1,2}})*\])(?=:?$)")
_RAISED_MARKS = compiled(rf"(?:(?<=[^\W\d_]{{2}}|.[),])|(?<=[A-Z]-\d)){_RAISED}(?![\w/])")
_FEWEST_DOTS = 4
_DOTS = compiled(rf"\.(?:\s*\.){{{_FEWEST_DOTS - 1}}}")
# Three dots lead to a number alone: elsewhere they leave words out.
_SHORT_LEADER = compiled(r"^(?P<label>\w[\w/ -]{2,30}) \.{3} (?=\d)")
_LEADER = compiled(rf"\s*:?(?:\s*\.){{{_FEWEST_DOTS},}}\s*(?=\S)")
# A single blank is as it should be.
# A line of a table of contents: leaders and a page number behind its words.
CONTENTS_LINE = compiled(rf"(?:\s*\.){{{_FEWEST_DOTS},}}\s*\d{{1,3}}$")
_SPACES = compiled(r"[^\S\n]{2,}|[^\S\n ]")
_SPACE_BEFORE = compiled(r" ([,;:.)\]])(?=\s|$)")
_LOOSE = (" ,", " ;", " :", " .", " )", " ]")

# Stamps of the reader's visit, not of the policy; data for `without_stamps`.
_STAMPS = any_of(
    r"\b(?:printed|print date|date printed|generated|downloaded|accessed|retrieved)\s*(?:on|at|:)?\s*:?\s*"
    r"\w{1,9}[\s./-]\w{1,9},?[\s./-]\s*\d{2,4}(?:[,:]?\s*(?:at\s*)?\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?)?"
    r"|\bpage\s*:?\s*\d+\s*(?:of|/)\s*\d+\b"
    r"|\b(?:request|ray|reference|session|incident|support|trace|correlation|transaction)[ _-]?id\s*[:=#]\s*\S+"
    r"|[;?&](?:jsessionid|phpsessid|sessionid|session_id|sid|utm_\w+|_ga|p_p_\w+)=[^\s&;)]*",
    flags=re.IGNORECASE,
)
# Words first: most tokens are.
_TOKEN = compiled(r"[^\W\d_]+|\d+(?:[.,:/–-]\d+)*|[<>≥≤=≠±%+$²³¹⁰-₉]")


# A line is read when its page is cut into blocks, and again by those that compare or fingerprint them.
@lru_cache(maxsize=2048)
def normalise(text: str) -> str:
    """One spelling of the same words: single spaces, plain quotes and hyphens, no ligatures, no ® and ™.

    Signs of comparison and superscript digits stay, because "≥ 15" and "15²" would mean something else without them.
    Line breaks inside a table's cell stay; anywhere else callers have split lines before.
    """
    plain = text if text.isascii() and text.isprintable() else _folded(text)
    lines = (" ".join(line.split()) for line in plain.split("\n"))
    spaced = "\n".join(line for line in lines if line)
    return _SPACE_BEFORE.sub(r"\1", spaced) if any(map(spaced.__contains__, _LOOSE)) else spaced


def _folded(text: str) -> str:
    alike = _LOOKALIKE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return unicodedata.normalize("NFC", alike).translate(_TRANSLATION)


_LIST_MARKS = re.compile(r"(?:[A-Z]{2,3}(?:\s*[,;/]\s*)?)+")


def superscript(text: str) -> str:
    """Footnote digits and powers as superscript signs, so that "weeks¹" never becomes a number; ® and TM vanish.

    Letters of footnotes stand in brackets of their own, so that "failed" stays a word before them, and the marks of a
    drug list ("PA", "QL, ST") apart from the name.
    """
    bare = text.strip()
    if bare.strip("()").upper() in ("TM", "R", "SM", "®", "™", "℠"):
        return ""
    if _LETTERS.fullmatch(bare):
        return f"⁽{bare.replace(' ', '').translate(_SUPERSCRIPT_LETTERS)}⁾"
    if _LIST_MARKS.fullmatch(bare):
        return f" {bare}"
    return bare.translate(_SUPERSCRIPTS) if re.fullmatch(r"[\d,+\-\s–]+", bare) else text


# A heading stands over many blocks.
@lru_cache(maxsize=1024)
def without_note_marks(title: str) -> str:
    """A title without the numbers of its notes."""
    return _NOTE_MARKS.sub("", title)


def without_raised_marks(text: str) -> str:
    """`text` without the raised numbers of notes behind its words; a power ("m²") stays."""
    return text if text.isascii() else _RAISED_MARKS.sub("", text)


# Both fingerprints of a document and its quality are taken of the same blocks.
@lru_cache(maxsize=2048)
def without_stamps(text: str) -> str:
    """`text` without print dates, page numbers, request and session ids."""
    bare = _STAMPS.sub("", text)
    return (bare if bare.isprintable() and "  " not in bare else _SPACES.sub(" ", bare)).strip()


def without_leaders(text: str) -> str:
    """`text` with the dots that lead from a label to its value ("Effective Date ...... 1/1/2026") as a colon."""
    text = _SHORT_LEADER.sub(r"\g<label>: ", text) if "..." in text else text
    return _LEADER.sub(": ", text) if text.count(".") >= _FEWEST_DOTS and _DOTS.search(text) else text


def _printed(blocks: Iterable[Block]) -> Iterator[str]:
    """What each block prints, the titles of a table's columns before its first row."""
    titles: tuple[str, ...] = ()
    for block in blocks:
        if block.header and block.header != titles:
            yield " ".join(block.header)
        titles = block.header
        yield block.text


def fingerprint(blocks: Iterable[Block]) -> str:
    """SHA-256 over the words, numbers and signs of `blocks` in order; "" when there are none.

    List markers, line and page breaks, capitals, punctuation around words and stamps of the visit are layout and do
    not count. Every digit and every word does.
    """
    # No token reaches over the end of a line, so all blocks are read at once.
    tokens = _TOKEN.findall("\n".join(without_stamps(normalise(text)).casefold() for text in _printed(blocks)))
    said = " ".join(tokens).replace("–", "-")
    return hashlib.sha256(f"{said} ".encode()).hexdigest() if tokens else ""
