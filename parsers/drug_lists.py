"""Rows of drug lists and preferred drug lists: the drug, its coverage and its authorization by column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.answering.bare_statuses import bare_status
from parsers.answering.statuses import prior_authorization
from parsers.criteria.logic import read_criteria
from parsers.criteria.trees import group
from parsers.drugs.marked_entries import marked_entries
from parsers.drugs.names import is_drug_name, named_products
from parsers.drugs.other_drugs import is_other_drug
from parsers.drugs.tiered_entries import tiered_entries
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.lists.listed_names import listed_names, titles_list
from parsers.models import Block, CriterionKey, Evidence, Leaf, Position, Product, Status, Tree
from parsers.outline import Node
from parsers.products import read_route
from parsers.sections.roles import OPEN_ROLES, heading_role
from parsers.tables.benefit_tables import is_of_benefits
from parsers.tables.class_tables import CLASS_COLUMN
from parsers.tables.named_cells import EXCLUDED, listed_by, named_cell, with_listing_titles
from parsers.uses.indications import is_residual, mentions
from parsers.uses.scopes import is_label

# What notes of a list limit or ask for ("PA; 18 years and older; psychiatrists only; 24 devices a month").
_OF_NOTES: frozenset[CriterionKey] = frozenset(
    {
        "age_min", "age_max", "dose_max_mg", "quantity_limit", "prescriber", "failed_ad_count", "failed_ad_classes",
        "trial_weeks", "oral_ad", "rems", "preferred_step",
    }
)  # fmt: skip
_NAME_COLUMN = compiled(
    r"\b(?:drugs?|product|medication|medicine|brand|generic|agents?|trade|label) ?(?:name)?\b|\bname\b|\bpreferred\b",
    re.IGNORECASE,
)
_SERVICE_COLUMN = compiled(
    r"\W*(?:services?|treatments?|items?|benefits?|therap(?:y|ies)|descriptions?|descriptors?)\W*", re.IGNORECASE
)
_STATUS_COLUMN = compiled(r"\b(?:coverage|status|tier|preferred|formulary|covered|benefit)\b", re.IGNORECASE)
_AUTHORIZATION_COLUMN = compiled(
    r"\bPA\b|prior auth|authori[sz]ation|pre-?cert|\brestrictions?\b|\bnotes?\b|\brequirements?\b|\blimits?\b|"
    r"\bedits?\b|\breview\b",
    re.IGNORECASE,
)
# "Covered?", "On formulary (Y/N)": a column that asks, whatever it is covered by.
_ASKS_FOR_COVER = compiled(
    r"^\W*(?:is it |plan )?(?:covered|(?:on |in )?(?:(?:the|our|this) )?(?:drug )?(?:formulary|list|PDL)|listed|"
    r"included)\W*(?:y(?:es)?/no?\W*)?$",
    re.IGNORECASE,
)
_COVER = compiled(r"\bcovered\b", re.IGNORECASE)
_REFUSED = compiled(r"\W*(?:no|N)\W*", re.IGNORECASE)
_COVERED = compiled(
    r"^\W*(?:non-? ?preferred|preferred|covered|tier|formulary|non-?formulary|PA\b|prior auth|pre-?(?:auth|cert)|"
    r"generic|brand|N?P$|yes|specialty|SP$|medical benefit|MB\b|PDL|NPD|PD\b|\$|[1-6]$)",
    re.IGNORECASE,
)
_NEEDED = compiled(
    r"\bPA\b|\b(?:prior|pre)[- ]?auth\w*|\bpre-?cert\w*|\bPAR\b|\bTAR\b|^\W*(?:yes|required|Y)\W*$", re.IGNORECASE
)
# "Authorization: all ages": whom it is needed for.
_FOR_ALL = compiled(
    r"\W*(?:for )?(?:all|any|every|each)(?: (?:ages?|members?|patients?|persons?|uses?|requests?|strengths?|forms?|"
    r"doses?|quantit(?:y|ies)|fills?))?\W*",
    re.IGNORECASE,
)
_OF_AUTHORIZATION = compiled(
    r"\W*(?:(?:prior|pre-?) ?)?(?:authori[sz]ation|certification|approval|PA)(?: (?:is )?(?:needed|required|for|applies"
    r"(?: to)?))?\W*",
    re.IGNORECASE,
)
_NOT_NEEDED = compiled(
    r"\bno (?:PA|(?:prior |pre-?)auth\w*|pre-?cert\w*)\b|\b(?:PA|(?:prior |pre-?)auth\w*|"
    r"pre-?cert\w*)(?: is)? not (?:required|"
    r"needed)|^\W*(?:no|none|N|not required)\W*$",
    re.IGNORECASE,
)
# What a member pays of a service shows that the plan pays the rest.
_COST_SHARE = compiled(r"\bco-?pay|\bco-?insurance\b|\bdeductible\b|\bno charge\b|\d%|\$\d", re.IGNORECASE)
# What may be had in place of a drug, and a drug that leaves the list: neither says that it is covered.
_ALTERNATIVES = compiled(r"\b(?:alternatives?|replacements?|instead|substitutes?)\b", re.IGNORECASE)
_LEAVES = compiled(
    r"^\W*(?:(?:to be|will be|is|being) )?(?:removed|deleted|dropped|removal|deletion)"
    r"(?: from (?:the |our )?(?:[\w-]+ ){0,2}?(?:formulary|drug list|list|PDL|coverage))?\W*$",
    re.IGNORECASE,
)
_POLICY_NUMBER = compiled(r"^\W*(?:[A-Z]{1,5}[.-]?)?\d[\w.-]*\W+")
# Outside of a column for it, "N" may stand for "non-preferred" as well as for "no".
_BARE_ANSWER = compiled(r"^\W*(?:yes|no|none|[YN])\W*$", re.IGNORECASE)
# "The drugs in this table require prior authorization."
_OF_THE_TABLE = compiled(
    r"\b(?:the|these|following|every|each|all)\b[^.;]{0,20}\b(?:drugs?|products?|medications?|medicines?)\b[^.;]{0,40}"
    # Right over the table: "Prior authorization is required for:", "PA is needed for these codes:".
    r"|\b(?:required|needed|necessary) for(?: (?:the following|these)(?: \w+)?)?:\W*$",
    re.IGNORECASE,
)
_DRUGS_THAT = compiled(
    r"\b(?:drugs|products|medications|medicines|injectables)\b[^.;:]{0,40}? (?:requir|need|subject)",
    re.IGNORECASE,
)
_CODE = compiled(r"\W*[A-Z]\d{4}\W*")
# "Medications not covered", "Excluded drugs": the title of a table of names, whatever its columns are called.
_REFUSED_DRUGS = compiled(
    r"\b(?:drugs|products|medications|medicines) (?:that are |which are )?(?:not covered|excluded|non-?covered)\W*$"
    r"|^\W*(?:list of )?(?:excluded|non-?covered) (?:\w+ )?(?:drugs|products|medications|medicines)\W*$",
    re.IGNORECASE,
)
_AGE_COLUMN = compiled(r"\bage\b", re.IGNORECASE)
_COLUMNS = compiled(r"^\W*preferred\b[\W\w]{0,15}\bnon-? ?preferred\W*$", re.IGNORECASE)
_LISTED_LENGTH = 60
_FEWEST_ROWS = 20


def read_rows(blocks: Sequence[Block]) -> tuple[Position, ...]:
    """One position for each drug that rows of a list name; of several rows the most open decides.

    A row says nothing of indications, so they are "any". A list printed in bare columns lists what the plan pays for.
    """
    found: dict[Product, Position] = {}
    for position in (
        *_from_rows(with_listing_titles(blocks)),
        *_from_columns(blocks),
        *marked_entries(blocks),
        *tiered_entries(blocks),
        *listed_names(blocks),
    ):
        before = found.get(position.product)
        if before is None or (before.status != "covered" and position.status == "covered"):
            found[position.product] = position
    return tuple(found.values())


def listed_by_name(blocks: Sequence[Block]) -> tuple[Product, ...]:
    """The drugs that are entries of a list by their name alone, behind a policy's number or without ("CC-99 Spravato").

    A section that closes on policy (related documents, a history) lists what others answer.
    """
    named = (
        named_products(block.text)
        for block in blocks
        if block.kind in ("item", "row")
        and any(is_drug_name(_POLICY_NUMBER.sub("", cell)) for cell in block.cells or (block.text,))
        and (not block.path or heading_role(block.path[-1]) in (None, *OPEN_ROLES))
    )
    return tuple(dict.fromkeys(product for products in named for product in products))


def _from_rows(blocks: Sequence[Block]) -> Iterator[Position]:
    lead = ""
    for block in blocks:
        if block.kind != "row":
            lead = block.text
        refused = block.kind == "row" and any(map(_REFUSED_DRUGS.search, block.path))
        if block.kind != "row" or (len(block.cells) < 2 and not refused):
            continue
        named = named_cell(block)
        benefits = is_of_benefits(block.header)
        if any(map(is_label, block.header[1:])):
            continue  # A column for each use has its own answer.
        named_so = not block.header or benefits or _names_drugs(block)
        led = (prior_authorization(lead) if _OF_THE_TABLE.search(lead) else None) or _titled_need(block)
        if named is None or not (named_so or led or listed_by(named[0])):
            continue
        listed, name = listed_by(named[0]), named[1]
        of_use = any(is_label(cell) or is_residual(cell) for cell in block.cells) and not lists_by_class(block)
        if of_use or (listed == "excluded" and mentions(name)):
            continue  # What is answered is the use, not the drug.
        shared = benefits and any(map(_COST_SHARE.search, block.cells))
        status = listed or _status(block) or ("excluded" if refused else "covered" if led or shared else None)
        if status is None:
            continue
        for product in named_products(name):
            route = read_route(product, block.text)
            evidence = (Evidence(block.page, block.text),)
            needed = led or (_needed(named) if listed else _authorization(block, status))
            limits = _limits(block, of_code=bool(_CODE.fullmatch(name))) if status == "covered" else None
            yield Position(product, route, "any", "initial", status, needed, limits, evidence)


def _names_drugs(row: Block) -> bool:
    """Whether a column is of drugs' names; one of services is where a row has the bare name and a column its answer."""
    named = any(_SERVICE_COLUMN.fullmatch(title) and is_drug_name(cell) for title, cell in _titled(row))
    answered = any(map(_STATUS_COLUMN.search, row.header[1:])) or any(map(bare_status, row.cells[1:]))
    return bool(_NAME_COLUMN.search(" ".join(row.header))) or (named and answered)


