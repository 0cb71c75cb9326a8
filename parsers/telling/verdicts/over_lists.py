"""Verdicts as labels over lists of uses ("We pay for", "Not payable (contract exclusion):"), told as lead-ins.

Such a label need not name the drug, and two of them stand in a row, each for its own list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.answering.answers import names_use, stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.drugs.names import is_drug_name, named_products
from parsers.language.patterns import compiled
from parsers.models import Block, BlockKind, Product, Status
from parsers.telling.verdicts.drugs import drug_over
from parsers.telling.verdicts.words import SAID, TITLED, verdict
from parsers.uses.indications import named_indications

_LONGEST_LABEL = 120
_LONGEST_ITEM = 160
_NAME = (
    r"(?:(?:intravenous|IV|nasal|racemic) )?(?:(?:es)?ketamine|spravato)\b(?: \((?:es)?ketamine\))?"
    r"(?: (?:infusions?|nasal spray|therapy|treatment|services))?"
)
# "Indications for ketamine that will be considered case by case": the drug in the label.
_OF_DRUG = compiled(rf"(?:,? (?:for|of|with))? ?\b{_NAME}", re.IGNORECASE)
# "Included: esketamine for mental health".
_OVER_DRUG = compiled(rf"^(?P<verdict>[^:]{{3,40}}): (?P<drug>{_NAME})(?: (?:for|in) [\w ]{{3,40}})?$", re.IGNORECASE)
# "Ketamine, when the purpose is:", under a heading that is a verdict.
_DRUG_LEADS = compiled(
    rf"^{_NAME},?(?: (?:when|if|where))?(?: (?:it is |they are )?(?:the purpose is|used|given|prescribed))?"
    r"(?: (?:for|in|to treat))?\s*:$",
    re.IGNORECASE,
)
# "to relieve depression", "infusions for PTSD".
_BEFORE_USE = compiled(
    r"^(?:to (?:relieve|treat|manage)|(?:when |if )?used? (?:for|in)|(?:infusions?|injections?|treatment|"
    r"relief) (?:of|for|"
    r"in)) (?:the )?(?=\w)",
    re.IGNORECASE,
)
_IS = compiled(rf"^{_NAME} (?:is|are)\b", re.IGNORECASE)
# "The following drugs are not covered when infused for chronic pain:", over the names of drugs.
_FOR_A_USE = compiled(
    r"^(?P<verdict>[^:;.]{3,80}?) (?:when (?:used|given|infused|prescribed|requested) )?(?:for|in|to treat) "
    r"(?P<use>(?!these\b|those\b|the following\b)[^:;.]{3,60}):?$",
    re.IGNORECASE,
)
_DRUGS = compiled(r"\b(?:the )?(?:drugs?|medications?|agents?|products?|medicines?)\b", re.IGNORECASE)
_NAME_WORDS = 6
# What somebody may have beside the disorder treated: a list of these alone bars patients.
_CONDITIONS = frozenset({"bipolar_depression", "substance_use"})


def with_verdicts_over_lists(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with each label that is a verdict over a list of uses in plain words; and what is printed for it."""
    told: dict[int, tuple[Block, ...]] = {}
    restated: dict[str, str] = {}
    titles: dict[str, str] = {}
    for place, block in enumerate(blocks):
        if ours := _of_our_drug(blocks, place):
            told |= {place: (replace(block, kind="paragraph", text=ours),)}
            told |= {place + 1 + nth: () for nth in range(len(items_below(blocks, place)))}
            restated[ours] = block.text
            continue
        status = _labels(block)
        listed = items_below(blocks, place) if status else []
        if status is None or not are_uses(listed, status):
            continue
        drug = drug_over(blocks, place)
        if status == "case_by_case" and block.kind != "heading":
            cases = [replace(item, kind="paragraph", depth=0, text=_by_case(item.text, drug)) for item in listed]
            told |= {place: ()} | {place + 1 + nth: (case,) for nth, case in enumerate(cases)}
            restated |= {case.text: item.text for case, item in zip(cases, listed, strict=True)}
        elif text := _lead(block, status, drug):
            told[place] = (*_title_of(block), replace(block, kind=_kind(block), text=text))
            restated[text] = block.text
            told |= {place + 1 + nth: (_plain(item, restated),) for nth, item in enumerate(listed)}
            titles |= {block.text: told[place][0].text} if block.kind == "heading" else {}
    if not told:
        return tuple(blocks), restated
    said = (new for place, block in enumerate(blocks) for new in told.get(place, (block,)))
    return tuple(_under(block, titles) for block in said), restated


