"""What a page tells a member of the drug: what it is, and how it will be used."""

from __future__ import annotations

from parsers.criteria.wording import read_words
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences

# "You use it at a clinic", "you will take the spray in an office": what will happen; "you must" is not said.
_TELLS_MEMBER = compiled(
    r"^\W*(?:then |there |after that )?you (?:(?:will|then|usually|also) )*(?:use|take|get|receive|spray|inhale|have|"
    r"are given|be given|breathe|go) "
    # "You have seen a therapist" is what has been done before.
    r"(?!(?<=have )(?:\w+ed|been|seen|had|taken|gone|met|spoken|done|got(?:ten)?|given|made|kept)\b)"
    r"(?!.*\b(?:if|when|only|must|ha(?:s|ve) to|need|required|unless|provided|tried|failed)\b)"
)
# What leads in demands: "Covered if:", "You need all of these:".
_LEADS_IN_DEMANDS = compiled(
    r"\b(?:if|when|once|before|must|ha(?:s|ve) to|need\w*|criteria|requir\w+|conditions?|following|all|both|these|"
    r"provided|asked?|asks|cover\w*|approv\w+|authori[sz]\w+)\b"
)
# "Spravato is a nasal spray for certain kinds of depression."
_SAYS_WHAT_IT_IS = compiled(
    r"^\W*(?:spravato|(?:es)?ketamine|it|this)(?: \([^()]*\))?(?: nasal spray)? is an? (?:[\w-]+ ){0,3}"
    r"(?:sprays?|drugs?|medicines?|medications?|an[ae]sthetics?|antagonists?|substances?|antidepressants?)\b"
    r"(?!.*\b(?:who|whose|years?|failed|tried|must|if|when|after|covered|approved|required|only)\b)"
)


def tells_member(text: str, under: str = "") -> bool:
    """Whether a sentence tells a member how the drug will be used; `under`: the lead-ins, which may make it a demand.

    What has no full stop is an item of a list, and may be asked for.
    """
    told = text.endswith(".") and _TELLS_MEMBER.match(read_words(text))
    return bool(told) and not _LEADS_IN_DEMANDS.search(under)


def describes_drug(text: str) -> bool:
    """Whether a text says what the drug is, and then at most how a member will use it."""
    first, *rest = sentences(text) or [""]
    return bool(_SAYS_WHAT_IT_IS.match(read_words(first))) and all(map(tells_member, rest))