def lists_by_class(row: Block) -> bool:
    """Whether a row lists drugs under a title that answers for them ("Excluded"), beside the name of their class."""
    titles = [title.replace("\n", " ") for title in row.header]
    return bool(titles) and bool(CLASS_COLUMN.match(titles[0])) and any(map(listed_by, titles[1:]))


def _limits(block: Block, *, of_code: bool) -> Tree | None:
    """What a row limits or asks for, as its column for notes has it ("PA; QL: 24 devices/28 days"); a dose beside
    a code says what that stands for.
    """
    told = [f"Age: {cell}" if _AGE_COLUMN.search(title) else cell for title, cell in _titled(block)]
    cells = [_of_ours(cell) for cell in told[1:] or block.cells[1:]]
    noted = [Node(replace(block, kind="item", text=cell, cells=(), header=())) for cell in cells]
    read = read_criteria(noted, phase="initial", product="esketamine", indication=None)
    limits = tuple(leaf for leaf in _said_of(read) if leaf.key in _OF_NOTES - ({"dose_max_mg"} if of_code else set()))
    return group("all", limits)


def _of_ours(cell: str) -> str:
    """A cell without the notes that another drug's name stands before ("Auvelity: trial of bupropion")."""
    labels = ((sentence, sentence.partition(":")) for sentence in sentences(cell))
    kept = [sentence for sentence, (label, colon, _) in labels if not (colon and is_other_drug(label))]
    return cell if len(kept) == len(sentences(cell)) else " ".join(kept)


