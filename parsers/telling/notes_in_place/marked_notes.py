"""Short notes under a mark that say whom a clause is for: "* TRD only", "¹ Applies to …", "† not required for …".

Each clause that bears the mark takes the note's word in brackets, where the reader finds it; the note, which asks for
nothing itself, goes. A note whose mark no clause bears stays where it is, and so does one that says anything more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parsers.language.glosses import gloss, glossed
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.text import ON_THE_LINE
from parsers.uses.note_wording import limit_and_rest

_SIGN = (
    r"(?:\*{1,4}|[†‡§¶#]{1,2}|⁽[ᵃᵇᶜᵈᵉᶠᵍʰ]⁾|[¹²³⁴⁵⁶⁷⁸⁹]{1,2}"
    r"|\[\s?(?:\d{1,2}|[a-h]|\*)\s?\]|\((?:\d{1,2}|[a-h]|\*{1,3})\))"
)
_COUNTED = r"(?:\d{1,2}|[a-h])[.):]?"
_LABEL = r"(?:(?:foot)?notes?|key|legend)"
# Where a note opens: by its sign, or by a number or a letter, be it behind the word "note".
_OPENS = compiled(
    rf"(?:^\W*{_LABEL}\s*[:.–—-]?\s*|^|(?<=[.;)]\s)|(?<=\s))(?P<mark>{_SIGN})\s*[=:–—.-]?\s*(?=\w)", re.IGNORECASE
)
_OPENS_COUNTED = compiled(rf"^(?:{_LABEL}\s*)?(?P<mark>{_COUNTED})\s*[=:–—-]?\s+(?=[A-Za-z])", re.IGNORECASE)
_BEHIND = compiled(
    rf"(?<=[\w.,;:)\"'%])(?P<mark>{_SIGN})(?=[\s.,;:)|]|$)"
    rf"|\s(?P<apart>{_SIGN})(?=[\s.,;:]*(?:$|\||,? and$))"
)
# Many times as fast to look for, since it opens with its first sign.
_BEARS = compiled(r"[*†‡§¶#⁽¹²³⁴⁵⁶⁷⁸⁹\[(](?:(?<=[^\[(])|\s?(?:\d{1,2}|[a-h]|\*{1,3})\s?[\])])")
_BEFORE = compiled(r"^(?P<mark>\*{1,4}|[†‡§¶]{1,2})\s*(?=\w)")
_KINDS = ("paragraph", "item", "row", "heading")


@dataclass(frozen=True, slots=True)
class _Note:
    """What the passage at `place` says of the clauses that bear `mark`, and the rest of it that says something else."""

    place: int
    mark: str
    words: str
    rest: str = ""


def with_marked_notes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with what such notes say at the clauses that bear their marks, and without these notes."""
    # Most documents bear no marks.
    borne_at = [frozenset(_borne(block)) for block in blocks]
    if not any(borne_at):
        return tuple(blocks)
    found = [note for place, block in enumerate(blocks) for note in _notes(place, block)]
    places = {note.place for note in found}
    borne = {mark for place, marks in enumerate(borne_at) if place not in places for mark in marks}
    # A star that opens a line may have been read as the bullet of an item.
    stars = [note for note in found if note.mark in ("", "*")]
    found = [replace(note, mark=note.mark or "*") for note in found if note.mark or len(stars) == 1]
    told = {note.mark: note.words for note in found if note.mark in borne}
    if not told:
        return tuple(blocks)
    rests = {note.place: note.rest for note in found if note.mark in told}
    titles = {blocks[place].text for place, rest in rests.items() if blocks[place].kind == "heading" and not rest}
    return tuple(_told(blocks, told, rests, titles))


def _told(
    blocks: Sequence[Block], told: Mapping[str, str], rests: Mapping[int, str], titles: set[str]
) -> Iterator[Block]:
    """The blocks with what is told at their marks; of a passage of notes, `rests` has what they say besides."""
    for place, block in enumerate(blocks):
        if place not in rests:
            yield _marked(_under(block, titles), told)
        elif rests[place]:
            yield replace(block, text=rests[place], cells=())


def _under(block: Block, gone: set[str]) -> Block:
    """A block without the notes that were read as titles over it."""
    path = tuple(title for title in block.path if title not in gone)
    return block if path == block.path else replace(block, path=path)


def _notes(place: int, block: Block) -> Iterator[_Note]:
    """The notes of a passage by their marks, where they say whom something is for."""
    if block.kind not in _KINDS or len([cell for cell in block.cells if cell.strip()]) > 1:
        return
    told = [(*limit_and_rest(text), mark, opening, text) for mark, opening, text in _opened(block.text)]
    if not told and block.kind == "item":
        yield from _of_item(place, block)
        return
    kept = (f"{opening}{rest if words else text}" for words, rest, _, opening, text in told if rest or not words)
    rest = " ".join(kept)
    yield from (_Note(place, _plain(mark), words, rest) for words, _, mark, _, _ in told if words)


def _of_item(place: int, block: Block) -> Iterator[_Note]:
    """The notes of an item: its mark stands as its marker, or was read as the bullet of one."""
    told = [(mark, *limit_and_rest(text)) for mark, _, text in _opened(f"* {block.text}")]
    if told and all(words and not rest for _, words, rest in told):
        marks = (block.marker, *(mark for mark, _, _ in told[1:]))
        yield from (_Note(place, _plain(mark), words) for mark, (_, words, _) in zip(marks, told, strict=True))


def _opened(text: str) -> list[tuple[str, str, str]]:
    """The signs that open notes in a text, each with all that opens it and with what stands behind it."""
    opened = list(_OPENS.finditer(text)) if _OPENS.match(text) else []
    opened = opened or ([counted] if (counted := _OPENS_COUNTED.match(text)) else [])
    ends = [*(mark.start() for mark in opened[1:]), len(text)]
    return [(mark["mark"], mark[0], text[mark.end() : end]) for mark, end in zip(opened, ends, strict=False)]


def _borne(block: Block) -> Iterator[str]:
    if not _BEARS.search(block.text):
        return
    yield from (_plain(found[found.lastgroup or 0]) for found in _BEHIND.finditer(block.text) if found.start())
    if found := _BEFORE.match(block.text):
        yield _plain(found["mark"])


def _plain(mark: str) -> str:
    return mark.translate(ON_THE_LINE).strip("[]().: ⁽⁾").lower()


def _marked(block: Block, told: Mapping[str, str]) -> Block:
    """A clause that bears marks with the words of their notes behind it; in a row, behind its last cell."""
    words = [told[mark] for mark in dict.fromkeys(_borne(block)) if mark in told]
    if not words or block.kind == "heading":
        return block
    if len(block.cells) <= 1:
        return replace(block, text=_with(block.text, words, told))
    *label, last = (_without(cell, told) for cell in block.cells)
    cells = (*label, _with(last, words, told))
    return replace(block, cells=cells, text=" | ".join(cells))


def _with(text: str, words: Sequence[str], told: Mapping[str, str]) -> str:
    plain = _without(text, told)
    said = ", ".join(words)
    return f"{plain.rstrip(' :')}{gloss(said)}:" if plain.rstrip().endswith(":") else glossed(plain, said)


def _without(text: str, told: Mapping[str, str]) -> str:
    """A text without the marks whose notes are told."""

    def drop(found: re.Match[str]) -> str:
        return "" if _plain(found[found.lastgroup or 0]) in told else found[0]

    return _BEFORE.sub(drop, _BEHIND.sub(drop, text))
