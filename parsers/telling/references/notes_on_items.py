"""Notes on the items of the list before them: "Criterion 3 is waived if ECT has failed", "* Not required for members
with …", "Only one of criteria 3 and 4 is required", "1 and 2 must be met, plus either 3 or 4".

What lifts an item stands in brackets behind it, and a formula behind the words that lead the list in; the note, which
asks for nothing itself, goes. Notes for one use alone are told before (`scope_notes`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.criteria.formulas import formula, formula_of_some
from parsers.criteria.item_names import Asked, mark_of
from parsers.criteria.vocabulary import PEOPLE
from parsers.language.any_of import choice_of
from parsers.language.glosses import glossed
from parsers.language.patterns import compiled
from parsers.lists.markers import bare_marker
from parsers.models import Block
from parsers.telling.references.scope_notes import NOT_ASKED, REFS, STARRED, counted_refs, with_texts
from parsers.uses.indications import mentions

_NOTE = r"^\W*(?:(?:please )?note[:.,]? |exceptions?[:.] )?"
_IF = rf"(?:if|when|where|once|for|in|to(?= (?:(?:the|an?|any|all) )?(?:[\w-]+ )?{PEOPLE}\b))"
_WHOM = rf"(?P<whom>{_IF} [^.;()]{{5,140}})"
_LIFTED = compiled(rf"{_NOTE}{REFS} {NOT_ASKED} {_WHOM}\W*$", re.IGNORECASE)
_LIFTED_FIRST = compiled(
    rf"{_NOTE}(?P<who>(?:(?:an?|any|the|all) )?(?:[\w-]+ )?{PEOPLE} [^.;()]{{5,120}}?) (?:is|are|shall be) "
    rf"(?:exempt(?:ed)?|excused|released) from (?:meeting |satisfying )?(?:the )?{REFS}\W*$",
    re.IGNORECASE,
)
_IF_FIRST = compiled(rf"{_NOTE}(?P<whom>{_IF} [^.;(),]{{5,120}}), {REFS} {NOT_ASKED}\W*$", re.IGNORECASE)
_STAR = compiled(
    rf"^\W*(?:(?:this|it|these)(?: (?:item|criterion|requirement|condition|step)s?)? )?(?:{NOT_ASKED}|not required"
    rf"|waived) {_WHOM}\W*$",
    re.IGNORECASE,
)
_OF_NO_PATIENT = compiled(
    r"\b(?:renew\w*|continu\w+|reauth\w*|requests?|authori[sz]\w+|approvals?|plans?|medicare|medicaid|states?|lines?|"
    r"products?|claims?|sites?|pharmac\w+|this drug|other (?:uses|indications))\b",
    re.IGNORECASE,
)
_TO = compiled(r"^to ", re.IGNORECASE)
_NAMES_ITEMS = compiled(r"\b(?:criteri(?:a|on)|items?|numbers?|requirements?|points?|conditions?)\b", re.IGNORECASE)
# All that a sentence may hold that gives a formula: labels, and the words around them.
_ONLY_FORMULA = compiled(
    r"^(?:\W|\b(?:note|criteri(?:a|on)|items?|numbers?|requirements?|points?|conditions?|\d{1,2}|[a-h]|[ivx]{1,4}|and|or|"
    r"plus|either|both|all|any|one|two|three|at|least|only|of|the|must|has|have|to|be|been|is|are|met|meets?|satisfied|"
    r"required|needed|need|needs|sufficient|enough|suffices?|will|do|acceptable|accepted|together|with|as|well|along|"
    r"alternatives?|through|for|approval|coverage|members?|patients?|in|addition)\b)+$",
    re.IGNORECASE,
)
_ALTERNATIVES = compiled(r"\balternatives?\b", re.IGNORECASE)
_LONGEST_FORMULA = 160
# Paragraphs, such notes among them, that may stand between a list and a note on it.
_MOST_BETWEEN = 2
_TELLS = choice_of(_LIFTED, _LIFTED_FIRST, _IF_FIRST, _STAR)


def with_notes_on_items(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with what such notes say at the items they speak of, and without the notes."""
    texts = [block.text for block in blocks]
    for place, block in enumerate(blocks):
        if block.kind not in ("paragraph", "item") or not place:
            continue
        if _lifts(place, blocks, texts) or _sums_up(place, blocks, texts):
            texts[place] = ""
    return with_texts(blocks, texts)


def _lifts(place: int, blocks: Sequence[Block], texts: list[str]) -> bool:
    """Tell at the items what lifts them; False where the block lifts none."""
    text = texts[place]
    if not _TELLS.possible(text):
        return False
    found = _LIFTED_FIRST.match(text) or (None if mentions(text) else _LIFTED.match(text) or _IF_FIRST.match(text))
    star = None if found or mentions(text) else _STAR.match(text)
    note = found or star
    if note is None:
        return False
    said = note.groupdict()
    whom = _TO.sub("for ", said.get("whom") or f"for {said['who']}")
    if _OF_NO_PATIENT.search(whom):
        return False
    _, items = _list_before(place, blocks)
    marked = {bare_marker(mark_of(blocks[n])).lower(): n for n in items}
    targets = [n for n in range(place) if STARRED.search(texts[n])] if star else _named(said["refs"], marked)
    for target in targets:
        texts[target] = glossed(texts[target], f"not required {whom}")
    return bool(targets)


def _named(refs: str, marked: dict[str, int]) -> list[int]:
    asked = counted_refs(refs)
    return [marked[ref] for ref in sorted(asked)] if asked <= marked.keys() else []


def _sums_up(place: int, blocks: Sequence[Block], texts: list[str]) -> bool:
    """Tell in the words that lead a list in which of its items are asked for; False where the block does not say so."""
    text = texts[place]
    if len(text) > _LONGEST_FORMULA or blocks[place].kind != "paragraph" or not _NAMES_ITEMS.search(text):
        return False
    if not _ONLY_FORMULA.match(text):
        return False
    lead, items = _list_before(place, blocks)
    markers = [bare_marker(mark_of(blocks[n])).lower() for n in items]
    if lead < 0 or len(set(markers)) < len(items) or not all(markers):
        return False
    asked = formula(text, markers) or formula_of_some(text, markers, alternatives=bool(_ALTERNATIVES.search(text)))
    if asked is None:
        return False
    texts[lead] = glossed(texts[lead], _in_words(asked))
    return True


def _in_words(asked: Asked) -> str:
    """A formula in the words of a lead-in."""
    parts = [part if isinstance(part, str) else f"[{_in_words(part)}]" for part in asked.parts]
    if asked.op == "all":
        return ", plus ".join(parts)
    if asked.op == "any":
        return " or ".join(parts)
    return f"at least {asked.n} of {', '.join(parts)}"


def _list_before(place: int, blocks: Sequence[Block]) -> tuple[int, list[int]]:
    """Where the words stand that lead in the list before a block (-1: nowhere), and the items of its highest level."""
    last = place - 1
    while last >= 0 and blocks[last].kind == "paragraph" and place - last <= _MOST_BETWEEN:
        last -= 1
    first = last
    while first >= 0 and (blocks[first].kind == "item" or (blocks[first].kind == "row" and blocks[first].cells)):
        first -= 1
    run = [n for n in range(first + 1, last + 1) if mark_of(blocks[n])]
    top = min((blocks[n].depth for n in run), default=0)
    return first, [n for n in run if blocks[n].depth == top]
