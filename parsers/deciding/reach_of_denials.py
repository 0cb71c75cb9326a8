"""What a denial, or the class that it names, takes in beside what it denies by name. Words only."""

from __future__ import annotations

import re

from parsers.deciding.paragraph_wording import EXAMPLES
from parsers.language.patterns import compiled

# "The statement reaches, among others, …", "Psychiatric disorders include …": what a denial or its class takes in.
# What a policy or plan covers or applies to is something else.
_DENIAL = (
    r"(?:the|this|that|our|such an?|these|those) (?:\w+ ){0,2}?(?:statements?|denials?|exclusions?|determinations?|"
    r"conclusions?|findings?|restrictions?|positions?|terms?|words?|phrase|class|group|category|heading|answers?|"
    r"decisions?|rules?|rulings?|verdicts?|holdings?|views?|judge?ments?|stance)\b"
)
_CLASS = (
    r"(?:(?:the )?(?:psychiatric|mental(?: health)?|mood|behavioral(?: health)?|depressive|pain|chronic pain|headache)"
    r" (?:disorders|conditions|illnesses|diagnoses|syndromes|indications|uses)|chronic pain|mental illness)\b"
)
REACHES = compiled(
    rf"^\W*(?:{_DENIAL}|{_CLASS})[^.;:]{{0,30}}? (?:(?:includ|compris|embrac|reach|"
    r"encompass)e?s?|takes? in|spans?|covers|concerns|means|counts|names|holds?(?=[^.;:]{0,25} (?:for|in|of)\b)"
    r"|(?:appl(?:y|ies)|extends?|refers?)(?=[^.;:]{0,40} to\b)|(?:is|are) the same (?:for|in|of|with))\b",
    re.IGNORECASE,
)
# "This determination does not extend to cancer pain": what a denial leaves alone.
LEAVES_OUT = compiled(
    r"\b(?:do|does|did|will|shall|is|are) (?:not|never) (?:(?:also|thereby|itself|therefore) )?(?:extend|includ|reach|"
    r"appl|cover|concern|mean|tak|embrac|encompass|compris|hold|refer)\w*\b|\b(?:never|no longer)\b",
    re.IGNORECASE,
)
# Behind a denial: the statement covers the uses, the plan does not.
STATEMENT_COVERS = compiled(
    r"^\W*(?:this|that|it|(?:the|this|that|our) (?:statement|denial|determination|answer|decision|rule|ruling|"
    r"exclusion|position|verdict)) (?:also )?covers\b(?! (?:\w+ )?(?:(?:es)?ketamine|spravato)\b)"
    r"|^\W*(?:(?:also )?included (?:in|among)|among) [^.;]{0,40}\b(?:this|that|it|the (?:statement|denial|"
    r"determination)) covers (?:is|are)\b",
    re.IGNORECASE,
)


def names_examples(sentence: str) -> bool:
    """Whether a sentence behind a denial names some of what is denied, and does not leave it out."""
    return bool(EXAMPLES.search(sentence) or REACHES.search(sentence)) and not LEAVES_OUT.search(sentence)
