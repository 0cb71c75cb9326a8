"""Questions of a form without the boxes, blanks and steps that stand beside them for the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from parsers.criteria.lists import quantifier
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.answered_pairs import BOX, asked_in_a_row
from parsers.telling.blank_fields import without_blanks

_ANSWER = compiled(rf"(?P<box>(?:(?:{BOX}|_{{2,}}|\( ?\))\s*)*)\b(?P<word>yes|no)\b", re.IGNORECASE)
_YES = compiled(r"\byes\b", re.IGNORECASE)
_ONLY_ANSWERS = compiled(
    rf"\W*(?:(?:{BOX}\s*)*\b(?:yes|no|n/?a|unknown)\b\W*?(?:\([^)]*\)\W*)?)+(?:if (?:yes|no)\b.*)?", re.IGNORECASE
)
# "☐ Yes ☐ No  Is the patient an adult?": the answers stand before what they answer.
_LEADING_ANSWERS = compiled(
    rf"^(?:(?:{BOX}|_{{2,}}|\( ?\)|[\s/:])*\b(?:yes|no|n/?a)\b[\s/:]*(?:_{{2,}}\s*)?){{2,3}}(?P<asked>\w.*)$",
    re.IGNORECASE | re.DOTALL,
)
# Behind the question, what its answers lead to: "If no, do not approve."
_STEP = compiled(r"(?<=[?.)])\s*[\[(]?if (?:yes|no|not)\b.*$", re.IGNORECASE | re.DOTALL)
# "☐ Y ☐ N", of which a list marker may have taken the first box.
_IN_SHORT = compiled(rf"(?P<before>{BOX}\s*|_{{2,}}\s*|^(?=[YN]\s*{BOX}\s*[YN]\b))(?P<word>[YN])(?!\w|/)")
_WORDS = {"Y": "Yes", "N": "No"}
# What an answer leads to, where that is an approval: it says how long.
_APPROVAL = compiled(
    r"\b(?:approv|authori[sz])\w*[^☐□❑.;)]{0,30}?\b\d+[ -](?:days?|weeks?|months?|years?)\b", re.IGNORECASE
)
_OPTION = compiled(rf"\s*{BOX}\s*")
# "Other ______": what somebody fills in is none of the options that a policy names.
_FILLED_IN = compiled(r"^\W*(?:other|none|unknown|not listed)\b|_{3,}", re.IGNORECASE)
_ASKS = compiled(r"[?:]\s*$")
# "Does the patient have any of the following? ☐ dementia ☐ pregnancy ☐ none of these"
_ON_ANY = compiled(
    r"\b(?:have|has|had)\b[^?]{0,60}\bany of (?:the following|these|those)\b[^?:]{0,40}\?$", re.IGNORECASE
)
# "Check at least two that failed", "Which failed? Two must be ticked", "two of the three must have failed".
_TICKED = compiled(
    r"\b(?:check|tick|mark) (?:at least |a minimum of )?(?P<first>two|three|four|[2-4])\b"
    r"|\b(?P<then>two|three|four|[2-4]) (?:or more )?(?:boxes )?(?:must|have to|need to|should|are to) be "
    r"(?:checked|ticked|marked)\b"
    r"|\b(?P<of>two|three|four|[2-4]) (?:or more )?(?:out )?of the (?:two|three|four|five|six|[2-9])\b",
    re.IGNORECASE,
)
_THAT_APPLY = compiled(r"\bappl(?:y|ies|icable)\b", re.IGNORECASE)
_FEWEST_OPTIONS = 2
_MOST_WORDS_OF_OPTION = 3
# "(asked for statistics only)": whatever the answer is, nothing hangs on it.
_DECIDES_NOTHING = compiled(
    r"\b(?:for (?:our |the )?(?:statistic\w*|records?|tracking|reporting|survey\w*)(?: purposes?)?(?: only)?|"
    r"(?:does|will|do) not (?:affect|change|influence|bear on|count (?:in|toward|for)) (?:the |our |this )?"
    r"(?:decision|review|determination|outcome|approval))\b",
    re.IGNORECASE,
)
# "Dose requested: ☐ 56 mg ☐ 84 mg", "Where will it be given? ☐ Office ☐ Clinic": what a request is for.
_OF_THE_REQUEST = compiled(
    r"^\W*(?:(?:dose|strength|quantity|frequency|site|dosage|schedule)\b[^:☐]{0,30}\brequested"
    r"|requested (?:dose|strength|quantity|frequency|site|dosage|schedule))\b[^:☐]{0,20}:"
    r"|^\W*where (?:will|is|are|would|shall)\b[^☐]{0,60}\?"
    r"|^\W*(?:(?:the|requested|planned|proposed) )?(?:(?:place|site|location|setting) (?:of|for) (?:service|care|"
    r"administration|treatment|therapy)|administration (?:site|setting|location))(?: \([^()]*\))?\s*[:?]",
    re.IGNORECASE,
)
# "☐ 56 mg kit ☐ 84 mg kit HCPCS: S0013": the strengths to choose from, and their code.
_STRENGTHS = compiled(
    rf"(?:(?:{BOX}|[\s,;/])*\b\d{{1,3}} ?mg\b(?: (?:kits?|devices?|packs?|doses?|cartons?))?(?: \([^()]*\))?){{2,}}"
    r"(?:\W*(?:hcpcs|ndc|j-?code|code)s?(?: code)?\W*[A-Z]?[\d-]+)?\W*",
    re.IGNORECASE,
)
# "☐ Initial request ☐ Renewal request HCPCS: ☐ S0013 ☐ G2082": the kinds of request to choose from, and the codes.
_KINDS_WITH_CODES = compiled(
    rf"(?:(?:{BOX}|[\s,;/:]|type of request)*\b(?:initial|new|first|renewal|re-?auth\w*|continu\w+|urgent|standard"
    r"|expedited)"
    r"(?: (?:requests?|therapy|starts?|authori[sz]ation|reviews?|approvals?|use))?\b){2,}"
    rf"\W*(?:hcpcs|cpt|ndc|j-?code|code|billing code)s?(?: codes?)?(?:(?:{BOX}|[\W]|or|and)*\b[A-Z]?\d[\d-]{{3,}})+\W*",
    re.IGNORECASE,
)
# "Site of care ______ Dose ☐ 56 mg ☐ 84 mg ICD-10 code ____": names of fields, each before a blank or its options.
_FIELDS = compiled(
    r"(?:\W*(?:[^_☐?.;:]{2,40}: )?[^_☐?.;:]{2,60}:?\s*"
    rf"(?:_{{3,}}|(?:{BOX}[^_☐?.;]{{1,30}})+)[\s|]*)+[^_☐?.;]{{0,20}}"
)
_BLANK = compiled(r"_{3,}")
# "Trial #2: drug name ____ trial dates ____ failure reason ____": what is written down of a trial.
_OF_A_TRIAL = compiled(
    r"\b(?:trials?|failures?)(?=(?: #?\d)?:| (?:dates?|reasons?|outcomes?|results?|lengths?|durations?)\b)"
    r"|#\d",
    re.IGNORECASE,
)
# "Name of the psychiatrist consulted, if any: ____": there need be none.
_IF_ANY = compiled(
    r"\b(?:names?|specialty|dates?|phone|number) (?:of|and) [^.:;_?☐]{3,70}, "
    r"if (?:any|applicable|there (?:is|was) (?:one|any))\s*[:?]?\s*_{3,}[\s.]*",
    re.IGNORECASE,
)
_FEWEST_BLANKS = 2
_ASKS_FOR = compiled(
    r"\b(?:must|shall|should|requir\w+|at least|less|than|need(?:s|ed)?|fail\w*|tried|trials?|limit\w*|max\w*|min\w*"
    r"|up to|or (?:more|higher|greater|above|older|over|lower|below|fewer)|is|are|has|have|will|was|were|not|no)\b"
    r"|\d\+|[≥≤<>]",
    re.IGNORECASE,
)


def without_answers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` with each question of a form alone; options to tick become alternatives ("Diagnosis: A or B").

    A block that holds nothing but answers goes; one that holds nothing but options joins the question before it.
    """
    kept: list[Block] = []
    for block in chain.from_iterable(map(_one_by_one, blocks)):
        if _is_filled_in(block):
            continue
        text = _question(without_blanks(_in_full(block.text))) if block.kind in ("item", "paragraph") else block.text
        lead, options = _options(text, boxed=block.kind == "item" and not block.marker) if text else ("", "")
        if options and not lead and kept and _ASKS.search(kept[-1].text):
            kept[-1] = replace(kept[-1], text=f"{kept[-1].text.rstrip(' ?:')}: {options}")
        elif options:
            kept.append(replace(block, text=_led(lead, options)))
        elif text:
            kept.append(replace(block, text=text) if text != block.text else block)
    return tuple(kept)


