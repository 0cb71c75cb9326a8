"""Ages of some of the patients, of whom alone a sentence speaks ("patients 65 and older have their pressure taken")."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.criteria.families import ROOT_KEYS
from parsers.criteria.vocabulary import PEOPLE, PERSON
from parsers.language.patterns import compiled
from parsers.models import CriterionKey, Group, Leaf, Tree

_COMPLEMENT: dict[CriterionKey, CriterionKey] = {"age_min": "age_max", "age_max": "age_min"}
_ALSO = compiled(r"\b(?:also|additionally|further) (?:needs?|must|requires?|have to|has to|shall)\b", re.IGNORECASE)
_OVER = compiled(r"\b(?:over|above|older than|past|greater than|more than)\b|>(?!=)", re.IGNORECASE)

_AGE = (
    r"(?: (?:of|the|age|aged|ages|over|past|above|under|below|older|younger|than|at|least))* (?:[<>]=? ?)?\d\d\b"
    r"(?: (?:years?|yrs?)\b(?: (?:of age|old)\b)?)?(?:,? (?:and|or) (?:older|over|above|up|younger|under|below)\b)?"
    r"(?!,? (?:and|or) (?:older|over|above|up|younger|under|below)\b)(?! years?| yrs?| of age| old\b)"
)
# "For patients 65 and older, …", "adults over 65 must …", "if the member is 65 or older, …".
_OF_SOME = compiled(
    rf"^\W*(?:(?:for|in|with) )?(?:(?:the|an?|all|any|those|every|each) )?(?:{PEOPLE}|women|men)"
    rf"(?: who (?:is|are))?{_AGE}"
    r"(?=,? [a-z]+ [a-z]+)"
    rf"|^\W*(?:if|when|where) (?:(?:the|an?|any) )?(?:{PERSON}|{PEOPLE}) (?:is|are){_AGE},",
    re.IGNORECASE,
)
_OF_COVER = compiled(
    r"\b(?:cover(?:ed|age)?|approv\w+|authori[sz]\w+|eligib\w+|qualif\w+|admitted|may (?:receive|get|have|use)|"
    r"medically necessary|indicated|candidates?|payable)\b(?<!\bbefore approval)(?<!\bprior approval)",
    re.IGNORECASE,
)


def without_ages_of_some(tree: Tree | None) -> Tree | None:
    """`tree`, in which an age beside a lower one that all must have is of those of whom its sentence speaks: whoever is
    of another age meets what it asks, and of them it asks the rest of the sentence.
    """
    if not isinstance(tree, Group) or tree.op != "all":
        return tree
    ages = [part for part in tree.children if isinstance(part, Leaf) and part.key in _COMPLEMENT]
    least = min((age.value for age in ages if age.key == "age_min" and isinstance(age.value, int)), default=None)
    of_some = {part.text: part for part in ages if _is_of_some(part, ages, least)}
    asked: dict[str, list[Tree]] = {text: [] for text in of_some}
    kept: list[Tree] = []
    for part in tree.children:
        text = next((told for told in of_some if isinstance(part, Leaf) and part.text in told), "")
        if text not in of_some or (isinstance(part, Leaf) and part.key in ROOT_KEYS):
            kept.append(part)
        elif part != of_some[text]:
            asked[text].append(part)
    kept += (_of_those(age, asked[text]) for text, age in of_some.items())
    return Group(tree.op, tuple(kept), tree.n)


def _of_those(age: Leaf, asked: list[Tree]) -> Group:
    """What is asked of an age, or another age: "over 65" leaves who is 65 aside, "65 and older" who is 64."""
    last = int(age.value) if isinstance(age.value, int) else 0
    last += 1 if age.key == "age_max" else -1 if not _OVER.search(age.text) else 0
    other = replace(age, key=_COMPLEMENT[age.key], value=last)
    return Group("any", (other, *(asked or [replace(age, key="unparsed", value=None)])))


def _is_of_some(part: Leaf, ages: list[Leaf], least: int | None) -> bool:
    """Whether an age is of some patients only: another is asked of all of them, in other words."""
    beside = any(age.text != part.text and age.key == "age_min" for age in ages)
    if not (beside or _ALSO.search(part.text)):
        return False
    other = part.key == "age_max" or part.value != least or not beside
    return other and bool(_OF_SOME.match(part.text)) and not _OF_COVER.search(part.text)
