"""Articles of a newsletter that come behind the one on our drug ("Medicaid Update": Spravato; lead testing; dental).

What an article on children's tests or on dentists asks for is asked of nobody who is given our drug.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.sections.roles import heading_role
from parsers.uses.indications import mentions

_PERIODICAL = compiled(
    r"\b(?:updates?|bulletins?|news|newsletters?|newsflash|digest|gazette|briefs?|announcements?|communications?|"
    r"messages?|alerts?|e-?notice|monthly|quarterly|in this issue)\b",
    re.IGNORECASE,
)
# What may be told of our drug under a title of its own, in a newsletter too.
_OF_A_POLICY = compiled(
    r"\b(?:criteri\w+|require\w*|eligib\w+|who|prescrib\w+|settings?|sites?|monitor\w*|dos(?:e|es|ing|age)|quantit\w+|"
    r"limits?|authori[sz]\w*|approv\w*|cover\w*|den(?:y|ied|ial)\w*|benefits?|age|safety|requests?|document\w*|"
    r"diagnos\w+|patients?|members?|exclu\w+|exception\w*|medical necess\w+|bill\w*|claims?|cod(?:e|es|ing)|rules?|"
    r"what|when|how|where|why|step|trial\w*|drugs?|infus\w+|spray|nasal|REMS|psychiatr\w+|antidepress\w*|"
    r"details?|background|effective|questions?|note\w*|summary|terms|steps?|next|more|additional|other)\b",
    re.IGNORECASE,
)
_OF_OURS = compiled(
    r"\b(?:antidepress\w*|REMS|esketamine|spravato|ketamine|this (?:drug|spray|medication))\b", re.IGNORECASE
)
_FIRST = 4


def without_other_articles(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` of a newsletter without its articles on other things than ours, behind ours; of other papers all."""
    if not _is_newsletter(blocks):
        return tuple(blocks)
    return tuple(_kept(tuple(blocks)))


def _is_newsletter(blocks: Sequence[Block]) -> bool:
    """Whether a paper calls itself a periodical before it names our drug."""
    head = takewhile(lambda block: not named_products(block.text), blocks[:_FIRST])
    return any(_PERIODICAL.search(block.text) for block in head if block.kind in ("heading", "paragraph"))


def _kept(blocks: Sequence[Block]) -> Iterator[Block]:
    ours, others = 0, 0
    for place, block in enumerate(blocks):
        if block.kind == "heading":
            others = 0 if others and block.depth <= others else others
            if named_products(block.text):
                ours = block.depth
            elif not others and ours and block.depth <= ours and _is_of_another(block, blocks[place + 1 :]):
                others = block.depth
        if not others:
            yield block


def _is_of_another(title: Block, behind: Sequence[Block]) -> bool:
    """Whether neither the title of an article nor what stands under it says anything that our drug's could."""
    if heading_role(title.text) or read_phase(title.text) or _OF_A_POLICY.search(title.text) or mentions(title.text):
        return False
    return not any(_OF_OURS.search(block.text) or mentions(block.text) for block in _below(title, behind))


def _below(title: Block, behind: Sequence[Block]) -> Iterator[Block]:
    for block in behind:
        if block.kind == "heading" and block.depth <= title.depth:
            return
        yield block
