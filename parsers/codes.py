"""Billing and diagnosis codes of a policy: HCPCS, CPT, ICD-10-CM, NDC. Identifiers only, never their descriptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from parsers import code_wording as wording
from parsers.answering.bare_statuses import bare_status
from parsers.code_spotting import ESKETAMINE_ONLY, Context, spotted_codes
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block, Code, CodeRole, CodeSystem, Product
from parsers.tables.logged_rows import is_of_a_log

_LIST_ROWS, _LIST_SHARE = 40, 0.2

# A line of codes alone, or of one with its name.
_OF_CODES = compiled(
    rf"(?:{wording.ONLY_CODES.pattern})$|(?:{wording.CODES_BY_SYSTEM.pattern})$|{wording.CODE_WITH_NAME.pattern}"
)
_ESKETAMINE_NDC = "504580028"


def read_codes(blocks: tuple[Block, ...]) -> tuple[Code, ...]:
    """The codes that the document names, each once, in order.

    Codes that stand only in a revision history or in references are left out. In a list of many drugs only the rows
    that name ketamine or esketamine count. Of a range both ends are given: what lies between
    depends on the code set's year. ICD-10 codes get their dot.
    """
    named = [(_spelled(block), lead) for block, lead in _with_lead(blocks) if wording.CODE_LIKE.search(block.text)]
    inside = [(block, lead) for block, lead in named if not _is_outside(block, lead)]
    if _is_drug_list(block for block, _ in inside):
        inside = [(block, lead) for block, lead in inside if named_products(block.text)]
    found: dict[tuple[CodeSystem, str], Code] = {}
    for block, lead in inside:
        for code in _codes_of(block, lead):
            known = found.get((code.system, code.code))
            if known is None:
                found[code.system, code.code] = code
            elif known.role == "unknown" != code.role:
                found[code.system, code.code] = replace(known, role=code.role)
    return tuple(found.values())


def _spelled(block: Block) -> Block:
    """A block with both ends of its ranges as whole codes."""
    if not wording.SHORT_RANGE.search(block.text):
        return block
    whole = partial(wording.SHORT_RANGE.sub, r"\g<shared>\g<first>-\g<shared>\g<last>")
    return replace(block, text=whole(block.text), cells=tuple(map(whole, block.cells)))


def _with_lead(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, str]]:
    """Each block with the paragraph that leads into it ("Diagnosis codes considered:"); rows under their titles."""
    lead = over = ""
    titles: tuple[str, ...] = ()
    above: Block | None = None
    for block in blocks:
        is_row = block.kind == "row" and not block.header
        if above and above.kind == "item" and block.kind == "paragraph" and wording.LISTED_CODES.fullmatch(block.text):
            # "… with a code from this table:", as one point of a list.
            lead = above.text if wording.CODE_WORDS.search(above.text) else lead
        whole = above = _filled(block, above)
        yield (replace(whole, header=titles) if is_row and len(titles) == len(block.cells) else whole), lead
        if not is_row:
            titles = ()
        elif _are_titles(block):
            titles = block.cells
        if block.kind == "heading" and bare_status(block.text) is not None:
            # "CPT codes" over "Medically necessary" and "Investigational", which print may set in one rank.
            lead = over
        elif block.kind == "heading":
            lead, over = "", block.text if wording.CODE_WORDS.search(block.text) else ""
        elif block.kind == "paragraph" and not (
            wording.ONLY_CODES.fullmatch(block.text) or wording.CODE_WITH_NAME.match(block.text)
        ):
            lead = block.text if len(block.text) < 400 else ""


def _filled(block: Block, above: Block | None) -> Block:
    """A row whose first cell is empty, with the code system that the row above it names there once for both."""
    if (
        above is None
        or not above.kind == block.kind == "row"
        or len(block.cells) < 2
        or block.cells[0]
        or block.header != above.header
    ):
        return block
    system = above.cells[0] if above.cells and Context(above.cells[0], ()).system() else ""
    return replace(block, cells=(system, *block.cells[1:]))


def _are_titles(row: Block) -> bool:
    """Whether a row is the titles of a table of identifiers, which a PDF does not tell from its other rows."""
    return (
        len(row.text) < wording.LONGEST_TITLES
        and bool(wording.IDENTIFIERS.search(row.text))
        and not wording.NUMBERED.search(row.text)
    )


def _is_outside(block: Block, lead: str) -> bool:
    """Whether a block tells of changes or of other documents; codes listed among references do not."""
    lists = any(wording.CODE_WORDS.search(title) for title in block.header) or _lists_codes(block, lead)
    titles = tuple(title for title in block.path if not _is_empty_field(title, block))
    logged = any(map(wording.HISTORY.search, titles))
    if lists and not logged:
        return False
    path = titles if logged else _from_title_of_codes(titles)
    return any(map(wording.OUTSIDE.search, path)) or is_of_a_log(block) or _tells_an_edit(block)


def _lists_codes(block: Block, lead: str) -> bool:
    """Whether a line or a row is of codes alone, under one that only names what it lists."""
    listed = block.kind in ("paragraph", "row") and wording.LABEL_OF_CODES.fullmatch(lead)
    return bool(listed and _OF_CODES.match(block.text))


def _is_empty_field(title: str, block: Block) -> bool:
    """Whether a title is a date's label without one, over the next field of a document's head: "CPT codes: …"."""
    return bool(wording.LABEL_OF_A_DATE.fullmatch(title) and wording.CODES_OF_A_LABEL.match(block.text))


def _from_title_of_codes(path: tuple[str, ...]) -> tuple[str, ...]:
    """The titles from the innermost that says codes follow: a table "Coding" at the end is none of the references."""
    of_codes = [place for place, title in enumerate(path) if wording.CODE_WORDS.search(title)]
    return path[of_codes[-1] :] if of_codes else path


def _tells_an_edit(block: Block) -> bool:
    """Whether a block says what was done to the document on a day; under "Changes" each row with its date does."""
    dated = block.kind == "row" and bool(block.cells and wording.ONLY_A_DATE.fullmatch(block.cells[0]))
    title = block.path[-1] if block.path else ""
    # The terms over such definitions are the days.
    entered = dated or (block.kind == "definition" and not wording.CODE_WORDS.search(title))
    logged = entered and bool(wording.HISTORY.search(title))
    return logged or bool(wording.DATED_EDIT.match(block.text) or wording.LABEL_OF_EDITS.match(block.text))


def _is_drug_list(blocks: Iterable[Block]) -> bool:
    rows = [
        block.text
        for block in blocks
        if block.kind == "row" and (wording.HCPCS.search(block.text) or len(block.cells) >= 3)
    ]
    naming = sum(1 for text in rows if named_products(text))
    return len(rows) >= _LIST_ROWS and naming < _LIST_SHARE * len(rows)


def _codes_of(block: Block, lead: str) -> Iterator[Code]:
    spotted = list(spotted_codes(block, lead))
    role = _role((block.text if block.kind == "row" else "", *reversed(block.path), lead)) if spotted else "unknown"
    for system, code in spotted:
        yield Code(system, code, role, block.page, _product(code, block.text))


def _role(words: Iterable[str]) -> CodeRole:
    for text in words:
        if wording.NOT_COVERED.search(text):
            return "not_covered"
        if wording.INFORMATIONAL.search(text):
            return "informational"
        if wording.COVERED.search(text):
            return "covered"
    return "unknown"


def _product(code: str, text: str) -> Product | None:
    if code in ESKETAMINE_ONLY or code.replace("-", "").startswith(_ESKETAMINE_NDC):
        return "esketamine"
    named = named_products(text)
    return named[0] if len(named) == 1 else None
