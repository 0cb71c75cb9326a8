"""Uses of which a notice says that nothing changes, and behind it what is asked of them ("Adults with B: no change. An
antidepressant is still required"): told as covered, with what was asked of them before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.criteria.vocabulary import one_of
from parsers.language.any_of import any_phrase, choice_of
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.telling.words_of_steps import places_of
from parsers.uses.indications import mentions
from parsers.uses.scopes import refined

_RULES = r"(?:(?:indication|use|rule|criteria|requirement|condition|benefit|policy)s?)"
_SAME = (
    r"(?:unchanged|(?:just |exactly )?as (?:it (?:was|is)|they (?:were|are)|before|today|now)|(?:just |exactly )?the "
    r"same(?: as (?:before|today))?|in (?:force|effect|place))"
)
_STAYS = r"(?:stays?|remains?|is|are|continues?(?: to be)?|appl(?:y|ies))"
_FORMS = (
    "nothing (?:changes|has changed|is (?:new|changed|different)|will change)",
    "no(?:thing)? changes?",
    _SAME,
    (
        rf"(?:it|this|that|(?:the|this|that) (?:(?:present|current|old|earlier|existing|same) )?{_RULES}) "
        rf"(?:{_STAYS} {_SAME}|stays?|remains?|continues?|(?:has|have|is|are|does|do) not changed?|"
        r"(?:still )?applies (?:as before|unchanged))"
    ),
)
_NOTHING_NEW = one_of(*_FORMS)
_BEHIND = compiled(
    rf"^(?:(?:for|in) )?(?P<use>[^.;:]{{4,200}}?)\s*(?::|\.|,| [–—-]| (?=nothing|no change)) {_NOTHING_NEW}"
    r"(?:[.;:,] (?:and )?)(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_SAYS_NOTHING_NEW = any_phrase(*(rf"\b{form}" for form in _FORMS))
_BEFORE = compiled(
    r"^(?:nothing (?:changes|has changed|is new|will change)|there is no change|no changes?) (?:for|in|with|to) "
    r"(?P<use>[^.;:]{4,200}?)(?:[.;:] )(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
# "Adults with B continue to need an antidepressant beside it".
_STILL_NEED = compiled(
    r"^(?P<use>[^.;:]{4,200}?)(?<! would)(?<! could)(?<! might)(?<! may)(?<! can)(?<! should) "
    r"(?:(?:will )?continues? to|still|must (?:still|continue to)|(?:is|are) still|"
    r"(?:has|have) still) (?:need|requires?|have|take|be (?:given|treated with)|required to (?:take|have)|"
    r"to (?:take|have)) (?P<rest>(?!to |be )[^.;:,]{3,80})\.?$",
    re.IGNORECASE,
)
_BESIDE_IT = compiled(
    r" (?:together |along )?(?:with|beside) (?:it|(?:es)?ketamine|spravato|the (?:nasal )?\w+)$", re.IGNORECASE
)
_LOOKED_FOR = choice_of(_BEHIND, _BEFORE, _STILL_NEED)


def with_unchanged_uses(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such a use told as covered before what is asked of it; and what is printed for each."""
    restated: dict[str, str] = {}
    told = list(blocks)
    for place in places_of(_LOOKED_FOR, blocks):
        block = blocks[place]
        text = _told(block.text) if block.kind in ("item", "paragraph") else block.text
        if text != block.text:
            restated[text] = block.text
            told[place] = replace(block, text=text)
    return tuple(told), restated


def _told(text: str) -> str:
    """A text with each such use told as covered, wherever its sentence stands."""
    parts = sentences(text)
    # Most texts hold the words of no such sentence in whatever place.
    if not (_STILL_NEED.may_match(text) or _BEFORE.may_match(text) or _SAYS_NOTHING_NEW.stands_in(" ".join(parts))):
        return text
    for place, said in enumerate(parts):
        behind = " ".join(parts[place + 1 :])
        told = _unchanged(f"{said} {behind}".strip()) or _needing(said, behind)
        if told:
            return " ".join((*parts[:place], told))
    return text


def _unchanged(text: str) -> str:
    found = _BEHIND.match(text) or _BEFORE.match(text)
    if found is None or not _names_one_use(found["use"]):
        return ""
    return f"It is covered for {_lowered(found['use'])}. {found['rest'][0].upper()}{found['rest'][1:]}"


def _needing(sentence: str, behind: str) -> str:
    found = _STILL_NEED.match(sentence)
    if found is None or not _names_one_use(found["use"]):
        return ""
    asked = _BESIDE_IT.sub("", found["rest"])
    needed = f"{asked[0].upper()}{asked[1:]} is required."
    return f"It is covered for {_lowered(found['use'])}. {needed} {behind}".strip()


def _names_one_use(text: str) -> bool:
    return len(refined(dict.fromkeys(mention.indication for mention in mentions(text)))) == 1


def _lowered(use: str) -> str:
    return use if use[:2].isupper() else f"{use[0].lower()}{use[1:]}"