def items_below(blocks: Sequence[Block], place: int) -> list[Block]:
    """The items that stand right under a block."""
    return list(takewhile(lambda below: below.kind == "item", blocks[place + 1 :]))


def _of_our_drug(blocks: Sequence[Block], place: int) -> str:
    """What a verdict on drugs for a use says of ours, one of those listed below it; "" for any other label."""
    found = _FOR_A_USE.match(blocks[place].text) if blocks[place].kind in ("heading", "paragraph") else None
    status = verdict(_DRUGS.sub(" ", found["verdict"])) if found and named_indications(found["use"]) else None
    names = [item.text for item in items_below(blocks, place)] if status else []
    ours = [name for name in names if is_drug_name(name.rstrip(".;,"))]
    others = all(len(name.split()) <= _NAME_WORDS and not names_use(name) for name in names)
    if found is None or status is None or not ours or not others:
        return ""
    return f"{' and '.join(name.rstrip('.;,') for name in ours).capitalize()} {SAID[status]} for {found['use']}."


def _labels(block: Block) -> Status | None:
    """The verdict that a block is the label of; a drug's name alone is one under a heading that is."""
    text = block.text
    if block.kind not in ("heading", "paragraph") or len(text) > _LONGEST_LABEL or text.endswith("."):
        return None
    if over := _OVER_DRUG.match(text):
        return verdict(over["verdict"])
    if _DRUG_LEADS.match(text):
        return verdict(block.path[-1]) if block.path else None
    # "Ketamine is considered medically necessary:" is a lead-in already.
    return None if named_products(text) and _IS.match(text) else verdict(_OF_DRUG.sub(" ", text))


def are_uses(listed: Sequence[Block], status: Status) -> bool:
    """Whether nothing but uses is listed; a denial may list what is no use of ours beside them."""
    uses = [item for item in listed if _is_use(item.text)]
    named = {use for item in uses for use in named_indications(item.text)}
    enough = len(uses) == len(listed) if status == "covered" else len(uses) * 2 > len(listed)
    return bool(uses) and enough and not (named and named <= _CONDITIONS)


def _is_use(text: str) -> bool:
    return len(text) <= _LONGEST_ITEM and names_use(text) and stated_status(text) is None


def _plain(item: Block, restated: dict[str, str]) -> Block:
    """An item without the words before its use."""
    text = _BEFORE_USE.sub("", item.text)
    if text == item.text or not names_use(text):
        return item
    restated[text] = item.text
    return replace(item, text=text)


def _by_case(item: str, drug: Product | None) -> str:
    item = item.rstrip(" .;,")
    named = f"{drug.capitalize()} for {item}" if drug and not named_products(item) else item
    return f"{named} {SAID['case_by_case']}."


def _lead(block: Block, status: Status, drug: Product | None) -> str | None:
    """The label as a lead-in, or as a title; None where it is known as it stands."""
    if block.kind == "heading" and not _OVER_DRUG.match(block.text):
        return None if bare_status(block.text) else TITLED[status]
    return f"{drug.capitalize()} {SAID[status]} for the following indications:" if drug else None


def _title_of(block: Block) -> tuple[Block, ...]:
    """The drug of a heading as its title, where the verdict before it becomes a lead-in."""
    over = _OVER_DRUG.match(block.text) if block.kind == "heading" else None
    return (replace(block, text=over["drug"].capitalize()),) if over else ()


def _kind(block: Block) -> BlockKind:
    return "paragraph" if _OVER_DRUG.match(block.text) else block.kind


def _under(block: Block, titles: Mapping[str, str]) -> Block:
    path = tuple(titles.get(title, title) for title in block.path)
    return replace(block, path=path) if path != block.path else block
