"""What contracts do with investigational services at large: "coverage of an investigative service may be barred by the
subscriber's contract" takes no position on our drug.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.sentence_by_sentence import Told, without_sentences
from parsers.uses.indications import mentions

_CLASS = r"(?:experimental|investigational|investigative|unproven)"
_CLASSES = rf"{_CLASS}(?:(?:/| or | and |, | and/or ){_CLASS})*"
_THING = (
    r"(?:services?|procedures?|treatments?|therap(?:y|ies)|drugs?|technolog(?:y|ies)|care|interventions?|items?|"
    r"supplies|"
    r"devices?|medications?)"
)
# A kind of services, and none in particular: with "an", "some" or nothing before it.
_AT_LARGE = compiled(
    rf"(?<!\bthe )(?<!\bthis )(?<!\bthese )(?<!\bsuch )(?<!\bas )(?<!\bas an )\b{_CLASSES} (?:[\w-]+ "
    rf")?{_THING}\b(?! of | for )"
    rf"|\b(?:anything|whatever|(?:an?|any|some|all|no|if|when) (?:\w+ )?{_THING}|(?<!the )(?<!these )(?<!such "
    rf"){_THING}) "
    rf"(?:(?:that|which) )?(?:is|are) (?:(?:considered|deemed|found|held|judged|to be) )*{_CLASSES}\b",
    re.IGNORECASE,
)
_CONTRACTS = compiled(
    r"\b(?:contracts?|certificates?|benefit(?:s| plans?)?|(?:some|many|most|certain|benefit|health) plans|"
    r"(?:subscriber|"
    r"member|employer|group)(?:['’]s|s['’])? (?:[\w-]+ )?(?:plan|contract|certificate|benefits?|agreement)"
    r"|booklet|agreements?|liable|financially responsible|in writing|waiver)\b",
    re.IGNORECASE,
)
# "This service is therefore …", and what leads in a list of such services.
_IN_PARTICULAR = compiled(
    r"\b(?:this|these|therefore|thus|hence|accordingly|following|including|such as)\b|:\W*$", re.IGNORECASE
)


def without_contract_talk(blocks: Sequence[Block]) -> Told:
    """`blocks` without such sentences; and what is printed of the paragraphs that hold one."""
    return without_sentences(_AT_LARGE, blocks, _drops)


def _drops(block: Block) -> Callable[[str], bool] | None:
    return _speaks_at_large if block.kind in ("paragraph", "item", "definition") else None


def _speaks_at_large(sentence: str) -> bool:
    return (
        bool(_AT_LARGE.search(sentence) and _CONTRACTS.search(sentence))
        and not _IN_PARTICULAR.search(sentence)
        and not named_products(sentence)
        and not mentions(sentence)
    )
