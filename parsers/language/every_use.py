"""Words that say that what follows holds for every use ("for both indications", "each request must …")."""

from __future__ import annotations

import re

from parsers.language.any_of import any_of
from parsers.language.neither_use import NEITHER_GRANTED
from parsers.language.patterns import compiled
from parsers.uses.indications import mentions

_WHICHEVER_USE = (
    r"\b(?:whichever|whatever|regardless|irrespective)(?: of)?(?: the)?(?: two| three)? (?:conditions?|indications?|"
    r"uses?|diagnos[ie]s)\b"
)
# "Chart notes for each line", "records must back every box": of a form's boxes, whichever part they stand in.
_PAPERS = r"\b(?:notes?|records?|papers|documentation|documents|proof)\b"
_TICKED = r"(?:that (?:is|are|was|were) |which (?:is|are) |you )?(?:checked|ticked|marked|selected|below)"
_EVERY_BOX = (
    r"\b(?:every|each|all)(?: of the)? (?:(?:box(?:es)?|ticks?|checkmarks?)\b|lines?\b(?! of business)"
    rf"|(?:criteri(?:on|a)|answers?|items?|statements?) {_TICKED}\b)"
)
# "Chart notes that support the boxes above have to come with the form": with whatever is asked for on it.
_PAPERS_WITH_FORM = compiled(
    rf"{_PAPERS}[^.;:]{{0,80}}? (?:with|to|accompany|on) (?:(?:the|this|your|our|each|every|any) )"
    r"(?:completed? |filled[- ]in |signed |request |authori[sz]ation |PA |prior authorization )*form\b"
    rf"|{_PAPERS}[^.;:]{{0,40}}? (?:support(?:s|ing)?|back(?:s|ing)?(?: up)?|prov(?:es?|ing)|confirm(?:s|ing)?) "
    r"(?:the|all) (?:(?:ticked|checked|marked) )?(?:box(?:es)?|answers|statements)\b"
    rf"|\bform\b[^.;:]{{0,40}}? (?:accompanied by|come with|(?:have|contain|include|bring|without) )[^.;:]{{0,30}}?"
    rf"{_PAPERS}",
    re.IGNORECASE,
)
FOR_EVERY_BOX = (
    rf"{_PAPERS}[^.;]{{0,60}} (?:for|behind|backs?|supports?|with) {_EVERY_BOX}"
    # "To support each line checked, chart notes must be attached", "every box ticked must be backed by records".
    rf"|(?:\b(?:to (?:support|back|prove)|supporting|for|with|behind) |(?:^|[.;:] )){_EVERY_BOX}"
    # "Every box must be ticked, and notes come with the form" asks for two things.
    rf"(?:(?! and )[^.;:]){{0,60}}{_PAPERS}"
)
_ALL_OF_THEM = any_of(
    r"\b(?:both|either|all|every|each|any|neither)(?: of)?(?: the| these| two)* (?:above|indications?|diagnos[ie]s|"
    r"uses|conditions|labeled|requests)\b|"
    r"\b(?:for|in|under) (?:both|either|each|every)(?: of the two)? (?:conditions?|disorders?)\b|"
    # "Three antidepressants, six weeks or more in each case": of each drug.
    r"(?<! or more in )(?<! or longer in )\b(?:both|n?either|each|every)(?: of the two)? (?:use|case|indication)\b|"
    r"^\W*either way\b|\bin both cases\b|^\W*in (?:all|every) cases?\b|"
    r"\b(?:every|each|neither) request\b(?! (?:for|to|of|that|which|with|above|over)\b)|"
    r"\bmeet (?:all (?:of )?)?(?:the(?: following)?|these) (?:general|common|universal) "
    r"(?:requirements|criteria|rules)\b|"
    r"\bboth of the above\b|\b(?:both|either|all|each) (?:groups?|populations?|categor(?:y|ies))\b"
    # "24 devices in 28 days for either option": of the uses that a policy so numbers.
    r"|\b(?:for|in|under|with) (?:both|either|each|all) (?:of the )?(?:options?|pathways?|scenarios?|arms?|tracks?)\b"
    r"|\b(?:requests?|authori[sz]ations?|approvals?|reviews?) of (?:both|either|all|each|any) (?:kinds?|types?)\b"
    rf"|{_WHICHEVER_USE}|{FOR_EVERY_BOX}|{NEITHER_GRANTED}"
    r"|\bthe (?:uses|disorders|indications|conditions|diagnoses) (?:in|of|under) (?:items? |sections? )?[\dA-Z]{1,2} "
    r"(?:and|or|to) [\dA-Z]{1,2}\b",
    flags=re.IGNORECASE,
)
# "Both A and B", of the groups above; under the name of a use they are what is asked for it.
_BOTH_NUMBERED = compiled(
    r"\bboth \(?(?:[A-H]\)? and \(?[A-H]|\d\)? and \(?\d|[IVX]+\)? and \(?[IVX]+)\b", re.IGNORECASE
)
# "Requests may not be approved, for either condition, if the patient has …", "neither is approved in a patient who …".
_OF_EVERY_USE = compiled(
    r"\b(?:for|in|under) (?:both|n?either|each|every|any)(?: of (?:the|these|those))?(?: (?!of\b)\w+)? (?:conditions?|"
    r"indications?|uses?|diagnos[ie]s)\b"
    r"|\b(?:for|in|under|of) n?either (?:one|case|of (?:the (?:two|above)|them|these))\b"
    r"|\bneither (?:of (?:the|these|those) )?(?:uses?|indications?|requests?|conditions?) (?:is|are|may|can|will)\b"
    rf"|{NEITHER_GRANTED}|{_WHICHEVER_USE}",
    re.IGNORECASE,
)


def is_of_every_use(text: str) -> bool:
    """Whether words that bar patients say that they do from each use ("for neither indication …")."""
    return _OF_EVERY_USE.search(text) is not None


def is_for_all(text: str) -> bool:
    """Whether the text says that it holds for every indication ("Both of the above")."""
    return bool(_ALL_OF_THEM.search(text)) or (bool(_BOTH_NUMBERED.search(text)) and not mentions(text))


def papers_with_form(text: str) -> bool:
    """Whether papers are asked for with the form as such: in whatever part, where none is named over the sentence."""
    return _PAPERS_WITH_FORM.search(text) is not None
