"""What stands on one page of a PDF: its lines with place and type, and its tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parsers.pdf_pages.tags import Place

Pair = Literal["term", "definition"]


@dataclass(frozen=True, slots=True)
class Line:
    """A run of words on one line and in one column; lengths in points from the page's top left corner.

    `after_marker` is where the text begins after a marker that stands apart; None without one. `right` is where the
    column of text ends; None when the text runs across the page. `shift` is how far the column stands from the page's
    first: with it taken off, indentations of all columns compare. `broken`: somebody ended the line early.
    `face`: the font of most of its letters. `boxed`: it stands in a box beside the text. `barred`: it is a title in
    bold on a bar that is drawn for it. `underlined`: all of its text is, and by nothing longer. `pair`: what the line
    opens where that is a term or its text. `opens` and `ends` are where the tags of the file put its first and its last
    word.
    """

    text: str
    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    first_word_width: float = 0.0
    after_marker: float | None = None
    right: float | None = None
    shift: float = 0.0
    broken: bool = False
    face: str = ""
    boxed: bool = False
    barred: bool = False
    underlined: bool = False
    pair: Pair | None = None
    opens: Place | None = None
    ends: Place | None = None

    @property
    def mid_y(self) -> float:
        """How far down the page the middle of the line stands."""
        return (self.top + self.bottom) / 2

    @property
    def rank(self) -> int:
        """The rank of the title that the tags call the line; 0 where they do not."""
        return self.opens.rank if self.opens else 0

    def leaves_room(self, line: Line, right: float) -> bool:
        """Whether the first word of the `line` below would have fitted behind this one, before `right`."""
        return self.x1 + line.first_word_width + 0.8 * line.size < right

    @property
    def indent(self) -> float:
        """Where the line begins, as if its column were the first."""
        return self.x0 - self.shift

    @property
    def text_indent(self) -> float | None:
        """Where the text after its marker begins, as if its column were the first."""
        return None if self.after_marker is None else self.after_marker - self.shift


Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table as rows of filled cells; `top` places it among the page's lines.

    `title_row` is the place of the row in bold that titles the columns, the first or that under the table's own title;
    None where none is.
    """

    page: int
    top: float
    x0: float
    x1: float
    rows: tuple[tuple[Cell, ...], ...]
    title_row: int | None = None


@dataclass(frozen=True, slots=True)
class PageContent:
    """What stands on one page: rows of lines (several when the line has columns) and ruled tables."""

    number: int
    width: float
    height: float
    rows: tuple[tuple[Line, ...], ...]
    tables: tuple[PageTable, ...]

    def right_edge(self, body: float) -> float:
        """How far nearly all lines of the page that are no titles reach to the right; text has the size `body`."""
        ends = sorted(line.x1 for row in self.rows for line in row if line.size <= 1.1 * body)
        return ends[int(0.95 * (len(ends) - 1))] if ends else self.width
