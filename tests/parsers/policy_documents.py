"""One policy of a fictional payer in every dress: web page, text, PDF."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tests.parsers.pdf_pages import Element, Mark, Text, draw

TITLE = "Spravato (esketamine) nasal spray"
LEAD = "Spravato is medically necessary for treatment-resistant depression when ALL of the following are met:"
DENIAL = "Spravato is investigational for bipolar depression."
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
LINES_A_PAGE = 44


@dataclass(frozen=True)
class Clause:
    """A criterion, with the alternatives under it when it leads some in."""

    text: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True)
class Policy:
    """What the documents say: criteria, the length of an approval, and a denial."""

    clauses: tuple[Clause, ...]
    approval: str = "Initial approval is for 180 days."

    def without(self, text: str) -> Policy:
        """The policy without the clause or the alternative `text`."""
        kept = (replace(clause, below=tuple(below for below in clause.below if below != text))
                for clause in self.clauses if clause.text != text)  # fmt: skip
        return replace(self, clauses=tuple(kept))


def marker(dress: str, place: int) -> str:
    """What `dress` ("{n}.", "({roman})", "•") prints before the item at `place`, from 0."""
    letter, roman = "abcdefgh"[place], _ROMANS[place]
    return dress.format(n=place + 1, letter=letter, LETTER=letter.upper(), roman=roman, ROMAN=roman.upper())


def _lines(policy: Policy, outer: str, inner: str) -> Iterator[tuple[int, str, str]]:
    """Depth (0, 1), marker and text of each item."""
    for place, clause in enumerate(policy.clauses):
        yield 0, marker(outer, place), clause.text
        yield from ((1, marker(inner, number), below) for number, below in enumerate(clause.below))


def web_page(policy: Policy, outer: str = "ul", inner: str = "ul", *, before: str = "", after: str = "") -> bytes:
    """A page with structural lists (`outer`, `inner` are "ul", 'ol type="a"', …)."""
    items = "".join(f"<li>{clause.text}{_structural(clause.below, inner)}</li>" for clause in policy.clauses)
    return _page(policy, f"<{outer}>{items}</{outer.split(maxsplit=1)[0]}>", before, after)


def marked_page(policy: Policy, outer: str, inner: str, tag: str = "p") -> bytes:
    """A page whose items are paragraphs or lines (`tag` "br") that begin with a typed marker."""
    lines = [f"{mark} {text}" for _, mark, text in _lines(policy, outer, inner)]
    return _page(policy, f"<p>{'<br>'.join(lines)}</p>" if tag == "br" else "".join(f"<p>{line}</p>" for line in lines))


def split_page(policy: Policy) -> bytes:
    """A page with a list of its own for every item."""
    return _page(policy, "".join(f"<ul><li>{clause.text}{_structural(clause.below, 'ul')}</li></ul>"
                                 for clause in policy.clauses))  # fmt: skip


def _structural(texts: Sequence[str], dress: str) -> str:
    listed = "".join(f"<li>{text}</li>" for text in texts)
    return f"<{dress}>{listed}</{dress.split(maxsplit=1)[0]}>" if texts else ""


def _page(policy: Policy, listed: str, before: str = "", after: str = "") -> bytes:
    head = f"<!doctype html><html><head><title>{TITLE}</title></head><body>{before}<main><h1>{TITLE}</h1>"
    criteria = f"<h2>Criteria</h2><p>{LEAD}</p>{listed}<p>{policy.approval}</p>"
    return f"{head}{criteria}<h2>Not covered</h2><p>{DENIAL}</p></main>{after}</body></html>".encode()


def plain_text(policy: Policy, width: int = 80, outer: str = "{n}.", inner: str = "{letter}.") -> bytes:
    """A text whose lines are no longer than `width`."""
    parts = [TITLE.upper(), "", "CRITERIA", "", textwrap.fill(LEAD, width), ""]
    for depth, mark, text in _lines(policy, outer, inner):
        indent = "    " * depth
        parts.append(textwrap.fill(f"{mark} {text}", width, initial_indent=indent, subsequent_indent=f"{indent}   "))
    parts += ["", textwrap.fill(policy.approval, width), "", "NOT COVERED", "", textwrap.fill(DENIAL, width), ""]
    return "\n".join(parts).encode()


@dataclass(frozen=True)
class Paper:
    """How a PDF sets the policy: letters a line, lines a page, markers, running lines on every page."""

    width: int = 80
    lines: int = LINES_A_PAGE
    outer: str = "{n}."
    inner: str = "{letter}."
    head: str = ""
    foot: str = ""


def pdf(policy: Policy, paper: Paper | None = None) -> bytes:
    """The policy as a PDF; the marker "dot" is a bullet that is drawn and not printed."""
    paper = paper or Paper()
    rows = list(_set(policy, paper))
    pages = [rows[start : start + paper.lines] for start in range(0, len(rows), paper.lines)]
    return draw(*([*_running(paper), *_placed(page)] for page in pages))


_Row = tuple[float, str, float, bool]


def _set(policy: Policy, paper: Paper) -> Iterator[_Row]:
    """Each line with its indentation, size and weight; an empty one is a gap."""
    yield from ((0, TITLE, 16, True), (0, "", 10, False), (0, "Criteria", 12, True), (0, "", 10, False))
    yield from _wrapped(LEAD, paper.width)
    yield (0, "", 10, False)
    for depth, mark, text in _lines(policy, paper.outer, paper.inner):
        for number, line in enumerate(textwrap.wrap(text, paper.width - 8 - 4 * depth)):
            yield (15 + 20 * depth, line if number else f"{mark}\t{line}", 10, False)
    yield (0, "", 10, False)
    yield from _wrapped(policy.approval, paper.width)
    yield from ((0, "", 10, False), (0, "Not covered", 12, True), (0, "", 10, False))
    yield from _wrapped(DENIAL, paper.width)


def _wrapped(text: str, width: int) -> Iterator[_Row]:
    yield from ((0, line, 10, False) for line in textwrap.wrap(text, width))


def _placed(rows: Sequence[_Row]) -> Iterator[Element]:
    for number, (x, line, size, bold) in enumerate(rows):
        y = 120 + 13 * number
        mark, tab, text = line.partition("\t")
        if mark == "dot":
            yield Mark(60 + x, y)
        elif tab:
            yield Text(60 + x, y, mark, size)
        yield Text(60 + x + (14 if x else 0), y, text if tab else line, size, bold)


def _running(paper: Paper) -> Iterator[Text]:
    yield from (Text(60, y, line, 8) for y, line in ((40, paper.head), (760, paper.foot)) if line)
