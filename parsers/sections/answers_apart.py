"""Answers in sections that hold no policy: among codes, evidence or what a payer says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.answering.answers import DENIED, stated_status
from parsers.criteria.families import findings_in
from parsers.criteria.literature import is_literature
from parsers.criteria.vocabulary import INTOLERANCE
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, Product
from parsers.outline import Node
from parsers.sections.section_roles import Role
from parsers.uses.indications import is_residual, mentions

# A history quotes what held once, evidence what others hold.
MAY_HOLD_POLICY: frozenset[Role] = frozenset({"background", "boilerplate", "definitions", "other", "references"})
_PAYER = r"(?:the|this|our) (?:(?!REMS\b)[\w-]+ )?(?:plan|payer|program|vendor|insurer|carrier|company|department)"
STATES_POLICY = compiled(
    r"\b(?:is|are|may be|will be|can be|considers?|deems?) (?:\w+ ){0,3}?(?:medically necessary|covered|approved|"
    r"authori[sz]ed|investigational|experimental|not covered|payable|unproven)\b"
    rf"|\b(?:we|{_PAYER}) (?:will )?(?:covers?|approves?|pays for|authori[sz]es?)\b",
    re.IGNORECASE,
)
# What only a payer says of a drug: the label approves it, trials investigate it.
_OF_PAYER = compiled(
    r"\b(?:is|are|may be|will be|can be|considers?|deems?) (?:\w+ ){0,2}?(?:medically necessary|covered|payable|"
    r"reimbursed)\b"
    rf"|\b(?:we|{_PAYER}) (?:will )?(?:covers?|approves?|pays for|authori[sz]es?)\b"
    # "The plan considers it investigational for depression".
    rf"|\b(?:we|{_PAYER}) (?:considers?|deems?|regards?|judges?) [^.;:]{{3,100}}? (?:not |un)?(?:medically necessary|"
    r"investigational|experimental|unproven)\b",
    re.IGNORECASE,
)
_OUR_DRUG = r"(?:[\w-]+ ){0,2}?(?:spravato|(?:es)?ketamine)\b(?: nasal spray)?(?: \([^)]*\))?"
# A page on billing says how to bill in the same breath: "The program covers it under code …".
_PAYER_COVERS_IT = compiled(
    rf"\b(?:we|{_PAYER}|medicaid|medicare)(?: fee-for-service)?(?: \([A-Z]{{2,4}}\))?"
    rf"(?: (?:and|will|now|also|[A-Z][\w.]*))* (?:covers?|pays for) {_OUR_DRUG}"
    rf"|\b(?:we|{_PAYER}|medicaid|medicare|FFS) (?:covers?|pays for) it only (?:when|if|with|at)\b"
    rf"|{_OUR_DRUG},? (?:is|are|will be|becomes?) (?:(?:now|also|again) )*(?:a )?(?:covered|payable|paid for) by "
    r"(?:(?!\bif\b|\bwhen\b)[^,.;:]){0,60}\b(?:medicaid|medicare|programs?|plans?)\b",
    re.IGNORECASE,
)
# The one answer that a page on billing gives: that its payer covers the drug at all.
_COVERS_THE_DRUG = compiled(
    r"^\W*(?:(?:effective|as of|beginning|starting|since|from|on|for dates? of service)\b[^;:]{3,60}?, )?"
    rf"{_OUR_DRUG},?"
    r" (?:is|are|will be|becomes?) (?:(?:now|also|already|again) )*(?:a )?(?:covered|payable|reimbursable|paid for)\b",
    re.IGNORECASE,
)
# "Racemic ketamine is not covered for depression", "we do not cover it for pain", "no form of it is payable for PTSD":
# whatever else a section tells, and whatever drug the policy is about, its payer refuses a use here.
_REFUSES = compiled(
    r"\b(?:is|are|will be|can be|be) (?:(?!shown|listed|said)\w+ ){0,3}?(?:covered|payable|reimbursable|reimbursed|"
    r"paid for|paid|a covered (?:service|benefit)|medically necessary|a benefit)\b"
    r"|\b(?:is|are) (?:an? )?(?:\w+ )?(?:excluded|exclusion) (?:for|from|in)\b"
    rf"|\b(?:we|{_PAYER}|[A-Z]{{2,6}}) (?:do(?:es)? not|will not|never|(?:also )?excludes?) ?(?:covers?|pays? for)?\b",
    re.IGNORECASE,
)
# In a summary of the field trials investigate a drug; among notes on claims its payer calls it so.
_CALLS_UNPROVEN = compiled(
    r"\b(?:is|are) (?:also )?(?:(?:considered|deemed|regarded as|held to be) )?(?:to be )?(?:\w+ )?(?:investigational|"
    r"experimental|unproven)\b",
    re.IGNORECASE,
)
# What others hold, what held once, what was found, and what holds only if.
_OF_OTHERS = compiled(
    r"\b(?:some|other|many|most|several|another|certain|few) (?:[\w-]+ )?(?:plans?|payers?|insurers?|states?|"
    r"employers?|groups?|programs?|carriers?|societ(?:y|ies)|experts?)\b"
    r"|\b(?:was|were|had been|used to|until|formerly|once|if|"
    r"unless|when|societ(?:y|ies)|associations?|guidelines?|FDA|label(?:ed|ing)?|trials?|stud(?:y|ies)|evidence)\b",
    re.IGNORECASE,
)
BILLS = compiled(r"\b(?:bill\w*|claims?|cod(?:e|es|ing)|units?|modifiers?|invoices?)\b", re.IGNORECASE)
_OPENS_WITH_DRUG = compiled(
    r"^\W*(?:(?:intravenous|iv|intranasal|nasal|oral|compounded|racemic) )*(?:es)?ketamine\b|^\W*spravato\b",
    re.IGNORECASE,
)
_OF_CODES = compiled(r"\d|\b(?:codes?|coding|bill\w*|claims?|report\w*|modifiers?|HCPCS|CPT|ICD)\b", re.IGNORECASE)
# "Ketamine, which some practices report as J3490, is not covered for depression": by the way, what it is billed as.
_BY_THE_WAY = compiled(r",? \([^()]*\)|, (?:which|also|billed|reported|known|sometimes)\b[^,.;]*,(?= )", re.IGNORECASE)
_COUNTS = compiled(r"\b(?:counts?|counted|accepted)\b(?! toward\w* the (?:deductible|limit))", re.IGNORECASE)


def answers_in(nodes: Sequence[Node], role: Role, about: Sequence[Product]) -> Iterator[Block]:
    """The sentences of a section of `role` that deny the drug for all uses the policy does not name, or that answer
    for a use of one of the drugs it is `about` in the words of a payer.
    """
    for node in nodes if role in MAY_HOLD_POLICY or role == "coding" else ():
        for sentence in sentences(node.block.text) if node.block.kind in ("paragraph", "item") else ():
            denies_rest = role != "coding" and is_residual(sentence) and STATES_POLICY.search(sentence)
            denies = denies_rest and stated_status(sentence) in DENIED
            if denies or is_of_payer(node, sentence, role, about) or _counts_intolerance(sentence, role):
                yield replace(node.block, text=sentence)


def _counts_intolerance(sentence: str, role: Role) -> bool:
    """Whether a sentence among others of no subject says that a drug which was not borne counts as failed."""
    if (
        role != "other"
        or sentence.endswith("?")
        or not (INTOLERANCE.search(sentence.lower()) and _COUNTS.search(sentence))
    ):
        return False
    return {found.key for found in findings_in(sentence)} == {"intolerance_counts"}


def _refuses_a_use(node: Node, sentence: str, role: Role) -> bool:
    """Whether a sentence among notes, on billing or of general information plainly refuses a use of a drug it names."""
    refuses = _REFUSES.search(sentence) or (role == "other" and _CALLS_UNPROVEN.search(sentence))
    if role not in ("background", "boilerplate", "other") or node.children or not refuses:
        return False
    told = _OF_OTHERS.search(sentence) or _OF_CODES.search(sentence) or is_literature(node.block.text)
    return not told and stated_status(sentence) in DENIED and bool(named_products(sentence) and mentions(sentence))


def is_of_payer(node: Node, sentence: str, role: Role, about: Sequence[Product]) -> bool:
    """Whether a sentence of a summary answers for a use of our drug as only a payer does, or one on billing for it."""
    if _tells_cover(sentence, role) or (role == "coding" and _denies_after_codes(node, sentence)):
        return True
    if _refuses_a_use(node, sentence, role):
        return True
    if (
        role not in ("background", "boilerplate", "definitions", "other")
        or node.children
        or not _OF_PAYER.search(sentence)
        or is_literature(node.block.text)
    ):
        return False
    # Among its general information a payer denies; what is covered there may be another page's (an appendix).
    if role == "boilerplate" and stated_status(sentence) not in DENIED:
        return False
    named = named_products(sentence)
    return bool(named) and set(named) <= set(about) and bool(mentions(sentence)) and stated_status(sentence) is not None


def _denies_after_codes(node: Node, sentence: str) -> bool:
    """Whether a paragraph behind codes denies the drug that it opens with for a use, in no words of codes or claims."""
    said = node.block.text if sentence == _BY_THE_WAY.sub("", sentence) else _BY_THE_WAY.sub("", sentence)
    opens = _OPENS_WITH_DRUG.match(sentence) and not _OF_CODES.search(said)
    return bool(opens) and not node.children and denies_a_use(replace(node, block=replace(node.block, text=sentence)))


def _tells_cover(sentence: str, role: Role) -> bool:
    """Whether a sentence among what is said of codes or claims tells that the payer covers the drug."""
    if role not in ("coding", "other") or stated_status(sentence) != "covered":
        return False
    alone = _COVERS_THE_DRUG.search(sentence) and not BILLS.search(sentence)
    return bool(alone or _PAYER_COVERS_IT.search(sentence))


def denies_a_use(node: Node) -> bool:
    """Whether a paragraph denies a use of the drug in a sentence that is not on billing."""
    text = node.block.text
    denied = (said for said in sentences(text) if stated_status(said) in DENIED and mentions(said))
    about_the_drug = node.block.kind == "paragraph" and bool(named_products(text))
    return about_the_drug and any(not BILLS.search(said) for said in denied)
