"""Marks at the entries of a table or a list, with what the legend says of them in their place.

They stand in cells ("Spravato | X"), over columns of ticks, behind the entry ("Ketamine, TRD: EIU") or before it
("[+] Resistant depression"). The legend itself then has nothing left to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from parsers.answering.short_answers import ShortAnswer, denies
from parsers.drug_lists import read_rows
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.told_tables.columns import answers_under
from parsers.telling.told_tables.entries import Entry, drug_and_uses, name_over, uses_named
from parsers.telling.told_tables.mark_meanings import FLOW, MARK, SIGNS, legend, meanings
from parsers.uses.indications import mentions

_ALONE = compiled(rf"\W*?(?P<mark>{MARK})")
_BEHIND = compiled(
    rf"(?P<of>.{{3,120}}?)(?:\s*[:–—(\[|-]\s*[\"“]?|\s+(?=[A-Z\d/]+\W*$)|(?=[⁽¹²³⁴⁵⁶⁷⁸⁹*†‡§]))(?P<mark>{MARK})[\"”)\].]*\W*"
)
_BEFORE = compiled(rf"(?P<mark>{MARK})(?:\s*[:=–—-]\s*|(?<=[\]*†‡§#])\s*)(?P<of>.{{3,160}})")
# "Spravato†" in a cell.
_NOTED = compiled(rf"(?P<of>.{{3,80}}?)\s?(?P<mark>{SIGNS})\W*")
_BETWEEN = compiled(r"\s*;\s*")
# "Yes" and "N" answer what the title of their column asks, and a legend may be of another's.
_ANSWERS = frozenset({"Y", "N", "Yes", "No"})
_KINDS = ("item", "paragraph")
_LONGEST = 200


def with_marks_explained(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such marks in words, and what is printed for each passage that these are in."""
    # "TRD" before a dash is the name of a use.
    marks = frozenset(mark for block in blocks for mark in _borne(block, blocks) if not mentions(mark))
    known = meanings(blocks, marks) if marks else {}
    if not known:
        return tuple(blocks), {}
    restated: dict[str, str] = {}
    told = [each for block in blocks for each in _told(block, blocks, known, restated)]
    # A legend of what nobody told stays.
    titles = {block.header for block in blocks}
    changed = restated or any(block.header not in titles for block in told)
    return (tuple(told), restated) if changed else (tuple(blocks), {})


def _borne(block: Block, blocks: Sequence[Block]) -> Iterator[str]:
    """The marks that an entry of ours bears, in its cells, over them or in its line."""
    if block.kind == "row" and _is_ours(block):
        found = (_ALONE.fullmatch(cell.strip()) for cell in (*block.cells, *block.header))
        yield from (each["mark"] for each in found if each)
        yield from (mark for _, mark in _noted(block))
    elif block.kind == "definition" and (alone := _ALONE.fullmatch(block.text.strip())):
        yield alone["mark"]
    elif block.kind in _KINDS and len(block.text) <= _LONGEST:
        marked = [found for part in _BETWEEN.split(block.text) for found in _marked(part)]
        yield from (mark for mark, of in marked if _may_mark_a_line(mark) and _named(of, block, blocks))


def _may_mark_a_line(mark: str) -> bool:
    """Whether a mark may stand in a line: a number counts its items, and "yes" is what a flow leads on from."""
    return not mark.isdecimal() and mark not in FLOW


def _is_ours(row: Block) -> bool:
    """Whether a row, a column of it or a title over it names one of our drugs."""
    return bool(row.cells) and any(map(named_products, (row.text, *row.header, *row.path)))


def _marked(part: str) -> list[tuple[str, str]]:
    """A mark and what it is at, in one entry."""
    found = [form.fullmatch(part.strip()) for form in (_BEHIND, _BEFORE)]
    return [(each["mark"], each["of"]) for each in found if each]


