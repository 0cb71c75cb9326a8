"""List markers as payers print them, and how deep a marked line stands in its list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
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
_COUNTED = compiled(r"[A-Za-z0-9]+")
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
    """How a marker counts. A single "i", "v" or "x" is read as roman; `Nesting` corrects it inside an alphabet."""
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


@dataclass(slots=True)
class _Level:
    style: MarkerStyle
    form: str
    count: int
    indent: float
    text: float | None

    def offset(self, indent: float, text: float | None) -> float:
        """How far a line stands from this level, by its marker or by its text, whichever is nearer.

        Lists align one of the two: markers set flush right ("I.", "II.", "III.") begin at different places.
        """
        by_marker = indent - self.indent
        if text is None or self.text is None:
            return by_marker
        return min(by_marker, text - self.text, key=abs)


@dataclass(slots=True)
class Nesting:
    """Follows the marked lines of a document in order and tells how deep each stands (1 = outermost).

    Indentation decides where the page has any (PDF), otherwise a new style of marker opens a deeper list and a style
    that is already open goes back to it.
    """

    tolerance: float = 6.0
    levels: list[_Level] = field(default_factory=list)
    fresh: bool = True
    # The lists that a new one interrupted: their numbering may go on after it.
    interrupted: list[list[_Level]] = field(default_factory=list)
    # Whether the line that was placed last announces a list.
    led: bool = False

    def interrupt(self) -> None:
        """A paragraph came between: the next first marker opens a new list, a following one goes on with the old."""
        self.fresh = True

    def beside(self, indent: float) -> int:
        """Depth of the open item whose text begins at `indent`: a paragraph there is part of it; 0 where none does."""
        depths = range(len(self.levels), 0, -1)
        texts = [level.text for level in self.levels]
        return next((depth for depth in depths if _is_near(texts[depth - 1], indent, self.tolerance / 2)), 0)

    def reset(self) -> None:
        """A heading came between: no list is open any more."""
        self.levels.clear()
        self.interrupted.clear()
        self.fresh = True

    def place(self, marked: Marked, indent: float | None = None, text: float | None = None) -> int:
        """Depth of `marked`; `indent` is its distance from the left edge in any unit, None when the file has none.

        `text` is the distance at which the text after the marker begins; None when that is not known apart.
        """
        style, count = self._reading(marked)
        # "4.2.10" is dressed as "4.2.9" is.
        form = _COUNTED.sub("x", marked.marker)[-2:] or marked.glyph
        if style == "outline":
            # "4.1.1" stands in the list of "4.1", which "4.2" goes on with.
            form = f"{marked.marker.strip('.').count('.')}{form}"
        if self.fresh and count <= 1 and indent is None and self.levels:
            self.interrupted.append(self.levels)
            self.levels = []
        elif count > 1 and indent is None:
            self._resume(style, form, count)
        # A list that begins right under an item at the item's own indentation is the item's.
        opens = not self.fresh and count == 1
        self.fresh = False
        found = self._open_level(style, form, count, indent, text)
        if found is not None and (opens or style == "bullet") and self._is_under(found, style, form, indent, text):
            found, opens = None, True
        self.led = marked.rest.rstrip().endswith(":")
        if found is None:
            self._close_deeper(indent, text, opens=opens)
            self.levels.append(_Level(style, form, count, indent or 0.0, text))
        else:
            del self.levels[found + 1 :]
            self.levels[found].count = count
        return len(self.levels)

    def _reading(self, marked: Marked) -> tuple[MarkerStyle, int]:
        letters: dict[MarkerStyle, MarkerStyle] = {"lower_roman": "lower", "upper_roman": "upper"}
        letter_style = letters.get(marked.style)
        if letter_style and len(marked.marker.strip("(). –—-")) == 1:
            as_letter = ordinal(marked.marker, letter_style)
            for level in reversed(self.levels):
                if level.style == marked.style and level.count + 1 == ordinal(marked.marker, marked.style):
                    break
                if level.style == letter_style and level.count + 1 == as_letter:
                    return letter_style, as_letter
        return marked.style, ordinal(marked.marker, marked.style)

    def _resume(self, style: MarkerStyle, form: str, count: int) -> None:
        """Go back to the interrupted list that `count` follows in, where no open one does."""
        if style == "bullet" or _following(self.levels, style, form, count) is not None:
            return
        for place in range(len(self.interrupted) - 1, -1, -1):
            if _following(self.interrupted[place], style, form, count) is not None:
                self.levels = self.interrupted[place]
                del self.interrupted[place:]
                return

    def _open_level(
        self, style: MarkerStyle, form: str, count: int, indent: float | None, text: float | None
    ) -> int | None:
        if indent is None and (followed := _following(self.levels, style, form, count)) is not None:
            return followed
        if indent is not None and (alike := self._in_its_column(style, form, count, indent, text)) is not None:
            return alike
        for place in range(len(self.levels) - 1, -1, -1):
            level = self.levels[place]
            if indent is not None:
                offset = abs(level.offset(indent, text))
                # Another glyph needs less of an indentation to open another list.
                apart = style == "bullet" and level.form != form
                near = offset <= self.tolerance / (2 if apart else 1)
                follows = style != "bullet" and level.style == style and count == level.count + 1
                if (near and level.style == style) or (follows and offset <= 3 * self.tolerance):
                    return place
            elif level.style == style and level.form == form and (style == "bullet" or count != 1):
                return place
        return None

    def _in_its_column(
        self, style: MarkerStyle, form: str, count: int, indent: float, text: float | None
    ) -> int | None:
        """The innermost level with markers of the same form, right above this one, that it goes on with."""
        for place in range(len(self.levels) - 1, -1, -1):
            level = self.levels[place]
            follows = style == "bullet" or count == level.count + 1
            if (
                (level.style, level.form) == (style, form)
                and follows
                and abs(level.offset(indent, text)) <= self.tolerance
            ):
                return place
        return None

    def _is_under(self, found: int, style: MarkerStyle, form: str, indent: float | None, text: float | None) -> bool:
        """Whether a line opens a list below the innermost though the levels all stand in one column, `found` with them.

        There a first number does when its form is another's ("1)" under "1.") or the line before announces a list
        ("1." behind "C. One of:"); so does another glyph behind such a line.
        """
        if indent is None or abs(self.levels[-1].offset(indent, text)) > self.tolerance / 2:
            return False
        if self.levels[found].form != form:
            return self.led or style != "bullet"
        return self.led and style != "bullet" and found < len(self.levels) - 1

    def _close_deeper(self, indent: float | None, text: float | None, *, opens: bool) -> None:
        if indent is not None:
            nearest = -self.tolerance / 2 if opens else self.tolerance / 2
            while self.levels and self.levels[-1].offset(indent, text) < nearest:
                self.levels.pop()


def _is_near(text: float | None, indent: float, tolerance: float) -> bool:
    return text is not None and abs(text - indent) <= tolerance


def _following(levels: list[_Level], style: MarkerStyle, form: str, count: int) -> int | None:
    """The innermost level in which `count` comes next; None for bullets, which do not count."""
    for place in range(len(levels) - 1, -1, -1):
        level = levels[place]
        if style != "bullet" and (level.style, level.form, level.count + 1) == (style, form, count):
            return place
    return None


def without_marker(text: str) -> str:
    """A text without the marker that it opens with, if any."""
    marked = read_marker(text)
    return marked.rest if marked else text
