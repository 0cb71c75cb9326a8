"""The blocks of a web page, or of a part of it, in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bs4 import Tag
from bs4.element import Comment, Declaration, Doctype, NavigableString, PageElement, ProcessingInstruction

from parsers.lists.markers import Marked, read_marker
from parsers.lists.nesting import Nesting
from parsers.models import Block
from parsers.sections.heading_paths import END_OF_TABLE, START_OF_TABLE
from parsers.sections.headings import BOLD_DEPTH, CAPS_DEPTH, is_connective, looks_like_heading
from parsers.tables.tables import row_blocks
from parsers.text import normalise, superscript, without_leaders, without_stamps
from parsers.web.breaks import only_wraps
from parsers.web.lists import ListsInARow, OpenList, level_by_class, terms_within, titled_terms
from parsers.web.running import RunningLines
from parsers.web.steps import as_list
from parsers.web.styles import A_LEVEL, Hanging, heading_depth, indent_of, indent_of_spaces, is_bold
from parsers.web.tables import is_layout, read_grid, under_caption
from parsers.web.tags import holds, tags
from parsers.web.titles import CONTAINERS, OPENS_PANEL, is_row_title, put_below_title

_BLOCK_TAGS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
     "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
     "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
     "thead", "tr", "ul")
)  # fmt: skip
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_NOT_TEXT = (Comment, Doctype, Declaration, ProcessingInstruction)
# Deeper than any real page; damaged markup may nest without end.
_DEEPEST = 150
_LONGEST_LABEL = 40


@dataclass(slots=True)
class Walker:
    """Collects blocks; text gathers in `line` until a block tag or <br> ends it."""

    blocks: list[Block] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    all_bold: bool = True
    bold: int = 0
    lists: list[OpenList] = field(default_factory=list)
    marker: str | None = None
    nesting: Nesting = field(default_factory=Nesting)
    indent: float = 0.0
    holds_more: bool = False
    # How deep the typed item stands that leads the open list in.
    under: int = 0
    # After how many blocks the last list ended; another that opens there goes on with it.
    ended: int = -1
    row: ListsInARow = field(default_factory=ListsInARow)
    hanging: Hanging = field(default_factory=Hanging)
    running: RunningLines = field(default_factory=RunningLines)
    # Places of titles whose rank is guessed, with how they are marked up.
    titles: dict[int, str] = field(default_factory=dict)

    def walk(self, tag: Tag, level: int) -> None:
        """Read `tag`'s children in order."""
        for child in tag.children:
            if isinstance(child, Tag):
                self._element(child, level)
            elif isinstance(child, NavigableString) and not isinstance(child, _NOT_TEXT):
                text = str(child)
                if self._ends_label() and _opens_value(text):
                    self._part_pair(child, in_bold=True)
                self._text(text)

    def _text(self, text: str) -> None:
        flat = _BLANKS.sub(" ", text)
        if flat.strip():
            self.all_bold = self.all_bold and (self.bold > 0 or not any(letter.isalnum() for letter in flat))
        self.line.append(flat)

    def _element(self, tag: Tag, level: int) -> None:
        name = tag.name
        if level > _DEEPEST:
            self._text(tag.get_text(" "))
        elif name == "br":
            if only_wraps("".join(self.line), tag):
                self.line.append(" ")
            else:
                self.flush()
        elif name == "sup":
            self._text(superscript(tag.get_text()))
        else:
            bold, indent = is_bold(tag), indent_of(tag)
            self.bold += bold
            self.indent += indent
            if name in _BLOCK_TAGS:
                self.flush()
                self._block(tag, level)
                self.flush()
            else:
                if self._ends_label() and _opens_value(tag.get_text()):
                    self._part_pair(tag)
                self.walk(tag, level + 1)
            self.bold -= bold
            self.indent -= indent

    def _ends_label(self) -> bool:
        """Whether what is gathered of the line ends as a label may that styles alone set apart from its value."""
        return bool(self.line) and self.line[-1][-1:].islower()

    def _part_pair(self, value: PageElement, *, in_bold: bool = False) -> None:
        """Set a value apart from its label, where styles alone do: `<b>Effective Date</b><span>March 1`.

        `in_bold`: only a label in bold type has its value as bare text behind it.
        """
        label = value.previous_sibling
        if isinstance(label, Tag) and (is_bold(label) or not in_bold):
            opens = is_bold(label) and len("".join(self.line).strip()) <= _LONGEST_LABEL
            self.line.append(": " if opens else " ")

    def _block(self, tag: Tag, level: int) -> None:
        first = len(self.blocks)
        if tag.name in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self._title(first, "panel" if OPENS_PANEL in tag.attrs else None)
            self._heading(tag, int(tag.name[1]))
        elif not self.lists and (depth := heading_depth(tag)):
            self._title(first, f"{tag.name} {tag.attrs.get('class')}")
            self._heading(tag, depth)
        elif tag.name in ("ul", "ol", "menu"):
            self._list(tag, level)
        elif tag.name == "li" and self.lists:
            self._item(tag, level)
        elif tag.name == "dl":
            self._terms(tag, level, first)
        elif tag.name in ("dt", "dd"):
            self._definition(tag, level)
        elif tag.name == "table":
            self._table(tag, level)
        else:
            self.walk(tag, level + 1)
            self.flush()
        if tag.name in ("td", "th") and is_row_title(self.blocks, first):
            self._title(first, "cell")
        elif tag.name in CONTAINERS:
            put_below_title(self.blocks, first, self.titles)

    def _title(self, place: int, markup: str | None) -> None:
        if markup:
            self.titles[place] = markup

    def _heading(self, tag: Tag, depth: int) -> None:
        for sup in tags(tag, ("sup",)):
            sup.replace_with(superscript(sup.get_text()))
        text = without_stamps(normalise(tag.get_text(" ")).replace("\n", " "))
        if text:
            marked = read_marker(text)
            self.nesting.reset()
            marker, rest = (marked.marker, marked.rest) if marked and marked.marker else ("", text)
            self.blocks.append(Block("heading", rest, depth=depth, marker=marker))

    def _list(self, tag: Tag, level: int) -> None:
        outer, under = self.nesting, self.under
        if not self.lists:
            last = self.running.last_said(self.blocks)
            self.under = self.row.under(tag, last, goes_on=self.ended == len(self.blocks))
            self.nesting = Nesting()
        self.lists.append(OpenList.of(tag))
        self.walk(tag, level + 1)
        self.flush()
        self.lists.pop()
        self.marker = None
        if not self.lists:
            self.nesting, self.ended = outer, len(self.blocks)
        else:
            self.under = under

    def _item(self, tag: Tag, level: int) -> None:
        self.marker = self.lists[-1].marker(tag)
        self.lists[-1].place(indent_of(tag) + A_LEVEL * level_by_class(tag))
        self.holds_more = holds(tag, ("p", "div", "ul", "ol"))
        self.walk(tag, level + 1)

    def _table(self, tag: Tag, level: int) -> None:
        if steps := as_list(tag):
            self._list(steps, level)
        elif is_layout(tag):
            self.walk(tag, level + 1)
            self.flush()
        else:
            self.nesting.reset()
            rows = under_caption(tag, row_blocks(read_grid(tag, _blocks_in)))
            self.blocks += (START_OF_TABLE, *rows, END_OF_TABLE)

    def _terms(self, tag: Tag, level: int, first: int) -> None:
        self.walk(tag, level + 1)
        self.flush()
        terms = [place for place in range(first, len(self.blocks)) if self.blocks[place].kind == "term"]
        self.titles.update(dict.fromkeys(terms, "term"))
        told = titled_terms(self.blocks[first:])
        if len(told) < len(self.blocks) - first:
            self.running.forget(first)
        self.blocks[first:] = told

    def _definition(self, tag: Tag, level: int) -> None:
        before = len(self.blocks)
        self.walk(tag, level + 1)
        self.flush()
        if len(self.blocks) == before + 1 and self.blocks[-1].kind in ("paragraph", "heading"):
            self.blocks[-1] = Block("term" if tag.name == "dt" else "definition", self.blocks[-1].text)
        if tag.name == "dd" and before and holds(tag, ("dl",)):
            self.blocks[before - 1 :] = terms_within(self.blocks[before - 1 :])

    def flush(self) -> None:
        """End the line that is being gathered."""
        line = "".join(self.line)
        if not line.strip():
            self.line, self.all_bold = [], True
            return
        whole = normalise(line).replace("\n", " ")
        text = without_leaders(without_stamps(whole))
        bold = self.all_bold
        self.line, self.all_bold = [], True
        if not any(letter.isalnum() for letter in text):
            return
        if self.lists:
            self.blocks.append(self._in_list(text, bold=bold))
        elif self.running.note(whole, text, len(self.blocks)):
            self.blocks.append(Block("paragraph", text))
        else:
            self.blocks.append(self._free(text, self.indent + indent_of_spaces(line), bold=bold))

    def _in_list(self, text: str, *, bold: bool) -> Block:
        marker, self.marker = self.marker, None
        depth = self.under + sum(each.depth for each in self.lists)
        if marker is None:
            inner = read_marker(text)
            if inner:
                deeper = depth + self.nesting.place(inner)
                return Block("item", inner.rest, depth=deeper, marker=inner.marker)
            self.nesting.interrupt()
            return Block("paragraph", text, depth=depth)
        self.nesting.reset()
        if bold and marker and self.holds_more and looks_like_heading(text, bold=True):
            return Block("heading", text, depth=BOLD_DEPTH + depth - 1, marker=marker)
        own = read_marker(text)
        if own and (own.style == "bullet" or not marker):
            return Block("item", own.rest, depth=depth, marker=own.marker or marker)
        return Block("item", text, depth=depth, marker=marker)

    def _used(self, indent: float) -> float | None:
        """A line's indentation where the page uses any for its lists."""
        return indent if indent > 0 or any(level.indent > 0 for level in self.nesting.levels) else None

    def _free(self, text: str, indent: float, *, bold: bool) -> Block:
        marked = read_marker(text)
        if marked is None and self.hanging.takes(indent, len(self.blocks)):
            marked = Marked("", "bullet", text, "indent")
        if marked and not (bold and marked.marker and looks_like_heading(marked.rest, bold=True)):
            depth = self.nesting.place(marked, self._used(indent))
            return Block("item", marked.rest, depth=depth, marker=marked.marker)
        title = marked.rest if marked else text
        if looks_like_heading(title.rstrip(":"), bold=bold):
            self.nesting.reset()
            depth = BOLD_DEPTH if bold else CAPS_DEPTH
            return Block("heading", title, depth=depth, marker=marked.marker if marked else "")
        if not is_connective(text):
            self.nesting.interrupt()
        if text.endswith(":"):
            self.hanging.open(indent, len(self.blocks))
        return Block("paragraph", text)


def _blocks_in(tag: Tag) -> tuple[Block, ...]:
    walker = Walker()
    walker.walk(tag, 0)
    walker.flush()
    return tuple(walker.blocks)


def _opens_value(text: str) -> bool:
    return text[:1].isupper() or text[:1].isdigit()
