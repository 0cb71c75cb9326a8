"""List markers as payers print them: numbers, letters, romans, bullets and boxes, and what each counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from parsers.language.patterns import compiled

MarkerStyle = Literal["decimal", "outline", "lower", "upper", "lower_roman", "upper_roman", "bullet"]

_GLYPHS = "•◦▪▫■□☐☑☒✓✔➢➤►▸‣∙·●○◆◇❖⁃\uf0b7\uf0a7\uf0d8\uf06f\uf0fc\uf071\uf0a8\u2043"
# Empty and ticked alike, they stand in one list.
_BOXES = "□☐☑☒✓✔[(\uf06f\uf0fc\uf071\uf0a8"
_BULLET = compiled(
    rf"^(?P<glyph>[{_GLYPHS}]|[o*+](?=\s)|§(?=\s(?!\d))|(?:--?|[–—])(?=\s|[A-Z][a-z])(?!\s*(?i:and|or)\b\W*$)|"
    r"\[[ xX]?\](?=\s)|\([ ]?\)(?=\s))\s*(?P<rest>\S.*)$",
    re.DOTALL,
)
# "- [ ] Age 18 or older", "2. ☐ Two trials": the box to tick of an item; several boxes are those of its answers.
_BOX_BEHIND = compiled(
    r"^(?:[□☐☑☒]|\[[ xX]?\])\s+(?=\w{2})(?!(?:yes|no|n/?a)\b)(?![^\n]*(?:[□☐☑☒]|\[[ xX]?\]))", re.IGNORECASE
)
_NUMBERED = compiled(
    r"^(?P<marker>\((?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,5})\)|(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\d{1,2}[ºª]|"
    # "A-1", "R2)", "B.1": a letter that the requirements of one use are numbered under.
    r"[A-Z](?:-\d{1,2}[.):]?|\.\d{1,2}[.):]?(?=\s+[A-Z\d])|\d{1,2}[.)]|[1-9](?=\s+[A-Z]))|"
    r"\d{1,2}(?:\.\d{1,2}){0,3} ?[–—-](?=\s+\D)|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?)"
    # A marker that stands close to its text: "(a)Adults", "1.Adults", "IV.Adults".
    r"(?:\s+|(?<=\))(?=[A-Z][A-Za-z])|(?<=[\da-z]\.)(?=[A-Z][A-Za-z])|(?<=[IVX][IVX]\.)(?=[A-Z][A-Za-z]))"
    r"(?P<rest>\S.*)$",
    re.DOTALL,
)
_AROUND = "(): .–—-ºª"
_LETTERED = compiled(r"^[A-Z][.-]?(?P<count>\d{1,2})$")
_ROMAN = compiled(r"^(?:x{0,3})(?:ix|iv|v?i{0,3})$", re.IGNORECASE)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_IN_FIGURES = compiled(r"^\((?P<figures>\d{1,2})\)\s")
_IN_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# "2. mg" and "1. 5 mg" are measures that a line break tore apart; "1. 18 years" and "1. Weeks 1 to 4" are items.
_UNITS = compiled(r"(?:\d+(?:\.\d+)?\s?)?(?:mg|mcg|ml|kg|%)(?:\b|(?<=%))|(?:weeks?|days?|hours?|months?|years?)\b")
# "a. 84 mg per session": no measure begins with a letter.
_LETTER_BEFORE_AMOUNT = compiled(r"\(?[a-z][.)]\s+\d")


@dataclass(frozen=True, slots=True)
class Marked:
    """A line without its marker; `marker` is "" for a bullet, whose `glyph` tells lists of bullets apart."""

    marker: str
    style: MarkerStyle
    rest: str
    glyph: str = ""


def read_marker(line: str) -> Marked | None:
    """The marker at the start of `line`; None when the line is plain text."""
    if bullet := _BULLET.match(line):
        glyph = bullet["glyph"]
        rest = _BOX_BEHIND.sub("", bullet["rest"])
        return Marked("", "bullet", rest, "☐" if glyph[0] in _BOXES or rest != bullet["rest"] else glyph)
    numbered = _NUMBERED.match(line)
    if not numbered or (_UNITS.match(numbered["rest"]) and not _LETTER_BEFORE_AMOUNT.match(line)):
        return None
    # "3.9 points" goes on with a sentence; "3.9 Points" is a section.
    if numbered["marker"][0].isdigit() and "." in numbered["marker"][:-1] and numbered["rest"][0].islower():
        return None
    return Marked(numbered["marker"], style_of(numbered["marker"]), _BOX_BEHIND.sub("", numbered["rest"]))


def says_number_again(line: str, above: str) -> bool:
    """Whether `line` opens with the figures of the number word that ends the line `above`: "two" and "(2) classes"."""
    figures = _IN_FIGURES.match(line)
    number = int(figures["figures"]) if figures else len(_IN_WORDS)
    return number < len(_IN_WORDS) and above.lower().split()[-1:] == [_IN_WORDS[number]]


def closes_bracket(line: str, above: str) -> bool:
    """Whether `line` closes a bracket that the text above it left open: "(… on page" and "4), or"."""
    return above.count("(") > above.count(")") and ")" in line.partition("(")[0]


# Every marker is compared with those of the lists that are open.
@lru_cache(maxsize=512)
def bare_marker(marker: str) -> str:
    """A list marker without its dress: "(1)" is "1", "A." is "a"."""
    return marker.strip(" ().").lower()


# A few dozen markers are asked for at every item.
@lru_cache(maxsize=256)
def style_of(marker: str) -> MarkerStyle:
    """How a marker counts. A single "i", "v" or "x" is read as roman; `nesting` corrects it inside an alphabet."""
    core = marker.strip(_AROUND)
    # "4.0" counts the sections that "4.1" stands in.
    if core.removesuffix(".0").isdigit():
        return "decimal"
    if core[:1].isdigit() or _LETTERED.match(core):
        return "outline"
    if _ROMAN.match(core) and core:
        return "lower_roman" if core.islower() else "upper_roman"
    return "lower" if core.islower() else "upper"


@lru_cache(maxsize=256)
def ordinal(marker: str, style: MarkerStyle) -> int:
    """The place that `marker` counts: "c)" is 3, "iv." is 4, a bullet 0."""
    core = marker.strip(_AROUND).lower()
    if style == "decimal":
        return int(core.removesuffix(".0"))
    if style == "outline":
        return int(re.split(r"[.-]|(?<=[a-z])", core)[-1])
    if style in ("lower", "upper"):
        return ord(core[0]) - ord("a") + 1
    if style == "bullet":
        return 0
    values = [_ROMAN_VALUES[letter] for letter in core]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def without_marker(text: str) -> str:
    """A text without the marker that it opens with, if any."""
    marked = read_marker(text)
    return marked.rest if marked else text
