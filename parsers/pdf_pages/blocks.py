"""Lines and tables of PDF pages to blocks: paragraphs, list items, headings, rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from parsers.drugs.other_drugs import is_name_alone, titles_entry
from parsers.lists.markers import closes_bracket, read_marker
from parsers.lists.nesting import Nesting
from parsers.models import Block
from parsers.pdf_pages.breaks import with_breaks
from parsers.pdf_pages.columns import Piece, in_reading_order
from parsers.pdf_pages.content import Cell, Line, PageContent, PageTable
from parsers.pdf_pages.counts import counts_on
from parsers.pdf_pages.faces import with_titles_marked
from parsers.pdf_pages.line_wording import CLOSED, COMPOUND, ENDED, LABEL, LEADER, UNFINISHED
from parsers.pdf_pages.marks import UNFOLDED
from parsers.pdf_pages.style import Style
from parsers.pdf_pages.tables import opens_anew, opens_as, with_whole_rows
from parsers.pdf_pages.tagged_lines import is_one_block, with_trusted_tags
from parsers.pdf_pages.terms import as_lists, with_terms
from parsers.pdf_pages.title_lines import depth_of, is_heading
from parsers.pdf_pages.underlines import with_underlined_titles
from parsers.sections.headings import is_connective
from parsers.tables.grid_rows import GridRow
from parsers.tables.tables import header_after, row_blocks
from parsers.text import without_leaders, without_stamps

_PARAGRAPH_GAP, _STRETCHED_GAP = 1.22, 1.5
# Points by which a line must stand further left than an item to be none of it.
_OUTDENT = 2.5
# How far below a marker on a line of its own its text may stand, in letter sizes.
_MARKED_GAP = 4


def read_blocks(pages: Sequence[PageContent]) -> list[Block]:
    """Blocks of pages from which the running lines were taken, without paths."""
    pages, titles = with_titles_marked(with_underlined_titles(with_trusted_tags(pages)))
    style = Style.of(pages, titles)
    builder = _Builder(style)
    whole = with_whole_rows([tuple(in_reading_order(page)) for page in pages])
    rights = [page.right_edge(style.body) for page in pages]
    for page, pieces in zip(pages, with_terms(whole, rights, style), strict=True):
        builder.new_page(page)
        for piece in with_breaks(pieces, style):
            builder.take(piece)
    builder.end()
    return as_lists(builder.blocks)


@dataclass(slots=True)
class _Builder:
    style: Style
    blocks: list[Block] = field(default_factory=list)
    open: list[Line] = field(default_factory=list)
    nesting: Nesting = field(default_factory=Nesting)
    header: tuple[str, ...] = ()
    right: float = 0.0
    height: float = 0.0
    table_open: bool = False
    # The table that was taken last, and where its blocks begin.
    grid: list[GridRow] = field(default_factory=list)
    table_place: int = 0

    def new_page(self, page: PageContent) -> None:
        """Learn how far lines of the page reach to the right."""
        self.right = page.right_edge(self.style.body)
        self.height = page.height

    def take(self, piece: Piece) -> None:
        """Add the next line, ruled table or unruled rows."""
        if isinstance(piece, PageTable):
            self._table(piece)
        elif isinstance(piece, tuple):
            self.end()
            self.blocks += row_blocks(piece)
        else:
            self.table_open = False
            self._line(piece)

    def _table(self, table: PageTable) -> None:
        """Add a ruled table, or go on with the one that the page before ended in."""
        self.end()
        self.nesting.reset()
        grid = [self._grid_row(table, number) for number in range(len(table.rows))]
        if self.table_open and opens_as(grid, self.grid):
            # What a table repeats on its next page are its titles, however they are set.
            del self.blocks[self.table_place :]
            grid = [replace(grid[0], titles=True), *self.grid[1:], *grid[1:]]
        self.table_place = len(self.blocks)
        goes_on = self.table_open and not opens_anew(grid, self.grid)
        in_force = self.header if goes_on and len(table.rows[0]) == len(self.header) else ()
        self.blocks += row_blocks(grid, in_force)
        self.header = header_after(grid, in_force)
        self.grid, self.table_open = grid, True

    def _grid_row(self, table: PageTable, number: int) -> GridRow:
        cells = table.rows[number]
        return GridRow(
            tuple(self._lines_of(cell) for cell in cells),
            titles=number == table.title_row,
            page=table.page,
            blocks=tuple(self._blocks_in(cell) for cell in cells),
        )

    def _lines_of(self, cell: Cell) -> str:
        """The text of a cell line by line; a compound that a line broke stays one word."""
        text = ""
        for line in cell:
            text = f"{text}{line.text}" if COMPOUND.search(text) else f"{text}\n{line.text}"
        return text.strip()

    def _blocks_in(self, cell: Cell) -> tuple[Block, ...]:
        style = self.style.of_cells()
        inner = _Builder(style, right=max((line.x1 for line in cell), default=0.0))
        for line in with_breaks(cell, style):
            inner.take(line)
        inner.end()
        return tuple(inner.blocks)

    def _line(self, line: Line) -> None:
        if self.open and not self._continues(self.open[-1], line):
            self.end()
        self.open.append(line)

    def _continues(self, above: Line, line: Line) -> bool:
        """Whether `line` goes on with the block that ends with `above`."""
        tagged = is_one_block(above, line, fits=self._fits(above, line))
        if tagged:
            return True
        if self._starts_block(line) or is_connective(above.text) or above.boxed != line.boxed:
            return False
        if len(self.open) == 1 and _is_bare_marker(above.text) and line.top - above.bottom <= _MARKED_GAP * line.size:
            return True
        if tagged is not None:
            return tagged
        if self._titles_entry(above, line):
            return False
        if is_heading(above, self.style) != is_heading(line, self.style):
            return self._runs_on(above, line)
        return not self._leaves_item(above, line) and self._goes_on(above, line)

    def _goes_on(self, above: Line, line: Line) -> bool:
        """Whether `line`, of the same kind as `above` and as far in, goes on with it by its place and its words."""
        if line.page != above.page or line.top < above.top - line.size:
            labelled = self._fits(above, line) and LABEL.match(line.text)
            return not (ENDED.search(above.text) or labelled) or line.text[:1].islower()
        if abs(line.size - above.size) > 0.15 * above.size:
            return line.text[:1].islower()
        if line.top - above.top > self._paragraph_gap(above, line):
            return False
        if is_connective(line.text):
            return not self._fits(above, line)
        if is_heading(above, self.style):
            large = self.style.is_large(above) and not LABEL.match(line.text)
            return large or not self._fits(above, line)
        return not self._broke_off(above, line)

    def _titles_entry(self, above: Line, line: Line) -> bool:
        """Whether either line is the name of a drug over what is told of it; a sentence may end with such a line."""
        names = titles_entry(line.text) and not UNFINISHED.search(above.text) and not above.text.endswith(",")
        return names or (len(self.open) == 1 and line.text[:1].isupper() and titles_entry(above.text))

    def _paragraph_gap(self, above: Line, line: Line) -> float:
        """The distance of lines that parts paragraphs; a raised sign may push the lines of a sentence apart."""
        return (_STRETCHED_GAP if self._is_in_sentence(above, line) else _PARAGRAPH_GAP) * self.style.line_pitch(
            line.size
        )

    def _is_in_sentence(self, above: Line, line: Line) -> bool:
        """Whether a sentence that filled the line above goes on, be it behind a parenthesis."""
        goes_on = (
            line.text[:1].islower() or bool(UNFINISHED.search(above.text)) or closes_bracket(line.text, above.text)
        )
        return goes_on and not CLOSED.search(above.text) and not self._fits(above, line)

    def _leaves_item(self, above: Line, line: Line) -> bool:
        """Whether `line` stands further left than the open list item, or right under its marker with room above."""
        first = self.open[0]
        if read_marker(first.text) is None:
            return False
        if line.indent < first.indent - _OUTDENT:
            # Only the first line of an item may be set in.
            aligned = len(self.open) == 1 or abs(line.indent - self.open[1].indent) <= _OUTDENT
            goes_on = aligned and self._is_in_sentence(above, line)
            return not goes_on and (above.page == line.page or not line.text[:1].islower())
        under_marker = line.text[:1].isupper() and line.indent < first.indent + _OUTDENT
        if above.page != line.page:
            # A page may end within a sentence, but no line ends where its next word would have fitted.
            return under_marker and self._fits(above, line) and not UNFINISHED.search(above.text)
        ends = self._fits(above, line) or (line.bold and not above.bold and bool(ENDED.search(above.text)))
        # The name of the next drug on a line of its own ends the last item of the one before, be that line full.
        named = is_name_alone(line.text) and not UNFINISHED.search(above.text)
        return under_marker and (ends or named)

    def _runs_on(self, above: Line, line: Line) -> bool:
        """Whether a sentence goes on from a line in bold, which only looked like a heading, or into one."""
        return (
            line.page == above.page
            and line.size == above.size
            and (line.text[:1].islower() or bool(UNFINISHED.search(above.text)))
            and 0 < line.top - above.top <= _PARAGRAPH_GAP * self.style.line_pitch(line.size)
            and not self._fits(above, line)
        )

    def _starts_block(self, line: Line) -> bool:
        if not line.pair and self._counts_on(line):
            return False
        return bool(line.pair or read_marker(line.text) or LEADER.search(line.text))

    def _counts_on(self, line: Line) -> bool:
        """Whether the number that opens `line` ends the line above, as in "weeks 5 through" and "8. Not more"."""
        if not self.open:
            return False
        hangs = line.indent > self.open[0].indent + _OUTDENT
        said = tuple(above.text for above in self.open)
        return counts_on(line.text, said, hangs=hangs, full=not self._fits(self.open[-1], line))

    def _broke_off(self, above: Line, line: Line) -> bool:
        """Whether `above` ended early although the next word would have fitted: somebody broke the line."""
        return self._fits(above, line) and bool(
            above.broken
            or (above.bold and not line.bold)
            or ENDED.search(above.text)
            or LABEL.match(line.text)
            or LABEL.match(above.text)
            or self._is_set_off(above, line)
        )

    def _is_set_off(self, above: Line, line: Line) -> bool:
        """Whether `line` begins further in or out than `above`; the second line of an item does so anyway."""
        hangs = len(self.open) == 1 and read_marker(above.text) is not None
        return not hangs and abs(line.indent - above.indent) > _OUTDENT

    def _fits(self, above: Line, line: Line) -> bool:
        return above.leaves_room(line, above.right or self.right)

    def end(self) -> None:
        """Close the open block."""
        lines, self.open = self.open, []
        if lines:
            text = without_leaders(without_stamps(self._joined(lines)))
            if any(letter.isalnum() for letter in text):
                self.blocks.append(self._block(text, lines))

    def _joined(self, lines: Sequence[Line]) -> str:
        joined = ""
        for line in lines:
            joined = self.style.joined(joined, line.text) if joined else line.text
        return joined

    def _block(self, text: str, lines: Sequence[Line]) -> Block:
        marked = read_marker(text.removeprefix(UNFOLDED).lstrip())
        first = lines[0]
        if first.pair:
            return Block(first.pair, text, page=first.page)
        if all(is_heading(line, self.style) for line in lines) and not (marked and marked.style == "bullet"):
            self.nesting.reset()
            title, marker = (marked.rest, marked.marker) if marked else (text.removeprefix(UNFOLDED).lstrip(), "")
            return Block("heading", title, page=first.page, depth=depth_of(first, self.style), marker=marker)
        if marked:
            depth = self.nesting.place(marked, first.indent, first.text_indent)
            # A number of its own behind a bullet ("• G1.") counts the item.
            own = read_marker(marked.rest) if marked.style == "bullet" else None
            counted = own if own and own.marker else marked
            return Block("item", counted.rest, page=first.page, depth=depth, marker=counted.marker)
        if not is_connective(text):
            self.nesting.interrupt()
        return Block("paragraph", text, page=first.page, depth=self.nesting.beside(first.indent))


def _is_bare_marker(text: str) -> bool:
    return read_marker(text) is None and read_marker(f"{text} x") is not None