def _led(lead: str, options: str) -> str:
    """A question before its options; one on any of them holds them ("… any of these: A or B?")."""
    return f"{lead.rstrip(' ?')}: {options}?" if _ON_ANY.search(lead) else f"{lead} {options}".strip()


def _one_by_one(block: Block) -> Iterator[Block]:
    """A block that asks for several things, each before its own boxes, as one for each."""
    if "___" in block.text and block.kind in ("item", "paragraph"):
        block = replace(block, text=_IF_ANY.sub("", block.text).strip())
    asked = asked_in_a_row(_in_full(block.text)) if block.kind in ("item", "paragraph") else ()
    yield from (replace(block, text=text) for text in asked) if asked else (block,)


def _is_filled_in(block: Block) -> bool:
    """Whether a block holds fields for somebody to fill in, and says nothing that has to be so."""
    if "___" not in block.text or block.kind == "heading" or len(_BLANK.findall(block.text)) < _FEWEST_BLANKS:
        return False
    return bool(_FIELDS.fullmatch(block.text)) and not _ASKS_FOR.search(_OF_A_TRIAL.sub("", block.text))


def _in_full(text: str) -> str:
    """`text` with "Yes" and "No" for the letters beside boxes."""
    return _IN_SHORT.sub(lambda answer: answer["before"] + _WORDS[answer["word"]], text)