def _said_of(tree: Tree | None) -> tuple[Leaf, ...]:
    """The leaves that a tree asks for together."""
    if isinstance(tree, Leaf):
        return (tree,)
    return tuple(leaf for part in tree.children for leaf in _said_of(part)) if tree and tree.op == "all" else ()


def _titled_need(row: Block) -> bool | None:
    """What the heading over a table of drugs says of authorization ("Drugs that require precertification")."""
    title = row.path[-1] if row.path else ""
    return prior_authorization(title) if _DRUGS_THAT.search(title) else None


def _from_columns(blocks: Sequence[Block]) -> Iterator[Position]:
    """Names in a drug list without cells, as the columns of a narrow PDF list leave them."""
    # The titles of two columns that stand apart are two headings.
    beside = (f"{one.text} {other.text}" for one, other in pairwise(blocks) if one.kind == other.kind == "heading")
    listed = any(map(_COLUMNS.match, (*(block.text for block in blocks), *beside)))
    if not listed and not (titles_list(blocks) and sum(block.kind == "row" for block in blocks) >= _FEWEST_ROWS):
        return
    for block in blocks:
        named = named_products(block.text)
        if block.kind in ("row", "item") or len(block.text) > _LISTED_LENGTH or re.search(r":\s*\d", block.text):
            continue
        for product in named:
            yield Position(
                product,
                read_route(product, ""),
                "any",
                "initial",
                "covered",
                None,
                None,
                (Evidence(block.page, block.text),),
            )


