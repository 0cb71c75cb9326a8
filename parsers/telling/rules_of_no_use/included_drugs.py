"""Our drug among what a denial of services takes in: "Compounded creams are not covered. This includes ketamine gels
for nerve pain." The first sentence names neither drug nor use; the second is read as the denial of what it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.answering.answers import DENIED, names_use
from parsers.answering.statuses import read_status
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, Status

# "This includes …", "Among them are …", "Examples are …", "That goes for … as well".
_TAKES_IN = compiled(
    r"^\W*(?:(?:this|that|it|these|those|they|such (?:\w+ )?(?:products|drugs|services|uses|treatments|compounds|"
    r"infusions))(?: also| therefore| thus)? (?:includes?|means|covers|comprises?|takes? in|extends? to|appl(?:y|ies) "
    r"(?:also |as well |equally )?to|goes for|holds? for|is true (?:of|for)|concerns?|embraces?)"
    r"|(?:also )?(?:included|among (?:them|these|those|such \w+))(?: here)? (?:is|are)"
    r"|(?:an? |the |one |some |common |frequent |usual )*examples?(?: of (?:this|these|those|such \w+))? "
    r"(?:is|are|includes?)|(?:for example|for instance|examples?|among (?:them|these|those))\s*[:,]|specifically\s*[:,]"
    r"|so (?:is|are))\s*:?,? (?:(?:also|likewise|too|for example|for instance|among others|but (?:is|are) not limited "
    r"to|without limitation|the use of|use of),? )*(?P<ours>[^;:]+?)(?:,? (?:too|as well|also|among others))?\W*$",
    re.IGNORECASE,
)
_WORDS: dict[Status, str] = {
    "excluded": "not covered",
    "investigational": "investigational",
    "not_medically_necessary": "not medically necessary",
}
_KINDS = ("paragraph", "item", "row", "definition")


def with_included_drugs(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such a pair of sentences as one denial of our drug; and what is printed there."""
    printed: dict[str, str] = {}
    told: list[Block] = []
    for block in blocks:
        if block.kind not in _KINDS or not named_products(block.text):
            told.append(block)
            continue
        opened = _opens_denial(told, block) and bool(_denied_in(sentences(block.text)[0]))
        text = _told(block.text, told[-1].text if opened else "", printed)
        if opened and text != block.text:
            told.pop()
        cells = tuple(_told(cell, "", printed) for cell in block.cells)
        told.append(block if text == block.text and cells == block.cells else replace(block, text=text, cells=cells))
    return tuple(told), printed


def _opens_denial(told: Sequence[Block], block: Block) -> bool:
    """Whether the paragraph right before a block is the one sentence that the block goes on from."""
    before = told[-1] if told else None
    return before is not None and before.kind == block.kind == "paragraph" and len(sentences(before.text)) == 1


def _told(text: str, before: str, printed: dict[str, str]) -> str:
    """`text` behind the sentence `before` it, with each pair in other words."""
    said = sentences(text)
    if not any(map(_TAKES_IN.match, said)):
        return text
    plainly = " ".join(_paired([before, *said] if before else list(said), printed))
    if plainly != text:
        printed[plainly] = text
    return plainly


def _paired(said: list[str], printed: dict[str, str]) -> Iterator[str]:
    for place, sentence in enumerate(said):
        following = said[place + 1] if place + 1 < len(said) else ""
        # "Ketamine for pain. Such use is unproven. This includes ketamine for …": that is denied which stands before.
        of_ours = place > 0 and named_products(said[place - 1]) and names_use(said[place - 1])
        if not of_ours and _denial(sentence) and _denied_in(following):
            continue
        status = _denial(said[place - 1]) if place else None
        ours = _denied_in(sentence)
        if status and ours:
            plainly = f"{ours[:1].upper()}{ours[1:]} is {_WORDS[status]}."
            printed[plainly] = sentence
            yield plainly
        else:
            yield sentence


def _denial(sentence: str) -> Status | None:
    """The status of a denial that names neither our drug nor a use of it."""
    status = read_status(sentence) if not (named_products(sentence) or names_use(sentence)) else None
    return status if status in DENIED else None


def _denied_in(sentence: str) -> str:
    """What a sentence says that the one before it takes in, where that is our drug for a use; or ""."""
    found = _TAKES_IN.match(sentence)
    ours = found["ours"] if found else ""
    named = bool(named_products(ours)) and names_use(ours) and read_status(ours) is None
    return ours if named else ""
