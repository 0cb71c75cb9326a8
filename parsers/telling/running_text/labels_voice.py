"""Sentences in the voice of the label ("According to the label each session ends with two hours of observation; …").

All of such a sentence is background, what stands behind its semicolon as well; unless it says what the payer grants.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from parsers.language.patterns import Pattern, compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.telling.sentence_by_sentence import Told, without_sentences

_WHOSE = (
    r"(?:(?:the|its|their|this|current|FDA|FDA-approved|approved|product|drug|manufacturer|maker|spravato|esketamine)"
    r"(?:['’]s)? )*"
)
_LABEL = r"(?:label(?:l?ing)?|(?:prescribing|product) information|(?:package )?insert|monograph|medication guide)"
_SAYS = r"(?:says?|states?|tells?|has it|puts it|describes?|warns?|advises|notes?|explains|recommends?|directs)"
_OPENS = compiled(
    # A label of the line before it: "Additional information: …".
    r"^\W*(?:(?:additional |further |background )?"
    r"(?:information|notes?|background|remarks?|comments?|safety|dosing)[:.] )?(?:"
    rf"according to {_WHOSE}(?:{_LABEL}|manufacturer|maker)\b"
    rf"|(?:as|like) {_WHOSE}{_LABEL} {_SAYS}\b"
    rf"|(?:per|under|in) {_WHOSE}{_LABEL}(?:['’]s (?:boxed )?(?:warnings?|words?|terms?))?, "
    r"|in (?:the )?(?:label|manufacturer|maker)['’]s (?:words|terms)\b)",
    re.IGNORECASE,
)
# "The label of Spravato describes two hours of observation": it tells what the label says, and ends there.
_TELLS_OF_IT = compiled(
    rf"^\W*{_WHOSE}{_LABEL}(?: (?:of|for) (?:the (?:drug|product|spray)|spravato|esketamine))? "
    r"(?:says?|states?|tells|describes?|speaks|mentions?|notes?)\b",
    re.IGNORECASE,
)
_OF_THE_PAYER = compiled(
    r"\b(?:approv\w+|cover\w*|authori[sz]\w+|medically necessary|requests?|renew\w*|criteri\w+|limits?|limited|"
    r"quantit\w+|prior auth\w*|PA|den(?:y|ied|ies)|paid|payable|eligib\w+|we|plan|no more than|not exceed\w*"
    r"|maximum)\b|:\W*$",
    re.IGNORECASE,
)
_MAY_CITE = compiled(
    r"\b(?:according to|label(?:l?ing)?|information|insert|monograph|guide|manufacturer)\b", re.IGNORECASE
)


def without_labels_voice(blocks: Sequence[Block]) -> Told:
    """`blocks` without these sentences of paragraphs; an item of a list is asked for, whoever worded it."""
    return without_sentences(_MAY_CITE, blocks, _drops)


def _drops(block: Block) -> Callable[[str], bool] | None:
    """The last sentence of a paragraph, where it is such a one: what follows one goes on in the label's voice.

    One that only tells what the label says may stand anywhere.
    """
    if block.kind != "paragraph":
        return None
    last = sentences(block.text)[-1:]
    return lambda sentence: _recites(sentence, _TELLS_OF_IT) or (sentence in last and _recites(sentence, _OPENS))


def _recites(sentence: str, opens: Pattern) -> bool:
    opening = opens.match(sentence)
    return opening is not None and not _OF_THE_PAYER.search(sentence[opening.end() :])
