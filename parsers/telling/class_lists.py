"""Lists in a class of drugs that hold for some of them: ages by name ("18 years: Auvelity, Spravato"), and rules that
are not for drugs with their own ("Step criteria (not for agents with manual PA)").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.drugs.names import is_drug_name, named_products
from parsers.language.any_of import any_of, choice_of
from parsers.language.patterns import Pattern, compiled
from parsers.models import Block
from parsers.uses.indications import mentions

_OF_AGES = compiled(
    r"^\W*(?:(?P<most>maximum|upper|highest)|minimum|lower|lowest|least)?\s*ages?"
    r"(?: (?:limits?|limitations?|restrictions?|edits?|requirements?))?\W*$",
    re.IGNORECASE,
)
_YEARS = (
    r"(?:(?:>=?|≥|at least)\s*)?(?P<years>\d{1,2})(?:\s*(?:\+|years?|yrs?\.?|y/?o))*(?: (?:of age|old))?"
    r"(?: (?:and|or) older)?"
)
_NAME = r"[A-Za-z][\w.-]*(?: (?!and\b|or\b)[\w.-]+){0,2}(?: ?\([\w /-]+\))?"
_NAMES = rf"(?P<names>{_NAME}(?:(?:, (?:and |or )?| and | or |/){_NAME})*)"
# "18 years: Auvelity, Spravato", "Spravato: 18 years or older".
_BY_NAME: tuple[Pattern, ...] = (
    compiled(rf"^\W*{_YEARS}\s*[:–—-]\s*{_NAMES}\W*$", re.IGNORECASE),
    compiled(rf"^\W*{_NAMES}(?:\s*[:–—-]\s*| ){_YEARS}\W*$", re.IGNORECASE),
)
_PAIR = 2
_BETWEEN_NAMES = compiled(r", (?:and |or )?| and | or |/")
_DRUGS = r"(?:(?:the|any|all|those|other) )*(?:agents?|drugs?|products?|medications?|medicines?|those)"
_RULES = (
    r"(?:(?:an?|their|its|the|any) )?(?:(?:own|separate|specific|individual|special|(?:drug|product|agent)[- ]specific|"
    r"manual|clinical) )+(?:PA|prior authori[sz]ations?|(?:PA )?criteri(?:a|on)|rules?|requirements?|sections?|"
    r"edits?)\b"
)
_NOT_WITH_THEIR_OWN = any_of(
    rf"\b(?:not for|do(?:es)? not apply to|not applicable to|except(?:ing)?(?: for)?|exclud(?:es|ing)|other than) "
    rf"{_DRUGS} (?:with|having|subject to|(?:that|which) (?:have|has|need|require)) {_RULES}"
    rf"|\b(?:only )?for {_DRUGS} (?:without|with no|that have no|lacking) {_RULES}"
    # "These are not used for Spravato and Exxua, which have their own below."
    r"|\b(?:not (?:used|meant|intended|asked|applied|in use) (?:for|of|to)|not for|do(?:es)? not apply to"
    r"|not applicable to) (?:[\w-]+(?: \([\w-]+\))?(?:,? (?:and|or|nor) |, )){0,3}(?:spravato|esketamine)\b"
    r"[^.;]{0,60}?,? (?:which|that|as (?:it|they)) (?:has|have) (?:its|their) own\b",
    flags=re.IGNORECASE,
)
_NAMED_WITH_OURS = (
    r"(?:[\w-]+(?: \([\w-]+\))?(?:,? (?:and|or|nor|&) |, ))*(?:spravato|esketamine)(?: \(\w+\))?"
    r"(?:(?:,? (?:and|or|nor|&) |, )(?!which\b|that\b)[\w-]+)*"
)
_OWN_CRITERIA = (
    r"(?:(?:the|their|its|those|these|additional|own|specific|separate|individual|following|spravato|esketamine|"
    r"(?:drug|product|agent)-specific) )+(?:criteria|requirements|rules)\b"
)
# "Additional criteria" are asked beside those of the class; these stand in their place.
_SEPARATE = (
    r"(?:(?:the|their|its) )?(?:(?:own|separate|individual|distinct|(?:drug|product|agent|spravato)-specific)[ ,]+)+"
    r"(?:criteria|requirements|rules|PA criteria)"
)
# "(Spravato and Zulresso: only the additional criteria apply.)": none of what the class asks is asked for ours.
_ONLY_THEIR_OWN = any_of(
    rf"\b{_NAMED_WITH_OURS}(?:,? for which|:|,)? (?:see )?only {_OWN_CRITERIA}"
    rf"|\bonly {_OWN_CRITERIA}(?: below| above)? (?:apply|applies|are (?:needed|required|asked|used))(?: to| for| of) "
    rf"{_NAMED_WITH_OURS}"
    rf"|\b{_NAMED_WITH_OURS} (?:(?:is|are) (?:subject|held) only to|(?:must|needs?|has to|have to) (?:only )?(?:to )?"
    rf"(?:only )?(?:meet|satisfy|fulfil)(?: only)?|needs? only (?:meet|satisfy)) {_OWN_CRITERIA}"
    rf"|\b{_NAMED_WITH_OURS}: see {_OWN_CRITERIA}(?: below)? only\b"
    # "Spravato and Exxua are subject to their own criteria only", "Spravato has separate criteria", "… instead".
    rf"|\b{_NAMED_WITH_OURS} (?:(?:is|are) (?:reviewed|judged|approved|evaluated|considered|subject|held)|will be "
    rf"(?:reviewed|judged|approved|evaluated|considered)|has|have|must meet|follows?) (?:only )?"
    rf"(?:(?:under|by|to|against|with|according to|per) )?(?:only )?{_SEPARATE}\b"
    r"(?!,? (?:in addition|as well|also|too)\b)"
    rf"|^\W*for {_NAMED_WITH_OURS},? (?:only {_OWN_CRITERIA}|{_SEPARATE}(?: below)? (?:apply|applies|are used))",
    flags=re.IGNORECASE,
)
# "Except for Spravato: …", "… are exempt; see their own criteria", "… (not required for Spravato)".
_NOT_OF_OURS = any_of(
    rf"^\W*(?:except|excepting|excluding|other than|apart from)(?: for)? {_NAMED_WITH_OURS}\W"
    rf"|\b{_NAMED_WITH_OURS} (?:is|are) (?:exempt|excepted|excluded)\b[^.]{{0,30}}?(?=[.;)]|\bsee\b|$)"
    rf"|\(not (?:required|needed|asked|applicable) (?:for|to|of|with) {_NAMED_WITH_OURS}\)"
    # "This rule does not apply to Spravato", "Not applicable to Spravato", "Exceptions: Spravato and Zurzuvae".
    rf"|\b(?:this|it|the (?:above|rule|class rule|requirement|step))(?: \w+)? (?:does not apply|is not (?:required"
    rf"|applied|asked)) (?:to|for|of) {_NAMED_WITH_OURS}(?=\W*(?:$|[.;)]))"
    rf"|(?:^|[.;] )\W*(?:not applicable to|exceptions?:|no trials? of (?:an? |any )?preferred \w+ (?:is|are) "
    rf"(?:required|needed) for) {_NAMED_WITH_OURS}(?=\W*(?:$|[.;(]))"
    rf"|\b{_NAMED_WITH_OURS} (?:(?:is|are) not subject to|do(?:es)? not (?:require|need)) (?:this|these|the above|any "
    rf"(?:of )?(?:these|those))(?: (?:rules?|requirements?|trials?|steps?))?\b",
    flags=re.IGNORECASE,
)
_FOR_OTHERS = choice_of(_NOT_WITH_THEIR_OWN, _ONLY_THEIR_OWN, _NOT_OF_OURS)
_OF_THE_CLASS = compiled(
    r"^\W*(?:(?:step(?:[- ]therapy)?|non-?preferred|preferred|class|general|drug|agent|product|PA|and|or)\b\W*)+"
    r"(?:criteria|requirements|rules)\W*$",
    re.IGNORECASE,
)
_HAS_ITS_OWN = compiled(r"\b(?:PA|prior authori[sz]ation|criteria|requirements?|rules?)\b", re.IGNORECASE)


def without_rules_of_others(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without rules of a class for drugs that have none of their own, where a title opens those of ours."""
    leads = [place for place, block in enumerate(blocks) if _is_for_others(block)]
    if not leads or not any(map(_titles_our_rules, blocks)):
        return tuple(blocks)
    left = {place for lead in leads for place in _with_list(blocks, lead)}
    left |= {place for lead in leads for place in _of_the_class(blocks, blocks[lead])}
    return tuple(block for place, block in enumerate(blocks) if place not in left)


