"""Table rows of a policy: column titles, cells that hold whole lists, rows of codes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.answering.answers import DENIED
from parsers.answering.bare_statuses import bare_status
from parsers.answering.statuses import read_status
from parsers.criteria.families import findings_in
from parsers.deciding.paragraph_wording import BARE_SPAN
from parsers.drugs.drugs_beside import names_another
from parsers.drugs.names import is_drug_name, named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.lists.markers import read_marker
from parsers.lists.nesting import Nesting
from parsers.models import Block, CriterionKey, Indication, Phase
from parsers.phases.phase_parts import by_phase
from parsers.phases.phases import read_phase
from parsers.sections.roles import OPEN_ROLES, heading_role
from parsers.sections.section_roles import Role
from parsers.sections.titled_sentences import with_titled_sentences
from parsers.tables.study_tables import titles_study
from parsers.tables.untitled_tables import TITLE_WORDS
from parsers.uses.indications import is_residual, mentions, named_indications
from parsers.uses.scopes import is_label

_TITLE_COLUMN = compiled(r"\b(?:title|topic|subject|name|polic(?:y|ies)|guidelines?|articles?)\b", re.IGNORECASE)
_DATE_COLUMN = compiled(
    r"\b(?:dates?|year|(?:revised|reviewed)(?! (?:criteria|policy|requirements?)))\b", re.IGNORECASE
)
_CHANGES_COLUMN = compiled(r"\bchang(?:es?|ed|ing)\b|\bupdates?\b|\brevisions?\b", re.IGNORECASE)
_NEW_COLUMN = compiled(r"^\W*what(?:'s| is) new\b|^\W*new criteria\b", re.IGNORECASE)
_LINES_LENGTH = 60
_NAME_AND_DEMAND = 2
_LONG_WORDS = 25
_DRUG_TABLE = compiled(
    r"\b(?:drugs?|products?|medications?|brand|generic|agents?|trade name|label name|dosage forms?)\b", re.IGNORECASE
)
_DRUG_COLUMN = compiled(
    r"^\W*(?:(?:brand|generic|trade|product|drug|medication) )?(?:drugs?|products?|medications?|medicines?|names?"
    r"|agents?|brand|generic|(?:active |compounded |bulk )?(?:ingredients?|substances?|components?|compounds?|"
    r"chemicals?|powders?)|an[ae]sthetics?)(?: names?)?\W*$",
    re.IGNORECASE,
)
# "Etranacogene (Hemgenix)", "Orencia (abatacept)", as the policy that a row is of.
_TWO_NAMES = compiled(r"^\W*[A-Z][\w/-]{3,}(?: [a-z-]+)? \([A-Za-z][a-z]{3,}(?:[ ,/-]+[\w-]+)*\)")
# "As listed", "All drugs": no other drug's name.
_OF_ALL = compiled(
    r"\W*(?:(?:as|all|any|both|each|every|the)\b ?)+(?:listed|drugs?|products?|of (?:them|these|the above))?\W*",
    re.IGNORECASE,
)
_CRITERIA_COLUMN = compiled(
    r"\bcriteri(?:a|on)\b|\brequirements?\b|\bconditions? (?:of|for)\b|^\W*medical necessity\W*$"
    r"|^\W*(?:(?:PA|step|coverage|clinical) )?rules?\W*$"
    r"|^\W*terms(?: of (?:payment|coverage|approval|authori[sz]ation))?\W*$",
    re.IGNORECASE,
)
# Notes of a list tell its limits, or all that is asked for.
_TELLS_CRITERIA = compiled(
    rf"{_CRITERIA_COLUMN.pattern}|\b(?:notes?|comments?|remarks?|restrictions?|step(?: therapy)?)\b", re.IGNORECASE
)
_OF_A_PATIENT: frozenset[CriterionKey] = frozenset(
    {
        "failed_ad_count",
        "failed_ad_classes",
        "prescriber",
        "severity_min",
        "oral_ad",
        "augmentation_trials",
        "preferred_step",
    }
)
_OF_APPROVAL = compiled(r"\W*(?:approvals?|(?:prior )?authori[sz]ations?|coverage|PA)\W*$", re.IGNORECASE)
_SPAN = compiled(r"\b(?:\d+|one|two|three|six|nine|twelve)[ -](?:days?|weeks?|months?|years?)\b", re.IGNORECASE)
# Where a title that runs in to a cell ends.
_OPENING = compiled(r"(?<=\w)[.:;](?:\s|$)|\n")
# "(Considered) investigational for depression", as a cell beside the drug's name.
_ANSWER_FOR = compiled(
    r"^\W*(?:(?:still|remains?|stays?|continues? to be) )?(?:(?:is |are )?(?:considered |deemed |regarded as )"
    r"|is |are )?"
    r"(?:not |non-?)?"
    r"(?:covered|investigational|experimental|unproven|medically necessary|payable|excluded)\b[^.;]{0,40}"
    r"\b(?:for|in)\b",
    re.IGNORECASE,
)
# Weeks beside doses: the label's schedule.
_WEEKS = compiled(r"^\W*(?:weeks?|days?)\W*$", re.IGNORECASE)
_DOSES = compiled(r"^\W*(?:dos(?:e|es|ing|age)|frequency)\b(?!.*(?:limit|max))", re.IGNORECASE)
_CODE_TABLE = compiled(r"\bcodes?\b", re.IGNORECASE)
_CODE = compiled(r"^\W*(?:[A-TV-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?|[A-Z]\d{4}|\d{5})\b")


def is_of_policy(row: Block) -> bool:
    """Whether a row can state policy: it is of no table of codes or studies, nor of a list of drugs without uses."""
    if titles_study(row.header):
        return False
    if _answers_for_a_use(row) or _asks_beside_codes(row):
        return True
    scheduled = any(map(_WEEKS.match, row.header)) and any(map(_DOSES.match, row.header))
    # Beside the name of a use "Days" are those of its approval.
    if scheduled and not (is_label(row.cells[0]) and _WEEKS.match(row.header[0]) is None):
        return False
    if _CODE_TABLE.search(" ".join(row.header)) or any(_CODE.search(cell) for cell in row.cells[:2]):
        return False
    topical = any(map(is_label, row.cells)) or _names_limits(row.cells[0])
    return topical or not _DRUG_TABLE.search(" ".join(row.header[:2]))


def is_of_other_drug(row: Block) -> bool:
    """Whether a row of a table with a column of drugs, or one that opens with its name, is another drug's than ours."""
    title = row.header[0] if row.header else ""
    titled = _DRUG_COLUMN.match(title) or (_TITLE_COLUMN.search(title) and _TWO_NAMES.match(row.cells[0]))
    other = (bool(titled) and _names_other(row.cells[0])) or _answers_another(row)
    return other and not named_products(" ; ".join(row.cells))


