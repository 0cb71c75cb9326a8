"""Sentences of nothing but a drug, its use and a payer's short verdict, in verbs that say as much only there.

"Ketamine drawn up for anesthesia is paid as before", "the fund refuses ketamine for migraine" answer; that a bill "is
paid" or a patient "refuses treatment" does not, so that these verbs are no answer by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.answering.short_answers import short_answer
from parsers.language.any_of import choice_of
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.sentence_by_sentence import Told, told_by_sentence

_DRUG = (
    r"(?:the )?(?:(?:oral|topical|compounded|intravenous|IV|intranasal|nasal|racemic|low-dose|sub-?anesthetic) )*"
    r"(?:(?:es)?ketamine|spravato)\b(?: \((?:(?:es)?ketamine|spravato)\))?"
    r"(?: (?:nasal spray|infusions?|injections?|therapy|treatments?|lozenges?|troches?|creams?))?"
)
_GIVEN = (
    r"(?:,? (?:(?:that|which) (?:is|are) |when |if )?(?:used|given|prescribed|infused|drawn up|administered|injected|"
    r"ordered|requested|needed|provided))?"
)
_PAYER = (
    r"(?:schedule|plan|fund|program|benefit|policy|department|carrier|agency|rules?|contract|state|board|payer|"
    r"insurer|fee schedule|health plan|division|bureau)"
)
_AS_BEFORE = (
    r"(?:,? (?:(?:just |exactly )?as (?:before|now|it (?:was|is)|always|in the past|until now)|unchanged|"
    r"without (?:any )?changes?))"
)
_VERDICT = (
    r"(?:(?:also|now|still|always|generally|never|not|no longer|currently) )*"
    r"(?:paid(?: for)?|payable|authori[sz]ed|allowed|reimbursed|reimbursable|accepted|funded|approved|denied|refused|"
    r"compensable|honou?red|covered)"
    rf"{_AS_BEFORE}?"
    rf"(?: (?:under|by|within|from|in) (?:this|the|our|its) (?:[\w-]+ ){{0,2}}?{_PAYER})?"
    r"(?:,? (?:because (?:it is|they are) |being |as )(?:still )?(?:experimental|unproven|investigational|"
    r"not medically necessary))?"
)
_IS = r"(?:is|are|will be|remains?|stays?)"
_USE = r"(?P<use>(?:for|in|as|to (?:treat|relieve|sedate|manage)) [^.;:]{3,160}?)"
_BEHIND_USE = compiled(
    rf"^(?P<drug>{_DRUG}){_GIVEN} {_USE} {_IS} (?P<said>{_VERDICT})\W*$",
    re.IGNORECASE,
)
_LABELLED = compiled(rf"^(?P<use>[^.;:]{{3,160}}): (?P<drug>{_DRUG}) {_IS} (?P<said>{_VERDICT})\W*$", re.IGNORECASE)
_WHO = (
    rf"(?:we|(?:the|this|our|your) (?:[\w-]+ ){{0,2}}?(?:{_PAYER}|company|employer|sponsor|trust|committee|reviewers?|"
    r"medical directors?))"
)
_NOT = r"(?:(?:do|does|will|shall|may|can) not|cannot|don['’]t|doesn['’]t|won['’]t|never|no longer)"
_HOW = r"(?:also|now|still|always|only|generally|routinely|ordinarily|currently|therefore)"
_OF_REQUESTS = r"(?: (?:all |any )?(?:requests?|claims?|authori[sz]ations?) (?:for|of))?"
# "The program does not allow ketamine to treat chronic pain", "We refuse requests for ketamine for migraine".
_DONE = compiled(
    rf"^{_WHO} (?:{_HOW} )?(?:(?P<no>{_NOT})|will|may|can|shall)? ?(?:{_HOW} )?(?:(?:pay|reimburse|allow|fund|accept|"
    r"recogni[sz]e|honou?r|permit|cover)s?(?: for)?|(?P<granted>(?:authori[sz]e|approve|grant)s?)"
    rf"|(?P<refused>den(?:y|ies)|(?:refuse|reject|decline|exclude|disallow)s?(?: to (?:cover|pay for|approve))?))"
    rf"(?P<asked>{_OF_REQUESTS}) (?P<drug>{_DRUG}){_GIVEN} {_USE}\W*$",
    re.IGNORECASE,
)
# What a sentence says of some patients or under some terms is for those who read sentences.
_OF_SOME = compiled(
    r"\b(?:when|if|unless|until|who|whose|after|only|except\w*|other than|without|with (?:an?|the|prior|authori\w+)|"
    r"members|patients|people|individuals)\b",
    re.IGNORECASE,
)
_LEADING = compiled(r"^(?:for|in|as) ", re.IGNORECASE)
_NOW_AS_BEFORE = compiled(_AS_BEFORE, re.IGNORECASE)
_LOOKED_FOR = choice_of(_BEHIND_USE, _LABELLED, _DONE)


def with_plain_verdicts(blocks: Sequence[Block]) -> Told:
    """`blocks`, with each such sentence in the common words of cover; and what is printed for each."""
    titles = ("heading", "row", "term")
    return told_by_sentence(_LOOKED_FOR, blocks, lambda place: _told if blocks[place].kind not in titles else None)


def _told(sentence: str) -> str | None:
    found = _BEHIND_USE.match(sentence) or _LABELLED.match(sentence)
    done = None if found else _DONE.match(sentence)
    if found and names_use(found["use"]) and stated_status(sentence) is None:
        answer = short_answer(_NOW_AS_BEFORE.sub("", found["said"]))
        return _said(found, answer.words) if answer else None
    if done and names_use(done["use"]) and not _OF_SOME.search(done["use"]):
        covers = not (done["no"] or done["refused"])
        known = stated_status(sentence)
        unknown = known is None or (known in DENIED) == covers
        of_cover = done["granted"] or done["refused"] or not done["asked"]
        return _said(done, "covered" if covers else "not covered") if unknown and of_cover else None
    return None


def _said(found: re.Match[str], words: str) -> str:
    use = _LEADING.sub("", found["use"])
    led = "" if use.lower().startswith("to ") else "for "
    return f"{found['drug'][0].upper()}{found['drug'][1:]} {led}{use} is {words}."