def _told(
    block: Block, blocks: Sequence[Block], known: Mapping[str, ShortAnswer], restated: dict[str, str]
) -> Iterator[Block]:
    if block.kind == "row":
        row = _by_sign(_spelled(block, known), known)
        restated |= {row.text: block.text} if row.text != block.text else {}
        yield row
        return
    if block.kind == "definition":
        said = _said(block.text, known)
        restated |= {said: block.text} if said != block.text else {}
        yield replace(block, text=said)
        return
    if block.kind == "heading":
        yield block
        return
    entries = _entries(block, blocks, known)
    for said in (sentence for entry in entries for sentence in entry.sentences()):
        restated[said] = block.text
        yield replace(block, kind="paragraph", text=said, depth=0, marker="")
    # What explains marks that are told in their places says nothing of a drug itself.
    if not entries and not any(mark in known for mark, _ in legend(block)):
        yield block


def _entries(block: Block, blocks: Sequence[Block], known: Mapping[str, ShortAnswer]) -> list[Entry]:
    """The entries of ours in a line, each with its mark; a mark before the first is of all in it."""
    if block.kind not in _KINDS or len(block.text) > _LONGEST:
        return []
    before = _BEFORE.fullmatch(block.text.strip())
    if before and before["mark"] in known:
        return list(_entry(before["of"], known[before["mark"]], block, blocks))
    marked = (found for part in _BETWEEN.split(block.text) for found in _marked(part) if found[0] in known)
    return [entry for mark, of in marked for entry in _entry(of, known[mark], block, blocks)]


def _entry(of: str, answer: ShortAnswer, block: Block, blocks: Sequence[Block]) -> Iterator[Entry]:
    if named := _named(of, block, blocks):
        yield Entry(*named, answer)


def _named(of: str, block: Block, blocks: Sequence[Block]) -> tuple[str, tuple[str, ...]] | None:
    """The drug and the uses that an entry names, the drug be it over it; None where it names neither."""
    if named := drug_and_uses(of):
        return named
    uses = uses_named(of)
    drug = name_over(block, blocks) if uses else ""
    return (drug, uses) if drug else None


def _spelled(row: Block, known: Mapping[str, ShortAnswer]) -> Block:
    """A row with the answers of the marks in its cells and of those that title columns of ticks; a row that those who
    read lists know stays as it is.
    """
    titles = row.header if len(row.header) == len(row.cells) else ("",) * len(row.cells)
    told = (_answer(cell, known) for title, cell in zip(titles, row.cells, strict=True) if _may_stand(cell, title))
    # A number is a tier to those who read lists, whatever the legend refuses by it.
    if not _is_ours(row) or legend(row) or (read_rows((row,)) and not any(map(denies, told))):
        return row
    cells = tuple(
        _said(cell, known) if _may_stand(cell, title) else cell for title, cell in zip(titles, row.cells, strict=True)
    )
    header = tuple(_said(title, known) for title in row.header)
    return replace(row, text=" | ".join(cells), cells=cells, header=header)


def _may_stand(cell: str, title: str) -> bool:
    return cell.strip() not in _ANSWERS or answers_under(title)


def _noted(row: Block) -> Iterator[tuple[int, str]]:
    """The places of cells that are the name of a drug of ours with a sign behind it, and the sign."""
    for place, cell in enumerate(row.cells):
        found = _NOTED.fullmatch(cell.strip())
        if found and (named := drug_and_uses(found["of"])) and not named[1]:
            yield place, found["mark"]


def _by_sign(row: Block, known: Mapping[str, ShortAnswer]) -> Block:
    """A row with what a sign at its drug's name says as its last cell, be it a refusal whatever tier that gives."""
    told = [known[mark] for place, mark in _noted(row) if place < len(row.cells) - 1 and mark in known]
    if not told or (read_rows((row,)) and not denies(told[0])):
        return row
    cells = (*row.cells[:-1], told[0].words.capitalize())
    return replace(row, text=" | ".join(cells), cells=cells)


def _said(cell: str, known: Mapping[str, ShortAnswer]) -> str:
    answer = _answer(cell, known)
    return answer.words.capitalize() if answer else cell


def _answer(cell: str, known: Mapping[str, ShortAnswer]) -> ShortAnswer | None:
    found = _ALONE.fullmatch(cell.strip())
    return known.get(found["mark"]) if found else None