def _answers_another(row: Block) -> bool:
    """Whether a row opens with the name of another drug and says whether that is covered."""
    name, *answers = row.cells or ("",)
    return names_another(name) and any(bare_status(cell) or BARE_SPAN.match(cell) for cell in answers)


def _names_other(cell: str) -> bool:
    of_ours = named_products(cell) or mentions(cell) or read_phase(cell) or _OF_ALL.fullmatch(cell)
    return bool(cell.strip()) and not (of_ours or _names_limits(cell))


def _names_limits(cell: str) -> bool:
    """Whether a cell of drugs' names titles limits instead ("Length of approval"): the drugs over it have them."""
    return len(cell.split()) <= TITLE_WORDS and heading_role(cell) == "limits"


def criteria_of_drug(row: Block) -> bool:
    """Whether a row names our drug and has what is asked for it in the next column, by its title, or in a later one
    that says much; no cell denies it.
    """
    if not len(row.cells) == len(row.header) > 1 or not named_products(row.cells[0]):
        return False
    denied = any(bare_status(cell) in DENIED for cell in row.cells[1:])
    later = zip(row.header[2:], row.cells[2:], strict=True)
    # Behind the drug and its use a short sentence tells as well.
    of_use = bool(mentions(row.cells[1]))
    told = any(
        (
            _CRITERIA_COLUMN.search(title)
            and (is_long(cell) or mentions(cell) or (of_use and len(cell.split()) > TITLE_WORDS))
        )
        or (_TELLS_CRITERIA.search(title) and _asks_of_a_patient(cell))
        for title, cell in later
    )
    changed = bool(_TITLE_COLUMN.search(row.header[0]) and _CHANGES_COLUMN.search(row.header[1]))
    asked = _CRITERIA_COLUMN.search(row.header[1]) or (changed and mentions(row.cells[1]))
    return bool(asked) or (told and not denied)


