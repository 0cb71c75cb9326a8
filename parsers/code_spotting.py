"""Where the codes of a block stand, and of which system each is: by its form and by what the words round it say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers import code_wording as wording
from parsers.language.any_of import Choice
from parsers.language.patterns import Pattern, compiled
from parsers.models import Block, CodeSystem

# What names the system of the codes beside it; where it is longer, at its end: "Medically necessary: CPT".
_LONGEST_SYSTEM = 24
_NAMES_AT_END = compiled(r".{3,40}\b(?:CPT|HCPCS|ICD-10(?:-CM)?)(?: codes?)?\W*", re.IGNORECASE)
# HCPCS codes of the one marketed esketamine product, in use or retired; billing never mixes them with ketamine's.
ESKETAMINE_ONLY = frozenset({"J0013", "S0013", "G2082", "G2083"})
# What pays for the drugs and their visits; read without its letter's dot none of them is a diagnosis.
_NEVER_ICD = ESKETAMINE_ONLY | {"J3490", "J3499", "J2001"}


@dataclass(frozen=True, slots=True)
class Context:
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


def spotted_codes(block: Block, lead: str) -> Iterator[tuple[CodeSystem, str]]:
    """The codes of a block with their systems; `lead` is the paragraph that leads into it."""
    if block.kind == "row":
        yield from _in_row(block, lead)
        return
    near = "" if wording.CODE_WITH_NAME.match(block.text) else block.text
    yield from _in_text(block.text, Context(near, (*block.path, lead)), cell=False)


def _in_row(block: Block, lead: str) -> Iterator[tuple[CodeSystem, str]]:
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
        near = " ".join((column, row_system if Context(row_system, ()).system() else "", "code" if says_code else ""))
        context = Context(near, (*block.path[:-1], lead, *block.path[-1:]), column or None, bills)
        yield from _in_text(cell, context, cell=True)


def _may_name_system(cell: str) -> bool:
    return len(cell) < _LONGEST_SYSTEM or bool(_NAMES_AT_END.fullmatch(cell))


def _lists_codes(cells: tuple[str, ...]) -> bool:
    """Whether a row holds nothing but codes: one of a drug among them, or several of five digits."""
    filled = [cell for cell in cells if cell.strip()]
    if not all(map(wording.ONLY_CODES.fullmatch, filled)):
        return False
    return any(map(wording.HCPCS.search, filled)) or (len(filled) > 1 and all(map(wording.CPT.search, filled)))


def _in_text(text: str, context: Context, *, cell: bool) -> Iterator[tuple[CodeSystem, str]]:
    """The codes of a text; what one system has taken is left to no other."""
    rest = wording.SMALL.sub(lambda code: code[0].upper(), text) if context.says(wording.CODE_WORDS) else text
    rest = wording.NDC_OVER_LINES.sub(lambda code: code[0].replace(" ", ""), rest)
    for pattern, asked_for in ((wording.NDC, None), (wording.NDC_BARE, wording.NDC_WORDS)):
        if (listed := pattern.findall(rest)) and (asked_for is None or context.says(asked_for)):
            yield from (("NDC", each) for each in listed)
            rest = pattern.sub(" ", rest)
    yield from (("ICD-10", found) for found in wording.ICD_DOTTED.findall(rest))
    rest = wording.ICD_DOTTED.sub(" ", rest)
    system = context.system()
    yield from (("HCPCS", code) for code in _hcpcs_in(rest, context, system, cell=cell))
    rest = wording.HCPCS.sub(lambda code: wording.TAKEN if _may_be_hcpcs(code[0], system) else code[0], rest)
    yield from (("ICD-10", code) for code in _undotted_in(rest, context, system, cell=cell))
    # "Billed with code 98960; no diagnosis is needed", "when billed for a psychiatric diagnosis:": what names no system
    # of diagnoses has no such codes.
    if system in (None, "CPT", "HCPCS") or not context.says(wording.ICD_NAMED):
        yield from (("CPT", code) for code in _cpt_in(rest, context, cell=cell))


def _may_be_hcpcs(code: str, system: CodeSystem | None) -> bool:
    return system != "ICD-10" or code in _NEVER_ICD


def _hcpcs_in(text: str, context: Context, system: CodeSystem | None, *, cell: bool) -> Iterator[str]:
    """A letter with four digits: of a drug, in a cell, or where the words round it speak of codes."""
    told = cell or context.says(wording.CODE_WORDS)
    for found in wording.HCPCS.finditer(text):
        named = told or found[0][0] in wording.DRUG_LETTERS or wording.REPORTED.search(text[: found.start()])
        if named and _may_be_hcpcs(found[0], system):
            yield found[0]


def _undotted_in(text: str, context: Context, system: CodeSystem | None, *, cell: bool) -> Iterator[str]:
    """Diagnoses printed without their dot, alone in a cell or where the words round them speak of diagnoses."""
    if system not in (None, "ICD-10"):
        return
    if cell and wording.ICD_ALONE.fullmatch(text.strip()):
        yield _dotted(text.strip())
    elif context.says(wording.ICD_WORDS):
        plain = (code for glued in wording.ICD_PLAIN.findall(text) for code in wording.ICD_UNGLUE.findall(glued))
        yield from (_dotted(code) for code in plain if len(code) > 3 or cell or system)


def _cpt_in(text: str, context: Context, *, cell: bool) -> Iterator[str]:
    before: re.Match[str] | None = None
    for found in wording.CPT.finditer(text):
        if _is_cpt(text, found, context, cell=cell) or _is_next_of(before, found, text):
            before = found
            yield found[0]


def _is_next_of(before: re.Match[str] | None, found: re.Match[str], text: str) -> bool:
    """Whether five digits count on from a code in the same sentence ("99415 and, for each more half hour, 99416")."""
    if before is None or not (before[0].isdigit() and found[0].isdigit()) or int(found[0]) - int(before[0]) != 1:
        return False
    return not re.search(r"[.;]\s", text[before.end() : found.start()])


def _is_cpt(text: str, found: re.Match[str], context: Context, *, cell: bool) -> bool:
    """Five digits are a code in a cell under a title that speaks of codes, or after such a word in the sentence."""
    if _is_captioned(text, found, context, cell=cell):
        return True
    of_other_kind = cell and context.column is not None and not wording.CODE_WORDS.search(context.near)
    if cell and not of_other_kind and _is_cell_of_code(text, found, context):
        return True
    if _starts_list(text, found, () if of_other_kind else context.above):
        return True
    before = text[max(0, found.start() - 60) : found.start()]
    return _is_named(text, found, before, bills=context.bills) and not wording.OF_ANOTHER_KIND.search(before)


def _is_cell_of_code(text: str, found: re.Match[str], context: Context) -> bool:
    """Whether a cell opens with the code, is short and spoken of as codes, or has a code and its name a line."""
    before = text[: found.start()]
    if len(text) <= wording.LONGEST_CELL:
        alone = not re.search(r"\b[A-Z]{2} $|box ", before, re.IGNORECASE)
        if not before or wording.LIST_OF_CODES.fullmatch(before) or (alone and context.says(wording.CODE_WORDS)):
            return True
    # The lines of one cell, a code and its name each: "64510 Stellate block 64520 Lumbar block".
    return context.system() == "CPT" and bool(wording.CODE_WITH_NAME.match(text, found.start()))


def _is_captioned(text: str, found: re.Match[str], context: Context, *, cell: bool) -> bool:
    """Whether a cell under a title of procedures, or a line under nothing but such a title, captions codes alone."""
    if not context.says(wording.CPT_WORDS) or not (cell or any(map(wording.LABEL_OF_CODES.fullmatch, context.above))):
        return False
    caption = wording.CAPTION_OF_CODES.match(text)
    if caption is None or found.start() < caption.start("codes"):
        return False
    return not wording.OF_A_PLACE.search(text[: caption.start("codes")])


def _starts_list(text: str, found: re.Match[str], above: tuple[str, ...]) -> bool:
    """Whether nothing but codes stand before it under a title of codes, or it is of a run that is named so."""
    listed = wording.ONLY_CODES.fullmatch(text[: found.start()]) or wording.CODES_OF_A_LABEL.match(text)
    if listed and any(wording.CODE_WORDS.search(title) for title in above):
        return True
    if wording.is_named_in_run(text, found.start(), above):
        return True
    return any(run.start() <= found.start() < run.end() for run in wording.VISIT_RUN.finditer(text))


def _is_named(text: str, found: re.Match[str], before: str, *, bills: bool) -> bool:
    """Whether the words before or behind it say that it is a code."""
    if any(form.search(before) for form in (wording.CODE_WORDS, wording.BILLED, wording.BESIDE_HCPCS)):
        return True
    if (
        wording.UNDER_A_LABEL.match(text)
        or wording.VISITS.fullmatch(text)
        or wording.BEFORE_HCPCS.match(text, found.end())
    ):
        return True
    if wording.TIMED.match(text, found.end()):
        return True
    told = bills or wording.REPORTED.search(before) or wording.BILLING.search(text[: found.start()][-200:])
    return bool(told and wording.AFTER_CODE.match(text, found.end()))


def _dotted(code: str) -> str:
    return code if len(code) <= 3 else f"{code[:3]}.{code[3:]}"