def _status(block: Block) -> Status | None:
    """The status in a row: by its coverage column, else by any cell that is a status word."""
    if _refused_by_column(block):
        return "excluded"
    by_column = [cell for title, cell in _titled(block) if _STATUS_COLUMN.search(title)]
    for cell in (*by_column, *block.cells):
        if (EXCLUDED.search(cell) or bare_status(cell) == "excluded") and not mentions(cell):
            return "excluded"
    if any(map(_LEAVES.match, block.cells)):
        return None
    others = [cell for title, cell in _titled(block) if _ALTERNATIVES.search(title)]
    told = [cell for cell in (*by_column, *block.cells) if cell not in others]
    if any(map(_COVERED.search, told)) or _authorization(block, None):
        return "covered"
    return None


def _refused_by_column(block: Block) -> bool:
    """Whether a column that asks for cover says no; what is on no list may still be had with authorization."""
    refused = any(_ASKS_FOR_COVER.match(title) and _REFUSED.fullmatch(cell) for title, cell in _titled(block))
    return refused and not (_authorization(block, None) and not any(_COVER.search(title) for title in block.header))


def _authorization(block: Block, status: Status | None) -> bool | None:
    if status == "excluded":
        return None
    titled = [cell for title, cell in _titled(block) if _AUTHORIZATION_COLUMN.search(title)]
    # "Status: preauthorization required", beside a column of notes.
    titled += [cell for title, cell in _titled(block) if titled and _is_need_as_status(title, cell)]
    if any(_OF_AUTHORIZATION.fullmatch(title) and _FOR_ALL.fullmatch(cell) for title, cell in _titled(block)):
        return True
    return _needed(titled or [cell for cell in block.cells if not _BARE_ANSWER.match(cell)])


def _is_need_as_status(title: str, cell: str) -> bool:
    return bool(_STATUS_COLUMN.search(title)) and not _BARE_ANSWER.match(cell) and bool(_NEEDED.search(cell))


def _needed(texts: Sequence[str]) -> bool | None:
    if any(_NOT_NEEDED.search(text) for text in texts):
        return False
    return True if any(_NEEDED.search(text) for text in texts) else None


def _titled(block: Block) -> list[tuple[str, str]]:
    return list(zip((title.replace("\n", " ") for title in block.header), block.cells, strict=False))
