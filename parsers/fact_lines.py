"""The lines of a document that may state a fact of it: "label: value", whatever markup held the two together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from parsers.dates import find_dates
from parsers.fact_labels import CODE_OR_CONTRACT, HISTORY, LABEL, NUMBER_LABEL, REFERENCES
from parsers.models import Block
from parsers.patterns import compiled

SHORT_FACT_LINE, LONGEST_FACT_LINE = 50, 160
_FEWEST_TITLES = 2
# A label whose words have lost their spaces: "EffectiveDate:".
_GLUED = compiled(r"(?:[A-Z][a-z]+){2,5}(?=\s*[:|])")
_WORD_OPENS = compiled(r"(?<=[a-z])(?=[A-Z])")
# The foot of a page that stands under the references says sentence by sentence what else it holds.
_AFTER_DATE = compiled(r"(?<=[\d)]\.) (?=[A-Z])")
# After what was done comes what will be: "05/2031: Reviewed. Next review date: 05/2032".
_BEFORE_NEXT = compiled(r"(?<=[.;]) (?=Next\b)")
_ONE_LABEL = compiled(r"[A-Za-z&]+(?:[ /][A-Za-z&]+){0,3}")
# The label in brackets behind a date, and what ends the line.
_BEHIND_DATE = compiled(r"\s*\((?P<label>[A-Za-z ]{6,30})\)\W*$")


def fact_lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Texts that may label a fact: "label: value", whatever markup held the two together."""
    term = ""
    titles: tuple[str, ...] = ()
    for block in blocks:
        label, term = term, ""
        if _GLUED.match(block.text):
            yield _GLUED.sub(_apart, block.text)
        if block.kind == "row" and not block.header and len(titles) == len(block.cells):
            yield from _titled(titles, block.cells)
        titles = block.cells if block.kind == "row" and _are_labels(block.cells) else ()
        if block.kind == "term" or _is_label(block):
            term = block.text.rstrip(": ")
        elif block.kind in ("definition", "paragraph") and label and len(block.text) < SHORT_FACT_LINE:
            yield block.text if _opens_with_label(block.text) else f"{label}: {block.text}"
        elif block.kind == "row":
            yield from _row_lines(block)
        elif not in_history(block) or _is_fact_line(block.text):
            yield block.text
        elif block.kind == "paragraph":
            apart = _AFTER_DATE if REFERENCES.search(block.path[-1]) else _BEFORE_NEXT
            yield from filter(_is_fact_line, apart.split(block.text)[apart is _BEFORE_NEXT :])


def _apart(glued: re.Match[str]) -> str:
    return _WORD_OPENS.sub(" ", glued[0])


def _are_labels(cells: tuple[str, ...]) -> bool:
    """Whether a row holds nothing but titles, two of them at least of facts, whose values stand in the row below."""
    bare = [cell.rstrip(": ") for cell in cells]
    if any(len(cell) > SHORT_FACT_LINE or any(map(str.isdigit, cell)) for cell in bare):
        return False
    return sum(map(_is_label_text, bare)) >= _FEWEST_TITLES


def _titled(titles: tuple[str, ...], cells: tuple[str, ...]) -> Iterator[str]:
    return (f"{title.rstrip(': ')}: {cell}" for title, cell in zip(titles, cells, strict=True) if title and cell)


def _opens_with_label(text: str) -> bool:
    found = LABEL.match(text) or NUMBER_LABEL.match(text)
    return found is not None and ":" in found["mark"]


def _is_label(block: Block) -> bool:
    """Whether a block is a label alone, whose value stands in the block below it."""
    return block.kind in ("heading", "paragraph") and _is_label_text(block.text.rstrip(": "))


def _is_label_text(bare: str) -> bool:
    if len(bare) > SHORT_FACT_LINE or any(map(str.isdigit, bare)):
        return False
    if not (LABEL.may_match(bare) or NUMBER_LABEL.may_match(bare)):
        return False
    line = f"{bare}: 0-0"
    found = LABEL.match(line) or NUMBER_LABEL.match(line)
    return found is not None and found.end() > len(bare)


def _row_lines(block: Block) -> Iterator[str]:
    """A row's cells under their titles, or side by side; in a history only what it says by "Effective | 7/1/2031"."""
    if in_history(block):
        label, *values = [cell for cell in block.cells if cell] or [""]
        if values and LABEL.fullmatch(f"{label.rstrip(': ')}: ") and (len(values) == 1 or _is_date(values[0])):
            yield f"{label}: {values[0]}"
        return
    if any(CODE_OR_CONTRACT.search(title) for title in block.header):
        return
    if _states_a_fact(block.header):
        yield " | ".join(block.header)
    elif block.header and not (_is_labelled(block) or _holds_pairs(block)):
        yield from _titled(block.header, block.cells)
        return
    yield " | ".join(dict.fromkeys(cell for cell in block.cells if cell))


def _states_a_fact(titles: tuple[str, ...]) -> bool:
    """Whether the titles of a table are a label and its value, as the rows below them are: "Policy number | AB-12"."""
    label, *values = titles or ("",)
    return len(values) == 1 and _is_label_text(label.rstrip(": ")) and any(map(str.isdigit, values[0]))


def _is_labelled(block: Block) -> bool:
    """Whether a row is a label and its value, as the row above it was, which was taken for titles."""
    label, *values = block.cells
    return len(values) == 1 and _is_label_text(label.rstrip(": ")) and not _is_label_text(block.header[-1].rstrip(": "))


def _holds_pairs(block: Block) -> bool:
    """Whether a row's own cells are labels with their values beside them: "Section: | Drugs | Effective date: | …"."""
    return any(cell.endswith(":") and _is_label_text(cell.rstrip(": ")) for cell in block.cells)


def _is_date(text: str) -> bool:
    found = next(find_dates(text), None)
    return found is not None and found[1] == 0 and found[2] == len(text.strip())


def in_history(block: Block) -> bool:
    return any(map(_titles_history, block.path[-2:]))


# A section's title is asked once for each of its blocks.
@lru_cache(maxsize=512)
def _titles_history(title: str) -> bool:
    return bool(HISTORY.search(title))


def _is_fact_line(text: str) -> bool:
    """A line of labels and their values alone, as a side box "Policy history" or the foot of a page has them."""
    numbered = NUMBER_LABEL.match(text)
    if numbered and len(text) < SHORT_FACT_LINE and (_opens_with_label(text) or numbered.end() == len(text)):
        return True
    if len(text) > LONGEST_FACT_LINE:
        return False
    if _labels_dates_alone(text):
        return True
    if not (LABEL.match(text) or _is_dated_before_label(text)):
        return False
    rest = LABEL.sub(" ", text)
    for _, start, end in reversed(list(find_dates(rest))):
        rest = rest[:start] + rest[end:]
    return len(text) < SHORT_FACT_LINE or not any(sign.isalnum() for sign in rest)


def _labels_dates_alone(text: str) -> bool:
    """Whether a line is nothing but dates behind a word or two each: "Original: 9/20/2030 Effective: 3/1/2031"."""
    ends = [0, *(end for _, _, end in find_dates(text))]
    starts = [start for _, start, _ in find_dates(text)]
    between = [text[end:start].strip(" :|;,.-–") for end, start in zip(ends, starts, strict=False)]
    if len(between) < _FEWEST_TITLES or text[ends[-1] :].strip(" .;|"):
        return False
    return all(label and _ONE_LABEL.fullmatch(label) for label in between) and LABEL.search(text) is not None


def _is_dated_before_label(text: str) -> bool:
    """Whether a line is a date with its label in brackets behind it."""
    on = next(find_dates(text), None)
    label = _BEHIND_DATE.match(text, on[2]) if on and not text[: on[1]].strip() else None
    return label is not None and LABEL.fullmatch(f"{label['label']}: ") is not None
