"""How deep a marked line stands in its list, by its marker and, where the page has any, by its indentation."""

from __future__ import annotations

from dataclasses import dataclass, field

from parsers.language.patterns import compiled
from parsers.lists.markers import Marked, MarkerStyle, ordinal

_COUNTED = compiled(r"[A-Za-z0-9]+")
# How far apart markers of one list that are set flush right may begin ("III." and "I."), in points.
_MARKER_WIDTH = 15.0


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

    def is_left_by(self, indent: float, text: float | None, nearest: float) -> bool:
        """Whether a line stands outside this level: nowhere within `nearest` of it, nor its marker well to the right.

        The text of "(i)" under "(A)" may begin a little before that of "(A)", whose marker is the wider one.
        """
        return self.offset(indent, text) < nearest and indent - self.indent <= _MARKER_WIDTH


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
            while self.levels and self.levels[-1].is_left_by(indent, text, nearest):
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
