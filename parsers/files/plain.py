"""Plain text and markdown to blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from parsers.files.decoding import decode_html
from parsers.files.flattened import policy_of_page
from parsers.language.patterns import compiled
from parsers.lists.markers import read_marker, says_number_again
from parsers.lists.nesting import Nesting
from parsers.models import Block, MediaType, Reading
from parsers.sections.heading_paths import with_paths
from parsers.sections.headings import CAPS_DEPTH, is_caps, is_connective, looks_like_heading
from parsers.tables.grid_rows import GridRow
from parsers.tables.tables import row_blocks
from parsers.text import CONTENTS_LINE, normalise, without_leaders, without_stamps

_MARKDOWN_HEADING = compiled(r"^(#{1,6})\s+(.+?)\s*#*$")
_ESCAPED = compiled(r"\\(?P<sign>[*_#+.!>~-])")
_WIDE = 0xFEE0  # From a sign of ASCII to its wide form.
_EMPHASIS = compiled(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
# A line in italics; a mark at its start alone is a note's.
_ITALIC_LINE = compiled(r"^(\s*)([*_])(?=[^\s*_])([^*_]+)(?<=[^\s*_])\2(?=\s*$)")
_STRUCK = compiled(r"~~.*?~~", re.DOTALL)
_LINK = compiled(r"!?\[([^\]]*)\]\([^)]*\)")
_RULE = compiled(r"^\s*\|?[\s:|=_*-]{3,}\|?\s*$")
# "Effective: 07/01/2031" under another such line: each says something of its own.
_PAIR = compiled(r"^[A-Z][\w /&()#.-]{1,40}:\s+\S")
# Flush left, "For the second use:" under an item leads in the next list.
_LEADS_IN = compiled(r"[A-Z][^.;]{3,120}:\s*$")
# A line drawn over a title, and what such a title is not.
_DRAWN = compiled(r"^\s*(?:-{5,}|={5,}|_{5,}|\*{5,})\s*$")
_LONGEST_TITLE = 90


def read_plain(body: bytes, media_type: MediaType = "text/plain") -> Reading:
    """Blocks of a text: paragraphs at blank lines, list items by their markers, tables by pipes or tabs."""
    text = decode_html(body).replace("\r\n", "\n").replace("\r", "\n")
    lines = policy_of_page(text).split("\n")
    reader = _Reader(markdown=media_type == "text/markdown")
    for line in lines:
        reader.read(line)
    reader.end()
    title = next((block.text for block in reader.blocks if block.kind == "heading"), None)
    first = next((block.text for block in reader.blocks), None)
    return Reading(media_type, 1, title or (first[:200] if first else None), with_paths(reader.blocks))


@dataclass(slots=True)
class _Reader:
    """Joins lines to blocks; a line ends its block when it is full, marked, a heading, or a blank line follows."""

    markdown: bool
    blocks: list[Block] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    rows: list[GridRow] = field(default_factory=list)
    nesting: Nesting = field(default_factory=Nesting)
    indent: float | None = None
    # Whether a drawn line stands right above the open lines, or above what comes next.
    drawn: bool = False
    under_line: bool = False

    def read(self, line: str) -> None:
        """Take the next line."""
        if self._table_row(line):
            return
        self._end_table()
        if not self.markdown and _DRAWN.match(line):
            self.end()
            self.drawn = True
            return
        shown = normalise(_plain_markdown(line) if self.markdown else line)
        if CONTENTS_LINE.search(shown):
            return
        text = without_leaders(without_stamps(shown))
        heading = _MARKDOWN_HEADING.match(line) if self.markdown else None
        if not text:
            if not shown:
                self.end()
        elif self.open and says_number_again(text, self.open[-1]):
            self._continue(text, line)
        elif heading:
            self.end()
            self._heading(normalise(_plain_markdown(heading[2])), len(heading[1]))
        elif read_marker(text) or is_connective(text) or (is_caps(text) and looks_like_heading(text.rstrip(":"))):
            self.end()
            self._start(text, line)
        else:
            self._continue(text, line)

    def _continue(self, text: str, line: str) -> None:
        if self.open and (
            (_PAIR.match(self.open[-1]) and _PAIR.match(text))
            or is_connective(self.open[0])
            or (read_marker(self.open[0]) and (_LEADS_IN.match(line) or self._stands_out(text, line)))
            or (is_caps(self.open[0]) and looks_like_heading(self.open[0].rstrip(":")))
        ):
            self.end()
        if not self.open:
            self._start(text, line)
        else:
            self.open.append(text)

    def _stands_out(self, text: str, line: str) -> bool:
        """Whether a line that opens a sentence stands left of the marker of the item before it."""
        return text[:1].isupper() and _indent(line) < (self.indent or 0)

    def _start(self, text: str, line: str) -> None:
        self.open, self.under_line, self.drawn = [text], self.drawn, False
        self.indent = _indent(line)

    def _heading(self, text: str, depth: int) -> None:
        self.nesting.reset()
        marked = read_marker(text)
        if marked and marked.marker:
            self.blocks.append(Block("heading", marked.rest, depth=depth, marker=marked.marker))
        elif text:
            self.blocks.append(Block("heading", text, depth=depth))

    def end(self) -> None:
        """End the open block."""
        self._end_table()
        titled = self.under_line and len(self.open) == 1
        text, self.open, self.under_line = _joined(self.open), [], False
        if not text:
            return
        if titled and len(text) < _LONGEST_TITLE and not text.endswith((".", ":", ";", ",")) and not read_marker(text):
            self._heading(text, CAPS_DEPTH)
            return
        bold = self.markdown and text.startswith("\x02") and text.endswith("\x03")
        text = text.replace("\x02", "").replace("\x03", "")
        marked = read_marker(text)
        if marked and not (is_caps(marked.rest) and marked.marker and looks_like_heading(marked.rest.rstrip(":"))):
            indented = self.markdown or self.indent or any(level.indent > 0 for level in self.nesting.levels)
            depth = self.nesting.place(marked, self.indent if indented else None)
            self.blocks.append(Block("item", marked.rest, depth=depth, marker=marked.marker))
        elif looks_like_heading((marked.rest if marked else text).rstrip(":"), bold=bold):
            self._heading(text, CAPS_DEPTH)
        else:
            if not is_connective(text):
                self.nesting.interrupt()
            self.blocks.append(Block("paragraph", text))

    def _table_row(self, line: str) -> bool:
        if line.count("\t") >= 1 and len(line.strip().split("\t")) >= 2:
            cells = line.strip("\n").split("\t")
        elif self.markdown and line.strip().startswith("|") and line.count("|") >= 2:
            cells = line.strip().strip("|").split("|")
        else:
            return False
        if not self.rows:
            self.end()
        if _RULE.match(line):
            self.rows = [GridRow(row.cells, titles=True) for row in self.rows]
        else:
            self.rows.append(
                GridRow(tuple(_unmarked(_plain_markdown(cell)) if self.markdown else cell for cell in cells))
            )
        return True

    def _end_table(self) -> None:
        if self.rows:
            rows, self.rows = self.rows, []
            self.nesting.reset()
            self.blocks += row_blocks(rows)


def _indent(line: str) -> float:
    wide = line.expandtabs(4)
    return float(len(wide) - len(wide.lstrip())) * 4


def _joined(lines: list[str]) -> str:
    joined = ""
    for line in lines:
        joined = f"{joined} {line}" if joined else line
    return joined


def _plain_markdown(line: str) -> str:
    """A line without links and struck text; bold comes between marks that `end` reads and takes out.

    A sign that a backslash sets apart is no emphasis: it is written wide, which the normaliser folds.
    """
    line = _ESCAPED.sub(lambda found: chr(ord(found["sign"]) + _WIDE), line)
    line = _ITALIC_LINE.sub(r"\1\3", line)
    return _EMPHASIS.sub("\x02\\2\x03", _LINK.sub(r"\1", _STRUCK.sub("", line)))


def _unmarked(cell: str) -> str:
    return cell.replace("\x02", "").replace("\x03", "").strip()