def with_own_ages(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the age that a list of ages gives our drug by name, and without those of the others; and what is
    printed for it.
    """
    restated: dict[str, str] = {}
    read: list[Block] = []
    for title, run in groupby(blocks, key=_title_of_ages):
        listed = tuple(run)
        read += _own_ages(title, listed, restated) if title else listed
    return tuple(read), restated


def _is_for_others(block: Block) -> bool:
    across = block.kind == "row" and len(block.cells) == 1
    told = across or block.kind in ("heading", "paragraph", "item")
    return told and sets_ours_apart(block.text)


def sets_ours_apart(text: str) -> bool:
    """Whether a text says that the rules of a class are not for our drug, or not for drugs with rules of their own."""
    return _FOR_OTHERS.stands_in(text)


def _of_the_class(blocks: Sequence[Block], lead: Block) -> Iterator[int]:
    """The places of the items under the titles of rules of a class, where `lead` says that ours meets only its own."""
    if not _ONLY_THEIR_OWN.stands_in(lead.text):
        return
    for place, block in enumerate(blocks):
        beside = len(block.path) == len(lead.path) > 1 and block.path[:-1] == lead.path[:-1]
        if beside and block.kind in ("item", "paragraph") and _OF_THE_CLASS.match(block.path[-1]):
            yield place


def _titles_our_rules(block: Block) -> bool:
    """Whether a heading opens rules of our drug ("Spravato – manual PA"), or a line of its name alone ("Spravato:")."""
    below = block.kind == "heading" and block.depth > 1
    if (below or block.text.endswith(":")) and is_drug_name(block.text.rstrip(": ")):
        return below or block.kind == "paragraph"
    return block.kind == "heading" and bool(named_products(block.text)) and bool(_HAS_ITS_OWN.search(block.text))


def _with_list(blocks: Sequence[Block], lead: int) -> Iterator[int]:
    """The places of a lead-in and of the items under it."""
    yield lead
    deeper = blocks[lead].depth if blocks[lead].kind == "item" else 0
    for place in range(lead + 1, len(blocks)):
        if blocks[place].kind != "item" or blocks[place].depth <= deeper:
            return
        yield place


def _title_of_ages(block: Block) -> str:
    """The title of ages that an item or a line stands right under; "" where it stands under none."""
    told = block.kind in ("item", "paragraph") or (block.kind == "row" and len(block.cells) == _PAIR)
    title = block.path[-1] if block.path and told else ""
    return title if _OF_AGES.match(title) else ""


def _own_ages(title: str, listed: Sequence[Block], restated: dict[str, str]) -> Iterator[Block]:
    said = [": ".join(block.cells) or block.text for block in listed]
    by_name = [next(filter(None, (form.match(each) for form in _BY_NAME)), None) for each in said]
    names_ours = any(found and named_products(found["names"]) for found in by_name)
    most = _OF_AGES.match(title)
    bound = "maximum" if most and most["most"] else "minimum"
    for block, found in zip(listed, by_name, strict=True):
        if not names_ours or found is None or mentions(found["names"]):
            yield block
        elif named_products(found["names"]):
            told = f"{_ours(found['names'])}: {bound} age {found['years']} years"
            restated[told] = block.text
            kind = "paragraph" if block.kind == "row" else block.kind
            yield replace(block, text=told, kind=kind, cells=(), header=())


def _ours(names: str) -> str:
    """Our drug as a list of names has it."""
    return next(filter(named_products, _BETWEEN_NAMES.split(names)), names)
