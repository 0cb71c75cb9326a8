"""Uses for which a clause is not asked: "(not required for acute suicidality)", "unless the patient has …"."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.criteria.wording import is_waived, read_words
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Indication
from parsers.uses.indications import Mention, mentions

_WORDS = compiled(r"\b(?:not|none|waived|unless|except|excepting|excluding|exempt\w*|other than|n/a)\b", re.IGNORECASE)
_WHOM = (
    r"(?: (?:for|in|to|of|when|if|where|with|by))?(?: (?:the|a|an|those|patients?|members?|individuals?|people|adults?|"
    r"requests?|treatment|diagnos\w+|is|has|have|having|being|treated|used|of|for|with|in|who|they|there|it))*\s*$"
)
_BEFORE = compiled(
    r"(?P<all>[\s,;(–—-]*(?:(?:except|save|but|though|although|while|whereas)(?: that)?,? )?"
    r"(?:(?:this|which|that|it|an? (?:oral )?(?P<named>\w+))(?: \w+)? )?(?:(?:is|are) )?"
    r"(?:none is (?:required|needed|necessary|asked for)"
    r"|not (?:required|needed|necessary|applicable|asked(?: for)?|mandatory)|(?:does|do) not apply|waived|n/a"
    rf"|exempt(?:ed)?|unless|except(?:ing)?|other than|excluding)){_WHOM}",
    re.IGNORECASE,
)
_NOT_ASKED = compiled(
    r"\b(?:not|no|need not)\b[^.;]{0,40}\b(?:requir\w+|need\w*|necessary|asked|have to)\b", re.IGNORECASE
)
_OPENING = 15
# An aside in brackets stands behind its own clause, be it a label ("Trials (not required for …):").
_OPENING_OF_BRACKETS = 3
# What may follow the name of the use up to the end of the aside.
_AFTER = compiled(
    r"(?:\s*\(\w+\))?(?:,? (?:requests?|patients?|cases|use|or behaviou?r|only|is (?:present|diagnosed)))*"
    r"(?P<close>\u2060?\)|(?=[.;]?\s*$)|(?=[.;]))",
    re.IGNORECASE,
)
# "Covered …, except in members with bipolar disorder" lifts nothing for these: it is not covered for them.
_COVERS = compiled(r"\b(?:covered|approved|authori[sz]ed|medically necessary|available|payable)\b", re.IGNORECASE)
# What is said to reviewers: "Reviewer note: the spray may be used alone …".
_NOTE = compiled(r"\bnotes?\b", re.IGNORECASE)
_ALLOWED = compiled(
    r"\b(?:may|can) (?:also )?be (?:approved|authori[sz]ed|used|given|taken|covered|requested)\b"
    r"(?! (?:only|not|when|if))",
    re.IGNORECASE,
)
_ALSO_BARS: frozenset[Indication] = frozenset({"bipolar_depression", "substance_use"})


def only_waives(text: str) -> bool:
    """Whether a text is one sentence that says what is not asked ("For depression no score is required."), and no
    clause with an aside that does.
    """
    lifts = bool(_NOT_ASKED.search(text)) and len(sentences(text)) == 1 and is_waived(read_words(text))
    return lifts and not without_waiver(text)[1]


def only_lifts(text: str) -> bool:
    """Whether a note for reviewers does no more than to say what is not asked, or is allowed too."""
    label, _, behind = text.partition(":")
    told = sentences(behind) if behind and _NOTE.search(label) else ()
    lifts = [is_waived(read_words(said)) or bool(_ALLOWED.search(said)) for said in told]
    return bool(lifts) and all(lifts)


@lru_cache(maxsize=2048)
def without_waiver(text: str) -> tuple[str, tuple[Indication, ...]]:
    """`text` without an aside that lifts what it asks for some uses, and those uses; () where it lifts nothing."""
    if not _WORDS.search(text):
        return text, ()
    for group in _in_a_row(text, mentions(text)):
        before = _BEFORE.search(text[: group[0].start])
        after = _AFTER.match(text[group[-1].end :])
        if not before or not after:
            continue
        bracketed = "(" in before["all"]
        if len(text[: before.start()].strip()) < (_OPENING_OF_BRACKETS if bracketed else _OPENING):
            continue
        # "The spray may be used alone; an antidepressant is not required for …" lifts nothing of what is asked before.
        if before["named"] and before["named"].lower() not in text[: before.start()].lower():
            continue
        if {mention.indication for mention in group} <= _ALSO_BARS and _COVERS.search(text[: before.start()]):
            continue
        if bracketed != bool(after["close"]):
            continue
        rest = text[: before.start()] + text[group[-1].end + after.end() :]
        return rest, tuple(dict.fromkeys(mention.indication for mention in group))
    return text, ()


def _in_a_row(text: str, found: tuple[Mention, ...]) -> list[list[Mention]]:
    """Names that only "and", "or" or a comma stands between, together."""
    groups: list[list[Mention]] = []
    for mention in found:
        if groups and re.fullmatch(r"\W*(?:and|or|/)?\W*", text[groups[-1][-1].end : mention.start]):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups
