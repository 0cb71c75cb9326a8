"""The lines of a document that may state a fact of it: "label: value", whatever markup held the two together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from parsers.dates import find_dates
from parsers.language.patterns import compiled
from parsers.masthead.fact_labels import CODE_OR_CONTRACT, HISTORY, LABEL, NUMBER_LABEL, REFERENCES
from parsers.masthead.fact_pairs import paired_columns, pairs_beside
from parsers.models import Block

SHORT_FACT_LINE, LONGEST_FACT_LINE = 50, 160
_FEWEST_TITLES = 2
# A label whose words have lost their spaces: "EffectiveDate:".
_GLUED = compiled(r"(?:[A-Z][a-z]+){2,5}(?=\s*[:|])")
_WORD_OPENS = compiled(r"(?<=[a-z])(?=[A-Z])")
# The foot of a page that stands under the references says sentence by sentence what else it holds.
_AFTER_DATE = compiled(r"(?<=[\d)]\.) (?=[A-Z])")
# After what was done comes what will be: "05/2031: Reviewed. Next review date: 05/2032".
_BEFORE_NEXT = compiled(r"(?<=[.;]) (?=Next\b)")
# What may stand beside facts at the foot of a page, and what may stand before one.
_NO_FACT = compiled(r"page \d+(?: of \d+)?|[A-Z]{1,5}-?\d[\w.-]*(?: v[\d.]+)?", re.IGNORECASE)
_VERSION = compiled(
    r"(?:version|edition|v\.?|rev\.?) ?\d{1,2}(?:\.\d{1,3})*[,;:]? (?=effective|in (?:effect|force))", re.IGNORECASE
)
# The number of a form behind the last sentence of a page.
_FORM_AT_END = compiled(r"(?<=[a-z)]\.) (?=(?:Form )?[A-Z]{2,5}-)")
_FOOT_OF_FORM = compiled(
    r"^(?:Form )?[A-Z]{2,5}(?:-[A-Z]{1,4})*-\d{1,4}[.,]? "
    r"\(?(?i:(?:form )?(?:rev(?:ised|\.)?|eff(?:ective|\.)?)):? \(?\d"
)
_BUSINESS = compiled(r"(?:lines? of business|LOB|plans?|programs?|markets?|states?|product lines?)\W*", re.IGNORECASE)
_COLONED = compiled(r"[A-Z][\w &/#().-]{1,40}:")
_ONE_LABEL = compiled(r"[A-Za-z&]+(?:[ /][A-Za-z&]+){0,3}")
# The label in brackets behind a date, and what ends the line.
_BEHIND_DATE = compiled(r"\s*(?:\(|[|:,–—-] ?)?(?P<label>[A-Za-z ]{6,30})\)?\W*$")


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
        elif block.kind == "item" and label and _is_date(block.text):
            # The first of a list is the one that its label is read with.
            yield f"{label}: {block.text}"
        elif block.kind in ("definition", "paragraph") and label and len(block.text) < SHORT_FACT_LINE:
            said = _opens_with_label(block.text) or _is_dated_before_label(block.text)
            yield block.text if said else f"{label}: {block.text}"
        elif block.kind == "row":
            yield from _row_lines(block)
        else:
            yield from _text_lines(block)


def _text_lines(block: Block) -> Iterator[str]:
    """A text, with the number of a form at its end; in a history what it holds of facts that stand alone."""
    if not in_history(block) or _is_fact_line(block.text):
        yield block.text
        yield from filter(_FOOT_OF_FORM.match, _FORM_AT_END.split(block.text)[1:])
        return
    among_references = bool(REFERENCES.search(block.path[-1]))
    if " | " in block.text:
        yield from _facts_alone(block.text.split(" | "), among=among_references)
    elif among_references and _is_labelled_throughout(block.text):
        yield block.text
    elif block.kind == "paragraph":
        apart = _AFTER_DATE if among_references else _BEFORE_NEXT
        yield from filter(_is_fact_line, apart.split(block.text)[apart is _BEFORE_NEXT :])


def _apart(glued: re.Match[str]) -> str:
    return _WORD_OPENS.sub(" ", glued[0])


def _are_labels(cells: tuple[str, ...]) -> bool:
    """Whether a row holds nothing but titles, two of them at least of facts, whose values stand in the row below."""
    bare = [cell.rstrip(": ") for cell in cells]
    if any(len(cell) > SHORT_FACT_LINE or any(map(str.isdigit, cell)) for cell in bare):
        return False
    return sum(map(is_label_text, bare)) >= _FEWEST_TITLES


def _titled(titles: tuple[str, ...], cells: tuple[str, ...]) -> Iterator[str]:
    return (f"{title.rstrip(': ')}: {cell}" for title, cell in zip(titles, cells, strict=True) if title and cell)


def _opens_with_label(text: str) -> bool:
    found = LABEL.match(text) or NUMBER_LABEL.match(text)
    return found is not None and ":" in found["mark"]


def _is_label(block: Block) -> bool:
    """Whether a block is a label alone, whose value stands in the block below it."""
    return block.kind in ("heading", "paragraph", "item") and is_label_text(block.text.rstrip(": "))


def is_label_text(bare: str) -> bool:
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
        yield from _lines_of_history(block)
        return
    yield from paired_columns(block.cells)
    if any(CODE_OR_CONTRACT.search(title) for title in block.header) or is_of_one_business(block):
        return
    if _states_a_fact(block.header):
        yield " | ".join(block.header)
    elif block.header and not (_is_labelled(block) or _holds_pairs(block)):
        yield from _titled(block.header, block.cells)
        return
    yield " | ".join(dict.fromkeys(cell for cell in block.cells if cell))


def is_of_one_business(block: Block) -> bool:
    """Whether a row tells what holds for one line of business, as the rows beside it do for theirs."""
    return block.kind == "row" and bool(block.header) and _BUSINESS.fullmatch(block.header[0]) is not None


def _lines_of_history(block: Block) -> Iterator[str]:
    cells = [cell for cell in block.cells if cell]
    label, *values = cells or [""]
    if block.header and REFERENCES.search(block.path[-1]) and _are_labels(block.header):
        yield from _titled(block.header, block.cells)
    elif pairs := pairs_beside(cells, is_label_text):
        yield from pairs
    elif values and LABEL.fullmatch(f"{label.rstrip(': ')}: ") and (len(values) == 1 or _is_date(values[0])):
        yield f"{label}: {values[0]}"
    elif not block.header:
        yield from paired_columns(block.cells)
        yield from _facts_alone(cells, among=bool(REFERENCES.search(block.path[-1])))


def _facts_alone(parts: list[str], *, among: bool) -> Iterator[str]:
    """The parts of a line or row that holds facts and nothing else: what is said beside one makes it a change.

    `among` references nothing is changed.
    """
    facts = [part for part in parts if len(part) < SHORT_FACT_LINE and _is_fact_line(part)]
    if len(facts) >= (_FEWEST_TITLES if among else 1) and (
        among or all(part in facts or _NO_FACT.fullmatch(part) for part in parts)
    ):
        yield from facts


def _is_labelled_throughout(text: str) -> bool:
    """Whether a line is the foot of a page, of labels with their colons: "Updated: 6/2031 Policy ID: AB-1"."""
    if len(text) > LONGEST_FACT_LINE or not _COLONED.match(text):
        return False
    dated = [found for found in LABEL.finditer(text) if any(not on[1] for on in find_dates(text[found.end() :]))]
    numbered = [found for found in NUMBER_LABEL.finditer(text) if found["word"] and ":" in found["mark"]]
    facts = len(dated) + len(numbered)
    return facts >= _FEWEST_TITLES or (bool(numbered) and text.count(":") >= _FEWEST_TITLES)


def _states_a_fact(titles: tuple[str, ...]) -> bool:
    """Whether the titles of a table are a label and its value, as the rows below them are: "Policy number | AB-12"."""
    label, *values = titles or ("",)
    return len(values) == 1 and is_label_text(label.rstrip(": ")) and any(map(str.isdigit, values[0]))


def _is_labelled(block: Block) -> bool:
    """Whether a row is a label and its value, as the row above it was, which was taken for titles."""
    label, *values = block.cells
    return len(values) == 1 and is_label_text(label.rstrip(": ")) and not is_label_text(block.header[-1].rstrip(": "))


def _holds_pairs(block: Block) -> bool:
    """Whether a row's own cells are labels with their values beside them: "Section: | Drugs | Effective date: | …"."""
    return any(cell.endswith(":") and is_label_text(cell.rstrip(": ")) for cell in block.cells)


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
    if numbered and ":" in numbered["mark"] and numbered.end() < len(text):
        return _is_fact_line(text[numbered.end() :].strip(" |,;"))
    if _labels_dates_alone(text) or _FOOT_OF_FORM.match(text):
        return True
    text = text[found.end() :] if (found := _VERSION.match(text)) else text
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
