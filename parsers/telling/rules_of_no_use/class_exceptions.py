"""Rules of a class of drugs that set ours apart ("Non-preferred agents, Spravato excepted, need two failures"; "… This
does not apply to Spravato"): they ask nothing of our drug, and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.criteria.families import findings_in
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block

_OURS = r"(?:spravato|esketamine|(?<!es)ketamine)\b(?: ?\([\w ]+\))?(?: nasal spray)?"
_NAMES_OURS = compiled(rf"\b{_OURS}", re.IGNORECASE)
_NAME = r"[A-Za-z][\w-]+(?: ?\([\w -]+\))?"
_AND = r"(?:,? (?:and|or|nor|&) |, )"
_WITH_OTHERS = rf"(?:{_NAME}{_AND}){{0,4}}{_OURS}(?:{_AND}(?!(?:which|that|who)\b){_NAME})*"
_DRUGS = r"(?:agents?|products?|drugs?|medications?|medicines?|antidepressants?|brands?)"
_CLASS = (
    r"^\W*(?:[^:.;]{0,40}(?:criteria|rules?|requirements?): )?(?:(?:criteria|rules?|requirements?) for )?"
    r"(?:(?:all|any|each|every|the|other|remaining|listed|brand(?:ed)?|class|covered) )*"
    rf"(?:(?:non-?preferred|preferred|other|remaining|listed|class) )+(?:(?:antidepressant|brand(?:ed)?) )?{_DRUGS}"
)
_BUT = (
    r"(?:except(?:ing)?(?: for)?|other than|exclud(?:ing|es)|with the exception of|apart from|but not|not|save(?: "
    r"for)?)"
)
# "Non-preferred agents (except Spravato)", "all non-preferred products, Spravato excepted,".
_SETS_APART = compiled(
    rf"{_CLASS},? ?\(?(?:{_BUT} {_WITH_OTHERS}|{_WITH_OTHERS} (?:is |are )?(?:excepted|excluded|exempt))", re.IGNORECASE
)
# "Non-preferred agents without criteria of their own", "agents not listed below".
_OWN_RULES = r"(?:criteri(?:a|on)|rules?|requirements?|entry|entries)"
_WITHOUT_OWN = compiled(
    rf"(?:{_CLASS}|^\W*(?:for )?(?:(?:any|all|each|the|other) )*{_DRUGS}),? \(?"
    rf"(?:(?:without|with no|lacking|(?:that|which) (?:(?:have|has) no|lacks?)|not having) (?:[\w-]+ ){{0,2}}?"
    rf"{_OWN_RULES}|for which (?:there (?:is|are) )?no (?:[\w-]+ ){{0,2}}?{_OWN_RULES}|(?:that are )?not "
    r"(?:(?:otherwise|specifically|separately) (?:listed|named|mentioned|described|specified|addressed|covered)"
    r"|(?:listed|named|mentioned|described|specified|addressed|covered) (?:below|here|separately|elsewhere)))\b"
    # "Unless a drug has its own criteria, …", "where no criterion is stated for a drug, …".
    rf"|^\W*(?:unless|except (?:where|when)) (?:an?|the|any) {_DRUGS} has (?:[\w-]+ ){{0,2}}?{_OWN_RULES}\b"
    rf"|^\W*(?:where|when|if) (?:there (?:is|are) )?no (?:[\w-]+ ){{0,2}}?{_OWN_RULES} (?:(?:is|are) (?:stated|given"
    rf"|named|listed|set)(?: (?:below|here))? )?for (?:an?|the|any) {_DRUGS}",
    re.IGNORECASE,
)
_RULES = r"(?:criteria|requirements?|rules?|conditions?|section)"
_OWN = rf"(?:(?:the|its|their|those|own|additional|separate|specific|individual|drug-specific|spravato) )+{_RULES}"
# What stands behind a rule and takes ours out of it.
_TAKES_OUT = compiled(
    rf"^\W*(?:(?:this|these|it|they|the (?:above|class|general)(?: {_RULES})?|the {_RULES}(?: above)?)(?: {_RULES})? "
    rf"(?:does not|do not|is not|are not) (?:apply|applied|applicable|meant|asked|required|needed|used) (?:to|for|of) "
    rf"{_WITH_OTHERS}|{_WITH_OTHERS},? (?:is|are) (?:exempt|excepted|excluded|set apart)(?: from (?:this|these|it|them|"
    rf"the|that)(?: \w+)*)?|{_WITH_OTHERS}:? (?:only {_OWN} (?:apply|applies|(?:is|are) (?:asked|required|needed))|"
    rf"(?:has|have) {_OWN}|(?:follows?|uses?|needs? only|must only meet|must meet only) {_OWN})|for {_WITH_OTHERS},? "
    rf"(?:please )?(?:see|refer to|use|apply) {_OWN})(?: (?:below|above|that follow|instead|only))*\W*$",
    re.IGNORECASE,
)
_ASIDE = compiled(r"\s*\((?P<said>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*\.?$")


def without_rules_set_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without the sentences that ask of a class what they do not ask of our drug, and without what says so."""
    own = any(_WITHOUT_OWN.may_match(block.text) for block in blocks) and has_own_rules(blocks)
    told = (_left(block, own=own) for block in blocks)
    return tuple(block for block in told if block.text)


def takes_ours_out(text: str) -> bool:
    """Whether a sentence of a text excepts our drug from the rules of its class, or all with rules of their own."""
    forms = (_SETS_APART, _TAKES_OUT, _WITHOUT_OWN)
    said = (*sentences(text), *(aside["said"] for aside in [_ASIDE.search(text)] if aside))
    return any(form.match(one) for one in said for form in forms)


def has_own_rules(blocks: Sequence[Block]) -> bool:
    """Whether something is asked of our drug by name, beside the rules of its class."""
    named = (said for block in blocks for said in sentences(block.text) if named_products(said))
    titled = any(block.kind == "heading" and named_products(block.text) for block in blocks)
    return titled or any(said.rstrip().endswith(":") or any(findings_in(said)) for said in named)


def _left(block: Block, *, own: bool) -> Block:
    if block.kind == "row":
        cells = tuple(_without(cell, own=own) for cell in block.cells)
        return replace(block, cells=cells, text=" | ".join(cells)) if cells != block.cells else block
    text = _without(block.text, own=own) if block.kind in ("item", "paragraph", "definition") else block.text
    return replace(block, text=text) if text != block.text else block


def _without(text: str, *, own: bool) -> str:
    """A text without such rules; one that ends in a colon leads in a list, and stays with it."""
    if not _NAMES_OURS.search(text) and not (own and _WITHOUT_OWN.search(text)):
        return text
    kept: list[str] = []
    for said in sentences(text):
        aside = _ASIDE.search(said)
        if _TAKES_OUT.match(said):
            kept = kept[:-1]
        elif aside and _TAKES_OUT.match(aside["said"]):
            continue
        elif not (_SETS_APART.match(said) or (own and _WITHOUT_OWN.match(said))):
            kept.append(said)
    return text if len(kept) == len(sentences(text)) else " ".join(kept)
