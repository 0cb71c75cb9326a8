"""Ages in words of their own ("has yet to turn 21", "How old: 18 to 64"), as the phrases that `age` reads."""

from __future__ import annotations

from parsers.criteria.vocabulary import PEOPLE, PERSON
from parsers.language.patterns import compiled
from parsers.language.rewriting import Rewriting

_YEARS = r"(?:years?|yrs?)\b"
_OR_OLDER = r"(?: (?:or|and) (?:more|older|over|above|up)\b)"
_PLAIN = Rewriting(
    (
        # "The birth date shows the member to be at least 18", "found to be 18 or more at the first dose".
        (
            compiled(
                rf"\b(?P<who>{PERSON}|found|shown|known|proved|proven|confirmed|verified|said) to be "
                rf"(?:(?:>= ?(?P<least>\d\d))(?! ?%)|(?P<from>\d\d){_OR_OLDER})(?! {_YEARS})"
            ),
            r"\g<who> is aged >= \g<least>\g<from> years",
        ),
        # "Has yet to turn 21", "nobody short of 18".
        (compiled(r"\b(?:has |have |is )?yet to (?:turn|reach|be|complete) (?P<age>\d\d)\b"), r"is < \g<age> years"),
        (compiled(rf"\b(?P<who>{PERSON}|{PEOPLE}|nobody|no 1) short of (?P<age>\d\d)\b"), r"\g<who> < \g<age> years"),
        # "Grown patients, meaning those who are at least 19".
        (
            compiled(
                rf"\bgrown[ -]?(?:{PEOPLE}|ups?),? \(?(?:meaning|that is(?: to say)?|i\.?e\.?),? (?:those )?"
                rf"(?:who are |aged |of )?(?:>= ?(?P<least>\d\d)|(?P<from>\d\d){_OR_OLDER})"
            ),
            r"patients aged >= \g<least>\g<from> years",
        ),
        # A label or a question before the age: "How old: 18 to 70", "What is the patient's age? Must be at least 18".
        (
            compiled(
                rf"^\W*(?:how old(?: (?:must |is |are |has to )?(?:the |a )?{PERSON}s?(?: must be| is| are)?)?"
                rf"|what is (?:the )?(?:{PERSON}(?:'s|s'|s)?|his or her|your) age)\W*[?:]+ ?(?:(?:must|has to|needs to|"
                r"should) be )?(?=(?:>= ?|<=? ?|between |from )?\d\d\b)"
            ),
            "age: ",
        ),
    )
)


def in_plain_ages(words: str) -> str:
    """The normalised words of a clause, with such ages in the words of every other."""
    return _PLAIN.of(words)
