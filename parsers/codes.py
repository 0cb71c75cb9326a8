"""Billing and diagnosis codes of a policy: HCPCS, CPT, ICD-10-CM, NDC. Identifiers only, never their descriptions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from parsers import code_wording as wording
from parsers.answering.bare_statuses import bare_status
from parsers.drugs.names import named_products
from parsers.language.any_of import Choice
from parsers.language.patterns import Pattern, compiled
from parsers.models import Block, Code, CodeRole, CodeSystem, Product
from parsers.tables.logged_rows import is_of_a_log

# What names the system of the codes beside it; where it is longer, at its end: "Medically necessary: CPT".
_LONGEST_SYSTEM = 24
_NAMES_AT_END = compiled(r".{3,40}\b(?:CPT|HCPCS|ICD-10(?:-CM)?)(?: codes?)?\W*", re.IGNORECASE)
_LIST_ROWS, _LIST_SHARE = 40, 0.2

_ESKETAMINE_ONLY = frozenset({"J0013", "S0013", "G2082", "G2083"})
# What pays for the drugs and their visits; read without its letter's dot none of them is a diagnosis.
_NEVER_ICD = _ESKETAMINE_ONLY | {"J3490", "J3499", "J2001"}
# A line of codes alone, or of one with its name.
_OF_CODES = compiled(
    rf"(?:{wording.ONLY_CODES.pattern})$|(?:{wording.CODES_BY_SYSTEM.pattern})$|{wording.CODE_WITH_NAME.pattern}"
)
_ESKETAMINE_NDC = "504580028"


@dataclass(frozen=True, slots=True)
class _Context:
    """What the words beside and above a code say of its system, nearest first, and of its role."""

    near: str
    above: tuple[str, ...]
    column: str | None = None
    # Whether its column says what to bill.
    bills: bool = False

    def says(self, words: Pattern) -> bool:
        return bool(words.search(self.near)) or any(words.search(text) for text in self.above)

    def system(self) -> CodeSystem | None:
        """The one system that the nearest telling words name; None when they name none or several."""
        for text in (self.near, *reversed(self.above)):
            named = [_SYSTEMS[place] for place in _SYSTEM_WORDS.found_in(text)]
            if named:
                return named[0] if len(named) == 1 else None
        return None


_SYSTEMS: tuple[CodeSystem, ...] = ("ICD-10", "HCPCS", "CPT", "NDC")
_SYSTEM_WORDS = Choice((wording.ICD_WORDS, wording.HCPCS_WORDS, wording.CPT_WORDS, wording.NDC_WORDS))


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
    system = above.cells[0] if above.cells and _Context(above.cells[0], ()).system() else ""
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
    lists = any(wording.CODE_WORDS.search(title) for title in block.header) or (
        block.kind == "paragraph" and bool(wording.LABEL_OF_CODES.fullmatch(lead) and _OF_CODES.match(block.text))
    )
    titles = tuple(title for title in block.path if not _is_empty_field(title, block))
    logged = any(map(wording.HISTORY.search, titles))
    if lists and not logged:
        return False
    path = titles if logged else _from_title_of_codes(titles)
    return any(map(wording.OUTSIDE.search, path)) or is_of_a_log(block) or _tells_an_edit(block)


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
    spotted = list(_spotted(block, lead))
    role = _role((block.text if block.kind == "row" else "", *reversed(block.path), lead)) if spotted else "unknown"
    for system, code in spotted:
        yield Code(system, code, role, block.page, _product(code, block.text))


def _spotted(block: Block, lead: str) -> Iterator[tuple[CodeSystem, str]]:
    if block.kind != "row":
        near = "" if wording.CODE_WITH_NAME.match(block.text) else block.text
        yield from _in_text(block.text, _Context(near, (*block.path, lead)), cell=False)
        return
    if not block.header and block.cells and wording.OTHER_NUMBERS.search(block.cells[0]):
        return
    codes_only = _lists_codes(block.cells)
    for place, cell in enumerate(block.cells):
        # "Procedure codes: 96365, 96366" says more than the title of its column.
        own = wording.UNDER_A_LABEL.match(cell)
        column = own[0] if own else block.header[place] if block.header else ""
        if wording.OF_CLAIMS_ANSWERED.match(column):
            continue
        row_system = " ".join(other for other in block.cells if other != cell and _may_name_system(other))
        bills = bool(wording.TITLES_BILLING.match(column))
        says_code = codes_only or bills
        near = " ".join((column, row_system if _Context(row_system, ()).system() else "", "code" if says_code else ""))
        context = _Context(near, (*block.path[:-1], lead, *block.path[-1:]), column or None, bills)
        yield from _in_text(cell, context, cell=True)


def _may_name_system(cell: str) -> bool:
    return len(cell) < _LONGEST_SYSTEM or bool(_NAMES_AT_END.fullmatch(cell))


def _lists_codes(cells: tuple[str, ...]) -> bool:
    """Whether a row holds nothing but codes: one of a drug among them, or several of five digits."""
    filled = [cell for cell in cells if cell.strip()]
    if not all(map(wording.ONLY_CODES.fullmatch, filled)):
        return False
    return any(map(wording.HCPCS.search, filled)) or (len(filled) > 1 and all(map(wording.CPT.search, filled)))


def _in_text(text: str, context: _Context, *, cell: bool) -> Iterator[tuple[CodeSystem, str]]:
    rest = wording.SMALL.sub(lambda code: code[0].upper(), text) if context.says(wording.CODE_WORDS) else text
    rest = wording.NDC_OVER_LINES.sub(lambda code: code[0].replace(" ", ""), rest)
    for pattern, asked_for in ((wording.NDC, None), (wording.NDC_BARE, wording.NDC_WORDS)):
        if (listed := pattern.findall(rest)) and (asked_for is None or context.says(asked_for)):
            yield from (("NDC", each) for each in listed)
            rest = pattern.sub(" ", rest)
    yield from (("ICD-10", found) for found in wording.ICD_DOTTED.findall(rest))
    rest = wording.ICD_DOTTED.sub(" ", rest)
    system = context.system()
    for found in wording.HCPCS.finditer(rest):
        if (system != "ICD-10" or found[0] in _NEVER_ICD) and (
            found[0][0] in wording.DRUG_LETTERS
            or cell
            or context.says(wording.CODE_WORDS)
            or wording.REPORTED.search(rest[: found.start()])
        ):
            yield "HCPCS", found[0]
    rest = wording.HCPCS.sub(
        lambda code: wording.TAKEN if system != "ICD-10" or code[0] in _NEVER_ICD else code[0], rest
    )
    if cell and wording.ICD_ALONE.fullmatch(rest.strip()) and system in (None, "ICD-10"):
        yield "ICD-10", _dotted(rest.strip())
    elif context.says(wording.ICD_WORDS) and system in (None, "ICD-10"):
        plain = (code for glued in wording.ICD_PLAIN.findall(rest) for code in wording.ICD_UNGLUE.findall(glued))
        yield from (("ICD-10", _dotted(code)) for code in plain if len(code) > 3 or cell or system)
    # "Billed with code 98960; no diagnosis is needed", "when billed for a psychiatric diagnosis:": what names no system
    # of diagnoses has no such codes.
    if system in (None, "CPT", "HCPCS") or not context.says(wording.ICD_NAMED):
        before: re.Match[str] | None = None
        for found in wording.CPT.finditer(rest):
            if _is_cpt(rest, found, context, cell=cell) or _is_next_of(before, found, rest):
                before = found
                yield "CPT", found[0]


def _is_next_of(before: re.Match[str] | None, found: re.Match[str], text: str) -> bool:
    """Whether five digits count on from a code in the same sentence ("99415 and, for each more half hour, 99416")."""
    if before is None or not (before[0].isdigit() and found[0].isdigit()) or int(found[0]) - int(before[0]) != 1:
        return False
    return not re.search(r"[.;]\s", text[before.end() : found.start()])


def _is_cpt(text: str, found: re.Match[str], context: _Context, *, cell: bool) -> bool:
    """Five digits are a code in a cell under a title that speaks of codes, or after such a word in the sentence."""
    of_other_kind = cell and context.column is not None and not wording.CODE_WORDS.search(context.near)
    if cell and not of_other_kind:
        opens = found.start() == 0 or wording.LIST_OF_CODES.fullmatch(text[: found.start()])
        alone = len(text) <= wording.LONGEST_CELL and not re.search(
            r"\b[A-Z]{2} $|box ", text[: found.start()], re.IGNORECASE
        )
        if (opens and len(text) <= wording.LONGEST_CELL) or (alone and context.says(wording.CODE_WORDS)):
            return True
        # The lines of one cell, a code and its name each: "64510 Stellate block 64520 Lumbar block".
        if context.system() == "CPT" and wording.CODE_WITH_NAME.match(text, found.start()):
            return True
    before = text[max(0, found.start() - 60) : found.start()]
    above = () if of_other_kind else context.above
    listed = wording.ONLY_CODES.fullmatch(text[: found.start()]) or wording.CODES_OF_A_LABEL.match(text)
    starts = listed and any(wording.CODE_WORDS.search(title) for title in above)
    named = any(form.search(before) for form in (wording.CODE_WORDS, wording.BILLED, wording.BESIDE_HCPCS))
    told = context.bills or wording.REPORTED.search(before) or wording.BILLING.search(text[: found.start()][-200:])
    named = named or bool(wording.UNDER_A_LABEL.match(text) or wording.VISITS.fullmatch(text))
    named = named or bool(wording.BEFORE_HCPCS.match(text, found.end()))
    named = named or bool(told and wording.AFTER_CODE.match(text, found.end()))
    starts = starts or wording.is_named_in_run(text, found.start(), above)
    runs = wording.VISIT_RUN.finditer(text)
    starts = starts or any(run.start() <= found.start() < run.end() for run in runs)
    return bool(starts) or (named and not wording.OF_ANOTHER_KIND.search(before))


def _dotted(code: str) -> str:
    return code if len(code) <= 3 else f"{code[:3]}.{code[3:]}"


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
    if code in _ESKETAMINE_ONLY or code.replace("-", "").startswith(_ESKETAMINE_NDC):
        return "esketamine"
    named = named_products(text)
    return named[0] if len(named) == 1 else None