def _asks_of_a_patient(cell: str) -> bool:
    """Whether a cell asks for what a patient has had or who treats him, and not only for the limits of a list."""
    return any(found.key in _OF_A_PATIENT for found in findings_in(cell))


def _asks_beside_codes(row: Block) -> bool:
    """Whether a row has, under a title of criteria, what is asked of a patient for the use that its codes are of."""
    titled = list(zip(row.header, row.cells, strict=False))
    asked = [cell for title, cell in titled if _CRITERIA_COLUMN.search(title) and len(sentences(cell)) > 1]
    of_use = any(mentions(cell) for _, cell in titled if cell not in asked)
    return of_use and any(map(_asks_of_a_patient, asked))


def _answers_for_a_use(row: Block) -> bool:
    """Whether a row names the drug with a use and answers in a word, whatever code stands beside ("J3490")."""
    first = row.cells[0] if row.cells else ""
    named = (bool(named_products(first)) and bool(mentions(first))) or is_residual(first)
    return (named and any(map(bare_status, row.cells[1:]))) or _answers_by_cell(row)


def _answers_by_cell(row: Block) -> bool:
    """Whether the cells of a row are the drug, a use and its answer, with a code before them or without."""
    drug = next((place for place, cell in enumerate(row.cells[:2]) if _is_a_drug(cell)), None)
    rest = row.cells[drug + 1 :] if drug is not None else ()
    names = any(_is_a_use(cell) or (_ANSWER_FOR.match(cell) and mentions(cell)) for cell in rest)
    return names and any(bare_status(cell) or read_status(cell) for cell in rest)


def _is_a_drug(cell: str) -> bool:
    """Whether a cell is our drug, be it with how it is given ("Ketamine given by infusion")."""
    named = named_products(cell) and len(cell.split()) <= TITLE_WORDS and not mentions(cell)
    return is_drug_name(cell) or bool(named and read_status(cell) is None)


def _is_a_use(cell: str) -> bool:
    """Whether a cell is the name of a use, or of all others ("Anesthesia for surgery and procedures")."""
    opens = next((mention.start == 0 for mention in mentions(cell)), False)
    return is_label(cell) or is_residual(cell) or (opens and len(cell.split()) <= TITLE_WORDS)


def is_long(cell: str) -> bool:
    """Whether a cell holds statements or a list of its own, not a name, a status or a limit."""
    words = len(cell.split())
    lines = "\n" in cell.strip() and len(cell) > _LINES_LENGTH
    said = sentences(cell)
    speaks = bool(named_products(cell)) or len(said) > 1
    states = words > TITLE_WORDS and speaks and any(map(read_status, said))
    # "Spravato (depression). At 18 years of age. After two drugs have failed.": the drug and what is asked for it.
    states = states or (len(said) > _NAME_AND_DEMAND and bool(named_products(said[0])) and any(map(findings_in, said)))
    return lines or words > _LONG_WORDS or states


def is_of_bulletin(titled: Sequence[tuple[str, str]]) -> bool:
    """Whether a row is a policy by its title beside what changed in it, which is what the policy says now."""
    return any(
        (_TITLE_COLUMN.search(title) or _DRUG_COLUMN.match(title)) and named_products(cell) for title, cell in titled
    )


