"""Paragraphs that recite research, guidelines or the label, and whether a text states a rule of the payer."""

from __future__ import annotations

import re

from parsers.criteria.dosing import cites_the_label
from parsers.criteria.narrative import is_told
from parsers.criteria.wording import read_words
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences

# What a payer says of its own rules, in whatever paragraph.
_RULES = compiled(
    r"\b(?:cover(?:ed|s|age)?|approv\w+|authori[sz]\w+|medically necessary|must|shall|should|requir\w+|requests?|"
    r"investigational|experimental|unproven|eligib\w+|members?|renew\w*|den(?:y|ied|ies|ials?)|prior auth\w*|PA"
    r"|payable|reimbursed?|pays? for|paid(?: for)?"
    # "Chart notes have to come with the form."
    r"|(?:chart|progress|office|clinical) notes\b[^.;:]{0,60}\bform(?! of)"
    r"|form\b[^.;:]{0,60}\b(?:chart|progress|office|clinical) notes)\b",
    re.IGNORECASE,
)
# "Taken from the label, and no coverage statement": says that there is no rule in it.
_DISCLAIMS = compiled(
    r"\b(?:is|are|and|but|as) (?:not|no) (?:an? |the |our )?(?:coverage|approval|authori[sz]ation) "
    r"(?:statements?|criteri(?:a|on)|requirements?|rules?|position)\b",
    re.IGNORECASE,
)
_FEWEST_SENTENCES = 2
_MUST = compiled(r"\b(?:must|shall|should|requir\w+)\b", re.IGNORECASE)
_MEMBERS = compiled(r"\bmembers?\b", re.IGNORECASE)
_OPENS_WITH_LABEL = compiled(
    r"^\W*(?:the |its )?(?:FDA |manufacturer's )?(?:label(?:ing)?|prescribing information|(?:package )?insert) "
    r"(?:carries|bears|warns|contains|has|lists|states|says)\b",
    re.IGNORECASE,
)
# What a session is like, and what a study found, behind the label's doses: "the member is watched for two hours".
_GOES_ON = compiled(
    r"\bmembers? (?:(?:is|are) (?:then |usually )?(?:watched|observed|monitored|supervised|kept)|(?:stays?|remains?|"
    r"waits?|rests?)\b|(?:may|can|do|does) ?not (?:drive|leave|go home))"
    r"|\b(?:of|in) (?:the |these |those )?members in (?:an?|the|one|two|that|this|these|its) (?:[\w-]+ ){0,2}"
    r"(?:stud(?:y|ies)|trials?)\b",
    re.IGNORECASE,
)


def states_rule(text: str) -> bool:
    """Whether a text speaks of what a payer grants or asks for, rather than of a drug and its study."""
    return bool(_RULES.search(text))


def is_literature(paragraph: str) -> bool:
    """Whether a paragraph of several sentences tells of research or of the label all through.

    One sentence does, and none states a rule of the payer's.
    """
    said = sentences(paragraph)
    if len(said) < _FEWEST_SENTENCES:
        return False
    told = [sentence for sentence in said if _is_recited(sentence)]
    if said[0] in told and 2 * len(told) > len(said):
        paragraph = " ".join(_forgiven(sentence, told=sentence in told) for sentence in said)
    elif cites_the_label(read_words(said[0])):
        paragraph = " ".join(
            _MEMBERS.sub(" ", sentence) if _GOES_ON.search(sentence) else sentence for sentence in said
        )
    # What the label forbids "must not" be done, whoever recites it.
    paragraph = _MUST.sub(" ", paragraph) if _OPENS_WITH_LABEL.match(paragraph) else paragraph
    return bool(told) and not states_rule(_DISCLAIMS.sub(" ", paragraph))


def _is_recited(sentence: str) -> bool:
    words = read_words(sentence)
    return is_told(words) or cites_the_label(words)


def _forgiven(sentence: str, *, told: bool) -> str:
    """A sentence of a paragraph that mostly recites, without "members" and, where it recites, without "should"."""
    sentence = _MEMBERS.sub(" ", sentence)
    return _MUST.sub(" ", sentence) if told else sentence