def _question(text: str) -> str:
    """The question beside the boxes for its answer, with the approval that an answer leads to."""
    # Many sentences hold a "no", few of them a "yes".
    answered = bool(_YES.search(text))
    if answered and not _ONLY_ANSWERS.fullmatch(text) and (led := _LEADING_ANSWERS.match(text)):
        return "" if _DECIDES_NOTHING.search(text) else _without_step(led["asked"])
    first = 0 if not answered or _ONLY_ANSWERS.fullmatch(text) else next(_boxed(text), len(text))
    given = {answer["word"].lower() for answer in _ANSWER.finditer(text, first)} if answered else set()
    if given != {"yes", "no"}:
        chosen = _OF_THE_REQUEST.match(text) or _STRENGTHS.fullmatch(text) or _KINDS_WITH_CODES.fullmatch(text)
        return "" if chosen and _OPTION.search(text) else text
    if _DECIDES_NOTHING.search(text):
        return ""
    approval = _APPROVAL.search(text, first)
    return f"{text[:first].strip()} {approval[0] if approval else ''}".strip()


def _without_step(text: str) -> str:
    """A question without what its answers lead to, but for the approval."""
    asked = _STEP.sub("", text)
    approval = _APPROVAL.search(text, len(asked))
    return f"{asked} {approval[0] if approval else ''}".strip()


def _boxed(text: str) -> Iterator[int]:
    """Where an answer stands that has a box or follows the question mark."""
    for answer in _ANSWER.finditer(text):
        if answer["box"] or text[: answer.start()].rstrip().endswith("?"):
            yield answer.start()


def _options(text: str, *, boxed: bool) -> tuple[str, str]:
    """What stands before options to tick, and those of them that are named; ("", "") where no choice is given."""
    lead, *options = _OPTION.split(text)
    if len(options) < _FEWEST_OPTIONS:
        return "", ""
    # An item has its own box for its marker: "☐ SSRI ☐ SNRI ☐ bupropion".
    short = all(1 <= len(each.split()) <= _MOST_WORDS_OF_OPTION and ":" not in each for each in (lead, *options))
    if boxed and short:
        lead, options = "", [lead, *options]
    named = [option.strip(" ;,") for option in options if option.strip() and not _FILLED_IN.search(option)]
    lead = _counted(lead.strip())
    # "Check all that apply" asks for none of them.
    asked = None if _THAT_APPLY.search(lead) else quantifier(lead)
    # "At least two of these failed: ☐ …": the lead says how many of them.
    return (lead, ("; " if asked and asked.op != "any" else " or ").join(named)) if named else ("", "")


def _counted(lead: str) -> str:
    """A lead that bids so many boxes be ticked, as one that asks for so many of what follows."""
    ticked = _TICKED.search(lead)
    if ticked is None or quantifier(lead):
        return lead
    number = next(filter(None, ticked.groups()))
    return f"{lead.rstrip(' :?').replace('? ', ', ')}: at least {number} of the following:"
