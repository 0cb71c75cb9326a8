"""Clauses that stand in a row with others, and that no family reads: "…, if the clinic holds a license, and …".

What a sentence asks for beside what is read of it would be lost: whoever meets the rest would meet it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.criteria.beside_response import asked_beside
from parsers.criteria.families import ROOT_KEYS, findings, findings_in
from parsers.criteria.kept import is_criterion
from parsers.criteria.listed_bars import under_exclusion
from parsers.criteria.lists import pieces
from parsers.criteria.recalled import all_of_first, takes_over
from parsers.criteria.roots import without_limits
from parsers.criteria.vocabulary import BARS_BY_NAME, PERSON
from parsers.criteria.wording import Clause, Finding
from parsers.criteria.wording import clause as as_clause
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Leaf, Phase, Tree
from parsers.uses.indications import mentions

_FEWEST_IN_A_LIST = 3
# Whoever or whatever a payer asks something of.
_ASKED = (
    rf"(?:the|an?|each|every|his or her|her|his|no) (?:[\w'-]+ ){{0,2}}?(?:{PERSON}|prescriber|provider|physician|"
    r"psychiatrist|clinician|clinic|nurse|site|facility|center|pharmacy|caregiver|escort|driver|companion|family|"
    r"consent|agreement|contract|plan|form|log|report)\b"
)
# Anything else that is said to be so; what is said of drugs, trials and sessions qualifies these.
_OTHER = (
    r"(?:the|an?|each|every|his or her|her|his|no|this|any) (?!(?:[\w'-]+ ){0,2}(?:response|drug(?! screen)|medicine|"
    r"medication|spray|agent|class|trial|treatment|therapy|session|dose|scale|score|following|discussion|record)\b)"
    r"(?:[\w'-]+ ){1,4}?(?=(?:is|are|be|has|have|had|must|will|was|were|does|can)\b)"
)
# "… and ketamine infusion is not used": another drug that must not be given.
_NOT_GIVEN = (
    r"(?:(?:IV|intravenous|compounded|concomitant|racemic) )*ketamine(?: [\w-]+)? (?=(?:is|are|has|have|will) not\b)"
)
_SUBJECT = rf"(?:{_ASKED}|{_OTHER}|{_NOT_GIVEN})"
# What opens a clause of its own in a row of clauses.
_OPENS = (
    r"(?:(?:and )?(?:if|when(?= (?:the|an?|his|her|each)\b)|provided(?: that)?|as long as|"
    rf"on condition that|that|who|whose|in whom)\b|(?:and )?{_SUBJECT})"
)
_ROW = compiled(
    rf"[,;:] (?:and )?|\b(?:and|when|if|plus|while|as long as|provided(?: that)?) (?={_OPENS})"
    r"|(?<=[a-z]) (?=(?:who|whose|in whom)\b)"
)
_OWN = compiled(
    rf"^\W*{_OPENS}[^.;]{{0,80}}?\b(?:is|are|be|has|have|had|must|will|agrees?|holds?|does|can|takes?|was|were|signs?|"
    r"lives?|keeps?|gives?|attends?|accepts?|knows?|receives?|shows?)\b (?:[\w'-]+\W*)"
)
# "The retiree lives near the clinic", as an item: what a person or a site does.
_DOES = compiled(
    rf"^\W*(?:and )?(?:the|an?|each|every) (?:{PERSON}|prescriber|clinic|site|facility|pharmacy|caregiver|family) "
    r"(?!(?:is|was|has|needs|does|says|tells|sees|calls|always|perhaps)\b)[a-z]{2,}s (?:\w+\W*)"
)
_CHOOSES_OR_REFUSES = compiled(
    r"\bor\b(?! (?:more|above|older|higher|greater|over|equal|better|longer|fewer|less|under|below|worse|up)\b)"
    r"|\bunless\b|\bexcept\b|\beither\b|\bneither\b|\buntil\b"
    r"|\bnot (?:be )?(?:covered|continued|approved|renewed)\b"
)
_SETS_ASIDE = compiled(r"\b(?:unless|except|either|neither|one of|any of)\b", re.IGNORECASE)
# What goes without saying, describes the use, is said of who prescribes or of the REMS, or leads in a list.
_ASKS_NO_MORE = compiled(
    r":\s*$|\b(?:has|have|had) (?:tried|failed|had|taken|received|been|used|completed)\W*$"
    r"|\b(?:enroll\w+|certif\w+|registered|need be|criteria|requirements?|conditions|precertified|authorized|"
    r"approved|depress\w+|suicid\w+|resist\w+|refractory|prescrib\w+|privileges)\b"
    r"|\bnot (?:suffice|be (?:enough|sufficient|accepted)|enough|sufficient|count\w*|needed|necessary|required)\b"
    r"|\bnot (?:have|need) to\b"
    r"|^\W*(?:and )?who (?:is|orders|writes|prescribes|signs|shall|will)\b"
    r"|^\W*(?:and )?(?:if|that) (?:there|it|this|they|were|was|are)\b"
    # "… on site while the infusion is running", "at hand while the patient is treated": as long as that lasts.
    r"|^\W*(?:the|an?|each) (?:infusion|drip|spray|patient|member|person|individual) (?:is|are|remains?|stays?) "
    r"(?:(?:still|being|under|in|on) ?)*(?:running|treated|treatment|infused|dosed|observed|observation|given|there|"
    r"present|site|the (?:room|clinic|office)|recover\w+|sedated)\W*$"
    # "…, that is to say: …"; "a use disorder, when the member has had one, is in remission".
    r"|^\W*that is(?: to say)?\W*$"
    rf"|^\W*(?:(?:if|when|where) )?(?:the|an?|any) {PERSON} (?:has|have|had)(?: ever)?(?: had)? "
    r"(?:one|1|it|any|such an? \w+)\W*$"
)
# "Has none of the conditions in section 4": bars that stand elsewhere, and are asked for all the same.
_BARS_ELSEWHERE = compiled(
    r"\b(?:has|have|with) none of (?:the |these |those )?(?:conditions|disorders|diagnoses|diseases|exclusions) "
    r"(?:listed |named |given |set out )?(?:in|under|of|on)\b(?! the following)"
)
# "…; 3) a written plan; 4) a psychiatrist": an item of a list that runs on in a sentence.
_NUMBERED = compiled(r"^\W*\(?(?:\d{1,2}|[a-h])\) \w")
_FEWEST_NUMBERED = 3
# "Gabapentin and a nerve block have failed": what is no drug is tried all the same.
_NO_DRUG = compiled(
    r"\b(?:(?:an?|1|the|peripheral|sympathetic|stellate|ganglion|lumbar|epidural|spinal|steroid) )*"
    r"(?:(?:ganglion|nerve|sympathetic|stellate|epidural|spinal) (?:blocks?|injections?|ablations?|cord stimulat\w+)"
    r"|(?:physical|occupational|physio)[ -]?therapy|physiotherapy|spinal cord stimulat\w+|TENS|acupuncture"
    r"|desensiti[sz]ation|mirror therapy|cognitive[ -]behaviou?ral therapy for pain)\b",
    re.IGNORECASE,
)
# "Is given with an oral antidepressant and not together with ketamine infusions", "… and receives no ketamine".
_KETAMINE_BESIDE = compiled(
    r"[,;]? and (?P<bars>(?:(?:it|spravato|esketamine|the (?:\w+ )?(?:drug|spray|member|patient)) )?"
    r"(?:(?:(?:is|are|will|must|does|do|shall|should|may|can|has|to) )?(?:not|never)|cannot) (?:(?:be|been|to be) )?"
    r"(?:(?:receive|received|receiving|get|getting|have|taking|take|on) |"
    r"(?:(?:used|given|taken|administered|prescribed|combined|treated|billed) )?"
    r"(?:(?:together|concurrently|simultaneously|concomitantly|also|at the same time) )*"
    r"(?:in )?(?:(?:combination|conjunction) )?(?:with|as) )"
    r"(?:(?:any|other|IV|intravenous|compounded|racemic|concomitant|an?|infusions? of) )*ketamine\b[^,;.]{0,40}"
    r"|(?:receives|gets|takes|has|uses) no (?:(?:IV|intravenous|compounded|racemic|other) )*ketamine\b[^,;.]{0,40})",
    re.IGNORECASE,
)
_BESIDE = compiled(r"[,;:] (?:and |plus )?|\s(?:and|plus|together with|as well as)\s", re.IGNORECASE)


def unread_parts(clause: Clause, whole: tuple[Finding, ...]) -> Iterator[Leaf]:
    """Each clause of a row that asks for something in no words of ours; none where there is a choice between them."""
    if clause.phase == "renewal" and all_of_first(clause.text):
        # The part that says so: the whole clause is taken for read with what stands beside it.
        part = next(filter(all_of_first, _BESIDE.split(clause.text)), clause.text.rstrip("."))
        yield Leaf("unparsed", None, part.strip(), clause.page)
        return
    yield from (Leaf("unparsed", None, clause.text, clause.page) for _ in asked_beside(clause.plain, whole))
    yield from _without_ketamine(clause, whole)
    only_limits = all(finding.key in ROOT_KEYS for finding in whole)
    if only_limits or under_exclusion(clause.topic) or _CHOOSES_OR_REFUSES.search(clause.words):
        return
    yield from (Leaf("unparsed", None, bars[0], clause.page) for bars in BARS_BY_NAME.finditer(clause.text))
    if any(finding.key == "preferred_step" for finding in whole):
        yield from (Leaf("unparsed", None, tried[0].strip(), clause.page) for tried in _NO_DRUG.finditer(clause.text))
    for part in _ROW.split(BARS_BY_NAME.sub("", clause.text))[1:]:
        text = part.strip(" ,;")
        if asks(text) and _is_unread(text, clause, whole):
            yield Leaf("unparsed", None, text, clause.page)


def _without_ketamine(clause: Clause, whole: tuple[Finding, ...]) -> Iterator[Leaf]:
    """That ketamine must not be given beside the drug, said behind what else is asked for."""
    if all(finding.key in ROOT_KEYS for finding in whole) or _SETS_ASIDE.search(clause.text):
        return
    for bars in _KETAMINE_BESIDE.finditer(clause.text):
        yield Leaf("unparsed", None, bars["bars"].strip(), clause.page)


def with_unread(texts: Sequence[str], read: Sequence[Tree | None], page: int, phase: Phase) -> list[Tree | None]:
    """What is read of the clauses of a sentence, with each that asks for more beside them as an unparsed leaf."""
    if all(without_limits(tree) is None for tree in read):
        return list(read)
    numbered = sum(map(bool, map(_NUMBERED.match, texts))) >= _FEWEST_NUMBERED
    listed = runs_on_as_list("; ".join(texts))
    again = [phase == "renewal" and all_of_first(text) for text in texts]
    asked = [
        once or ((listed or _is_asked(text, numbered)) and is_criterion(text))
        for text, once in zip(texts, again, strict=True)
    ]
    return [
        tree or (Leaf("unparsed", None, text, page) if is_asked else None)
        for tree, text, is_asked in zip(read, texts, asked, strict=True)
    ]


def _is_asked(part: str, numbered: bool) -> bool:
    """Whether a part asks for something: in a list that runs on by number, what bears one is asked for as it stands."""
    return asks(part) or bool(numbered and _NUMBERED.match(part))


def runs_on_as_list(sentence: str) -> bool:
    """Whether a sentence is a list of demands between semicolons ("All of these: an adult; two failures; …"), with or
    without a lead-in: what none of our words read there is asked for like the rest.
    """
    parts = pieces(sentence) if sentence.count(";") > 1 else []
    if len(parts) < _FEWEST_IN_A_LIST or any(part.joins == "or" or _SETS_ASIDE.search(part.text) for part in parts):
        return False
    decide = [any(one.key not in ROOT_KEYS for one in findings_in(part.text)) for part in parts]
    return 2 * sum(decide) > len(parts)


def asks(part: str) -> bool:
    """Whether a part of a sentence has its own subject and verb, and asks for more than goes without saying."""
    return bool(
        _BARS_ELSEWHERE.search(part)
        or BARS_BY_NAME.search(part)
        or takes_over(part)
        or ((_OWN.search(part) or _DOES.search(part)) and not _ASKS_NO_MORE.search(part))
    )


def _is_unread(text: str, clause: Clause, whole: tuple[Finding, ...]) -> bool:
    """Whether nothing is read in a part, nor less of the clause without it."""
    if mentions(text) or named_products(text) or findings(_like(clause, text)) or not is_criterion(text):
        return False
    rest = clause.text.replace(text, " ")
    return set(findings(_like(clause, rest))) >= set(whole)


def _like(clause: Clause, text: str) -> Clause:
    return as_clause(text, page=clause.page, phase=clause.phase, topic=clause.topic)
