"""Ages of some of the patients, of whom alone a sentence speaks ("patients 65 and older have their pressure taken")."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.criteria.vocabulary import PEOPLE, PERSON
from parsers.language.patterns import compiled
from parsers.models import Group, Leaf, Tree

_AGE = (
    r"(?: (?:of|the|age|aged|ages|over|above|under|below|older|younger|than|at|least))* (?:[<>]=? ?)?\d\d\b"
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
    r"medically necessary|indicated|candidates?|payable)\b",
    re.IGNORECASE,
)


def without_ages_of_some(tree: Tree | None) -> Tree | None:
    """`tree`, in which an age beside a lower one that all must have is of those of whom its sentence speaks: what it
    asks of them is no criterion that we can read.
    """
    if not isinstance(tree, Group) or tree.op != "all":
        return tree
    ages = [part for part in tree.children if isinstance(part, Leaf) and part.key == "age_min"]
    least = min((age.value for age in ages if isinstance(age.value, int)), default=None)
    of_some = [part for part in tree.children if _is_of_some(part, ages, least)]
    told = {part.text for part in tree.children if isinstance(part, Leaf) and part.key == "unparsed"}
    kept: list[Tree] = []
    for part in tree.children:
        if part not in of_some:
            kept.append(part)
        elif isinstance(part, Leaf) and part.text not in told:
            kept.append(replace(part, key="unparsed", value=None))
    return Group(tree.op, tuple(kept), tree.n)


def _is_of_some(part: Tree, ages: list[Leaf], least: int | None) -> bool:
    """Whether an age is of some patients only: another is asked of all of them, in other words."""
    if not isinstance(part, Leaf) or not any(age.text != part.text for age in ages):
        return False
    other = part.key == "age_max" or (part.key == "age_min" and part.value != least)
    return other and bool(_OF_SOME.match(part.text)) and not _OF_COVER.search(part.text)
