"""Cover that sets patients apart in its own sentence: "… is covered for A, unless the member has dementia"; "except in
cases of dementia, it is covered …"; "… but is not covered if dementia is present".

The cover keeps its terms, and who is set apart is refused in a sentence behind it. Of a clause that names no condition
which rules out the drug ("unless contraindicated") nothing is set apart.
"""

from __future__ import annotations

import re

from parsers.answering.limiting_denials import bars
from parsers.answering.statuses import read_status
from parsers.criteria.families import findings_in
from parsers.language.patterns import compiled

_PEOPLE = r"(?:those|patients|members|adults|people|individuals|persons|anyone|anybody|a (?:patient|member|person))"
_SETS_APART = (
    r"(?:unless|except(?:ing)?(?: (?:for|in|when|where|if))?|excluding|other than|with the exception of|"
    r"(?:but|though|although|and) not (?:for|in|if|when|where))"
)
# The case that is set apart, up to the end or to the next term of the cover.
_BEHIND = compiled(
    rf",? (?:but )?{_SETS_APART} (?P<who>[^;:()]{{4,160}}?)"
    r"(?P<more>,? (?:once|after|when|if|provided|as long as) [^;:]+|, (?:and|for) [^;:]+)?(?P<end>[.\s]*)$",
    re.IGNORECASE,
)
_IN_BRACKETS = compiled(
    rf" \((?:{_SETS_APART}|not (?:for|in|if|when)) (?P<who>[^;:()]{{4,120}})\)(?P<more>)(?P<end>)", re.IGNORECASE
)
_IN_FRONT = compiled(
    r"^(?P<more>)(?P<end>)\W*(?:unless|except (?:for|in|when|where|if)|other than in|save in) "
    r"(?P<who>[^;:()]{4,120}?), (?=(?:spravato|(?:es)?ketamine|it|we|the|coverage|payment)\b)",
    re.IGNORECASE,
)
_REFUSED = compiled(
    r",? (?:but|and|yet) (?:it )?(?:is|are|will) not (?:be )?(?:covered|approved|authori[sz]ed|paid(?: for)?"
    r"|payable|medically necessary) (?:if|when|where|in|for) (?P<who>[^;:]{4,120}?)(?P<more>)(?P<end>[.\s]*)$",
    re.IGNORECASE,
)
_PERSON_HAS = compiled(
    rf"^(?:{_PEOPLE} )?(?:with|who (?:has|have|had|suffer from))(?: an?)? (?P<what>.+)$"
    r"|^(?:you|they|(?:the |an? )?\w+) (?:has|have|had) (?P<had>(?!not\b|never\b|no\b|been\b).+)$",
    re.IGNORECASE,
)
_CASES_OF = compiled(
    r"^(?:cases? of|the (?:presence|case|event) of|someone with) (?P<of>.+)$"
    r"|^(?P<present>.+?) (?:is|are|was|has been|have been) (?:present|found|documented|diagnosed|known)$",
    re.IGNORECASE,
)


def without_excepted_patients(sentence: str) -> tuple[str, ...]:
    """The cover without the patients that it sets apart, and their refusal; () where it sets none apart."""
    for form in (_IN_BRACKETS, _REFUSED, _BEHIND, _IN_FRONT):
        found = form.search(sentence)
        if found is None:
            continue
        cover = f"{sentence[: found.start()]}{found['more'] or ''}{found['end']}{sentence[found.end() :]}"
        refusal = _refusal(found["who"].strip(" ,."))
        if read_status(cover) == "covered" and bars(refusal) and _rules_out(refusal):
            return cover.strip(" ,"), refusal
    return ()


def _refusal(who: str) -> str:
    """The refusal of those of whom a clause says what they have, be it "those with …" or "… is present"."""
    has, of = _PERSON_HAS.match(who), _CASES_OF.match(who)
    named = (has["what"] or has["had"]) if has else (of["of"] or of["present"]) if of else ""
    return f"Members with {named} are not covered." if named else f"Not covered if {who}."


def _rules_out(refusal: str) -> bool:
    return any(finding.key == "exclusion" for finding in findings_in(refusal))
