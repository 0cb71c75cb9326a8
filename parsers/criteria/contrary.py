"""What a denial asks for: "denied when fewer than two drugs have failed" asks for two."""

from __future__ import annotations

from parsers.language.patterns import compiled

# In this order; the first column is what an item of a list of bars says, the second what a patient must show instead.
_CONTRARIES = (
    # e.g. "before two antidepressants have failed"
    (compiled(r"^\W*(?:before|until|prior to) (?=.*\b(?:has|have|been|is|are)\b)"), ""),
    # e.g. "prescriber neither a psychiatrist nor in consultation with one"
    (compiled(r"\bneither (?P<one>an? [^.;]+?) nor (?=in consultation|consult\w*|advised)"), r"\g<one> or "),
    # e.g. "clinic not in the REMS program"
    # e.g. "did improvement on any of the failed drugs exceed 50%"
    (
        compiled(
            r"^(?P<change>.*\b(?:improve\w*|respon\w*|reduc\w*|better|decreas\w*|drop\w*|relief)\b[^.;%]*?)"
            r"(?:reach(?:ed)? )?> (?:an? )?(?=\d+%)"
        ),
        r"\g<change><= ",
    ),
    # e.g. "was any trial stopped before 8 weeks"
    (
        compiled(
            r"^[^.;]*?\b(?:antidepressants?|trials?|drugs?|agents?|medications?)\b[^.;]*?\b(?:stopped|discontinued"
            r"|given up|ended|cut off|cut short|withdrawn|halted|abandoned|broken"
            r" off|over) (?:before|within|prior to|sooner than|earlier than|short of|in) (?:< )?(?=\d+ (?:week|day"
            r"|month)s?)"
        ),
        "each trial lasted >= ",
    ),
    (compiled(r"\bnever (?:been )?(?=considered|offered|tried|discussed)"), "been "),
    (compiled(r"<= (?=\d)"), "> "),
    (compiled(r"< (?=\d)"), ">= "),
    (compiled(r"\b(is|are|was|were|has|have|will|does|do|did|can)(?: not|n't)(?: (?:be|been) )? "), r"\1 "),
    (compiled(r"\bcannot be\b"), "is"),
    (compiled(r"\bnot (?=\w)"), ""),
    (compiled(r"\bno (?=\w)"), "a "),
    (compiled(r"\bwithout (?:an? )?(?=\w)"), "with a "),
    (compiled(r"\b(?:lack|absence) of "), ""),
    (compiled(r"\bas (?:a )?mono-?therapy\b"), "not as monotherapy"),
)

_FALLS_SHORT = compiled(
    r"< (?P<asked>\d[^.;<>]*?) (?:(?:does|do|will|would|is|are) not (?:be )?"
    r"(?:qualif|suffic|count|accept|considered|enough|adequate)\w*|(?:is|are) insufficient)"
    # What lifts it stays: "…, unless side effects cut it short".
    r"(?:(?!,? (?:unless|except)\b)[^.;])*"
)


def what_suffices(words: str) -> str | None:
    """What "fewer than 2 do not suffice" asks for, said outright (">= 2 counts"); None when nothing falls short."""
    asked, found = _FALLS_SHORT.subn(r">= \g<asked> counts", words)
    return asked if found else None


def contrary(words: str) -> str | None:
    """Normalised words with their negation taken away; None when they deny nothing."""
    for said, asked in _CONTRARIES:
        if said.search(words):
            return said.sub(asked, words, count=1)
    return None