def tells_change(row: Block) -> bool:
    """Whether a row of a notice tells in one cell what is asked for our drug from now on."""
    titled = titled_cells(row)
    changed = (cell for title, cell in titled if _CHANGES_COLUMN.search(title) or _NEW_COLUMN.match(title))
    return is_of_bulletin(titled) and any(map(asks_for_a_use, changed))


def asks_for_a_use(cell: str) -> bool:
    """Whether a cell names a use and what is asked for it."""
    return bool(mentions(cell) and findings_in(cell))


def is_bulletin(blocks: Sequence[Block]) -> bool:
    """Whether rows tell what several drugs' policies say now, rather than one policy's past: no column holds dates."""
    titled = [titled_cells(block) for block in blocks if block.kind == "row" and len(block.header) > 1]
    ours = [is_of_bulletin(cells) and any(is_long(cell) for _, cell in cells) for cells in titled]
    dated = any(_DATE_COLUMN.search(title) for cells in titled for title, _ in cells)
    return any(ours) and not all(ours) and not dated


def titled_cells(row: Block) -> list[tuple[str, str]]:
    """The cells of a row with their column titles ("" where there is none)."""
    titles = row.header or ("",) * len(row.cells)
    return [(title.replace("\n", " "), cell) for title, cell in zip(titles, row.cells, strict=False) if cell]


def column_role(title: str, cell: str) -> Role | None:
    """The role that a column's title gives its cell; a length alone under "Approval" is how long that lasts, and what
    "Terms of payment" ask of a patient are criteria.
    """
    role = heading_role(title)
    if role not in (None, *OPEN_ROLES) and _CRITERIA_COLUMN.search(title) and _asks_of_a_patient(cell):
        return "indications"
    lasts = role in (None, "indications") and not is_long(cell) and _OF_APPROVAL.match(title) and _SPAN.search(cell)
    return "limits" if lasts else role


# "Resistant depression in a member 18 years of age or older.": a use, and in whom.
_IN_WHOM = compiled(
    r" in (?:an? |the )?(?:members?|patients?|adults?|individuals?|beneficiar(?:y|ies)|clients?|recipients?|persons?|"
    r"enrollees?|those|people)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)


def opening_use(titled: Sequence[tuple[str, str]]) -> tuple[Indication, ...]:
    """The use that a long cell opens with and goes on about ("Depression. Age of 18 or older. …"); () otherwise."""
    for cell in (cell for _, cell in titled if is_long(cell)):
        opening, *more = _OPENING.split(cell)
        opening = _IN_WHOM.sub("", opening)
        if is_label(opening) and not any(map(is_label, more)):
            return named_indications(opening)
    return ()


def cell_blocks(cell: str, row: Block) -> list[Block]:
    """The lines of a cell as blocks of their own, marked lines as items."""
    nesting = Nesting()
    blocks: list[Block] = []
    for line in cell.split("\n"):
        marked = read_marker(line)
        if marked:
            blocks.append(Block("item", marked.rest, row.page, nesting.place(marked), marked.marker, row.path))
        elif line.strip():
            blocks.append(Block("paragraph", line.strip(), row.page, path=row.path))
    return list(with_titled_sentences(blocks))


def naming_cells(row: Block) -> list[str]:
    """The short cells of a row that say whom its long ones are about. A column of lengths does not: it tells uses and
    phases apart itself ("TRD: three months. Renewal: one year").
    """
    return [cell for title, cell in titled_cells(row) if not is_long(cell) and heading_role(title) != "limits"]


def one_phase(text: str) -> Phase | None:
    """The phase that all the sentences of a text that name one name; None where they differ."""
    parts = (part for sentence in sentences(text) for part in by_phase(sentence))
    named = {phase for phase in map(read_phase, parts) if phase is not None}
    return named.pop() if len(named) == 1 else None
